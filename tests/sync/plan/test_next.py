"""The next step: out before in, whole units, and nothing about one centre holds another."""

from __future__ import annotations

from tests.sync.builders import CENTRE, uid
from tests.sync.plan.states import DESK, centre, chain, desk

from mediation_desk.sync.plan.denials import GAP
from mediation_desk.sync.plan.next import begin, next_step
from mediation_desk.sync.plan.state import BlobState, DeskState
from mediation_desk.sync.plan.steps import (
    AskBlob,
    AskLease,
    FetchPart,
    GiveBackLog,
    PullPage,
    PushUnits,
    Renew,
    Rest,
    SendPart,
    SignIn,
    Wait,
)
from mediation_desk.sync.plan.waiting import LONGEST
from mediation_desk.sync.wire.limits import BATCH_BYTES, BATCH_OPS, PART
from mediation_desk.sync.wire.seals import START, Mark

HERE = Mark(5, "x")


def test_first_the_way_in() -> None:
    """A new identity is told before anything; a forgotten desk shows its certificate."""
    assert next_step(DeskState(), 0) == SignIn(readmit=False)
    assert next_step(DeskState(unknown=True), 0) == SignIn(readmit=True)
    assert next_step(DeskState(renewal=True), 0) == Renew()


def test_a_desk_that_central_does_not_serve_rests() -> None:
    """With the reason, until the next round."""
    assert next_step(desk(centre(chain(1)), trouble="revoked"), 0) == Rest(("revoked",))
    assert next_step(begin(desk(centre(chain(1)), trouble="revoked")), 0) != Rest(("revoked",))


def test_it_waits_as_long_as_it_must_and_no_longer() -> None:
    """A clock that jumps ten years back makes nobody wait ten years."""
    waiting = desk(centre(chain(1)), not_before=100.0, failures=1)
    assert next_step(waiting, 99.0) == Wait(100.0)
    assert isinstance(next_step(waiting, 100.0), PushUnits)
    assert next_step(waiting, 100.0 - LONGEST) == Wait(100.0)
    assert isinstance(next_step(waiting, 99.9 - LONGEST), PushUnits)


def test_what_was_written_here_goes_before_what_others_wrote() -> None:
    """In the order of the chains, the older identity first; then the log to its end; then rest."""
    old = chain(1, 1, desk_id=uid("old"))
    new = chain(1)
    state = desk(centre(old, new, cursor=HERE))
    assert next_step(state, 0) == PushUnits(CENTRE, uid("old"), 1, 2, HERE)
    state = desk(centre(chain(desk_id=uid("old")), new, cursor=HERE))
    assert next_step(state, 0) == PushUnits(CENTRE, DESK, 1, 1, HERE)
    state = desk(centre(chain(), cursor=HERE, whole=True))
    assert next_step(state, 0) == PullPage(CENTRE, HERE, whole=True)
    assert next_step(desk(centre(chain(), current=True)), 0) == Rest()


def test_a_batch_ends_at_the_end_of_a_unit() -> None:
    """By bytes or by ops, whichever is first; and one unit at least, however large."""
    half = BATCH_BYTES // 2
    assert next_step(desk(centre(chain(half, half, 1))), 0) == PushUnits(CENTRE, DESK, 1, 2, START)
    assert next_step(desk(centre(chain(half, half + 1, 1))), 0) == PushUnits(CENTRE, DESK, 1, 1, START)
    assert next_step(desk(centre(chain(BATCH_BYTES + 1, 1))), 0) == PushUnits(CENTRE, DESK, 1, 1, START)
    each = BATCH_OPS // 2
    assert next_step(desk(centre(chain(1, 1, 1, each=each))), 0) == PushUnits(CENTRE, DESK, 1, BATCH_OPS, START)
    assert next_step(desk(centre(chain(1, 1, each=each + 1))), 0) == PushUnits(CENTRE, DESK, 1, each + 1, START)
    many = next_step(desk(centre(chain(1, 1, confirmed=10, each=BATCH_OPS + 9))), 0)
    assert many == PushUnits(CENTRE, DESK, 11, 19 + BATCH_OPS, START)


def test_what_central_lost_is_given_back_before_anything_is_sent() -> None:
    """Whatever waits."""
    assert next_step(desk(centre(chain(1), giving=HERE)), 0) == GiveBackLog(CENTRE, HERE)


def test_a_stuck_chain_holds_neither_the_log_nor_another() -> None:
    """And is said at the end, until the next round tries it again."""
    stuck = centre(chain(1, desk_id=uid("old"), stuck=GAP), chain(1))
    assert next_step(desk(stuck), 0) == PushUnits(CENTRE, DESK, 1, 1, START)
    assert next_step(desk(centre(chain(1, stuck=GAP))), 0) == PullPage(CENTRE, START, whole=False)
    at_rest = desk(centre(chain(1, stuck=GAP), current=True))
    assert next_step(at_rest, 0) == Rest((GAP,))
    assert next_step(begin(at_rest), 0) == PushUnits(CENTRE, DESK, 1, 1, START)


def test_a_centre_in_trouble_holds_no_other() -> None:
    """And is tried again in the next round."""
    state = desk(centre(chain(1), trouble="scope"), centre(chain(1), name=uid("two")))
    assert next_step(state, 0) == PushUnits(uid("two"), DESK, 1, 1, START)
    alone = desk(centre(chain(1), trouble="scope", current=True))
    assert next_step(alone, 0) == Rest(("scope",))
    assert next_step(begin(alone), 0) == PushUnits(CENTRE, DESK, 1, 1, START)


def test_a_new_round_asks_for_the_log_again() -> None:
    """Even when it was read to its end."""
    assert next_step(begin(desk(centre(current=True))), 0) == PullPage(CENTRE, START, whole=False)


def test_numbers_come_after_all_centres_talk_and_blobs_last() -> None:
    """One block at a time."""
    one, two = centre(current=True, lease_wanted=True), centre(name=uid("two"))
    blob = BlobState(CENTRE, "d", 10)
    assert next_step(desk(one, two, blobs=(blob,)), 0) == PullPage(uid("two"), START, whole=False)
    assert next_step(desk(one, blobs=(blob,)), 0) == AskLease(CENTRE)
    assert next_step(desk(centre(current=True), blobs=(blob,)), 0) == AskBlob(CENTRE, "d")


def test_a_blob_goes_on_where_it_broke_off() -> None:
    """In parts; the last is what is left. One that comes is asked for from where it stands."""
    ready = centre(current=True)
    size = 2 * PART + 7
    for sent, length in ((0, PART), (PART, PART), (2 * PART, 7)):
        blob = BlobState(CENTRE, "d", size, sent=sent)
        assert next_step(desk(ready, blobs=(blob,)), 0) == SendPart(CENTRE, "d", sent, length)
    coming = BlobState(CENTRE, "d", size, coming=True)
    assert next_step(desk(ready, blobs=(coming,)), 0) == FetchPart(CENTRE, "d", 0)
    further = BlobState(CENTRE, "d", size, sent=PART, coming=True)
    assert next_step(desk(ready, blobs=(further,)), 0) == FetchPart(CENTRE, "d", PART)


def test_a_blob_of_a_centre_in_trouble_waits_for_it() -> None:
    """And lets the others pass."""
    blobs = BlobState(CENTRE, "d", 1), BlobState(uid("two"), "e", 1)
    state = desk(centre(trouble="scope"), centre(name=uid("two"), current=True), blobs=blobs)
    assert next_step(state, 0) == AskBlob(uid("two"), "e")
    assert next_step(desk(centre(trouble="scope"), blobs=blobs[:1]), 0) == Rest(("scope",))
