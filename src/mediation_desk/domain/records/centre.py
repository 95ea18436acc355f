"""The centre, its places and its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import Facet, Record
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre(Record):
    """中心/调委会/工作室: whose register a record belongs to (人民调解法 Arts. 7, 8, 34). Its own ``centre_id`` is its id.

    ``name`` is the name on the seal and at the head of every form; ``short_name`` stands in case numbers.
    """

    kind: ClassVar[str] = "centre"
    name: Annotated[str, Facet("name", N_("Name of the centre"))]
    short_name: Annotated[str, Facet("name", N_("Short name in numbers"))]
    legal_kind: Annotated[str, Facet("legal_kind", N_("Kind of body"), codes="centre_kind")]
    mediation_kind: Annotated[str, Facet("legal_kind", N_("Kind of mediation"), codes="mediation_kind")] = "PM"
    area: Annotated[str, Facet("place", N_("Area"), codes="area")] = ""
    address: Annotated[str, Facet("place", N_("Address"))] = ""
    phone: Annotated[str, Facet("phone", N_("Telephone"))] = ""
    court: Annotated[str, Facet("court", N_("Court for confirmation"))] = ""
    lock_minutes: Annotated[int, Facet("lock", N_("Lock after idle minutes"))] = 10
    meeting_lock_minutes: Annotated[int, Facet("lock", N_("Lock during a meeting after minutes"))] = 60
    backup_days: Annotated[int, Facet("backup", N_("Remind of a backup after days"))] = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Record):
    """接访点/调解点: a place of a centre."""

    kind: ClassVar[str] = "point"
    name: Annotated[str, Facet("name", N_("Name of the point"))]
    point_kind: Annotated[str, Facet("name", N_("Kind of point"), codes="point_kind")] = ""
    address: Annotated[str, Facet("place", N_("Address"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediator(Record):
    """调解员: the register entry (人民调解法 Arts. 8, 9, 13, 14)."""

    kind: ClassVar[str] = "mediator"
    name: Annotated[str, Facet("name", N_("Name"))]
    standing: Annotated[str, Facet("standing", N_("Standing"), codes="mediator_standing")] = ""
    full_time: Annotated[bool, Facet("standing", N_("Full time"))] = False
    phone: Annotated[str, Facet("phone", N_("Telephone"), personal=True)] = ""
    term_from: Annotated[date | None, Facet("term", N_("Term from"))] = None
    term_to: Annotated[date | None, Facet("term", N_("Term to"))] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """用户: who signs in. What he may do is said by ``RoleGrant`` rows, one a centre and role."""

    kind: ClassVar[str] = "account"
    name: Annotated[str, Facet("name", N_("Account name"))]
    person: Annotated[str, Facet("name", N_("Name of the person"))]
    mediator_id: Annotated[UUID | None, Facet("mediator", N_("Register entry"))] = None
    password: Annotated[str, Facet("password", N_("Password"), secret=True)] = ""
    active: Annotated[bool, Facet("active", N_("Active"))] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGrant(Record):
    """A role of an account at a centre."""

    kind: ClassVar[str] = "role_grant"
    account_id: Annotated[UUID, Facet("grant", N_("Account"))]
    role: Annotated[str, Facet("grant", N_("Role"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetCode(Record):
    """A one-time code of the head of the centre, who reads it over the telephone to reset a forgotten password."""

    kind: ClassVar[str] = "reset_code"
    digest: Annotated[str, Facet("code", N_("Code"), secret=True)]
    used_for: Annotated[UUID | None, Facet("use", N_("Used for"))] = None
    used_at: Annotated[datetime | None, Facet("use", N_("Used at"))] = None
