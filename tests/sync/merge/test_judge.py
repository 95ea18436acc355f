"""Judging: nobody's value is overwritten by one who had not seen it, and nothing is lost by being judged."""

from __future__ import annotations

import pytest
from tests.sync.builders import Chain, Log, groups, uid, with_case

from mediation_desk.journal.op import CREATE, RESTORE, VOID
from mediation_desk.sync.merge.answers import CONFLICTED, OTHER_KIND, REFUSED, UNAUTHORISED, UNSEEN, WRITTEN_ONCE
from mediation_desk.sync.merge.groups import ALL, COUNTS
from mediation_desk.sync.merge.record import fold
from mediation_desk.sync.wire.revisions import revision


def value(log: Log, record: str, field: str) -> object:
    """What the tables say."""
    return fold(w for w in log.written if w.op.record_id == uid(record)).value(field)


def test_a_change_by_one_who_had_seen_what_stands_is_applied() -> None:
    """The ordinary case."""
    log, _ = with_case()
    change = Chain("b").write(changes={"title": "new"}, seen=log.newest)
    log.take(change)
    assert log.answer(change).outcome("title") == "applied"
    assert value(log, "case", "title") == "new"


def test_a_change_by_one_who_had_not_is_kept_beside() -> None:
    """Two desks change the same thing apart: the first stands, the second waits for someone."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"title": "by first"}, seen=before))
    late = Chain("b").write(changes={"title": "by b"}, seen=before)
    log.take(late)
    assert log.answer(late).outcome("title") == CONFLICTED
    assert value(log, "case", "title") == "by first"


def test_the_same_value_is_no_difference() -> None:
    """Two people typed the same."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"title": "same"}, seen=before))
    late = Chain("b").write(changes={"title": "same"}, seen=before)
    log.take(late)
    assert groups(log.answer(late), "title") == ["applied"]


def test_who_overwrites_the_same_value_must_have_seen_either() -> None:
    """What two people typed alike was last written by the second: one who saw only the first is told."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"title": "same"}, seen=before))
    seen_first = log.newest
    log.take(Chain("b").write(changes={"title": "same"}, seen=before))
    third = Chain("c").write(changes={"title": "other"}, seen=seen_first)
    log.take(third)
    assert log.answer(third).outcome("title") == CONFLICTED


def test_other_groups_of_the_record_are_parallel() -> None:
    """Somebody changed something else of the same record: nothing to decide, but said."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"facts": "by first"}, seen=before))
    late = Chain("b").write(changes={"title": "by b"}, seen=before)
    log.take(late)
    assert log.answer(late).outcome("title") == "parallel"
    seen_all = Chain("c").write(changes={"title": "by c"}, seen=log.newest)
    log.take(seen_all)
    assert log.answer(seen_all).groups == {}


def test_one_group_in_trouble_does_not_hold_the_others() -> None:
    """Of one op, one group is applied and another waits."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"facts": "by first"}, seen=before))
    late = Chain("b").write(changes={"facts": "by b", "title": "by b"}, seen=before)
    log.take(late)
    assert log.answer(late).groups == {"facts": CONFLICTED, "title": "parallel"}
    assert (value(log, "case", "facts"), value(log, "case", "title")) == ("by first", "by b")


def test_fields_of_one_group_are_judged_together() -> None:
    """Applied in writing, and applied on: who changes one had to see the other."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"applied_on": "2026-09-01"}, seen=before))
    late = Chain("b").write(changes={"in_writing": False}, seen=before)
    log.take(late)
    assert log.answer(late).outcome("application") == CONFLICTED


def test_a_group_may_have_been_read_earlier_than_the_rest() -> None:
    """The group's own word in ``seen`` counts, not the log's."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"facts": "by first", "title": "by first"}, seen=before))
    late = Chain("b").write(changes={"facts": "by b", "title": "by b"}, seen={ALL: log.newest, "title": before})
    log.take(late)
    assert log.answer(late).groups == {"title": CONFLICTED}


def test_ones_own_op_is_never_in_ones_way() -> None:
    """A chain of changes at one desk, none of them pulled back yet."""
    log, first = with_case()
    before = log.newest
    own = [first.write(changes={"title": f"{n}"}, seen=before) for n in range(3)]
    log.take(*own)
    assert [log.answer(f).groups for f in own] == [{}, {}, {}]


def test_a_change_to_a_record_that_was_taken_out_waits() -> None:
    """Though it would say the same as what stands."""
    log, first = with_case()
    before = log.newest
    log.take(first.write("claim", kind="claim", action=VOID, seen=before))
    late = Chain("b").write("claim", {"text": "old claim"}, kind="claim", seen=before)
    log.take(late)
    assert log.answer(late).outcome("text") == CONFLICTED


@pytest.mark.parametrize("field", ["text", "position"])
def test_a_record_is_not_taken_out_from_under_a_change(field: str) -> None:
    """Whatever of it somebody changed unseen."""
    log, first = with_case()
    before = log.newest
    log.take(first.write("claim", {field: "new"}, kind="claim", seen=before))
    late = Chain("b").write("claim", kind="claim", action=VOID, seen=before)
    log.take(late)
    assert log.answer(late).groups == {COUNTS: CONFLICTED}
    again = Chain("c").write("claim", kind="claim", action=VOID, seen=log.newest)
    log.take(again)
    assert log.answer(again).groups == {}


def test_a_case_is_not_taken_out_from_under_anything_in_it() -> None:
    """A claim that was added, which whoever took the case out had not seen."""
    log, first = with_case()
    before = log.newest
    log.take(first.create("claim 2", "claim", {"text": "more", "position": 2}, seen=before))
    late = Chain("b").write(action=VOID, seen=before)
    log.take(late)
    assert log.answer(late).outcome(COUNTS) == CONFLICTED
    seen = Chain("c").write(action=VOID, seen=log.newest)
    log.take(seen)
    assert log.answer(seen).groups == {}


def test_nothing_goes_into_a_case_that_was_taken_out() -> None:
    """It would be seen by nobody."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(action=VOID, seen=before))
    other = Chain("b")
    added = other.create("claim 2", "claim", {"text": "more", "position": 2}, seen=before)
    changed = other.write("claim", {"text": "new"}, kind="claim", seen=before)
    log.take(added, changed)
    assert groups(log.answer(added), COUNTS, "text", "position") == [CONFLICTED] * 3
    assert log.answer(changed).groups == {"text": CONFLICTED}


def test_taken_out_twice_or_restored_twice_is_once() -> None:
    """Both said the same."""
    log, first = with_case()
    before = log.newest
    log.take(first.write("claim", kind="claim", action=VOID, seen=before))
    second = Chain("b").write("claim", kind="claim", action=VOID, seen=before)
    log.take(second)
    assert log.answer(second).outcome(COUNTS) == "applied"
    back = [Chain(n).write("claim", kind="claim", action=RESTORE, seen=log.newest) for n in "cd"]
    for one in back:
        log.take(one)
    assert [log.answer(b).groups for b in back] == [{}, {}]


def test_a_record_put_back_unseen_stays_out() -> None:
    """One restored what another had taken out again meanwhile."""
    log, first = with_case()
    log.take(first.write("claim", kind="claim", action=VOID, seen=log.newest))
    out = log.newest
    log.take(Chain("b").write("claim", kind="claim", action=RESTORE, seen=out))
    log.take(Chain("c").write("claim", kind="claim", action=VOID, seen=log.newest))
    late = Chain("d").write("claim", kind="claim", action=RESTORE, seen=out)
    log.take(late)
    assert log.answer(late).groups == {COUNTS: CONFLICTED}


def test_what_was_never_made_can_be_left_out_but_not_changed() -> None:
    """An amend of a record whose making was not applied waits like it; taking it out settles both."""
    log, _ = with_case()
    other = Chain("b")
    amend = other.write("ghost", {"text": "x"}, kind="claim", seen=log.newest)
    out = other.write("ghost", kind="claim", action=VOID, seen=log.newest)
    log.take(amend, out)
    assert log.answer(amend).groups == {"text": CONFLICTED}
    assert log.answer(out).groups == {}


def test_a_record_made_twice_is_changed_by_the_second() -> None:
    """Nothing aborts a batch: the groups are judged one by one."""
    log, _ = with_case()
    seen = {ALL: log.newest, COUNTS: 0, "text": 0, "position": 0}
    twice = Chain("b").create("claim", "claim", {"text": "old claim", "position": 9}, seen=seen)
    log.take(twice)
    assert groups(log.answer(twice), COUNTS, "text", "position") == ["parallel", "parallel", CONFLICTED]


def test_a_record_made_over_one_that_was_taken_out_unseen_is_not_there() -> None:
    """Then nothing of it is: no row with half its fields."""
    log, first = with_case()
    before = log.newest
    log.take(first.write("claim", kind="claim", action=VOID, seen=before))
    twice = Chain("b").create("claim", "claim", {"text": "x", "position": 1}, seen=before)
    log.take(twice)
    assert groups(log.answer(twice), COUNTS, "text", "position") == [CONFLICTED] * 3
    again = Chain("c").create("claim", "claim", {"text": "x", "position": 1}, seen=log.newest)
    log.take(again)
    assert log.answer(again).groups == {}
    assert value(log, "claim", "text") == "x"


def test_fields_and_kinds_of_a_newer_version_are_judged_by_themselves() -> None:
    """Which group they are of, only the newer version knows: so each is a group of its own."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"colour": "red", "title": "t"}, seen=before))
    late = Chain("b").write(changes={"colour": "blue", "shape": "round"}, seen=before)
    log.take(late)
    assert log.answer(late).groups == {"?colour": CONFLICTED, "?shape": "parallel"}
    drone = Chain("c")
    made = drone.create("drone", "drone", {"weight": 1}, seen=log.newest)
    log.take(made, drone.write("drone", {"weight": 2}, kind="drone", seen=log.newest))
    assert value(log, "drone", "weight") == 2


def test_what_of_a_newer_version_was_seen_is_taken_at_its_oldest() -> None:
    """Its group's name in ``seen`` cannot be told from another's."""
    log, first = with_case()
    before = log.newest
    log.take(first.write(changes={"colour": "red"}, seen=before))
    stale = Chain("b").write(changes={"colour": "blue"}, seen={ALL: log.newest, "paint": before, "title": 0})
    fresh = Chain("c").write(changes={"colour": "blue"}, seen={ALL: log.newest, "paint": log.newest, "title": 0})
    log.take(stale)
    log.take(fresh)
    assert groups(log.answer(stale), "?colour") == [CONFLICTED]
    assert groups(log.answer(fresh), "?colour") == ["applied"]


def test_units_are_refused_whole() -> None:
    """One op that no honest desk writes, and nothing of its unit is applied; all of it is kept."""
    log, first = with_case()
    good = first.write(changes={"title": "x"}, unit="one", seen=log.newest)
    bad = first.write("claim", {"text": "x"}, kind="party", unit="one", seen=log.newest)
    log.take(good, bad)
    assert [(log.answer(f).status, log.answer(f).reason) for f in (good, bad)] == [(REFUSED, OTHER_KIND)] * 2
    assert value(log, "case", "title") == "old"


def test_a_kind_is_known_from_the_unit_that_makes_it() -> None:
    """Made as one thing and changed as another in the same breath."""
    log, _ = with_case()
    other = Chain("b")
    made = other.create("x", "claim", {"text": "x", "position": 1}, unit="one", seen=log.newest)
    wrong = other.write("x", {"name": "x"}, kind="subject", unit="one", seen=log.newest)
    log.take(made, wrong)
    assert log.answer(made).reason == OTHER_KIND


def test_what_is_written_once_is_never_changed() -> None:
    """A paper that was printed; only taking note of it is no change."""
    log, first = with_case()
    log.take(first.create("paper", "paper", {"kind": "x"}, seen=log.newest))
    other = Chain("b")
    change = other.write("paper", {"kind": "y"}, kind="paper", seen=log.newest)
    out = other.write("paper", kind="paper", action=VOID, seen=log.newest)
    back = other.write("paper", kind="paper", action=RESTORE, seen=log.newest)
    note = other.write("paper", kind="paper", seen=log.newest)
    log.take(change, out, back, note)
    assert [log.answer(f).reason for f in (change, out, back, note)] == [WRITTEN_ONCE] * 3 + [""]


def test_who_says_he_saw_what_was_not_given_yet_is_refused() -> None:
    """Otherwise a lie would win over everything to come."""
    log, _ = with_case()
    other = Chain("b")
    liar = other.write(changes={"title": "x"}, seen=log.newest + 1)
    honest = other.write(changes={"title": "x"}, seen=log.newest)
    log.take(liar, honest)
    assert (log.answer(liar).status, log.answer(liar).reason) == (REFUSED, UNSEEN)
    assert log.answer(honest).groups == {}


def test_what_was_seen_of_a_log_that_is_no_more_counts_as_nothing() -> None:
    """Of an epoch that a central, restored to before it, has never heard of; it is no lie, and wins over nobody."""
    log, first = with_case()
    log.take(first.write(changes={"title": "by first"}, seen=log.newest))
    late = Chain("b").write(changes={"title": "by b", "recorder": "b"}, seen=revision(7, 3))
    log.take(late)
    assert log.answer(late).groups == {"title": CONFLICTED, "recorder": "parallel"}


def test_an_actor_without_the_right_is_kept_and_not_applied() -> None:
    """The whole unit waits for the head of the centre."""
    log, first = with_case()
    pair = [first.write(changes={"title": "x"}, actor="nobody", unit="u", seen=log.newest) for _ in range(2)]
    log.take(*pair)
    assert [log.answer(f).status for f in pair] == [UNAUTHORISED] * 2
    assert log.answer(pair[0]).outcome("title") == UNAUTHORISED
    assert value(log, "case", "title") == "old"


def test_an_empty_change_is_nothing_to_judge() -> None:
    """Taking note of what waits."""
    log, first = with_case()
    note = first.write(seen=log.newest)
    log.take(note)
    assert (log.answer(note).status, log.answer(note).groups) == ("judged", {})


def test_the_outcome_of_making_names_every_group() -> None:
    """A create is the making and its fields."""
    log, _ = with_case()
    other = Chain("b")
    made = other.write("case 9", {"title": "t"}, action=CREATE, case="case 9", seen=log.newest)
    log.take(made)
    assert log.answer(made).stands(COUNTS)
