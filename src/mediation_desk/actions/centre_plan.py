"""What is told of a centre when it is set up, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mediation_desk.domain.names import clean_name
from mediation_desk.domain.numbers import WORD
from mediation_desk.domain.phones import read_phone
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.codes import table

LONGEST_NAME = 60
LONGEST_SHORT_NAME = 12
MINUTES = (1, 240)
BACKUP_DAYS = (1, 365)
_IN_NUMBERS = frozenset("（）()〔〕[]第号 ")


@dataclass(frozen=True, slots=True)
class PointPlan:
    """A place of the centre. ``point_kind``: a code of ``resources/codes/point_kind.toml``."""

    name: str
    point_kind: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class MediatorPlan:
    """An entry of the mediators' register. ``standing``: a code of ``resources/codes/mediator_standing.toml``."""

    name: str
    standing: str = ""
    full_time: bool = False
    phone: str = ""
    term_from: date | None = None
    term_to: date | None = None


@dataclass(frozen=True, slots=True)
class CentrePlan:
    """A centre to be set up. ``legal_kind``, ``mediation_kind`` and ``area`` are codes, or the Chinese names of codes."""

    name: str
    short_name: str
    legal_kind: str
    mediation_kind: str = "PM"
    area: str = ""
    address: str = ""
    phone: str = ""
    court: str = ""
    lock_minutes: int = 10
    meeting_lock_minutes: int = 60
    backup_days: int = 7
    points: tuple[PointPlan, ...] = ()
    mediators: tuple[MediatorPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFault:
    """One thing that is wrong: where (``short_name``, ``points[2].name``) and which rule it breaks."""

    path: str
    rule: Say


class PlanRefused(KnownProblem):
    """A plan that cannot be carried out; ``fault`` says where and why. Nothing was written."""

    def __init__(self, fault: PlanFault) -> None:
        self.fault = fault
        super().__init__(N_("{rule} Nothing was set up."), rule=fault.rule)


def cleaned(plan: CentrePlan) -> CentrePlan:
    """The plan as it will be kept: names without space around them, codes for their names, telephones in one form.

    Raises ``PlanRefused`` for the first fault.
    """
    clean = replace(
        plan,
        name=clean_name(plan.name),
        short_name=clean_name(plan.short_name),
        legal_kind=_code("centre_kind", plan.legal_kind),
        mediation_kind=_code("mediation_kind", plan.mediation_kind),
        area=_code("area", plan.area),
        address=clean_name(plan.address),
        phone=read_phone(plan.phone).text,
        court=clean_name(plan.court),
        points=tuple(
            replace(
                p,
                name=clean_name(p.name),
                point_kind=_code("point_kind", p.point_kind),
                address=clean_name(p.address),
            )
            for p in plan.points
        ),
        mediators=tuple(
            replace(
                m,
                name=clean_name(m.name),
                standing=_code("mediator_standing", m.standing),
                phone=read_phone(m.phone).text,
            )
            for m in plan.mediators
        ),
    )
    for fault in faults(clean):
        raise PlanRefused(fault)
    return clean


def faults(plan: CentrePlan) -> Iterator[PlanFault]:
    """Everything that is wrong with a plan."""
    yield from _text("name", plan.name, N_("The centre needs its name, as it stands on its seal."), LONGEST_NAME)
    yield from _text(
        "short_name", plan.short_name, N_("The centre needs a short name for its case numbers."), LONGEST_SHORT_NAME
    )
    if WORD in plan.short_name or not _IN_NUMBERS.isdisjoint(plan.short_name):
        yield PlanFault(
            "short_name",
            Say(N_("The short name is only the centre's own part of a case number, such as 木城.")),
        )
    yield from _coded("legal_kind", "centre_kind", plan.legal_kind, needed=True)
    yield from _coded("mediation_kind", "mediation_kind", plan.mediation_kind, needed=True)
    yield from _coded("area", "area", plan.area)
    yield from _between("lock_minutes", plan.lock_minutes, MINUTES)
    yield from _between("meeting_lock_minutes", plan.meeting_lock_minutes, MINUTES)
    yield from _between("backup_days", plan.backup_days, BACKUP_DAYS)
    for place, point in enumerate(plan.points):
        yield from _text(f"points[{place}].name", point.name, N_("A point needs a name."), LONGEST_NAME)
        yield from _coded(f"points[{place}].point_kind", "point_kind", point.point_kind)
    for place, mediator in enumerate(plan.mediators):
        yield from _text(f"mediators[{place}].name", mediator.name, N_("A mediator needs a name."), LONGEST_NAME)
        yield from _coded(f"mediators[{place}].standing", "mediator_standing", mediator.standing)
        if mediator.term_from and mediator.term_to and mediator.term_to < mediator.term_from:
            yield PlanFault(f"mediators[{place}].term_to", Say(N_("A term does not end before it begins.")))


def require_distinct(short_names: Iterable[str]) -> None:
    """Two centres of one desk with one short name would give two cases one number: ``PlanRefused``."""
    seen: set[str] = set()
    for name in short_names:
        if name in seen:
            raise PlanRefused(
                PlanFault("short_name", Say(N_("Another centre of this desk has the same short name for its numbers.")))
            )
        seen.add(name)


def _code(name: str, typed: str) -> str:
    found = table(name).find(typed)
    return found.code if found else typed.strip()


def _text(path: str, value: str, missing: str, most: int) -> Iterator[PlanFault]:
    if not value:
        yield PlanFault(path, Say(missing))
    elif len(value) > most:
        yield PlanFault(
            path,
            Say(
                N_("A name here has at most {most} characters; this one has {count}."),
                {"most": most, "count": len(value)},
            ),
        )


def _coded(path: str, name: str, value: str, *, needed: bool = False) -> Iterator[PlanFault]:
    if not value and needed:
        yield PlanFault(path, Say(N_("Choose a kind from the table {table}."), {"table": name}))
    elif value and value not in table(name):
        yield PlanFault(
            path, Say(N_("“{value}” does not stand in the table {table}."), {"value": value, "table": name})
        )


def _between(path: str, value: int, limits: tuple[int, int]) -> Iterator[PlanFault]:
    least, most = limits
    if not least <= value <= most:
        yield PlanFault(path, Say(N_("This number lies between {least} and {most}."), {"least": least, "most": most}))
