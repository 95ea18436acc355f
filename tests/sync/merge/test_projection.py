"""What the tables hold: the log as answered, the outbox on top; and what a pull moved under one's own op."""

from __future__ import annotations

from tests.sync.builders import Chain, ops_of, uid, with_case

from mediation_desk.journal.op import VOID
from mediation_desk.sync.merge.answers import Answer, answer_bytes, answer_from
from mediation_desk.sync.merge.groups import COUNTS, default_of
from mediation_desk.sync.merge.lines import Author, Line
from mediation_desk.sync.merge.projection import as_answered, moved, on_top
from mediation_desk.sync.merge.record import applied, fold


def test_what_was_not_applied_is_left_out_of_an_op() -> None:
    """A whole op is itself; one of which nothing stands is none."""
    chain = Chain("b")
    op = chain.write(changes={"title": "x", "facts": "y"}).op
    assert as_answered(op, Answer(groups={"title": "parallel"})) is op
    half = as_answered(op, Answer(groups={"title": "conflicted"}))
    assert half is not None
    assert half.changes == {"facts": [None, "y"]}
    assert as_answered(op, Answer(groups={"title": "conflicted", "facts": "conflicted"})) is None
    assert as_answered(op, Answer(status="refused")) is None


def test_making_taking_out_and_putting_back_stand_by_whether_the_record_counts() -> None:
    """A create without any field is still a create."""
    chain = Chain("b")
    made = chain.create("claim", "claim", {"text": "x"}).op
    out = chain.write("claim", kind="claim", action=VOID).op
    assert as_answered(out, Answer()) is out
    assert as_answered(out, Answer(groups={COUNTS: "conflicted"})) is None
    assert as_answered(made, Answer(groups={COUNTS: "conflicted", "text": "conflicted"})) is None
    bare = as_answered(made, Answer(groups={"text": "conflicted"}))
    assert bare is not None
    assert (bare.action, bare.changes) == ("create", {})


def test_a_field_that_central_did_not_know_stands_as_it_was_judged() -> None:
    """Here its group is known; the answer names the field."""
    op = Chain("b").write(changes={"title": "x", "facts": "y"}).op
    assert applied(op, Answer(groups={"?title": "conflicted"})) == {"facts": "y"}
    assert applied(op, Answer(groups={"title": "conflicted"})) == {"facts": "y"}


def test_the_outbox_lies_on_top_of_the_log() -> None:
    """Whatever central will say of it."""
    log, _ = with_case()
    mine = Chain("b")
    mine.write(changes={"title": "mine"}), mine.write("case", action=VOID)
    history = [w for w in log.written if w.op.record_id == uid("case")]
    shown = on_top(history, ops_of(mine.frames))
    assert (shown.value("title"), shown.value("facts"), shown.counts) == ("mine", "old facts", False)
    assert fold(history).value("title") == "old"


def test_a_field_nobody_named_has_its_default() -> None:
    """In plain form; what has none, and what is unknown, is nothing."""
    assert (default_of("case", "in_writing"), default_of("case", "number"), default_of("drone", "x")) == (
        True,
        None,
        None,
    )
    log, _ = with_case()
    state = fold(w for w in log.written if w.op.record_id == uid("case"))
    assert (state.value("in_writing"), state.kind, state.case_id) == (True, "case", uid("case"))


def test_both_values_are_shown_when_a_pull_moves_what_waits() -> None:
    """Theirs, which stands, and mine, which the tables still show."""
    log, first = with_case()
    before = log.newest
    mine = Chain("b")
    own = mine.write(changes={"title": "mine", "facts": "mine"}, seen=before)
    log.take(first.write(changes={"title": "t1"}, seen=before), first.write(changes={"title": "theirs"}, seen=before))
    author = Author(Line(mine.desk_id, 0))
    found = moved(log.written, [own.op], author)
    assert [(m.record_id, m.group, m.their_values, m.my_values) for m in found] == [
        (uid("case"), "title", {"title": "theirs"}, {"title": "mine"})
    ]
    assert (found[0].mine, found[0].theirs) == (own.op, log.written[-1])


def test_nothing_is_shown_that_moved_nothing() -> None:
    """What was seen, what is one's own, what was not applied, what says the same, what is another group."""
    log, first = with_case()
    before = log.newest
    mine = Chain("b")
    own = mine.write(changes={"title": "mine"}, seen=before)
    author = Author(Line(mine.desk_id, 0))
    log.take(first.write(changes={"facts": "x"}, seen=before))
    log.take(first.write(changes={"title": "other"}, seen=before), first.write(changes={"title": "mine"}, seen=before))
    stale = Chain("c").write(changes={"title": "c"}, seen=before)
    log.take(stale)
    assert moved(log.written, [own.op], author) == []
    log.take(own)
    later = mine.write(changes={"title": "mine 2"}, seen=log.newest)
    assert moved(log.written, [later.op], author) == []
    assert moved([w for w in log.written if w.op.op_id == own.op.op_id], [own.op], author) == []


def test_a_record_taken_out_under_ones_own_taking_out_is_no_surprise() -> None:
    """But one that was restored is."""
    log, first = with_case()
    log.take(first.write("claim", kind="claim", action=VOID, seen=log.newest))
    mine = Chain("b").write("claim", kind="claim", action=VOID, seen=0).op
    author = Author(Line(uid("b"), 0))
    assert moved(log.written[-1:], [mine], author) == []
    log.take(first.write("claim", kind="claim", action="restore", seen=log.newest))
    found = moved(log.written[-2:], [mine], author)
    assert [(m.their_values, m.my_values) for m in found] == [({COUNTS: True}, {COUNTS: False})]


def test_an_answer_is_the_same_bytes_for_ever() -> None:
    """Most are two; groups are in order; what is read is what was written."""
    assert answer_bytes(Answer()) == b"{}"
    one = Answer(groups={"b": "conflicted", "a": "parallel"}, marks=["taken_out"])
    assert answer_bytes(one) == b'{"groups":{"a":"parallel","b":"conflicted"},"marks":["taken_out"]}'
    assert answer_from(answer_bytes(one)) == one
    assert answer_from(b"{}") == Answer()
