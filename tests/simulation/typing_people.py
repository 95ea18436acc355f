"""What people do at the desks of a small world: each action chooses among what is there, by the numbers it was given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.simulation.desk import Desk
from tests.simulation.disk import Register
from tests.simulation.screen import Change, counting, shown, signed, taken_out, who_may
from tests.simulation.world import Action, World

from mediation_desk.domain.roles import ACCOUNTS, AGREE, AMEND, HEAD, MEDIATOR, MEET, REGISTER, SIGN, UNDO
from mediation_desk.journal import op as ops
from mediation_desk.journal.op import SCHEMA
from mediation_desk.sync.merge.answers import answer_from
from mediation_desk.sync.merge.differences import Difference, Draft, allow, differences, dismiss, keep, take
from mediation_desk.sync.merge.groups import COUNTS, WRITTEN_ONCE, group_of
from mediation_desk.sync.merge.lines import Author, Line, Placed
from mediation_desk.sync.merge.matters import WHOLE
from mediation_desk.sync.merge.projection import moved

FIELDS = {
    "case": ("title", "facts", "recorder", "applied_on", "in_writing", "colour"),
    "claim": ("text", "amount", "position"),
    "agreement": ("facts", "method", "recorder"),
    "term": ("text", "due", "standard"),
    "meeting": ("place", "minutes", "result"),
    "drone": ("weight", "height"),
}


def pick(among: Sequence[Any], number: int) -> Any:
    """One of several, by number; None of none."""
    return among[number % len(among)] if among else None


class Typing:
    """One person at one desk, in one of its centres."""

    def __init__(self, world: World, action: Action) -> None:
        self.world = world
        self.action = action
        self.desk: Desk = pick(world.alive(), action.a)
        self.centre_id: str = pick(list(self.desk.disk.registers), action.b)
        self.register: Register = self.desk.disk.registers[self.centre_id]

    def write(self, purpose: str, changes: Sequence[Change], **more: Any) -> None:
        """Write a unit as somebody who may; sometimes as somebody who may not, or as a newer version would."""
        rogue = self.action.c % 37 == 5
        people = self.world.people if rogue else who_may(self.register, self.world.people, purpose)
        actor = pick(people, self.action.c // 7)
        if actor is None:
            return
        schema = SCHEMA + (self.action.c % 11 == 3)
        crash = self.action.c % 29 == 7
        made = self.world.door.write(
            self.desk, self.centre_id, actor, purpose, changes, schema=schema, crash=crash, **more
        )
        self.world.note(self.desk.name, purpose, *(f"{o.action} {o.kind} {o.record_id[:8]} {o.changes}" for o in made))

    def value(self) -> str:
        """Something typed; now and then the same as somebody else types."""
        return f"text {self.action.c % 3}" if self.action.c % 5 == 0 else f"{self.desk.name} {self.world.new_id()[:6]}"

    def field(self, kind: str, number: int) -> str:
        """A field of a kind of record that people change."""
        name: str = pick(FIELDS[kind][: 1 + self.world.crowding], number)
        return name

    def record(self) -> str | None:
        """A record that counts, of a kind that people change."""
        records = [r for k in FIELDS for r in counting(self.register, k)]
        chosen: str | None = pick(sorted(records)[: self.world.crowding], self.action.c // 3)
        return chosen


def register_case(t: Typing) -> None:
    """A case with a claim, in one unit."""
    case, claim = t.world.new_id(), t.world.new_id()
    first = {"title": [None, t.value()], "facts": [None, t.value()], "number": [None, str(t.action.c % 4)]}
    t.write(
        REGISTER,
        [
            ("case", case, ops.CREATE, case, first),
            ("claim", claim, ops.CREATE, case, {"position": [None, 1], "text": [None, t.value()]}),
        ],
    )


def add_to_case(t: Typing) -> None:
    """Something more in a case: a claim, an agreement with a term, a meeting, a thing only a newer version knows."""
    case = pick(counting(t.register, "case"), t.action.c // 3)
    if case is None:
        return
    new = t.world.new_id()
    agreement: list[Change] = [
        ("agreement", new, ops.CREATE, case, {"number": [None, "1"], "facts": [None, t.value()]}),
        (
            "term",
            t.world.new_id(),
            ops.CREATE,
            case,
            {"agreement_id": [None, new], "position": [None, 1], "text": [None, t.value()]},
        ),
    ]
    choices: list[tuple[str, list[Change]]] = [
        (REGISTER, [("claim", new, ops.CREATE, case, {"position": [None, 2], "text": [None, t.value()]})]),
        (AGREE, agreement),
        (AGREE, agreement),
        (MEET, [("meeting", new, ops.CREATE, case, {"position": [None, 1], "place": [None, t.value()]})]),
        (MEET, [("meeting", new, ops.CREATE, case, {"position": [None, 1], "result": [None, t.value()]})]),
        (AMEND, [("drone", new, ops.CREATE, case, {"weight": [None, t.value()]})]),
    ]
    t.write(*pick(choices, t.action.c))


def amend(t: Typing) -> None:
    """Change a field, or two of one group."""
    record_id = t.record()
    if record_id is None or signed(t.register, record_id):
        return
    state = t.register.tables[record_id]
    names = {t.field(state.kind or "", t.action.c), t.field(state.kind or "", t.action.c // 2)}
    changes = {n: [state.value(n), v] for n in sorted(names) if (v := t.value()) != state.value(n)}
    if changes:
        t.write(AMEND, [(state.kind or "", record_id, ops.AMEND, state.case_id, changes)])


def open_form(t: Typing) -> None:
    """Read a field into a form that stays open while others write and pulls come in."""
    record_id = t.record()
    if record_id is None:
        return
    kind = t.register.tables[record_id].kind or ""
    name = t.field(kind, t.action.c)
    at = t.register.log[-1].mark.revision if t.register.log else 0
    seen_op = shown(t.register, record_id, group_of(kind, name))
    t.world.forms.append((t.desk.name, t.centre_id, record_id, name, at, seen_op))


def save_form(t: Typing) -> None:
    """Save such a form. What moved meanwhile is shown first, and then written as seen now."""
    if not t.world.forms:
        return
    name_of_desk, centre_id, record_id, name, at, seen_op = t.world.forms.pop(t.action.c % len(t.world.forms))
    desk = next(d for d in t.world.desks if d.name == name_of_desk)
    register = desk.disk.registers[centre_id]
    state = register.tables.get(record_id)
    if (
        desk.gone
        or state is None
        or record_id not in counting(register, state.kind or "")
        or signed(register, record_id)
    ):
        return
    moved_meanwhile = shown(register, record_id, group_of(state.kind or "", name)) != seen_op
    t.desk, t.centre_id, t.register = desk, centre_id, register
    change = {name: [state.value(name), t.value()]}
    read_at = None if moved_meanwhile else at
    t.write(AMEND, [(state.kind or "", record_id, ops.AMEND, state.case_id, change)], read_at=read_at)


def take_out(t: Typing) -> None:
    """Take a record out; now and then a whole case."""
    record_id = t.record()
    if record_id is None or signed(t.register, record_id):
        return
    state = t.register.tables[record_id]
    t.write(UNDO, [(state.kind or "", record_id, ops.VOID, state.case_id, {})])


def put_back(t: Typing) -> None:
    """Let a record count again."""
    record_id = pick([r for k in FIELDS for r in taken_out(t.register, k)], t.action.c // 3)
    if record_id is None or signed(t.register, record_id):
        return
    state = t.register.tables[record_id]
    t.write(UNDO, [(state.kind or "", record_id, ops.RESTORE, state.case_id, {})])


def sign(t: Typing) -> None:
    """Record a signature on an agreement, or take one back."""
    agreement = pick(counting(t.register, "agreement"), t.action.c // 3)
    if agreement is None:
        return
    case = t.register.tables[agreement].case_id
    facts = [r for r in counting(t.register, "signing") if t.register.tables[r].value("agreement_id") == agreement]
    values: dict[str, list[Any]] = {"agreement_id": [None, agreement], "fact": [None, "signature"]}
    if t.action.c % 6 == 1 and facts:
        values = {"agreement_id": [None, agreement], "fact": [None, "retracted"], "retracts": [None, facts[0]]}
    t.write(SIGN, [("signing", t.world.new_id(), ops.CREATE, case, values)])


def grant(t: Typing) -> None:
    """Give somebody a role, or take one away."""
    grants = counting(t.register, "role_grant")
    if t.action.c % 3 == 0 and len(grants) > 3:
        t.write(ACCOUNTS, [("role_grant", pick(grants[1:], t.action.c), ops.VOID, None, {})])
        return
    values = {
        "account_id": [None, pick(t.world.people, t.action.c)],
        "role": [None, pick((HEAD, MEDIATOR), t.action.c)],
    }
    t.write(ACCOUNTS, [("role_grant", t.world.new_id(), ops.CREATE, None, values)])


def settle(t: Typing) -> None:
    """Decide something that waits: for what stands, for another's word, or for something new."""
    matters = t.register.matters().open
    chosen = pick(list(matters.items()), t.action.c // 5)
    if chosen is None:
        return
    matter, entry = chosen
    record_id, state = entry.op.record_id, t.register.tables[entry.op.record_id]
    if t.register.waiting(record_id):
        return  # one's own unanswered work first
    saw = {entry.op.op_id}
    if matter.group == WHOLE:
        written_once = entry.op.kind in WRITTEN_ONCE
        judged = answer_from(next(p.entry.answer for p in t.register.log if p.op.op_id == entry.op.op_id))
        again = t.action.c % 2 and judged.status == "unauthorised" and not written_once and not state.counts
        draft = allow(entry, state) if again else dismiss([entry.op.op_id])
    else:
        history = [e for e in t.register.entries() if e.op.record_id == record_id]
        about = {m: e for m, e in matters.items() if e.op.record_id == record_id}
        difference = next(d for d in differences(about, history) if d.group == matter.group)
        saw |= set(difference.resolves) | ({i} if (i := shown(t.register, record_id, matter.group)) else set())
        draft = _decision(t, difference)
    change = (entry.op.kind, record_id, draft.action, entry.op.case_id, draft.changes)
    t.write(AMEND, [change], resolves=draft.resolves, saw=saw)


def _decision(t: Typing, difference: Difference) -> Draft:
    if t.action.c % 3 == 0 or signed_difference(t, difference):
        return keep(difference)
    if t.action.c % 3 == 1 or difference.group == COUNTS:
        return take(difference, difference.others[0].values)
    return take(difference, {f: t.value() for f in difference.standing})


def signed_difference(t: Typing, difference: Difference) -> bool:
    """Whether it is about signed content: then what stands, stands."""
    state = t.register.tables[difference.record_id]
    return state.kind is not None and signed(t.register, difference.record_id)


def settle_at_once(t: Typing) -> None:
    """Decide about a value that a pull moved under one's own, with both on the screen, before central has judged."""
    author = Author(Line(t.desk.disk.desk_id, 0), tuple(Placed(Line(d, 0), 10**6) for d in t.register.chains))
    found = [
        m
        for m in moved(t.register.entries(), [f.op for f in t.register.outbox()], author)
        if m.group != COUNTS and t.register.tables[m.record_id].counts
    ]
    both = pick(found, t.action.c // 3)
    if both is None or signed(t.register, both.record_id):
        return
    values = both.their_values if t.action.c % 2 else both.my_values
    state = t.register.tables[both.record_id]
    change = {f: [state.value(f), v] for f, v in values.items()}
    t.write(
        AMEND,
        [(both.mine.kind, both.record_id, ops.AMEND, both.mine.case_id, change)],
        resolves=[both.mine.op_id],
        saw={both.mine.op_id, both.theirs.op.op_id},
        afresh=True,
    )


PEOPLE = {
    "register": register_case,
    "add": add_to_case,
    "amend": amend,
    "open": open_form,
    "save": save_form,
    "take out": take_out,
    "put back": put_back,
    "sign": sign,
    "grant": grant,
    "settle": settle,
    "settle at once": settle_at_once,
}
