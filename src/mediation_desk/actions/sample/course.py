"""The courses that the invented cases of the sample take: every stage is reached by one, each with its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from mediation_desk.domain.stages import Stage


class Signed(StrEnum):
    """How far the paper of an invented agreement has come."""

    WRITTEN = "written"
    ISSUED = "issued"
    PARTLY = "partly"
    AWAITING_SEAL = "awaiting_seal"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Course:
    """A stage to reach, and how far the signing has come where there is an agreement."""

    stage: Stage
    signed: Signed = Signed.WRITTEN


COURSES: tuple[Course, ...] = (
    Course(Stage.REGISTERED),
    Course(Stage.REGISTERED),
    Course(Stage.ROUTED),
    Course(Stage.CONSENT_ASKED),
    Course(Stage.DECLINED),
    Course(Stage.REFERRED_OUT),
    Course(Stage.ACCEPTED),
    Course(Stage.ACCEPTED),
    Course(Stage.INFORMED),
    Course(Stage.INQUIRING),
    Course(Stage.INQUIRING),
    Course(Stage.MEDIATING),
    Course(Stage.MEDIATING),
    Course(Stage.SUSPENDED),
    Course(Stage.WITHDRAWN),
    Course(Stage.FAILED),
    Course(Stage.FAILED),
    Course(Stage.AGREED),
    Course(Stage.AGREED, Signed.ISSUED),
    Course(Stage.AGREED, Signed.PARTLY),
    Course(Stage.AGREED, Signed.AWAITING_SEAL),
    Course(Stage.AGREED_ORALLY),
    Course(Stage.PERFORMING, Signed.SEALED),
    Course(Stage.PERFORMING, Signed.SEALED),
    Course(Stage.FOLLOWED_UP, Signed.SEALED),
    Course(Stage.ENFORCING, Signed.SEALED),
    Course(Stage.ARCHIVED, Signed.SEALED),
)

_MEDIATED = (Stage.REGISTERED, Stage.ACCEPTED, Stage.INFORMED, Stage.INQUIRING, Stage.MEDIATING)
_AGREED = (*_MEDIATED, Stage.AGREED)
_WAYS: dict[Stage, tuple[Stage, ...]] = {
    Stage.REGISTERED: (),
    Stage.ROUTED: (Stage.REGISTERED,),
    Stage.CONSENT_ASKED: (Stage.REGISTERED,),
    Stage.DECLINED: (Stage.REGISTERED, Stage.CONSENT_ASKED),
    Stage.REFERRED_OUT: (Stage.REGISTERED, Stage.ROUTED),
    Stage.ACCEPTED: _MEDIATED[:1],
    Stage.INFORMED: _MEDIATED[:2],
    Stage.INQUIRING: _MEDIATED[:3],
    Stage.MEDIATING: _MEDIATED[:4],
    Stage.SUSPENDED: _MEDIATED,
    Stage.WITHDRAWN: _MEDIATED,
    Stage.FAILED: _MEDIATED,
    Stage.AGREED: _MEDIATED,
    Stage.AGREED_ORALLY: _MEDIATED,
    Stage.PERFORMING: _AGREED,
    Stage.FOLLOWED_UP: (*_AGREED, Stage.PERFORMING),
    Stage.ENFORCING: (*_AGREED, Stage.PERFORMING),
    Stage.ARCHIVED: (*_AGREED, Stage.PERFORMING, Stage.FOLLOWED_UP),
}
_LATER = frozenset((Stage.FOLLOWED_UP, Stage.ENFORCING, Stage.ARCHIVED))


def days_of(course: Course, today: date, random: Random) -> dict[Stage, date]:
    """The day of each stage on the way, none of them after ``today``."""
    stages = (*_WAYS[course.stage], course.stage)
    # An agreement takes effect on the day it is signed and sealed; its performance begins with that.
    gaps = [
        0 if s is Stage.PERFORMING else random.randrange(7, 20) if s in _LATER else random.randrange(4) for s in stages
    ]
    on = today - timedelta(days=sum(gaps[1:]) + random.randrange(1, 12))
    days = {}
    for stage, gap in zip(stages, [0, *gaps[1:]], strict=True):
        on += timedelta(days=gap)
        days[stage] = on
    return days
