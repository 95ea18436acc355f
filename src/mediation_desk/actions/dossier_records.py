"""Keeping the records behind the other papers: one way to write each, which takes the case to the stage it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.parties import Write
from mediation_desk.actions.purposes import purpose_of
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.writing import case_unit, reach
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.fields import CaseRecord
from mediation_desk.domain.records import (
    Case,
    Confirmation,
    Disclosure,
    FollowUp,
    Inspection,
    Mandate,
    NonAcceptance,
    Referral,
    ServiceAddress,
    SignedCopy,
    Termination,
    Undisputed,
    Volume,
)
from mediation_desk.domain.records.referral import OUT
from mediation_desk.domain.stages import Stage

DossierRecord = (
    Mandate
    | ServiceAddress
    | Undisputed
    | Disclosure
    | NonAcceptance
    | Termination
    | Referral
    | FollowUp
    | Confirmation
    | Volume
    | SignedCopy
    | Inspection
)
_WITHDRAWN = frozenset({"settled", "unwilling"})
_AGREED = "agreed"


def save_dossier_record(seat: Seat, case: Case, write: Write[DossierRecord]) -> None:
    """Write one of them, under the right its kind needs. A day given for the first time takes the case to its stage."""
    new, was = write
    with case_unit(seat, purpose_of(new.kind), case) as unit:
        unit.put(new, was=was)
        reached = stage_shown(new)
        if reached is not None and (was is None or stage_shown(was) is None):
            reach(unit, case, *reached)


def remove_dossier_record(seat: Seat, case: Case, record: DossierRecord) -> None:
    """Take one of them out; it stays in the history."""
    with case_unit(seat, purpose_of(record.kind), case) as unit:
        unit.void(record)


def stage_shown(record: CaseRecord) -> tuple[Stage, date] | None:
    """The stage that a record shows the case to have reached, and when; ``None`` when it shows none."""
    match record:
        case FollowUp(at=at) if at is not None:
            return Stage.FOLLOWED_UP, day_in_china(at)
        case Confirmation(applied_on=on) if on is not None:
            return Stage.ENFORCING, on
        case NonAcceptance(on=on) if on is not None:
            return Stage.DECLINED, on
        case Referral(direction=direction, sent_on=on) if direction == OUT and on is not None:
            return Stage.REFERRED_OUT, on
        case Volume(filed_on=on) if on is not None:
            return Stage.ARCHIVED, on
        case Termination(on=on, reasons=reasons) if on is not None and _AGREED not in reasons:
            return (Stage.WITHDRAWN if _WITHDRAWN & set(reasons) else Stage.FAILED), on
    return None


def stages_shown(file: CaseFile) -> Iterator[tuple[Stage, date]]:
    """The stages that the records of a case show, each with its day."""
    records: tuple[CaseRecord, ...] = (
        *file.non_acceptances,
        *file.referrals,
        *file.terminations,
        *file.follow_ups,
        *file.confirmations,
        *file.volumes,
    )
    for record in records:
        reached = stage_shown(record)
        if reached is not None:
            yield reached
