"""Rights: as far as an actor could know them when he wrote."""

from __future__ import annotations

from tests.sync.builders import Chain, Log, founded

from mediation_desk.domain.roles import ACCOUNTS, AGREE, REGISTER, SET_UP
from mediation_desk.journal.op import CREATE, RESTORE, VOID
from mediation_desk.sync.merge.answers import UNAUTHORISED


def status(log: Log, chain: Chain, **more: object) -> str:
    """What becomes of registering a case."""
    more.setdefault("seen", log.newest)
    one = chain.create(f"case {len(chain.frames)}", changes={"title": "t"}, **more)  # type: ignore[arg-type]
    log.take(one)
    return log.answer(one).status


def test_a_role_gives_its_purposes_and_no_other() -> None:
    """A mediator registers and agrees, and grants nothing."""
    log, _ = founded("li")
    b = Chain("b")
    assert status(log, b, actor="li", purpose=REGISTER) == "judged"
    assert status(log, b, actor="li", purpose=AGREE) == "judged"
    assert status(log, b, actor="li", purpose=ACCOUNTS) == UNAUTHORISED
    assert status(log, b, actor="wang", purpose=REGISTER) == UNAUTHORISED


def test_a_withdrawn_role_counts_until_that_was_seen() -> None:
    """Who worked apart and could not know loses nothing."""
    log, first = founded("li")
    before = log.newest
    log.take(first.write("glimediator", kind="role_grant", action=VOID, case=None, purpose=ACCOUNTS, seen=before))
    b = Chain("b")
    assert status(log, b, actor="li", seen=before) == "judged"
    assert status(log, b, actor="li") == UNAUTHORISED
    back = first.write("glimediator", kind="role_grant", action=RESTORE, case=None, purpose=ACCOUNTS, seen=log.newest)
    log.take(back)
    assert status(log, b, actor="li") == "judged"


def test_a_role_that_was_not_granted_yet_gives_nothing() -> None:
    """Nor one whose granting was not applied."""
    log, first = founded()
    before = log.newest
    log.take(first.grant("li", "mediator", purpose=ACCOUNTS, seen=before))
    rogue = Chain("c")
    log.take(rogue.grant("wang", "mediator", purpose=ACCOUNTS, actor="wang", seen=log.newest))
    b = Chain("b")
    assert status(log, b, actor="li", seen=before) == UNAUTHORISED
    assert status(log, b, actor="li") == "judged"
    assert status(log, b, actor="wang") == UNAUTHORISED


def test_what_ones_own_desk_granted_counts_before_it_was_pulled() -> None:
    """The head grants a role at a desk without a line, and it is used there."""
    log, first = founded()
    before = log.newest
    log.take(first.grant("li", "mediator", purpose=ACCOUNTS, seen=before))
    assert status(log, first, actor="li", seen=before) == "judged"


def test_how_far_the_log_was_pulled_is_the_newest_that_was_seen_where_nothing_else_says_it() -> None:
    """A desk may name only the groups."""
    log, first = founded()
    log.take(first.grant("li", "mediator", purpose=ACCOUNTS, seen=log.newest))
    assert status(log, Chain("b"), actor="li", seen={"title": log.newest, "facts": 1}) == "judged"
    assert status(log, Chain("c"), actor="li", seen={"title": 1}) == UNAUTHORISED
    assert status(log, Chain("d"), actor="li", seen={}) == UNAUTHORISED


def test_only_the_first_unit_of_a_new_desk_sets_a_centre_up() -> None:
    """Not a later one, nor one of a desk that goes on from another's chain."""
    log, first = founded()
    b = Chain("b")
    assert status(log, b, actor="any", purpose=SET_UP) == "judged"
    assert status(log, b, actor="head", purpose=SET_UP) == UNAUTHORISED
    heir = Chain("c", after=first.prev)
    assert status(log, heir, actor="head", purpose=SET_UP) == UNAUTHORISED


def test_a_purpose_of_a_newer_version_needs_some_role() -> None:
    """An older central cannot know who may; somebody of the centre it must be."""
    log, _ = founded("li")
    assert status(log, Chain("b"), actor="li", purpose="notarise") == "judged"
    assert status(log, Chain("c"), actor="wang", purpose="notarise") == UNAUTHORISED


def test_roles_of_others_are_not_ones_own() -> None:
    """Each account has what was granted to it, in whatever field order."""
    log, first = founded("li")
    empty = first.write("gx", {}, kind="role_grant", action=CREATE, case=None, purpose=ACCOUNTS, seen=log.newest)
    log.take(empty)
    assert status(log, Chain("b"), actor="wang") == UNAUTHORISED
