"""Which right each kind of record of a case needs to be written."""

from __future__ import annotations

from mediation_desk.domain.roles import (
    AGREE,
    AMEND,
    ATTACH,
    END,
    ENFORCE,
    FILE,
    FOLLOW_UP,
    INQUIRE,
    INSPECT,
    MEET,
    PERFORM,
    REFER,
    SIGN,
)

PURPOSE_OF = {
    "inquiry": INQUIRE,
    "evidence": INQUIRE,
    "meeting": MEET,
    "undisputed": MEET,
    "disclosure": MEET,
    "agreement": AGREE,
    "term": AGREE,
    "signing": SIGN,
    "performance": PERFORM,
    "follow_up": FOLLOW_UP,
    "confirmation": ENFORCE,
    "referral": REFER,
    "non_acceptance": END,
    "termination": END,
    "volume": FILE,
    "signed_copy": ATTACH,
    "inspection": INSPECT,
}
"""The right that a kind of record needs; the rest of a case needs that of amending it."""


def purpose_of(kind: str) -> str:
    """The right that writing this kind of record needs."""
    return PURPOSE_OF.get(kind, AMEND)
