"""What a rule noticed: a sentence for the mediator, never a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mediation_desk.domain.words import Say


class Severity(StrEnum):
    """How loudly a finding is shown. Neither stops anybody."""

    HINT = "hint"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Finding(Say):
    """A ``Say`` with a severity. Its values never hold a name, an identity number or a phone number."""

    severity: Severity = Severity.WARN


def warn(text: str, /, **values: object) -> Finding:
    """Something is probably wrong."""
    return Finding(text, values, Severity.WARN)


def hint(text: str, /, **values: object) -> Finding:
    """Something is worth knowing."""
    return Finding(text, values, Severity.HINT)
