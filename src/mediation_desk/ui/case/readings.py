"""What a masked field makes of a number that no rule looks into."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class Kept:
    """A number kept as typed."""

    text: str
    findings: tuple[Finding, ...] = ()
