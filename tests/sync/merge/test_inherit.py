"""What an op says its author had seen: without this rule half of all small worlds show a silent winner."""

from __future__ import annotations

from tests.sync.builders import Chain, ops_of

from mediation_desk.journal.op import RESTORE, VOID
from mediation_desk.sync.merge.groups import ALL, COUNTS, FACT
from mediation_desk.sync.merge.inherit import seen_by


def test_without_anything_waiting_it_is_the_pulled_log() -> None:
    """As it was when the record was read."""
    op = Chain("b").write(changes={"title": "x"}).op
    assert seen_by(op, 7, []) == {ALL: 7}


def test_what_is_built_on_ones_own_waiting_op_inherits_what_that_had_seen() -> None:
    """Only in the group that shows it, and from the last of them."""
    chain = Chain("b")
    chain.write(changes={"title": "1", "facts": "1"}, seen=3)
    chain.write(changes={"title": "2"}, seen={ALL: 6, "title": 5})
    op = chain.write(changes={"title": "3", "recorder": "r", "facts": "3"}).op
    assert seen_by(op, 7, ops_of(chain.frames[:2])) == {ALL: 7, "title": 5, "facts": 3}


def test_what_was_seen_since_is_not_taken_back() -> None:
    """The waiting op had seen as much, or more."""
    chain = Chain("b")
    chain.write(changes={"title": "1"}, seen=7)
    op = chain.write(changes={"title": "2"}).op
    assert seen_by(op, 7, ops_of(chain.frames[:1])) == {ALL: 7}


def test_taking_a_record_out_has_seen_of_it_what_the_oldest_of_ones_own_ops_had() -> None:
    """It undoes all groups at once."""
    chain = Chain("b")
    chain.write("claim", {"text": "1"}, kind="claim", seen=4)
    chain.write("claim", {"position": 1}, kind="claim", seen=2)
    waiting = ops_of(chain.frames)
    for action in (VOID, RESTORE):
        op = chain.write("claim", kind="claim", action=action).op
        assert seen_by(op, 7, waiting) == {ALL: 7, COUNTS: 2}
        assert seen_by(op, 7, []) == {ALL: 7}


def test_a_signing_has_seen_of_the_text_what_ones_own_waiting_text_had() -> None:
    """The oldest of its groups and terms; the last word in each."""
    chain = Chain("b")
    chain.write("agr", {"facts": "1"}, kind="agreement", seen=1)
    chain.write("agr", {"facts": "2"}, kind="agreement", seen=5)
    chain.write("term", {"text": "1"}, kind="term", seen=4)
    sign = chain.create("sig", "signing", {"fact": "signature"}).op
    assert seen_by(sign, 7, [], ops_of(chain.frames[:3])) == {ALL: 7, FACT: 4}
    assert seen_by(sign, 7, [], ops_of(chain.frames[1:2])) == {ALL: 7, FACT: 5}
    assert seen_by(sign, 7, []) == {ALL: 7}
