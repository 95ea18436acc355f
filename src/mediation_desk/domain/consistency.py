"""Whether the days and the parties of a case fit together. Findings only: the mediator may know better."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.age import Capacity, capacity_by_age
from mediation_desk.domain.finding import Finding, hint, warn
from mediation_desk.domain.words import N_, Say


@dataclass(frozen=True, slots=True)
class CaseDays:
    """The days of a case; None or empty where there is none yet. ``meetings`` and ``signings`` in any order."""

    applied: date | None = None
    accepted: date | None = None
    meetings: tuple[date, ...] = ()
    agreed: date | None = None
    signings: tuple[date, ...] = ()
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """What is known of one natural person who is a party, on the day of the agreement."""

    born: date | None = None
    limited: bool = False
    guardian: bool = False
    document: bool = False


def day_findings(days: CaseDays, today: date) -> tuple[Finding, ...]:
    """Pairs of days in the wrong order, and days that have not come yet.

    The usual order: applied, accepted, meetings, agreement, signatures; closed after acceptance. The application's day
    matters by itself: it interrupts the limitation period (诉讼时效规定 Art. 12).
    """
    first = min(days.meetings, default=None)
    ends = max(days.meetings, default=None)
    starts = min(days.signings, default=None)
    pairs = (
        (days.applied, N_("the application"), days.accepted, N_("the acceptance")),
        (days.accepted, N_("the acceptance"), first, N_("the first meeting")),
        (days.accepted, N_("the acceptance"), days.agreed, N_("the agreement")),
        (ends, N_("the last meeting"), days.agreed, N_("the agreement")),
        (days.agreed, N_("the agreement"), starts, N_("the first signature")),
        (days.accepted, N_("the acceptance"), days.closed, N_("the closing")),
        (days.agreed, N_("the agreement"), days.closed, N_("the closing")),
    )
    found = [
        warn(
            N_("Out of order: {later} ({later_day}) lies before {earlier} ({earlier_day})."),
            earlier=Say(earlier),
            earlier_day=before,
            later=Say(later),
            later_day=after,
        )
        for before, earlier, after, later in pairs
        if before and after and after < before
    ]
    if any(day and day > today for day in (days.applied, days.accepted, days.agreed, *days.signings, days.closed)):
        found.append(warn(N_("A day in the record has not come yet.")))
    return tuple(found)


def party_findings(party: PartyFacts, on: date) -> tuple[Finding, ...]:
    """What to heed before this person signs on a day.

    A person without or of limited capacity is represented by a guardian or acts with his consent (民法典 Arts. 19-23, 34).
    A missing document is normal at reception and is mentioned only here, at the agreement.
    """
    found = [] if party.guardian else _alone(party, on)
    if party.born and party.born > on:
        found.append(warn(N_("The birth date lies after the day of the agreement.")))
    if not party.document:
        found.append(
            hint(N_("No document number yet: look at the card before signing, or note what proves who it is."))
        )
    return tuple(found)


def _alone(party: PartyFacts, on: date) -> list[Finding]:
    """What to say of somebody who would sign without a guardian."""
    capacity = capacity_by_age(party.born, on) if party.born else None
    if capacity is Capacity.NONE:
        return [warn(N_("Below 8 years: a guardian signs in place of this person."))]
    if capacity is Capacity.LIMITED:
        return [warn(N_("A minor would sign alone: a guardian signs as well."))]
    if party.limited:
        return [warn(N_("A person of limited capacity would sign alone: a guardian signs as well."))]
    return []
