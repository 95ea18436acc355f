"""今日: what presses today over all cases one may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from mediation_desk.actions.case_file import CaseFile, read_case
from mediation_desk.actions.due import due_of
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.effect import EffectState
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.stages import ENDED
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.reading import Reader
from mediation_desk.records.tables import CASE_SUMMARY

SOON = timedelta(days=7)
MOST_CASES = 500
"""So many open cases are looked through, the latest first; the page says of how many."""


@dataclass(frozen=True, slots=True)
class Pressing:
    """One line of the page: the case, what it is about, and by when (``None``: no day, but someone must act)."""

    case_id: UUID
    number: str
    title: str
    what: Say
    by: date | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Today:
    """What presses, soonest first; how many open cases were looked through, and of how many."""

    lines: tuple[Pressing, ...]
    looked: int
    of: int


def today(seat: Seat) -> Today:
    """Deadlines that have passed or come within a week, meetings of the day, agreements that wait for a signature or
    the seal, and instalments that fall due."""
    day = seat.desk.today
    with seat.read() as reader:
        open_cases = _open_cases(seat, reader)
        files = [read_case(seat, reader, case_id) for case_id in open_cases[:MOST_CASES]]
    lines = [line for file in files for line in _lines(file, day)]
    lines.sort(key=lambda p: (p.by or day, p.number))
    return Today(tuple(lines), len(files), len(open_cases))


def _open_cases(seat: Seat, reader: Reader) -> list[UUID]:
    query = (
        select(CASE_SUMMARY.c.case_id)
        .where(CASE_SUMMARY.c.centre_id.in_(seat.readable()), CASE_SUMMARY.c.stage.not_in([s.value for s in ENDED]))
        .order_by(CASE_SUMMARY.c.accepted_on.desc().nulls_first(), CASE_SUMMARY.c.case_id.desc())
    )
    return list(reader.connection.execute(query).scalars())


def _lines(file: CaseFile, day: date) -> list[Pressing]:
    found: list[tuple[Say, date | None]] = []
    for due in due_of(file):
        if due.presses(day, SOON):
            found.append((due.what, due.deadline.last))
    for number, meeting in enumerate(file.meetings, start=1):
        if meeting.at and not meeting.result and day_in_china(meeting.at) == day:
            found.append((Say(N_("Meeting {number} is today"), {"number": number}), day))
    effect = file.effect
    if effect and effect.state is EffectState.AWAITING_SEAL:
        found.append((Say(N_("Signed by all, waits for the committee's seal")), None))
    elif effect and effect.state in (EffectState.UNSIGNED, EffectState.PARTLY_SIGNED) and file.paper:
        found.append((Say(N_("Issued, waits for signatures")), None))
    if effect and effect.state is EffectState.EFFECTIVE:
        found += _instalments(file, day)
    return [
        Pressing(file.case.id, file.case.number, file.case.title, what, by, (by - day).days if by else None)
        for what, by in found
    ]


def _instalments(file: CaseFile, day: date) -> list[tuple[Say, date | None]]:
    done = {p.term_id for p in file.performances if p.amount is None}
    out: list[tuple[Say, date | None]] = []
    falling: dict[date, list[int]] = {}
    for term in file.terms:
        if term.id in done:
            continue
        paid = sum(p.amount or 0 for p in file.performances if p.term_id == term.id)
        owed = 0
        for part in term.schedule:
            owed += part.amount
            if owed > paid and part.due - day <= SOON:
                falling.setdefault(part.due, []).append(min(owed - paid, part.amount))
                break
        if not term.schedule and term.due and term.due - day <= SOON and not (term.amount and paid >= term.amount):
            out.append((Say(N_("Term falls due")), term.due))
    return [*out, *((_falls_due(sums), due) for due, sums in falling.items())]


def _falls_due(sums: list[int]) -> Say:
    """One line for all that falls due on a day, as the parties come to pay together."""
    amount = format_amount(sum(sums))
    if len(sums) == 1:
        return Say(N_("Instalment of {amount} yuan falls due"), {"amount": amount})
    return Say(N_("{count} instalments, {amount} yuan together, fall due"), {"count": len(sums), "amount": amount})
