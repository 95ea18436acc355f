"""Many may work in a profile; whoever replaces it is alone."""

from __future__ import annotations

import pytest
from tests.records.faults import refusal

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records import lock
from mediation_desk.records.lock import hold_alone, share
from mediation_desk.records.profile import Profile


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody lets go while a test waits."""
    monkeypatch.setattr(lock, "_PATIENCE_SECONDS", 0.1)


def test_two_may_share_and_only_the_first_tidies(profile: Profile) -> None:
    """The second must not remove what the first is just writing."""
    tidied: list[Profile] = []
    with share(profile, tidied.append):
        assert refusal(lambda: share(profile, tidied.append).release()) == ""
        with share(profile, tidied.append):
            assert tidied == [profile]


def test_alone_is_refused_while_anyone_is_there(profile: Profile) -> None:
    """In this process or in another; and granted once they have left."""
    with share(profile, Profile.clear_temporary):
        with pytest.raises(KnownProblem, match="open in another window"):
            hold_alone(profile)
        assert "open in another window" in refusal(lambda: hold_alone(profile).release())
    hold_alone(profile).release()


def test_nobody_enters_while_one_is_alone(profile: Profile) -> None:
    """A desk that is being replaced is not opened half-way."""
    with hold_alone(profile):
        assert "being restored" in refusal(lambda: share(profile, Profile.clear_temporary).release())
    share(profile, Profile.clear_temporary).release()
