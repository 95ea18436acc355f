"""Lines: where a batch belongs, and whose ops its author had before him."""

from __future__ import annotations

import msgspec
import pytest
from tests.sync.builders import Chain, founded, uid, with_case

from mediation_desk.journal.op import to_bytes
from mediation_desk.sync.merge.answers import CONFLICTED
from mediation_desk.sync.merge.lines import Line, Placed, Unplaced, author
from mediation_desk.sync.wire.frames import frame
from mediation_desk.sync.wire.malformed import Malformed


def test_a_batch_goes_on_from_what_is_known() -> None:
    """And what is known already adds nothing."""
    log, first = with_case()
    more = first.write(changes={"title": "x"}, seen=log.newest)
    taken = log.take(*first.frames[-3:])
    assert [e.digest for e in taken.entries] == [more.digest]
    again = log.take(*first.frames[-3:])
    assert (again.entries, again.tip, again.forked, again.line) == ((), log.tip, False, Line(first.desk_id, 0))


def test_a_batch_whose_start_is_unknown_waits() -> None:
    """It is held whole; nothing of it is judged."""
    log, first = founded()
    first.write(changes={"title": "x"})
    late = first.write(changes={"title": "y"})
    assert log.try_take(late) == Unplaced(late.op.prev)


def test_the_same_number_twice_is_a_fork_and_both_are_kept() -> None:
    """Two disks write under one identity; each is another's author from there on."""
    log, first = with_case()
    twin = Chain("first", after=first.prev, disk="twin")
    twin.frames = list(first.frames)
    before = log.newest
    one = first.write(changes={"title": "one"}, seen=before)
    two = twin.write(changes={"title": "two"}, seen=before)
    assert not log.take(one).forked
    second = log.take(two)
    assert (second.line, second.parent, second.forked, second.begins) == (
        Line(first.desk_id, 1),
        Placed(Line(first.desk_id, 0), len(first.frames) - 1),
        True,
        True,
    )
    assert log.answer(two).outcome("title") == CONFLICTED
    more = [twin.write(changes={"title": "three"}, seen=before), first.write(changes={"facts": "f"}, seen=before)]
    assert [log.take(m).line.branch for m in more] == [1, 0]
    assert log.take(one).forked  # whoever asks is told from now on


def test_two_beginnings_under_one_identity_are_a_fork_too() -> None:
    """The disk was put back to before its first op."""
    log, _ = founded()
    other = Chain("first", disk="x")
    other.write("x", {"name": "m"}, kind="centre", action="create", case=None, purpose="set_up")
    taken = log.take(*other.frames)
    assert (taken.line.branch, taken.parent, taken.forked) == (1, None, True)


def test_a_new_identity_goes_on_from_the_old() -> None:
    """What it had written before is its own still; what the old one wrote after that is not."""
    log, first = with_case()
    before = log.newest
    own = first.write(changes={"title": "own"}, seen=before)
    heir = Chain("heir", after=own.digest)
    change = heir.write(changes={"title": "heir's"}, seen=before)
    log.take(own)
    taken = log.take(change)
    assert (taken.begins, taken.forked, taken.parent) == (True, False, log.find(own.digest))
    assert log.answer(change).outcome("title") == "applied"
    late = first.write(changes={"facts": "late"}, seen=before)
    log.take(late)
    blind = heir.write(changes={"facts": "heir's"}, seen=before)
    log.take(blind)
    assert log.answer(blind).outcome("facts") == CONFLICTED


def test_lineage_goes_back_over_all_identities() -> None:
    """Restored twice: each up to where the next one left it."""
    log, first = with_case()
    second = Chain("second", after=first.prev)
    log.take(second.write(changes={"title": "2"}, seen=log.newest))
    third = Chain("third", after=second.prev)
    log.take(third.write(changes={"title": "3"}, seen=log.newest))
    who = author(Line(third.desk_id, 0), None, log)
    seq = len(first.frames)
    assert who.earlier == (Placed(Line(second.desk_id, 0), 1), Placed(Line(first.desk_id, 0), seq))
    assert who.wrote(Placed(Line(first.desk_id, 0), seq))
    assert not who.wrote(Placed(Line(first.desk_id, 0), seq + 1))
    assert who.wrote(Placed(Line(third.desk_id, 0), 99))
    assert not who.wrote(Placed(Line(uid("else"), 0), 1))


def test_a_number_out_of_turn_belongs_nowhere() -> None:
    """A chain that says it goes on, with a number that does not follow; or one that begins in the middle."""
    log, first = founded()
    skipped = Chain("first", after=first.prev, disk="x")
    skipped.frames = [first.frames[0]] * (len(first.frames) + 1)
    with pytest.raises(Malformed):
        log.try_take(skipped.write(changes={"title": "x"}))
    headless = Chain("b")
    headless.frames = [first.frames[0]] * 2
    with pytest.raises(Malformed):
        log.try_take(headless.write(changes={"title": "x"}))
    stolen = Chain("b", after=first.prev)
    stolen.frames = [first.frames[0]] * len(first.frames)
    with pytest.raises(Malformed):
        log.try_take(stolen.write(changes={"title": "x"}))


def test_an_identity_is_used_once() -> None:
    """Nothing that a log or a desk keeps by it may be found in the way."""
    log, _ = with_case()
    copied = Chain("b")
    one = copied.write(changes={"title": "x"})
    twice = frame(to_bytes(msgspec.structs.replace(one.op, desk_seq=2, prev=one.digest)))
    with pytest.raises(Malformed, match="twice"):
        log.try_take(one, twice)
    log.take(one)
    foreign = frame(to_bytes(msgspec.structs.replace(one.op, desk_id=uid("c"))))
    with pytest.raises(Malformed, match="twice"):
        log.try_take(foreign)
