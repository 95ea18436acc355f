"""Enrolment: each proof holds for its desk, its central and its words alone."""

from __future__ import annotations

import msgspec
import pytest

from mediation_desk.sync.wire.enrolment import (
    Alias,
    Certificate,
    EnrolAsk,
    Register,
    RenewAsk,
    assertion,
    assertion_holds,
    certificate_holds,
    certify,
    enrol_ask,
    enrol_holds,
    readmit_ask,
    readmit_holds,
    renew_ask,
    renew_holds,
)
from mediation_desk.sync.wire.keys import public_text, signing_key

DESK, NEW, CENTRAL = (signing_key(bytes([n]) * 32) for n in (1, 2, 3))
CERTIFICATE = certify(
    CENTRAL,
    Certificate(
        central_id="central",
        desk_id="desk",
        signing_key=public_text(DESK),
        exchange_key="x25519:1",
        centres=["a", "b"],
        aliases=[Alias("a", "a0")],
        former=["old"],
        signature=b"",
    ),
)


def changes(struct: msgspec.Struct, **values: object) -> list[msgspec.Struct]:
    """The same with one word changed, once for each."""
    return [msgspec.structs.replace(struct, **{name: value}) for name, value in values.items()]


def test_a_desk_asks_for_its_own_key_only() -> None:
    """And for nothing else than it signed."""
    ask = enrol_ask(
        DESK,
        EnrolAsk(
            code="123",
            desk_id="desk",
            signing_key=public_text(DESK),
            exchange_key="x25519:1",
            schema=1,
            registers=[Register("a0", "name")],
            signature=b"",
        ),
    )
    assert enrol_holds(ask)
    for wrong in changes(
        ask,
        code="124",
        desk_id="x",
        signing_key=public_text(NEW),
        exchange_key="y",
        schema=2,
        registers=[],
        protocol=9,
    ):
        assert not enrol_holds(wrong)  # type: ignore[arg-type]


def test_a_certificate_is_centrals_word_for_all_that_stands_in_it() -> None:
    """So a central that forgot a desk knows it again, and no desk writes itself another."""
    public = public_text(CENTRAL)
    assert certificate_holds(CERTIFICATE, public)
    assert not certificate_holds(CERTIFICATE, public_text(DESK))
    for wrong in changes(
        CERTIFICATE,
        central_id="x",
        desk_id="x",
        signing_key=public_text(NEW),
        exchange_key="x",
        centres=["a", "b", "c"],
        aliases=[],
        former=[],
        algorithm="sm2",
    ):
        assert not certificate_holds(wrong, public)  # type: ignore[arg-type]
    moved = msgspec.structs.replace(CERTIFICATE, centres=["a"], aliases=[Alias("b", "a0")])
    assert not certificate_holds(moved, public)


def test_a_forgotten_desk_shows_its_certificate_itself() -> None:
    """A stranger with a copy of it cannot."""
    public = public_text(CENTRAL)
    assert readmit_holds(readmit_ask(DESK, CERTIFICATE), public)
    assert not readmit_holds(readmit_ask(NEW, CERTIFICATE), public)
    assert not readmit_holds(readmit_ask(DESK, CERTIFICATE), public_text(NEW))


def test_a_new_identity_is_taken_with_the_old_key() -> None:
    """For just those keys and that id."""
    ask = renew_ask(
        DESK,
        RenewAsk(
            certificate=CERTIFICATE,
            desk_id="new",
            signing_key=public_text(NEW),
            exchange_key="x25519:2",
            signature=b"",
        ),
    )
    assert renew_holds(ask, public_text(DESK))
    assert not renew_holds(ask, public_text(NEW))
    other = msgspec.structs.replace(CERTIFICATE, desk_id="else")
    for wrong in changes(ask, desk_id="x", signing_key=public_text(DESK), exchange_key="y", certificate=other):
        assert not renew_holds(wrong, public_text(DESK))  # type: ignore[arg-type]


@pytest.mark.parametrize(("desk_id", "central_id", "nonce"), [("x", "c", "n"), ("d", "x", "n"), ("d", "c", "x")])
def test_a_challenge_is_answered_for_one_central_once(desk_id: str, central_id: str, nonce: str) -> None:
    """An answer to another challenge, or shown to another central, lets nobody in."""
    good = assertion(DESK, "d", "c", "n")
    assert assertion_holds(good, "c", public_text(DESK))
    assert not assertion_holds(good, "c", public_text(NEW))
    shown = msgspec.structs.replace(good, desk_id=desk_id, nonce=nonce)
    assert not assertion_holds(shown, central_id, public_text(DESK))
