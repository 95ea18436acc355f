"""The stages of a case, their usual order, and what to say when it is left. Nothing is ever blocked.

Mediators often write a dossier up afterwards, so order is advice. 人民调解法 Arts. 17 (a party that refuses), 26 (no
agreement), 28 (written or oral), 31 (performance), 33 (confirmation).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediation_desk.domain.finding import Finding, warn
from mediation_desk.domain.words import N_, Say


class Stage(StrEnum):
    """A stage, in the usual order of a case."""

    REGISTERED = "registered"
    ROUTED = "routed"
    CONSENT_ASKED = "consent_asked"
    DECLINED = "declined"
    REFERRED_OUT = "referred_out"
    ACCEPTED = "accepted"
    INFORMED = "informed"
    INQUIRING = "inquiring"
    MEDIATING = "mediating"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"
    AGREED = "agreed"
    AGREED_ORALLY = "agreed_orally"
    PERFORMING = "performing"
    FOLLOWED_UP = "followed_up"
    ENFORCING = "enforcing"
    ARCHIVED = "archived"


STAGE_LABELS: Mapping[Stage, str] = {
    Stage.REGISTERED: N_("Registered"),
    Stage.ROUTED: N_("Routed"),
    Stage.CONSENT_ASKED: N_("Other side asked"),
    Stage.DECLINED: N_("Not accepted"),
    Stage.REFERRED_OUT: N_("Referred elsewhere"),
    Stage.ACCEPTED: N_("Accepted"),
    Stage.INFORMED: N_("Rights and duties told"),
    Stage.INQUIRING: N_("Inquiry"),
    Stage.MEDIATING: N_("Mediation"),
    Stage.SUSPENDED: N_("Suspended"),
    Stage.WITHDRAWN: N_("Withdrawn or refused"),
    Stage.FAILED: N_("No agreement"),
    Stage.AGREED: N_("Written agreement"),
    Stage.AGREED_ORALLY: N_("Oral agreement"),
    Stage.PERFORMING: N_("Performance"),
    Stage.FOLLOWED_UP: N_("Followed up"),
    Stage.ENFORCING: N_("Confirmation or enforcement"),
    Stage.ARCHIVED: N_("Filed in the archive"),
}

ENDED = frozenset((Stage.DECLINED, Stage.REFERRED_OUT, Stage.WITHDRAWN, Stage.FAILED, Stage.ARCHIVED))
"""Stages after which there is nothing left to mediate."""

_AGREEMENTS = frozenset((Stage.AGREED, Stage.AGREED_ORALLY))
_AFTER_ENDING = frozenset((Stage.FOLLOWED_UP, Stage.ARCHIVED))
_COMES_AND_GOES = frozenset(
    (Stage.INQUIRING, Stage.MEDIATING, Stage.SUSPENDED, Stage.PERFORMING, Stage.FOLLOWED_UP, Stage.ENFORCING)
)
_NEEDS_ACCEPTANCE = frozenset((Stage.MEDIATING, Stage.SUSPENDED, Stage.FAILED)) | _AGREEMENTS
_NEEDS_AGREEMENT = frozenset((Stage.PERFORMING, Stage.ENFORCING))
_ORDER = {stage: place for place, stage in enumerate(Stage)}


@dataclass(frozen=True, slots=True)
class StageStep:
    """A stage reached on a day."""

    stage: Stage
    on: date


def current_stage(history: Sequence[StageStep]) -> Stage | None:
    """The stage of the latest day; of one day, the one entered last. ``history`` stands in the order of entry."""
    return _by_day(history)[-1].stage if history else None


def order_warnings(history: Sequence[StageStep], new: Stage, on: date) -> tuple[Finding, ...]:
    """What is unusual about taking up ``new`` on a day; empty in the usual course. ``history`` in the order of entry."""
    past = {step.stage for step in history}
    found = []
    if new in _NEEDS_ACCEPTANCE and Stage.ACCEPTED not in past:
        found.append(warn(N_("The case has not been accepted yet.")))
    if new in _NEEDS_AGREEMENT and not past & _AGREEMENTS:
        found.append(warn(N_("No agreement has been reached yet.")))
    if history:
        found += _after(_by_day(history)[-1], new, on)
    return tuple(found)


def _by_day(history: Sequence[StageStep]) -> list[StageStep]:
    return sorted(history, key=lambda step: step.on)


def _after(last: StageStep, new: Stage, on: date) -> list[Finding]:
    found = []
    if on < last.on:
        found.append(warn(N_("The day lies before {last}, the day of the stage before."), last=last.on))
    if last.stage in ENDED and new not in _AFTER_ENDING:
        found.append(
            warn(N_("The case had ended ({stage}) and is taken up again."), stage=Say(STAGE_LABELS[last.stage]))
        )
    elif new == last.stage and new not in _COMES_AND_GOES:
        found.append(warn(N_("The case is at this stage already.")))
    elif _ORDER[new] < _ORDER[last.stage] and not _may_return(last.stage, new):
        found.append(warn(N_("This stage usually comes before {stage}."), stage=Say(STAGE_LABELS[last.stage])))
    return found


def _may_return(last: Stage, new: Stage) -> bool:
    """Inquiry and mediation alternate, a suspended mediation goes on, performance follows a visit."""
    if last is Stage.SUSPENDED:
        return new in (Stage.INQUIRING, Stage.MEDIATING)
    return {last, new} <= {Stage.INQUIRING, Stage.MEDIATING} or {last, new} <= {
        Stage.PERFORMING,
        Stage.FOLLOWED_UP,
        Stage.ENFORCING,
    }
