"""Setting up: a new desk with its centres, its first account and its keys; and a further centre for a desk that works."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.actions.centre_plan import CentrePlan, PlanFault, PlanRefused, cleaned, require_distinct
from mediation_desk.actions.desk import Desk, open_desk, system_random
from mediation_desk.actions.infix import INFIX
from mediation_desk.actions.passwords import SALT_BYTES, hash_password, require_good
from mediation_desk.actions.reset_codes import make_sheet, put_sheet
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.domain.names import clean_name
from mediation_desk.domain.numbers import CaseNumber, format_number
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, Centre, Mediator, Point, RoleGrant
from mediation_desk.domain.roles import ADMIN, HEAD, MEDIATOR, ROLES, SET_UP
from mediation_desk.domain.words import N_, Say
from mediation_desk.journal.ids import Clock, system_clock
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.door import Unit
from mediation_desk.records.durable import sync_folder
from mediation_desk.records.keys_os import OsKeys
from mediation_desk.records.lock import hold_alone
from mediation_desk.records.profile import Profile
from mediation_desk.records.slot_file import keep_aside
from mediation_desk.records.store import Actor
from mediation_desk.records.swap import finish_swap
from mediation_desk.records.vault import USUAL, Cost, Rng, Vault, create

CLI_ACCOUNT_FACT = "cli_account"
FIRST_ROLES = (MEDIATOR, HEAD, ADMIN)
_MOVED = ("vault.json", "desk.db-wal", "desk.db")  # the database last: with it, the desk is there


@dataclass(frozen=True, slots=True)
class FirstAccount:
    """Who sets the desk up. He must be head of the centre and administrator: there is nobody else to add people or
    reset passwords. An empty ``password`` makes an account that only the command line can use until one is set."""

    name: str
    person: str
    password: str
    roles: tuple[str, ...] = FIRST_ROLES


@dataclass(frozen=True, slots=True)
class SetUp:
    """All that a new desk is told: its centres, its first account, and its own two digits in case numbers."""

    centres: tuple[CentrePlan, ...]
    account: FirstAccount
    infix: str = "01"


@dataclass(frozen=True, slots=True)
class Welcome:
    """Shown once, to be printed or copied by hand: the recovery code, and the head's codes for forgotten passwords."""

    recovery_code: str
    reset_codes: tuple[str, ...]


def set_up(
    profile: Profile,
    plan: SetUp,
    passphrase: str | None,
    *,
    keyring: bool,
    clock: Clock = system_clock,
    rng: Rng = system_random,
    keys: OsKeys | None = None,
    cost: Cost = USUAL,
) -> tuple[Desk, Welcome]:
    """Make a desk in ``profile`` and open it. All of it is there afterwards, or nothing.

    ``passphrase`` None: the keyring alone must keep the key. ``cost``: of a try of passphrase or password. Raises
    ``PlanRefused`` for a plan with a fault, ``KnownProblem`` when a desk lives there already or the disk refuses.
    """
    plan = _checked(plan)
    profile.prepare()
    with hold_alone(profile):
        finish_swap(profile)
        if profile.exists:
            raise KnownProblem("A desk already lives in this folder. Open it, or choose another folder.")
        profile.clear_temporary()
        with profile.temporary_folder() as folder:
            made = Profile(folder)
            made.prepare()
            vault, recovery = create(made, passphrase, keyring=keyring, rng=rng, keys=keys, cost=cost)
            codes = _filled(made, vault, plan, clock, cost)
            _move_in(made, profile)
    desk = open_desk(profile, vault.at(profile), clock)
    return desk, Welcome(recovery, codes)


def add_centre(seat: Seat, plan: CentrePlan) -> Centre:
    """A further centre for this desk; whoever adds it has the roles there that he has at his own centre.

    Only an administrator may. Raises ``PlanRefused`` for a plan with a fault.
    """
    seat.require(SET_UP)
    plan = cleaned(plan)
    with seat.read() as reader:
        require_distinct([*(c.short_name for c in reader.find(Centre)), plan.short_name])
    roles = seat.actor.roles.get(seat.account.centre_id) or frozenset().union(*seat.actor.roles.values())
    centre_id = seat.desk.store.ids.new()
    # Nobody can hold a role at a centre that is not there yet: his right at his own centre counts for making one.
    maker = Actor(seat.account.id, {centre_id: frozenset({ADMIN})})
    with seat.desk.store.write(maker, SET_UP, centre_id) as unit:
        centre = _put_centre(unit, plan)
        _grant(unit, seat.account.id, sorted(roles))
    return centre


def _checked(plan: SetUp) -> SetUp:
    """The plan cleaned, with every rule tried before anything is written."""
    account = plan.account
    if not plan.centres:
        raise PlanRefused(PlanFault("centres", Say(N_("A desk serves at least one centre."))))
    if not clean_name(account.name) or not clean_name(account.person):
        raise PlanRefused(PlanFault("account.name", Say(N_("The first account needs a name, and the person's name."))))
    if account.password:
        require_good(account.password, account.name)
    if not {HEAD, ADMIN} <= set(account.roles) or not set(account.roles) <= set(ROLES):
        raise PlanRefused(
            PlanFault("account.roles", Say(N_("The first account is head of the centre and administrator.")))
        )
    if not plan.infix:
        raise PlanRefused(PlanFault("infix", Say(N_("The desk needs its own two digits for case numbers."))))
    centres = tuple(cleaned(c) for c in plan.centres)
    require_distinct(c.short_name for c in centres)
    for centre in centres:
        format_number(CaseNumber(2000, centre.short_name, 1, plan.infix))  # refuses what no number could be made of
    first = FirstAccount(clean_name(account.name), clean_name(account.person), account.password, account.roles)
    return SetUp(centres, first, plan.infix)


def _filled(profile: Profile, vault: Vault, plan: SetUp, clock: Clock, cost: Cost) -> tuple[str, ...]:
    """Write everything of the plan into a new desk, and close it."""
    desk = open_desk(profile, vault, clock)
    try:
        account, codes = _put_first(desk, plan, cost)
        seat = take_seat(desk, account)
        for centre in plan.centres[1:]:
            add_centre(seat, centre)
        desk.store.set_facts([(INFIX, plan.infix), (CLI_ACCOUNT_FACT, str(account.id))])
    finally:
        desk.close()
    return codes


def _put_first(desk: Desk, plan: SetUp, cost: Cost) -> tuple[Account, tuple[str, ...]]:
    store, first, rng = desk.store, plan.account, desk.vault.random
    centre_id, account_id = store.ids.new(), store.ids.new()
    hashed = hash_password(first.password, rng(SALT_BYTES), cost) if first.password else ""
    sheet = make_sheet(rng, cost)
    # An empty desk has no account that could be permitted anything, so its first account makes itself, as an
    # administrator of the centre it makes, and only while there is no other.
    maker = Actor(account_id, {centre_id: frozenset({ADMIN})})
    with store.write(maker, SET_UP, centre_id) as unit:
        if unit.read.find(Account, voided=True):
            raise KnownProblem("This desk has been set up already. Sign in.")
        _put_centre(unit, plan.centres[0])
        account = unit.put(
            Account(id=account_id, centre_id=centre_id, name=first.name, person=first.person, password=hashed)
        )
        _grant(unit, account_id, first.roles)
        put_sheet(unit, sheet)
    return account, tuple(sheet)


def _put_centre(unit: Unit, plan: CentrePlan) -> Centre:
    centre_id = unit.context.centre_id
    centre = unit.put(
        Centre(
            id=centre_id,
            centre_id=centre_id,
            name=plan.name,
            short_name=plan.short_name,
            legal_kind=plan.legal_kind,
            mediation_kind=plan.mediation_kind,
            area=plan.area,
            address=plan.address,
            phone=plan.phone,
            court=plan.court,
            lock_minutes=plan.lock_minutes,
            meeting_lock_minutes=plan.meeting_lock_minutes,
            backup_days=plan.backup_days,
        )
    )
    for p in plan.points:
        unit.put(Point(id=unit.new_id(), centre_id=centre_id, name=p.name, point_kind=p.point_kind, address=p.address))
    for m in plan.mediators:
        unit.put(
            Mediator(
                id=unit.new_id(),
                centre_id=centre_id,
                name=m.name,
                standing=m.standing,
                full_time=m.full_time,
                phone=m.phone,
                term_from=m.term_from,
                term_to=m.term_to,
            )
        )
    return centre


def _grant(unit: Unit, account_id: UUID, roles: Sequence[str]) -> None:
    for role in roles:
        unit.put(RoleGrant(id=unit.new_id(), centre_id=unit.context.centre_id, account_id=account_id, role=role))


def _move_in(made: Profile, profile: Profile) -> None:
    """Put a finished desk in its place. Broken off before the database is moved, there is no desk yet."""
    keep_aside(profile)
    with translating_disk_errors():
        for name in _MOVED:
            if (made.folder / name).exists():
                shutil.move(made.folder / name, profile.folder / name)
        sync_folder(profile.folder)
