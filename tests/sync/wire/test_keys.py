"""Keys and signatures: none serves for anything but what it was given for."""

from __future__ import annotations

import pytest

from mediation_desk.sync.wire.keys import (
    exchange_key,
    exchange_public,
    holds,
    public_text,
    sign,
    signing_key,
    signing_public,
)
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.revisions import epoch_of, follows, in_epoch, number_of, revision

KEY, OTHER = signing_key(b"1" * 32), signing_key(b"2" * 32)
PUBLIC = public_text(KEY)


def test_a_signature_holds_for_its_use_and_parts_alone() -> None:
    """Another use, another part, another key, parts cut elsewhere: none."""
    given = sign(KEY, "seal", "a", 1)
    assert holds(PUBLIC, given, "seal", "a", 1)
    assert not holds(PUBLIC, given, "head", "a", 1)
    assert not holds(PUBLIC, given, "seal", "a", 2)
    assert not holds(PUBLIC, given, "seal", "a1")
    assert not holds(public_text(OTHER), given, "seal", "a", 1)
    assert not holds(PUBLIC, given[:-1], "seal", "a", 1)


def test_parts_cannot_run_into_one_another() -> None:
    """A line break in one of them would make two of one."""
    with pytest.raises(Malformed):
        sign(KEY, "seal", "a\nb")
    with pytest.raises(Malformed):
        holds(PUBLIC, b"", "seal", "a\nb")


def test_a_public_key_names_its_algorithm() -> None:
    """And is only taken for that."""
    assert signing_public(PUBLIC).public_bytes_raw() == KEY.public_key().public_bytes_raw()
    exchange = exchange_key(b"3" * 32)
    text = public_text(exchange)
    assert exchange_public(text).public_bytes_raw() == exchange.public_key().public_bytes_raw()
    assert (PUBLIC[:8], text[:7]) == ("ed25519:", "x25519:")
    for wrong in (text, PUBLIC[:-2], PUBLIC + "00", "ed25519:" + "z" * 64, "", "sm2:" + "0" * 64):
        with pytest.raises(Malformed):
            signing_public(wrong)
    with pytest.raises(Malformed):
        exchange_public(PUBLIC)


def test_a_revision_is_a_number_in_an_epoch() -> None:
    """Both come out again, and later epochs are greater."""
    one = revision(7, 123)
    assert (epoch_of(one), number_of(one)) == (7, 123)
    assert revision(0, 123) == 123
    assert revision(8, 1) > revision(7, (1 << 26) - 1)


def test_what_may_follow_a_revision() -> None:
    """The next number, in the same epoch or a newer one."""
    assert follows(0, 1)
    assert follows(revision(2, 5), revision(2, 6))
    assert follows(revision(2, 5), revision(9, 6))
    assert not follows(revision(2, 5), revision(1, 6))
    assert not follows(revision(2, 5), revision(2, 7))
    assert not follows(revision(2, 5), revision(2, 5))
    assert follows(revision(2, 5), in_epoch(revision(2, 5), 4) + 1)
