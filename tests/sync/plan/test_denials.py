"""Denials: never at the cost of what was written, and always with a way on."""

from __future__ import annotations

import pytest
from tests.sync.builders import CENTRE, uid
from tests.sync.plan.states import DESK, centre, chain, desk

from mediation_desk.sync.plan.answers import blob_answered, leased, renewed, signed_in
from mediation_desk.sync.plan.denials import GAP, REFUSED_BATCH, REFUSED_PULL, TROUBLES, denied
from mediation_desk.sync.plan.state import BlobState, DeskState
from mediation_desk.sync.plan.steps import AskBlob, AskLease, FetchPart, PullPage, PushUnits, Renew, SendPart, SignIn
from mediation_desk.sync.plan.waiting import LONGEST, SHORTEST, failed, served
from mediation_desk.sync.wire.conversation import DENIALS, BlobHave, BlobPart, Denied, Lease, Leased
from mediation_desk.sync.wire.enrolment import Token
from mediation_desk.sync.wire.seals import START

NOW = 1000.0
PUSH = PushUnits(CENTRE, DESK, 1, 1, START)
PULL = PullPage(CENTRE, START, whole=False)
LEASE = AskLease(CENTRE)
STATE = desk(centre(chain(1), chain(1, desk_id=uid("old"))), centre(name=uid("two")))


def after(reason: str, step: object = PULL, state: DeskState = STATE, retry_after: int = 0) -> DeskState:
    """The state after a denial."""
    return denied(state, step, Denied(reason=reason, retry_after=retry_after), NOW, 0.0)  # type: ignore[arg-type]


@pytest.mark.parametrize("reason", DENIALS)
@pytest.mark.parametrize("step", [PUSH, PULL, SignIn(), Renew(), LEASE, SendPart(CENTRE, "d", 0, 1)], ids=repr)
def test_no_denial_costs_what_waits(reason: str, step: object) -> None:
    """Every unit is still there, and something will be tried again."""
    later = after(reason, step)
    assert [c.units for x in later.centres for c in x.chains] == [c.units for x in STATE.centres for c in x.chains]
    assert later != STATE


def test_a_token_that_ran_out_is_renewed_at_once_and_then_more_slowly() -> None:
    """A central that refuses each new token is not asked without end."""
    once = after("unauthenticated")
    assert (once.signed_in, once.not_before, once.failures) == (False, 0.0, 1)
    again = after("unauthenticated", state=once)
    assert (again.signed_in, again.not_before > NOW, again.failures) == (False, True, 2)


def test_a_forgotten_desk_shows_its_certificate_once() -> None:
    """Then a person must see to it."""
    once = after("unknown_desk")
    assert (once.signed_in, once.unknown, once.trouble) == (False, True, "")
    again = after("unknown_desk", SignIn(readmit=True), once)
    assert again.trouble == "unknown_desk"


@pytest.mark.parametrize("reason", ["revoked", "too_old", "too_new"])
def test_some_denials_are_about_the_whole_desk(reason: str) -> None:
    """Whatever was asked."""
    for step in (PUSH, PULL, SignIn()):
        assert after(reason, step).trouble == reason


@pytest.mark.parametrize("reason", ["busy", "full"])
def test_some_are_about_the_moment(reason: str) -> None:
    """As long as central asked, and a little."""
    for step in (PUSH, PULL, SignIn(), LEASE):
        later = after(reason, step, retry_after=30)
        assert (later.not_before, later.failures, later.centres) == (NOW + 30, 1, STATE.centres)


def test_lost_scope_is_about_one_centre() -> None:
    """Reading and writing both."""
    for step in (PUSH, PULL, LEASE):
        later = after("scope", step)
        assert (later.trouble, [c.trouble for c in later.centres]) == ("", ["scope", ""])


def test_a_central_that_is_being_restored_takes_nothing_and_is_heard_all_the_same() -> None:
    """A push is put aside so that the pull after it can say what this desk has."""
    pushed = after("restoring", PUSH)
    assert [c.stuck for c in pushed.centres[0].chains] == ["restoring", ""]
    assert pushed.centres[0].trouble == ""
    assert after("restoring", PULL).centres[0].trouble == "restoring"


def test_what_central_cannot_read_holds_its_chain_or_its_centre() -> None:
    """Until the next round."""
    assert [c.stuck for c in after("malformed", PUSH).centres[0].chains] == [REFUSED_BATCH, ""]
    assert after("malformed", PULL).centres[0].trouble == REFUSED_PULL
    assert after("malformed", SignIn()).failures == 1


def test_every_lasting_trouble_has_a_sentence() -> None:
    """For the person at the desk."""
    lasting = {"unknown_desk", "revoked", "scope", "too_old", "too_new", "restoring", GAP, REFUSED_BATCH, REFUSED_PULL}
    assert set(TROUBLES) == lasting


def test_waiting_grows_and_is_never_the_same_for_all() -> None:
    """Doubled each time, to a limit; half of it by luck."""
    state = desk()
    waits = []
    for _ in range(12):
        state = failed(state, NOW, 0.0)
        waits.append(state.not_before - NOW)
    assert waits[:3] == [SHORTEST / 2, SHORTEST, SHORTEST * 2]
    assert waits[-1] == LONGEST / 2
    assert failed(desk(), NOW, 0.9).not_before > failed(desk(), NOW, 0.1).not_before
    assert failed(desk(failures=99), NOW, 1.0).not_before == NOW + LONGEST
    assert failed(desk(), NOW, 0.0, asked=10**9).not_before == NOW + LONGEST
    assert failed(desk(), NOW, 0.5, asked=40).not_before == NOW + 50


def test_an_answer_ends_the_waiting() -> None:
    """And where nothing failed, nothing changes."""
    assert (served(desk(failures=3, not_before=9.0)).failures, served(desk(failures=3, not_before=9.0)).not_before) == (
        0,
        0.0,
    )
    quiet = desk()
    assert served(quiet) is quiet


def test_the_way_in() -> None:
    """A token, or a denial; failures count on until something is served."""
    out = DeskState(failures=2, unknown=True)
    inside = signed_in(out, Token(text="t"), NOW, 0.0)
    assert (inside.signed_in, inside.unknown, inside.failures) == (True, False, 2)
    assert signed_in(out, Denied(reason="revoked"), NOW, 0.0).trouble == "revoked"


def test_a_new_identity_signs_in_anew() -> None:
    """Or is told why not."""
    state = desk(renewal=True, failures=1, unknown=True)
    done = renewed(state, None, NOW, 0.0)  # type: ignore[arg-type]
    assert (done.renewal, done.signed_in, done.failures, done.unknown) == (False, False, 0, False)
    refused = renewed(state, Denied(reason="revoked"), NOW, 0.0)
    assert (refused.renewal, refused.trouble) == (True, "revoked")


def test_a_block_of_numbers_is_wanted_until_it_is_there() -> None:
    """Of its centre alone."""
    state = desk(centre(lease_wanted=True), centre(name=uid("two"), lease_wanted=True), failures=1)
    got = leased(state, LEASE, Leased(lease=Lease(CENTRE, 2026, 1, 100)), NOW, 0.0)
    assert ([c.lease_wanted for c in got.centres], got.failures) == ([False, True], 0)
    later = leased(state, LEASE, Denied(reason="busy"), NOW, 0.0)
    assert ([c.lease_wanted for c in later.centres], later.failures) == ([True, True], 2)


def test_a_blob_goes_from_the_list_when_it_is_whole() -> None:
    """Sent, or fetched, or there already; another blob is left alone."""
    other = BlobState(CENTRE, "other", 10)
    state = desk(centre(), blobs=(BlobState(CENTRE, "d", 10), other, BlobState(uid("two"), "d", 10)), failures=1)

    def have(size: int) -> BlobHave:
        return BlobHave(digest="d", size=10, have=size)

    asked = blob_answered(state, AskBlob(CENTRE, "d"), have(4), NOW, 0.0)
    assert ([b.sent for b in asked.blobs], asked.failures) == ([4, None, None], 0)
    sent = blob_answered(asked, SendPart(CENTRE, "d", 4, 6), have(10), NOW, 0.0)
    assert [b.digest for b in sent.blobs] == ["other", "d"]
    part = BlobPart(centre_id=CENTRE, digest="d", size=10, offset=4, data=b"123")
    came = blob_answered(asked, FetchPart(CENTRE, "d", 4), part, NOW, 0.0)
    assert came.blobs[0].sent == 7
    assert blob_answered(state, AskBlob(CENTRE, "d"), Denied(reason="busy"), NOW, 0.0).failures == 2
