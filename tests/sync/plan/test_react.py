"""What an answer changes: only what central has said is believed, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from tests.sync.builders import CENTRE, Chain, Log, uid, with_case
from tests.sync.plan.states import DESK, Journal, centre, chain, desk, page, places

from mediation_desk.sync.plan.denials import GAP
from mediation_desk.sync.plan.effects import Absorb, CutLog, NoteAnswers, Reaction, TakeIdentity
from mediation_desk.sync.plan.react import carried, given_back, pulled, pushed
from mediation_desk.sync.plan.state import CentreState, ChainState, DeskState
from mediation_desk.sync.plan.steps import GiveBackLog, PullPage, PushUnits
from mediation_desk.sync.wire.conversation import Answered, ChainEnd, Deferred, Denied, Stored, Taken
from mediation_desk.sync.wire.log import Differs, Page
from mediation_desk.sync.wire.seals import START, Mark

NOW, LUCK = 1000.0, 0.5
PUSH = PushUnits(CENTRE, DESK, 1, 2, START)
PULL = PullPage(CENTRE, START, whole=False)
ANSWERS = [Answered(7, b"{}"), Answered(8, b"{}")]
BUSY = Denied(reason="busy", retry_after=9)


def of_centre(reaction: Reaction) -> CentreState:
    """The state of the one centre."""
    return reaction.desk.centres[0]


def of_chain(reaction: Reaction) -> ChainState:
    """The state of its one chain."""
    return of_centre(reaction).chains[0]


def world() -> tuple[Log, Chain, Journal]:
    """A log of others, in which the desk's own three ops come last; what the desk has of it: nothing."""
    log, _ = with_case()
    own = Chain("b")
    for n in range(3):
        own.write(changes={"title": f"{n}"}, seen=log.newest)
    journal = Journal({DESK: [f.digest for f in own.frames]}, bodies={f.digest: f.body for f in own.frames})
    return log, own, journal


def test_what_is_stored_is_confirmed_and_noted() -> None:
    """And the log is asked for; failures before are forgotten."""
    state = desk(centre(chain(1, 1, 1), current=True), failures=3, not_before=5.0)
    got = pushed(state, PUSH, Stored(answers=ANSWERS), Journal(), NOW, LUCK)
    assert (of_chain(got).confirmed, [u.first for u in of_chain(got).units]) == (2, [3])
    assert not of_centre(got).current
    assert got.effects == (NoteAnswers(CENTRE, DESK, 1, tuple(ANSWERS)),)
    assert (got.desk.failures, got.desk.not_before) == (0, 0.0)


def test_an_answer_that_does_not_fit_the_batch_is_as_good_as_none() -> None:
    """The batch goes again, later."""
    got = pushed(desk(centre(chain(1, 1))), PUSH, Stored(answers=ANSWERS[:1]), Journal(), NOW, LUCK)
    assert (of_chain(got).confirmed, got.desk.failures, got.effects) == (0, 1, ())


def test_the_page_that_comes_with_an_answer_is_taken_in_at_once() -> None:
    """So that a hundred changes both ways cost one request."""
    log, own, journal = world()
    log.take(*own.frames)
    answer = Stored(answers=ANSWERS, page=page(log, own=journal.bodies.keys()))  # type: ignore[arg-type]
    got = pushed(desk(centre(chain(1, 1, 1))), PUSH, answer, journal, NOW, LUCK)
    note, absorb = got.effects
    assert isinstance(note, NoteAnswers)
    assert isinstance(absorb, Absorb)
    assert [p.op for p in absorb.entries] == [w.op for w in log.written]
    assert (of_centre(got).cursor, of_centre(got).current) == (places(log)[-1], True)
    assert of_chain(got).confirmed == 3


def test_a_fork_takes_a_new_identity_once() -> None:
    """If it is of the present one; a former one was left long ago."""
    answer = Stored(answers=ANSWERS, forked=True)
    got = pushed(desk(centre(chain(1, 1))), PUSH, answer, Journal(), NOW, LUCK)
    assert (got.desk.renewal, got.desk.signed_in, got.effects[-1]) == (True, False, TakeIdentity())
    again = pushed(got.desk, PUSH, answer, Journal(), NOW, LUCK)
    assert TakeIdentity() not in again.effects
    former = pushed(desk(centre(chain(1, 1))), PUSH, answer, Journal(desk_id=uid("new")), NOW, LUCK)
    assert (former.desk.renewal, len(former.effects)) == (False, 1)


def test_a_page_is_taken_in_up_to_centrals_word() -> None:
    """Page by page; the end of the log is reached when there is no newer."""
    log, _, journal = world()
    state = desk(centre(chain(1)), failures=1)
    first = pulled(state, PULL, page(log, upto=2), journal, NOW, LUCK)
    assert (of_centre(first).cursor, of_centre(first).current) == (places(log)[2], False)
    assert first.desk.failures == 0
    journal.pulled = places(log)[1:3]
    second = pulled(first.desk, PULL, page(log, start=2), journal, NOW, LUCK)
    assert (of_centre(second).cursor, of_centre(second).current) == (places(log)[-1], True)
    (absorb,) = second.effects
    assert isinstance(absorb, Absorb)
    assert [p.mark for p in absorb.entries] == places(log)[3:]
    journal.pulled = places(log)[1:]
    nothing = pulled(second.desk, PULL, page(log, start=len(log.entries)), journal, NOW, LUCK)
    assert (nothing.effects, of_centre(nothing).current) == ((), True)


def test_a_page_that_does_not_begin_in_the_pulled_log_is_left() -> None:
    """An old receipt, or a stranger's; nor one of a centre that this desk does not serve."""
    log, _, journal = world()
    state = desk(centre())
    assert pulled(state, PULL, page(log, start=2), journal, NOW, LUCK) == Reaction(state)
    other = msgspec.structs.replace(page(log), centre_id=uid("x"))
    assert pulled(state, PULL, other, journal, NOW, LUCK) == Reaction(state)


def test_a_page_that_begins_earlier_adds_what_is_new() -> None:
    """Receipts come late, twice, and out of order."""
    log, _, journal = world()
    journal.pulled = places(log)[1:3]
    state = desk(centre(cursor=places(log)[2]))
    got = carried(state, CENTRE, page(log), journal, NOW, LUCK)
    (absorb,) = got.effects
    assert isinstance(absorb, Absorb)
    assert [p.mark for p in absorb.entries] == places(log)[3:]
    old = carried(got.desk, CENTRE, page(log, upto=2), journal, NOW, LUCK)
    assert (old.effects, of_centre(old).cursor) == ((), places(log)[-1])


def test_a_page_of_another_past_is_not_taken_in() -> None:
    """What it says of entries the desk has is not what the desk has: ask the line what is right."""
    log, _, journal = world()
    journal.pulled = [places(log)[1], Mark(2, "other")]
    state = desk(centre(cursor=Mark(2, "other")))
    got = carried(state, CENTRE, page(log), journal, NOW, LUCK)
    assert (got.effects, got.desk.failures) == ((), 1)


def test_a_page_that_cannot_be_right_is_asked_for_once_more_with_all_bytes() -> None:
    """Then it is central that is wrong, and it is tried later."""
    log, _, journal = world()
    wrong = msgspec.structs.replace(page(log), newest=99, entries=page(log).entries[1:])
    first = pulled(desk(centre()), PULL, wrong, journal, NOW, LUCK)
    assert (of_centre(first).whole, first.desk.failures, first.effects) == (True, 0, ())
    second = pulled(first.desk, PULL, wrong, journal, NOW, LUCK)
    assert (of_centre(second).whole, second.desk.failures) == (True, 1)
    right = pulled(first.desk, PULL, page(log), journal, NOW, LUCK)
    assert not of_centre(right).whole


def test_own_ops_in_the_log_need_not_be_sent() -> None:
    """A courier delivered them."""
    log, own, journal = world()
    log.take(*own.frames[:2])
    got = pulled(desk(centre(chain(1, 1, 1))), PULL, page(log), journal, NOW, LUCK)
    assert (of_chain(got).confirmed, [u.first for u in of_chain(got).units]) == (2, [3])
    assert not got.desk.renewal


def test_what_is_not_in_the_log_at_its_end_was_not_confirmed() -> None:
    """Central said so, and was restored since: it goes again."""
    log, own, journal = world()
    log.take(own.frames[0])
    state = desk(centre(chain(confirmed=3, stuck=GAP)))
    got = pulled(state, PULL, page(log), journal, NOW, LUCK)
    assert (of_chain(got).confirmed, of_chain(got).stuck, of_chain(got).units) == (1, "", ())
    journal.pulled = places(log)[1:]
    journal.in_log = {DESK: 1}
    at_end = desk(centre(chain(confirmed=3), cursor=places(log)[-1]))
    empty = pulled(at_end, PULL, page(log, start=len(log.entries)), journal, NOW, LUCK)
    assert of_chain(empty).confirmed == 1
    journal.pulled, journal.in_log = [], {}
    half = pulled(state, PULL, page(log, upto=2), journal, NOW, LUCK)
    assert of_chain(half).confirmed == 3


def test_what_another_disk_wrote_under_this_identity_is_a_fork() -> None:
    """Though this disk has not written since: it must not write on under it."""
    log, own, journal = world()
    log.take(*own.frames)
    for chains in ({DESK: journal.chains[DESK][:2]}, {DESK: [*journal.chains[DESK][:2], "other"]}):
        journal.chains = chains
        got = pulled(desk(centre(chain())), PULL, page(log), journal, NOW, LUCK)
        assert (got.desk.renewal, got.effects[-1]) == (True, TakeIdentity())
        assert of_chain(got).confirmed == 2
    journal.desk_id = uid("new")
    assert not pulled(desk(centre(chain())), PULL, page(log), journal, NOW, LUCK).desk.renewal


def test_deferred_goes_back_to_the_last_op_that_central_has() -> None:
    """Of this chain, and of this branch of it."""
    journal = Journal({DESK: ["d1", "d2", "d3"]})
    step = replace(PUSH, first=3, last=3)
    state = desk(centre(chain(1, confirmed=2)))
    for known, last in (
        ([ChainEnd(DESK, 0, 1, "d1")], 1),
        ([ChainEnd(DESK, 0, 1, "d1"), ChainEnd(DESK, 1, 2, "else")], 1),
        ([ChainEnd(uid("x"), 0, 1, "d1")], 0),
        ([], 0),
    ):
        got = pushed(state, step, Deferred(waits_for="d2", known=known), journal, NOW, LUCK)
        assert (of_chain(got).confirmed, of_chain(got).units, of_chain(got).stuck) == (last, (), "")


def test_deferred_for_another_chain_reads_the_log_to_its_end_first() -> None:
    """That says what central has of each; until then this one is stuck and holds nothing."""
    journal = Journal({DESK: ["d1"]})
    state = desk(centre(chain(1), current=True))
    got = pushed(state, replace(PUSH, last=1), Deferred(waits_for="x", known=[]), journal, NOW, LUCK)
    assert (of_chain(got).stuck, of_centre(got).current, len(of_chain(got).units)) == (GAP, False, 1)


def test_where_logs_differ_the_desk_gives_back_from_the_last_place_both_have() -> None:
    """Whether central was restored and asks for it, or went on without it."""
    log, _, journal = world()
    journal.pulled = places(log)[1:]
    state = desk(centre(cursor=places(log)[-1]), failures=2)
    shown = [Mark(4, "other"), Mark(3, "other"), places(log)[2], START]
    for wanted in (True, False):
        got = pulled(state, PULL, Differs(centre_id=CENTRE, marks=shown, wanted=wanted), journal, NOW, LUCK)
        assert (of_centre(got).giving, of_centre(got).gave) == (places(log)[2], places(log)[2])
        assert (got.effects, got.desk.failures) == ((), 0)


def test_logs_that_share_nothing_share_their_beginning() -> None:
    """Also when central shows too little."""
    log, _, journal = world()
    journal.pulled = places(log)[1:]
    state = desk(centre(cursor=places(log)[-1]))
    for shown in ([Mark(9, "x"), START], []):
        got = pushed(state, PUSH, Differs(centre_id=CENTRE, marks=shown), journal, NOW, LUCK)
        assert of_centre(got).giving == START


def test_a_difference_that_is_none_is_asked_about_later() -> None:
    """Central shows the desk's own place among its own; or speaks of a centre this desk does not serve."""
    log, _, journal = world()
    journal.pulled = places(log)[1:]
    state = desk(centre(cursor=places(log)[-1]))
    same = pulled(state, PULL, Differs(centre_id=CENTRE, marks=places(log)[::-1]), journal, NOW, LUCK)
    assert (of_centre(same).giving, same.desk.failures) == (None, 1)
    foreign = Differs(centre_id=uid("x"), marks=[])
    assert carried(state, uid("x"), foreign, journal, NOW, LUCK).desk.failures == 1


def test_it_gives_back_to_the_end_of_what_it_has() -> None:
    """In as many parts as it takes; then it asks again."""
    state = desk(centre(cursor=Mark(9, "i"), giving=START, gave=START), failures=1)
    part = given_back(state, GiveBackLog(CENTRE, START), Mark(5, "e"), Taken(), Journal(), NOW, LUCK)
    assert (of_centre(part).giving, of_centre(part).gave, part.desk.failures) == (Mark(5, "e"), START, 0)
    rest = given_back(part.desk, GiveBackLog(CENTRE, Mark(5, "e")), Mark(9, "i"), Taken(), Journal(), NOW, LUCK)
    assert (of_centre(rest).giving, of_centre(rest).gave, of_centre(rest).current) == (None, START, False)


def test_what_central_goes_on_without_is_cut_off_only_after_it_was_given_back() -> None:
    """The desk's own part of it is in its outbox again."""
    log, _, journal = world()
    journal.pulled = places(log)[1:]
    shared = places(log)[2]
    differs = Differs(centre_id=CENTRE, marks=[shared, START])
    gave = desk(centre(cursor=places(log)[-1], gave=shared, current=True), failures=1)
    got = pulled(gave, PULL, differs, journal, NOW, LUCK)
    assert got.effects == (CutLog(CENTRE, shared),)
    assert (of_centre(got).cursor, of_centre(got).gave, of_centre(got).current) == (shared, None, False)
    assert got.desk.failures == 0
    asks = msgspec.structs.replace(differs, wanted=True)
    assert pulled(gave, PULL, asks, journal, NOW, LUCK).effects == ()
    elsewhere = desk(centre(cursor=places(log)[-1], gave=places(log)[1]))
    assert of_centre(pulled(elsewhere, PULL, differs, journal, NOW, LUCK)).giving == shared


def test_a_page_ends_the_giving_back() -> None:
    """Central has the desk's place again."""
    log, _, journal = world()
    journal.pulled = places(log)[1:]
    state = desk(centre(cursor=places(log)[-1], gave=START))
    got = pulled(state, PULL, page(log, start=len(log.entries)), journal, NOW, LUCK)
    assert of_centre(got).gave is None


@pytest.mark.parametrize("way", ["push", "pull", "give"])
def test_whatever_is_denied_is_put_off(way: str) -> None:
    """Central is busy: later, and nothing is lost."""
    state = desk(centre(chain(1, 1), giving=None if way != "give" else START))
    if way == "push":
        got = pushed(state, PUSH, BUSY, Journal(), NOW, LUCK)
    elif way == "pull":
        got = pulled(state, PULL, BUSY, Journal(), NOW, LUCK)
    else:
        got = given_back(state, GiveBackLog(CENTRE, START), START, BUSY, Journal(), NOW, LUCK)
    assert (got.desk.not_before > NOW, got.desk.centres, got.effects) == (True, state.centres, ())


def test_giving_back_may_show_that_the_logs_differ_elsewhere() -> None:
    """Central was restored once more meanwhile."""
    log, _, journal = world()
    journal.pulled = places(log)[1:]
    state = desk(centre(cursor=places(log)[-1], giving=places(log)[3], gave=places(log)[3]))
    differs = Differs(centre_id=CENTRE, marks=[places(log)[1], START], wanted=True)
    got = given_back(state, GiveBackLog(CENTRE, places(log)[3]), places(log)[-1], differs, journal, NOW, LUCK)
    assert of_centre(got).giving == places(log)[1]


def test_of_a_receipts_denials_only_the_lasting_matter() -> None:
    """That central was busy when the file came is of no interest now; that the desk was taken off is."""
    state = desk(centre())
    assert carried(state, CENTRE, BUSY, Journal(), NOW, LUCK) == Reaction(state)
    assert carried(state, CENTRE, Denied(reason="revoked"), Journal(), NOW, LUCK).desk.trouble == "revoked"
    scope = carried(state, CENTRE, Denied(reason="scope"), Journal(), NOW, LUCK)
    assert (scope.desk.trouble, of_centre(scope).trouble) == ("", "scope")


def test_a_receipts_difference_is_a_difference() -> None:
    """The next file gives back what is wanted."""
    log, _, journal = world()
    journal.pulled = places(log)[1:]
    state = desk(centre(cursor=places(log)[-1]))
    differs = Differs(centre_id=CENTRE, marks=[places(log)[1], START], wanted=True)
    assert of_centre(carried(state, CENTRE, differs, journal, NOW, LUCK)).giving == places(log)[1]


def test_other_centres_and_chains_are_left_as_they_are() -> None:
    """An answer is about one of each."""
    other_chain = chain(1, desk_id=uid("old"))
    other = centre(chain(1, 1), name=uid("two"), current=True)
    state = desk(centre(other_chain, chain(1, 1)), other)
    got = pushed(state, PUSH, Stored(answers=ANSWERS), Journal(), NOW, LUCK)
    assert got.desk.centres[1] == other
    assert got.desk.centres[0].chains[0] == other_chain
    assert isinstance(got.desk, DeskState)
    assert isinstance(page(with_case()[0]), Page)
