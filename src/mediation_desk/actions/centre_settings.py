"""The settings of a centre, its points and the register of its mediators, kept by its head or an administrator."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from mediation_desk.actions.centre_plan import CentrePlan, MediatorPlan, PointPlan, cleaned
from mediation_desk.actions.parties import Write
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, Centre, Mediator, Point
from mediation_desk.domain.roles import SETTINGS


def save_centre(seat: Seat, new: Centre, was: Centre) -> Centre:
    """Change a centre's own facts. ``PlanRefused`` for what no centre may have; the short name stays as it is: it stands
    in numbers that were given."""
    plan = cleaned(
        CentrePlan(
            name=new.name,
            short_name=was.short_name,
            legal_kind=new.legal_kind,
            mediation_kind=new.mediation_kind,
            area=new.area,
            address=new.address,
            phone=new.phone,
            court=new.court,
            lock_minutes=new.lock_minutes,
            meeting_lock_minutes=new.meeting_lock_minutes,
            backup_days=new.backup_days,
        )
    )
    told = {f.name: getattr(plan, f.name) for f in dataclasses.fields(plan) if f.name not in ("points", "mediators")}
    with seat.write(SETTINGS, was.id) as unit:
        return unit.put(dataclasses.replace(was, **told), was=was)


def points(seat: Seat, centre_id: UUID) -> list[Point]:
    """The points of a centre, in the order they were made."""
    with seat.read() as reader:
        return reader.find(Point, centre_id=centre_id)


def save_point(seat: Seat, point: Write[Point]) -> Point:
    """Write a point. ``PlanRefused`` when it has no name."""
    new, was = point
    plan = PointPlan(new.name, new.point_kind, new.address)
    good = _checked(seat, new.centre_id, points=(plan,)).points[0]
    with seat.write(SETTINGS, new.centre_id) as unit:
        return unit.put(
            dataclasses.replace(new, name=good.name, point_kind=good.point_kind, address=good.address), was=was
        )


def save_mediator(seat: Seat, mediator: Write[Mediator]) -> Mediator:
    """Write an entry of the register. ``PlanRefused`` when it has no name or its term ends before it begins."""
    new, was = mediator
    plan = MediatorPlan(new.name, new.standing, new.full_time, new.phone, new.term_from, new.term_to)
    good = _checked(seat, new.centre_id, mediators=(plan,)).mediators[0]
    with seat.write(SETTINGS, new.centre_id) as unit:
        return unit.put(dataclasses.replace(new, name=good.name, standing=good.standing, phone=good.phone), was=was)


def remove_entry(seat: Seat, entry: Point | Mediator) -> None:
    """Take a point or an entry of the register out; cases that name it keep it."""
    with seat.write(SETTINGS, entry.centre_id) as unit:
        unit.void(entry)


def connect_mediator(seat: Seat, account: Account, mediator_id: UUID | None) -> Account:
    """Say which entry of the register an account is."""
    with seat.write(SETTINGS, account.centre_id) as unit:
        return unit.put(dataclasses.replace(account, mediator_id=mediator_id), was=account)


def _checked(
    seat: Seat, centre_id: UUID, points: tuple[PointPlan, ...] = (), mediators: tuple[MediatorPlan, ...] = ()
) -> CentrePlan:
    """The rules of a plan, applied to one more line of a centre that is there."""
    with seat.read() as reader:
        centre = reader.get(Centre, centre_id)
    if centre is None:
        raise KnownProblem("This desk does not serve that centre.")
    return cleaned(
        CentrePlan(centre.name, centre.short_name, centre.legal_kind, centre.mediation_kind,
                   points=points, mediators=mediators)
    )  # fmt: skip
