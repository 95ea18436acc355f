"""All checks, in the order in which a reviewer goes through a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import missing_of
from mediation_desk.actions.selfcheck.checked import REVIEW, Checked
from mediation_desk.actions.selfcheck.completeness import completeness
from mediation_desk.actions.selfcheck.days import days, visits
from mediation_desk.actions.selfcheck.evidence import agents, evidence, minutes
from mediation_desk.actions.selfcheck.signing import copies, numbers, signing
from mediation_desk.actions.selfcheck.wording import characters, wording
from mediation_desk.domain.finding import Severity

_OF_CASE = frozenset({"case", "parties", "claims"})


def self_check(file: CaseFile, now: datetime, today: date) -> list[Checked]:
    """What a reviewer would find, each once, warnings before hints; empty for a dossier that may go. Blocks nothing."""
    once = {(str(one.what), one.page, one.field, one.place): one for one in _all(file, now, today)}
    return sorted(once.values(), key=lambda one: one.severity is Severity.HINT)


def _all(file: CaseFile, now: datetime, today: date) -> Iterator[Checked]:
    for missing in missing_of(file, today):
        if missing.page in _OF_CASE and missing.field != "accepted_on":
            severity = Severity.WARN if missing.pressing else Severity.HINT
            yield Checked(missing.what, REVIEW, missing.page, missing.field, severity=severity)
    yield from completeness(file)
    yield from days(file, today)
    yield from minutes(file)
    yield from evidence(file)
    yield from agents(file)
    yield from numbers(file)
    yield from copies(file)
    yield from signing(file)
    yield from wording(file)
    yield from characters(file, now)
    yield from visits(file, today)
