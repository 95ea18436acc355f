"""What waits for someone: derived from the log alone, and gone only when somebody decided."""

from __future__ import annotations

from tests.sync.builders import Chain, Log, uid, with_case

from mediation_desk.domain.roles import AGREE, SIGN
from mediation_desk.journal.op import CREATE, RESTORE, VOID
from mediation_desk.sync.merge.answers import Answer
from mediation_desk.sync.merge.groups import COUNTS
from mediation_desk.sync.merge.matters import WHOLE, Matters, opened_by, settles
from mediation_desk.sync.wire.frames import Frame


def open_in(log: Log) -> set[tuple[str, str]]:
    """What waits, by op and group."""
    return {(m.op_id, m.group) for m in Matters(log.written).open}


def conflict(log: Log, first: Chain, **both: dict[str, object]) -> Frame:
    """Two desks change the case apart; returns the op that waits."""
    before = log.newest
    log.take(first.write(changes=both["theirs"], seen=before))
    late = Chain("late").write(changes=both["mine"], seen=before)
    log.take(late)
    return late


def test_a_difference_waits_until_it_is_decided() -> None:
    """For the waiting value, for what stands, or for a third: the deciding op writes the group."""
    for value in ("mine", "theirs", "third"):
        log, first = with_case()
        late = conflict(log, first, theirs={"title": "theirs"}, mine={"title": "mine"})
        assert open_in(log) == {(late.op.op_id, "title")}
        log.take(Chain("judge").write(changes={"title": value}, resolves=[late], seen=log.newest))
        assert open_in(log) == set()


def test_deciding_one_group_leaves_the_other() -> None:
    """An op that differs in two groups waits in each."""
    log, first = with_case()
    two = {"title": "a", "facts": "a"}
    late = conflict(log, first, theirs=two, mine={"title": "b", "facts": "b"})
    log.take(Chain("judge").write(changes={"title": "b"}, resolves=[late], seen=log.newest))
    assert open_in(log) == {(late.op.op_id, "facts")}


def test_a_decision_that_is_itself_late_decides_nothing() -> None:
    """Two people decide apart and differently: the second decision waits, and the first holds."""
    log, first = with_case()
    late = conflict(log, first, theirs={"title": "a"}, mine={"title": "b"})
    seen = log.newest
    log.take(Chain("j1").write(changes={"title": "a"}, resolves=[late], seen=seen))
    second = Chain("j2").write(changes={"title": "b"}, resolves=[late], seen=seen)
    log.take(second)
    assert open_in(log) == {(second.op.op_id, "title")}


def test_a_decision_that_did_not_stand_leaves_it_open() -> None:
    """It names what it would settle; but another had changed the value meanwhile."""
    log, first = with_case()
    late = conflict(log, first, theirs={"title": "a"}, mine={"title": "b"})
    seen = log.newest
    log.take(first.write(changes={"title": "c"}, seen=seen))
    decision = Chain("j").write(changes={"title": "b"}, resolves=[late], seen=seen)
    log.take(decision)
    assert open_in(log) == {(late.op.op_id, "title"), (decision.op.op_id, "title")}


def test_taking_the_record_out_settles_all_of_it() -> None:
    """Its making too."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(action=VOID, seen=before))
    made = Chain("b").create("claim 2", "claim", {"text": "x", "position": 1}, seen=before)
    log.take(made)
    assert {g for _, g in open_in(log)} == {COUNTS, "text", "position"}
    log.take(Chain("j").write("claim 2", kind="claim", action=VOID, resolves=[made], seen=log.newest))
    assert open_in(log) == set()


def test_making_it_after_all_settles_all_of_it() -> None:
    """Once the case counts again."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(action=VOID, seen=before))
    made = Chain("b").create("claim 2", "claim", {"text": "x", "position": 1}, seen=before)
    log.take(made)
    log.take(first.write(action=RESTORE, seen=log.newest))
    values = {"text": "x", "position": 1}
    log.take(Chain("j").create("claim 2", "claim", values, resolves=[made], seen=log.newest))
    assert open_in(log) == set()


def test_a_taking_out_that_waits_is_settled_by_restoring_or_doing_it() -> None:
    """Somebody had changed the record; a change of a field settles nothing about whether it counts."""
    for action in (VOID, RESTORE):
        log, first = with_case()
        before = log.newest
        log.take(first.write("claim", {"text": "new"}, kind="claim", seen=before))
        late = Chain("b").write("claim", kind="claim", action=VOID, seen=before)
        log.take(late)
        judge = Chain("j")
        log.take(judge.write("claim", {"text": "z"}, kind="claim", resolves=[late], seen=log.newest))
        assert open_in(log) == {(late.op.op_id, COUNTS)}
        log.take(judge.write("claim", kind="claim", action=action, resolves=[late], seen=log.newest))
        assert open_in(log) == set()


def test_what_waits_as_a_whole_is_settled_by_any_op_that_stands() -> None:
    """An unauthorised change, a refused one, a marked fact: taken note of, or written again."""
    log, first = with_case()
    rogue = first.write(changes={"title": "x"}, actor="nobody", seen=log.newest)
    log.take(rogue)
    log.take(first.create("agr", "agreement", {"number": "1"}, purpose=AGREE, seen=log.newest))
    before = log.newest
    log.take(first.write("agr", {"facts": "x"}, kind="agreement", purpose=AGREE, seen=before))
    facts = {"agreement_id": uid("agr"), "fact": "signature"}
    sign = Chain("b").create("sig", "signing", facts, purpose=SIGN, seen=before)
    log.take(sign)
    assert open_in(log) == {(rogue.op.op_id, WHOLE), (sign.op.op_id, WHOLE)}
    log.take(Chain("j").write(resolves=[rogue, sign], seen=log.newest))
    assert open_in(log) == set()


def test_what_does_not_stand_settles_nothing_whole() -> None:
    """Neither an unauthorised op nor one of which a part waits."""
    chain = Chain("b")
    op = chain.write(changes={"title": "x", "facts": "x"}).op
    half = Answer(groups={"title": "conflicted"})
    assert not settles(op, Answer(status="unauthorised"), WHOLE)
    assert not settles(op, half, WHOLE)
    assert settles(op, Answer(groups={"title": "parallel"}), WHOLE)
    assert (settles(op, half, "title"), settles(op, half, "facts")) == (False, True)
    assert not settles(chain.write("claim", kind="claim", action=VOID).op, Answer(groups={COUNTS: "conflicted"}), "x")
    made = chain.write("case 2", {"title": "x"}, action=CREATE).op
    assert not settles(made, Answer(groups={COUNTS: "conflicted"}), COUNTS)
    assert settles(made, Answer(), COUNTS)


def test_a_field_that_was_unknown_when_it_was_judged_is_settled_under_either_name() -> None:
    """An older central judged it by itself; here its group is known by now, and there it is not."""
    op = Chain("b").write(changes={"title": "x"}).op
    assert settles(op, Answer(), "?title")
    assert not settles(op, Answer(), "?colour")


def test_a_refused_op_with_differences_waits_once_as_a_whole_and_once_a_group() -> None:
    """Marks and groups both."""
    op = Chain("b").write(changes={"title": "x"}).op
    marked = Answer(groups={"title": "conflicted", "facts": "parallel"}, marks=["taken_out"])
    assert [m.group for m in opened_by(op, marked)] == [WHOLE, "title"]
    assert opened_by(op, Answer(groups={"facts": "parallel"})) == []
