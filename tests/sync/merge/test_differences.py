"""Two values side by side, and the op that decides: whatever is chosen, it settles the matter."""

from __future__ import annotations

import pytest
from tests.sync.builders import Chain, Log, uid, with_case

from mediation_desk.journal.op import AMEND, CREATE, RESTORE, VOID
from mediation_desk.sync.merge.differences import Difference, Draft, allow, differences, dismiss, keep, take
from mediation_desk.sync.merge.groups import COUNTS
from mediation_desk.sync.merge.lines import Line
from mediation_desk.sync.merge.matters import Matters
from mediation_desk.sync.merge.record import fold


def found(log: Log, record: str) -> list[Difference]:
    """The differences of a record."""
    waiting = {m: e for m, e in Matters(log.written).open.items() if e.op.record_id == uid(record)}
    return differences(waiting, [w for w in log.written if w.op.record_id == uid(record)])


def decide(log: Log, difference: Difference, draft: Draft, record: str = "case") -> None:
    """Write the op that decides."""
    desk = Chain("judge")
    frames = {w.op.op_id: w for w in log.written}
    values = {f: new for f, (_, new) in draft.changes.items()}
    resolved = [frames[i] for i in draft.resolves]
    log.take(
        desk.write(
            record,
            values,
            kind=difference.kind,
            action=draft.action,
            resolves=resolved,  # type: ignore[arg-type]
            seen=log.newest,
        )
    )


def apart() -> Log:
    """Two desks change the application of a case apart; a third's word waits too; one desk spoke twice."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"applied_on": "2026-09-05"}, seen=before))
    b, c = Chain("b"), Chain("c")
    log.take(
        b.write(changes={"applied_on": "2026-09-06"}, seen=before),
        b.write(changes={"in_writing": False}, seen=before),
    )
    log.take(c.write(changes={"in_writing": False}, seen=before))
    return log


def test_each_side_has_the_whole_group_as_its_author_had_it() -> None:
    """The last word of each desk, with what it had seen of the other fields, and its own before."""
    (one,) = found(apart(), "case")
    assert (one.group, one.kind, one.record_id, one.case_id) == ("application", "case", uid("case"), uid("case"))
    assert one.standing == {"applied_on": "2026-09-05", "in_writing": True}
    assert [(s.by.at.line, s.values) for s in one.others] == [
        (Line(uid("b"), 0), {"applied_on": "2026-09-06", "in_writing": False}),
        (Line(uid("c"), 0), {"applied_on": None, "in_writing": False}),
    ]
    assert [w.op.changes for w in one.standing_by] == [{"applied_on": [None, "2026-09-05"]}]
    assert len(one.resolves) == 3


@pytest.mark.parametrize("choice", ["keep", "take", "new"])
def test_every_choice_settles_it(choice: str) -> None:
    """And its values stand afterwards."""
    log = apart()
    (one,) = found(log, "case")
    values = {"keep": one.standing, "take": one.others[0].values, "new": {"applied_on": "x", "in_writing": True}}[
        choice
    ]
    draft = keep(one) if choice == "keep" else take(one, values)
    assert draft.action == AMEND
    assert {f: old for f, (old, _) in draft.changes.items()} == one.standing
    decide(log, one, draft)
    assert found(log, "case") == []
    state = fold(w for w in log.written if w.op.record_id == uid("case"))
    assert {f: state.value(f) for f in values} == values


@pytest.mark.parametrize("out", [True, False])
def test_a_taking_out_that_waits_can_be_done_or_left(out: bool) -> None:
    """Somebody changed the record meanwhile."""
    log, first = with_case()
    before = log.newest
    log.take(first.write("claim", {"text": "new"}, kind="claim", seen=before))
    log.take(Chain("b").write("claim", kind="claim", action=VOID, seen=before))
    (one,) = found(log, "claim")
    assert (one.group, one.standing[COUNTS], one.others[0].values[COUNTS]) == (COUNTS, True, False)
    draft = take(one, one.others[0].values) if out else keep(one)
    assert (draft.action, draft.changes) == (VOID if out else RESTORE, {})
    decide(log, one, draft, "claim")
    assert found(log, "claim") == []


@pytest.mark.parametrize("made", [True, False])
def test_a_making_that_waits_can_be_done_or_left(made: bool) -> None:
    """The case was taken out, and counts again by now."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(action=VOID, seen=before))
    log.take(Chain("b").create("claim 2", "claim", {"text": "x", "position": 3}, seen=before))
    log.take(first.write(action=RESTORE, seen=log.newest))
    one = next(d for d in found(log, "claim 2") if d.group == COUNTS)
    assert one.standing == {COUNTS: False, "text": None, "position": None}
    side = one.others[0].values
    assert side == {COUNTS: True, "text": "x", "position": 3}
    draft = take(one, side) if made else keep(one)
    assert draft.action == (CREATE if made else VOID)
    assert draft.changes == ({"text": [None, "x"], "position": [None, 3]} if made else {})
    decide(log, one, draft, "claim 2")
    assert found(log, "claim 2") == []


def test_a_putting_back_that_waits_is_a_putting_back() -> None:
    """With no field of its own."""
    log, first = with_case()
    log.take(first.write("claim", kind="claim", action=VOID, seen=log.newest))
    out = log.newest
    log.take(first.write("claim", kind="claim", action=RESTORE, seen=out))
    log.take(first.write("claim", kind="claim", action=VOID, seen=log.newest))
    log.take(Chain("b").write("claim", kind="claim", action=RESTORE, seen=out))
    (one,) = found(log, "claim")
    assert [w.op.action for w in one.standing_by] == [CREATE, VOID, RESTORE, VOID]
    assert take(one, one.others[0].values) == Draft(RESTORE, {}, one.resolves)


def test_a_field_of_a_newer_version_is_shown_by_its_name() -> None:
    """Both values, though nobody here knows what it is."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"colour": "red"}, seen=before))
    log.take(Chain("b").write(changes={"colour": "blue"}, seen=before))
    (one,) = found(log, "case")
    assert (one.group, one.standing, one.others[0].values) == ("?colour", {"colour": "red"}, {"colour": "blue"})


def test_a_field_judged_when_it_was_unknown_is_shown_now_that_it_is_known() -> None:
    """An older central named it by itself."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"title": "a"}, seen=before))
    late = Chain("b").write(changes={"title": "b", "facts": "b"}, seen=before)
    log.take(late)
    entry = log.written[-1]
    waiting = {m._replace(group="?title"): e for m, e in Matters(log.written).open.items()}
    (one,) = differences(waiting, [w for w in log.written if w.op.record_id == uid("case")])
    assert (one.standing, one.others[0].values) == ({"title": "a"}, {"title": "b"})
    assert one.others[0].by == entry


def test_what_waits_as_a_whole_is_no_difference() -> None:
    """It is allowed after all, or taken note of."""
    log, first = with_case()
    rogue = first.write(changes={"title": "x"}, actor="nobody", seen=log.newest)
    log.take(rogue)
    assert found(log, "case") == []
    entry = log.written[-1]
    state = fold(w for w in log.written if w.op.record_id == uid("case"))
    assert allow(entry, state) == Draft(AMEND, {"title": ["old", "x"]}, (rogue.op.op_id,))
    assert dismiss([rogue.op.op_id]) == Draft(AMEND, {}, (rogue.op.op_id,))
