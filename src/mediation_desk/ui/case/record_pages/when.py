"""When a page of the dossier can be used: what must have come before it."""

from __future__ import annotations

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_views.termination import from_court
from mediation_desk.domain.effect import EffectState
from mediation_desk.domain.stages import ENDED, Stage

_WITHOUT = frozenset({"failed", "not_agreed"})


def in_effect(file: CaseFile) -> bool:
    """The agreement is in effect: it can be performed, visited and confirmed."""
    return file.effect is not None and file.effect.state is EffectState.EFFECTIVE


def can_fail(file: CaseFile) -> bool:
    """It has begun, and something says that it may end without agreement."""
    if in_effect(file):
        return False
    met = any(meeting.result in _WITHOUT for meeting in file.meetings)
    refused = file.effect is not None and bool(file.effect.refused_by)
    return met or refused or file.stage in (Stage.FAILED, Stage.WITHDRAWN, Stage.SUSPENDED)


def sent_by_court(file: CaseFile) -> bool:
    """A court sent the case."""
    return from_court(file) is not None


def may_be_declined(file: CaseFile) -> bool:
    """It was not accepted yet."""
    return file.case.accepted_on is None and file.agreement is None


def for_the_court(file: CaseFile) -> bool:
    """The agreement goes to a court, or the case came from one."""
    copy = file.agreement is not None and file.agreement.court_copy
    return copy or bool(file.confirmations) or sent_by_court(file)


def can_be_filed(file: CaseFile) -> bool:
    """The case is over, or its agreement is in effect."""
    return in_effect(file) or file.stage in ENDED
