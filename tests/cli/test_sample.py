"""``sample`` as it is called: the desk is made, and how to sign in is said."""

from __future__ import annotations

import json

from tests.cli.called import Caller

from mediation_desk.actions.sample.make import PASSWORD


def test_the_sample_says_how_to_sign_in_and_can_be_used_at_once(call: Caller) -> None:
    """What is printed opens the desk, signs in, and the command line acts without more."""
    said = call.bare("--language", "en", "--profile", call.profile, "sample")
    assert said.code == 0
    assert said.out.count(PASSWORD) == 2
    assert "李国庆" in said.out
    call.file("passphrase", PASSWORD + "\n")
    rows = json.loads(call("list", "--json").out)
    assert len(rows) == 30
    assert len({row["centre"] for row in rows}) == 3
    assert call("check").code == 0
    again = call.bare("--profile", call.profile, "sample")
    assert (again.code, again.out) == (1, "")


def test_a_passphrase_of_ones_own_is_not_said(call: Caller) -> None:
    """What someone keeps in a file does not appear on the screen."""
    call.file("passphrase", "三月三的风筝\n")
    said = call("sample")
    assert said.code == 0
    assert "三月三的风筝" not in said.out + said.err
    assert call("list").code == 0
