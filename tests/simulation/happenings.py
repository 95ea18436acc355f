"""What else happens in a small world: conversations, crashes, backups, clones, files carried by hand, clocks, keepers."""

from __future__ import annotations

from dataclasses import replace

from tests.simulation.central import CENTRAL_ID
from tests.simulation.desk import Desk
from tests.simulation.disk import Own
from tests.simulation.screen import Change
from tests.simulation.typing_people import pick
from tests.simulation.world import Action, Weather, World

from mediation_desk.domain.records import Centre
from mediation_desk.domain.roles import ADMIN, HEAD, MEDIATOR, SET_UP
from mediation_desk.journal import op as ops
from mediation_desk.sync.plan.react import carried
from mediation_desk.sync.wire.conversation import Denied, Pull
from mediation_desk.sync.wire.courier import Bundle, Receipt, open_courier, read_header, write_courier
from mediation_desk.sync.wire.keys import exchange_key, public_text, signing_key
from mediation_desk.sync.wire.malformed import Malformed

TEN_YEARS = 10 * 365 * 86_400.0


def set_up(world: World, desk: Desk, centre_id: str) -> None:
    """A desk's first unit in a centre: the centre, and people with roles."""
    register = desk.disk.registers[centre_id]
    changes: list[Change] = [
        (Centre.kind, register.writes_as, ops.CREATE, None, {"name": [None, "m"], "short_name": [None, "m"]})
    ]
    for number, person in enumerate(world.people):
        for role in (HEAD, MEDIATOR, ADMIN) if number == 0 else (MEDIATOR,) if number < 3 else ():
            values = {"account_id": [None, person], "role": [None, role]}
            changes.append(("role_grant", world.new_id(), ops.CREATE, None, values))
    world.door.write(desk, centre_id, world.people[0], SET_UP, changes)


def talk(world: World, action: Action) -> None:
    """One step of one desk's conversation; the process may end before or after it is stored."""
    desk = pick(world.alive(), action.a)
    if desk.disk.desk_id not in desk.disk.certificates and not desk.disk.planner.renewal:
        return
    if action.b % 4 == 0:
        desk.begin_round()
    crash = {3: "before", 7: "after"}.get(action.c % 20, "")
    for _ in range(1 if crash else 1 + action.b % 3):
        step = desk.step(world.line, world.now, crash)
        world.note(desk.name, step, crash)
    world.now += action.c % 60


def whole_round(world: World, action: Action) -> None:
    """A desk's round to its end, unless it must wait."""
    desk = pick(world.alive(), action.a)
    if not desk.disk.certificates:
        return
    desk.begin_round()
    for _ in range(30):
        step = desk.step(world.line, world.now)
        world.note(desk.name, step)
        if type(step).__name__ in ("Rest", "Wait"):
            break


def enrol(world: World, action: Action) -> None:
    """A desk that has worked alone joins."""
    desk = pick(world.alive(), action.a)
    if not desk.disk.certificates:
        world.enrol(desk)


def join(world: World, action: Action) -> None:
    """A late joiner: an empty desk, or one that has worked before."""
    if len(world.desks) >= 8:
        return
    before = action.b % 3 == 0
    desk = world.add_desk(world.centres[: 1 + action.c % len(world.centres)], worked_before=before)
    if before:
        for centre_id in desk.disk.registers:
            set_up(world, desk, centre_id)
    else:
        world.enrol(desk)


def deliver(world: World, action: Action) -> None:
    """A request that was late arrives."""
    world.deliver_late(action.a)


def change_weather(world: World, action: Action) -> None:
    """Good or bad."""
    world.weather = Weather.bad() if action.a % 3 else Weather()


def jump(world: World, action: Action) -> None:
    """A clock is ten years wrong from here on, or right again."""
    pick(world.alive(), action.a).skew = pick((TEN_YEARS, -TEN_YEARS, 0.0), action.b)


def fill_disk(world: World, action: Action) -> None:
    """A disk is full, or is no longer."""
    if action.b % 4 == 0:
        world.central.full = not world.central.full
    else:
        desk = pick(world.alive(), action.a)
        desk.full = not desk.full


def keep_disk(world: World, action: Action) -> None:
    """A desk's backup."""
    world.backups.append(pick(world.alive(), action.a).disk.fork())


def restore_disk(world: World, action: Action) -> None:
    """A backup comes back: on the desk it is of, which dies, with or without a new identity; or as a clone beside it."""
    disk = pick(world.backups, action.a)
    if disk is None or len(world.desks) >= 10:
        return
    desk = Desk(f"desk{len(world.desks)}", disk.fork(), world.central.public, world.add_random())
    if action.b % 3:
        for other in world.alive():
            if set(other.disk.seeds) & set(disk.seeds):
                other.gone = True
        world.rolled_back = True
    if action.b % 3 == 1:
        desk.disk.take_identity(*desk.new_identity())
        enrolled = bool(desk.disk.certificates)
        desk.disk.planner = replace(desk.disk.planner, renewal=enrolled, signed_in=False)
    world.desks.append(desk)
    world.note(desk.name, "from a backup", action.b % 3)


def keep_central(world: World, action: Action) -> None:
    """Central's backup."""
    world.central_backup = world.central.state.fork()


def restore_central(world: World, action: Action) -> None:
    """Central is put back to its backup, and asks its desks for what it had signed."""
    if world.central_backup is None:
        return
    world.central.state = world.central_backup.fork()
    world.now += 60  # no epoch begins in the same minute as another
    for log in world.central.state.logs.values():
        log.restoring, log.heard = True, set()


def go_on(world: World, action: Action) -> None:
    """A person says that no desk will bring more."""
    world.central.now = world.now
    for log in world.central.state.logs.values():
        world.central.go_on(world.central.state, log, by_hand=True)


def change_scope(world: World, action: Action) -> None:
    """A desk no longer serves a centre, or does again; seldom it is taken off for good."""
    members = world.central.state.members
    desk_id = pick(sorted(members), action.a)
    if desk_id is None:
        return
    member = members[desk_id]
    served = frozenset(pick([d for d in world.desks if desk_id in d.disk.seeds], 0).disk.registers)
    less = frozenset(sorted(served)[:-1]) if member.centres == served else served
    members[desk_id] = replace(member, centres=less, revoked=member.revoked or action.c % 40 == 1)


def pack_courier(world: World, action: Action) -> None:
    """A desk without a line writes its file."""
    desk = pick(world.alive(), action.a)
    disk = desk.disk
    if disk.desk_id not in disk.certificates:
        return
    batches, pulls = [], []
    for centre in disk.planned().centres:
        pulls.append(Pull(centre_id=centre.centre_id, cursor=centre.cursor))
        for chain in centre.chains:
            units = chain.units[: 1 + action.c % 3]
            if units:
                batches.append(desk.batch(centre.centre_id, chain.desk_id, units[0].first, units[-1].last))
    key = disk.seeds[disk.desk_id]
    bundle = write_courier(
        Bundle(batches=batches, pulls=pulls),
        bundle_id=world.new_id(),
        central_id=CENTRAL_ID,
        desk_id=disk.desk_id,
        key=signing_key(key),
        public_key=public_text(signing_key(key)),
        to=public_text(world.central.exchange),
    )
    world.bundles.append(bundle)


def carry(world: World, action: Action) -> None:
    """Somebody brings a file to central: any of them, again and again, or half of one."""
    file = pick(world.bundles, action.a)
    if file is None:
        return
    if action.c % 10 == 1:
        file = file[: len(file) // 2]
    try:
        world.central.state, receipt = world.central.courier(file)
    except Malformed:
        return
    world.receipts.append(receipt)


def receive(world: World, action: Action) -> None:
    """A receipt comes to its desk: any of them, again and again."""
    file = pick(world.receipts, action.a)
    if file is None:
        return
    desk_id = read_header(file).desk_id
    for desk in world.alive():
        if desk.disk.desk_id == desk_id:
            _read_receipt(world, desk, file)


def _read_receipt(world: World, desk: Desk, file: bytes) -> None:
    receipt = open_courier(file, exchange_key(desk.disk.seeds[desk.disk.desk_id]), Receipt)
    for page in receipt.pages:
        own = Own(desk.disk, desk.central_key)
        centre_id = "" if isinstance(page, Denied) else page.centre_id
        desk.apply(carried(desk.disk.planned(), centre_id, page, own, world.now, 0.5))


HAPPENINGS = {
    "talk": talk,
    "round": whole_round,
    "enrol": enrol,
    "join": join,
    "deliver": deliver,
    "weather": change_weather,
    "jump": jump,
    "fill": fill_disk,
    "keep": keep_disk,
    "restore": restore_disk,
    "keep central": keep_central,
    "restore central": restore_central,
    "go on": go_on,
    "scope": change_scope,
    "pack": pack_courier,
    "carry": carry,
    "receive": receive,
}
