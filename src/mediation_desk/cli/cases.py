"""``record``, ``show``, ``list``, ``find``, ``history``, ``schema``: cases, for people and for other programs."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mediation_desk.cli.command import Command
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _

if TYPE_CHECKING:
    from mediation_desk.actions.lists import CaseRow
    from mediation_desk.actions.seat import Seat

STDIN = "-"
_PAGE = 1_000


def _record_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="FILE.json",
        nargs="+",
        help=_("a case document, or an array of them; - reads the standard input"),
    )


def _record(options: Namespace) -> None:
    from mediation_desk.actions.case_document import record
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.said import plain

    with seated(options) as seat:
        for name in options.files:
            try:
                done = record(seat, _content(name))
            except KnownProblem as problem:
                raise KnownProblem("{file}: {problem}", file=name, problem=problem.sentence) from problem
            for one in done:
                plain(one.number)


def _content(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError as error:
        raise KnownProblem("There is no such file. Nothing of it was recorded.") from error
    except IsADirectoryError as error:
        raise KnownProblem("This is a folder, not a file. Nothing of it was recorded.") from error


def _show_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=_("the case's number"))
    parser.add_argument("--json", action="store_true", help=_("as a case document, which record takes back"))


def _show(options: Namespace) -> None:
    from mediation_desk.actions.case_document import show, to_json
    from mediation_desk.actions.case_file import load_by_number
    from mediation_desk.actions.case_words import names_in
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.outline import outline
    from mediation_desk.cli.said import plain

    with seated(options) as seat:
        if options.json:
            plain(to_json(show(seat, options.number)).decode().removesuffix("\n"))
            return
        file = load_by_number(seat, options.number)
        with seat.read() as reader:
            names = names_in(reader, file.case.centre_id, file.case.id)
        for line in outline(file, names):
            plain(line)


def _list_arguments(parser: ArgumentParser) -> None:
    _json_argument(parser)


def _list(options: Namespace) -> None:
    from mediation_desk.cli.opening import seated

    with seated(options) as seat:
        _say_rows(seat, list(_every(seat)), as_json=options.json)


def _every(seat: Seat) -> Iterator[CaseRow]:
    from mediation_desk.actions.lists import CaseQuery, count, page

    query = CaseQuery()
    total = count(seat, query)
    for offset in range(0, total, _PAGE):
        yield from page(seat, query, offset, _PAGE, total)


def _find_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "text", metavar="TEXT", nargs="+", help=_("names, initials, words, or numbers of people or papers")
    )
    _json_argument(parser)


def _find(options: Namespace) -> None:
    from mediation_desk.actions.lists import FOUND_AT_MOST, find
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.said import line

    text = " ".join(options.text)
    with seated(options) as seat:
        if options.json:
            _say_rows(seat, find(seat, text, None), as_json=True)
            return
        rows = find(seat, text, FOUND_AT_MOST + 1)
        _say_rows(seat, rows[:FOUND_AT_MOST], as_json=False)
    if len(rows) > FOUND_AT_MOST:
        line(N_("Only the newest {count} are shown; type more to find fewer."), count=FOUND_AT_MOST)


def _json_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("as a JSON array"))


def _say_rows(seat: Seat, rows: Sequence[CaseRow], *, as_json: bool) -> None:
    from mediation_desk.actions.case_words import stage_words
    from mediation_desk.cli import said

    centres = {c.id: c.name for c in seat.centres()}
    if as_json:
        said.as_json([_row(row, centres[row.centre_id]) for row in rows])
        return
    for row in rows:
        said.plain(f"{row.number}  {row.accepted_on or '—'!s:<10}  {stage_words(row.stage)}  {row.title}")


def _row(row: CaseRow, centre: str) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": row.title,
        "stage": row.stage.value,
        "centre": centre,
        "id": str(row.case_id),
        "accepted_on": row.accepted_on and row.accepted_on.isoformat(),
        "stage_on": row.stage_on and row.stage_on.isoformat(),
        "dispute_class": row.dispute_class,
        "applicants": row.applicants,
        "respondents": row.respondents,
        "mediators": row.mediators,
    }


def _history_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=_("the case's number"))


def _history(options: Namespace) -> None:
    from mediation_desk.actions.case_history import history
    from mediation_desk.cli.changes import told
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.said import plain

    with seated(options) as seat:
        for line in told(history(seat, options.number)):
            plain(line)


def _schema(options: Namespace) -> None:
    from mediation_desk.actions.case_document import json_schema
    from mediation_desk.cli.said import as_json

    del options
    as_json(json_schema())


def _no_arguments(parser: ArgumentParser) -> None:
    del parser


COMMANDS = (
    Command("record", N_("record cases from files: new ones, or changes to known ones"), _record_arguments, _record),
    Command("show", N_("show a case"), _show_arguments, _show),
    Command("list", N_("list all cases, newest first"), _list_arguments, _list),
    Command("find", N_("find cases by name, initials, number or word"), _find_arguments, _find),
    Command("history", N_("show what was changed in a case, when and by whom"), _history_arguments, _history),
    Command("schema", N_("print the JSON Schema of the case document"), _no_arguments, _schema),
)
