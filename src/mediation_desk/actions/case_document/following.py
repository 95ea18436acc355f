"""The stages that the facts of a case imply, added when a document brings new facts and says nothing of stages."""

from __future__ import annotations

from datetime import date

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.dossier_records import stages_shown
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.effect import EffectState
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.stages import Stage

_FAILED = "failed"


def implied_stages(file: CaseFile, today: date) -> list[tuple[Stage, date]]:
    """The stages the case has come to by its own facts, each with its day, in the usual order."""
    case, agreement = file.case, file.agreement
    days: list[tuple[Stage, date | None]] = [
        (Stage.REGISTERED, case.applied_on or case.accepted_on or today),
        (Stage.ACCEPTED, case.accepted_on),
        (Stage.INQUIRING, min((day_in_china(i.at) for i in file.inquiries if i.at), default=None)),
        (Stage.MEDIATING, min((day_in_china(m.at) for m in file.meetings if m.at), default=None)),
        (Stage.FAILED, min((day_in_china(m.at) for m in file.meetings if m.at and m.result == _FAILED), default=None)),
    ]
    if agreement is not None:
        reached = Stage.AGREED_ORALLY if agreement.form == ORAL else Stage.AGREED
        days.append((reached, agreement.concluded_on))
    days.append((Stage.PERFORMING, _performing_since(file)))
    shown = {stage: min(on for of, on in stages_shown(file) if of is stage) for stage, _ in stages_shown(file)}
    return [*((stage, on) for stage, on in days if on is not None), *shown.items()]


def _performing_since(file: CaseFile) -> date | None:
    days = [p.on for p in file.performances]
    effect = file.effect
    if effect is not None and effect.state is EffectState.EFFECTIVE and effect.on is not None:
        days.append(effect.on)
    return min(days, default=None)
