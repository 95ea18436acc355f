"""Payments of a term as a table: by obligee and instalment where that is narrow enough, else one instalment a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mediation_desk.documents.agreement_view import ScheduleView
from mediation_desk.documents.layout import Table
from mediation_desk.documents.typefaces import Role
from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.dates import print_by
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.numerals import chinese_count
from mediation_desk.reference.papers import Wording

_MOST_COLUMNS = 4


def schedule_table(schedules: Sequence[ScheduleView], words: Wording, role: Role) -> Table:
    """The table of one term's payments, with its sums; the whole sum in 大写 too."""
    days = {tuple(day for day, _ in schedule.instalments) for schedule in schedules}
    if len(days) == 1 and len(schedules) > 1 and len(next(iter(days))) <= _MOST_COLUMNS:
        return _matrix(schedules, words, role)
    return _list(schedules, words, role)


def _matrix(schedules: Sequence[ScheduleView], words: Wording, role: Role) -> Table:
    days = [day for day, _ in schedules[0].instalments]
    head = tuple(_due_head(place, day, words) for place, day in enumerate(days, start=1))
    rows = [(schedule.obligee, *_amounts([fen for _, fen in schedule.instalments])) for schedule in schedules]
    columns = zip(*([fen for _, fen in schedule.instalments] for schedule in schedules), strict=True)
    sums = [sum(column) for column in columns]
    total = (words("schedule_total"), *_amounts(sums))
    return Table(
        head=(words("schedule_obligee"), *head, f"{words('schedule_total')}（元）"),
        rows=(*rows, total),
        weights=(1.1, *[1.35] * len(days), 1.2),
        role=role,
        numbers=frozenset(range(1, len(days) + 2)),
    )


def _due_head(place: int, day: date, words: Wording) -> str:
    """``第一期``, the day and ``前（含当日）`` under one another."""
    due = print_by(day).replace("前", "\n前")
    return f"{words('schedule_part', count=chinese_count(place))}\n{due}"


def _amounts(fen: Sequence[int]) -> tuple[str, ...]:
    return (*(format_amount(one) for one in fen), format_amount(sum(fen)))


def _list(schedules: Sequence[ScheduleView], words: Wording, role: Role) -> Table:
    several = len(schedules) > 1
    rows: list[tuple[str, ...]] = []
    for schedule in schedules:
        for place, (day, fen) in enumerate(schedule.instalments, start=1):
            part = words("schedule_part", count=chinese_count(place))
            row = (part, print_by(day), format_amount(fen))
            rows.append((schedule.obligee, *row) if several else row)
    total = sum(fen for schedule in schedules for _, fen in schedule.instalments)
    closing = (words("schedule_total"), to_capital(total), format_amount(total))
    head = (words("schedule_parts"), words("schedule_due"), words("schedule_amount"))
    return Table(
        head=(words("schedule_obligee"), *head) if several else head,
        rows=(*rows, ("", *closing) if several else closing),
        weights=(1.2, 0.9, 2.6, 1.4) if several else (0.9, 2.6, 1.4),
        role=role,
        numbers=frozenset({3 if several else 2}),
    )
