"""``papers``, ``selfcheck``, ``dossier``, ``blank``, ``batch``, ``attach``: from one paper to the whole 卷宗."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mediation_desk.cli.command import Command
from mediation_desk.cli.papers import chosen_slot, kinds
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediation_desk.actions.attaching import NotAttached
    from mediation_desk.actions.due import Missing
    from mediation_desk.actions.papers_at_hand import AtHand
    from mediation_desk.actions.selfcheck import Checked

_SETS = ("court", "bank")


def _number(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=_("the case's number"))


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("as a JSON array"))


def _papers_arguments(parser: ArgumentParser) -> None:
    _number(parser)
    _json(parser)


def _papers(options: Namespace) -> None:
    from mediation_desk.actions.case_file import load_by_number
    from mediation_desk.actions.papers_at_hand import papers_at_hand
    from mediation_desk.cli import said
    from mediation_desk.cli.opening import seated

    with seated(options) as seat:
        found = papers_at_hand(load_by_number(seat, options.number))
    if options.json:
        said.as_json([_paper_row(one, _place(found, one)) for one in found])
        return
    for one in found:
        said.plain(_paper_line(one, _place(found, one)))


def _place(found: Sequence[AtHand], one: AtHand) -> int:
    """Which of its kind it is, from 1, as ``--which`` takes it."""
    return [other for other in found if other.kind == one.kind].index(one) + 1


def _paper_row(one: AtHand, place: int) -> dict[str, Any]:
    return {
        "paper": one.kind,
        "name": _name(one.kind),
        "which": place if one.slot else None,
        "called": one.slot.called if one.slot else "",
        "can_be_issued": one.can_be_issued,
        "missing": [_missing_row(missing) for missing in one.lacking],
        "issued": one.paper and {"code": one.paper.code, "draft": one.paper.draft, "pages": one.paper.pages},
        "stands": one.stands,
        "signed_copy": one.scanned if one.to_sign else None,
    }


def _missing_row(missing: Missing) -> dict[str, str]:
    return {"what": say(missing.what), "page": missing.page, "field": missing.field}


def _paper_line(one: AtHand, place: int) -> str:
    name = f"{one.kind} {place}  {_name(one.kind)}" if one.slot else f"{one.kind}  {_name(one.kind)}"
    if one.slot and one.slot.called:
        name += f"（{one.slot.called}）"
    if one.lacking:
        return f"—  {name}：{'；'.join(say(missing.what) for missing in one.lacking)}"
    if one.paper is None:
        return f"○  {name}"
    draft = _("draft {draft}, {code}").format(draft=one.paper.draft, code=one.paper.code)
    return f"{'●' if one.stands else '◐'}  {name}  {draft}"


def _name(kind: str) -> str:
    return table("paper_kind")[kind].name(chosen())


def _selfcheck_arguments(parser: ArgumentParser) -> None:
    _number(parser)
    _json(parser)


def _selfcheck(options: Namespace) -> None:
    from mediation_desk.actions.case_file import load_by_number
    from mediation_desk.actions.selfcheck import self_check
    from mediation_desk.cli import said
    from mediation_desk.cli.opening import seated

    with seated(options) as seat:
        found = self_check(load_by_number(seat, options.number), seat.desk.store.clock(), seat.desk.today)
    if options.json:
        said.as_json([_checked_row(one) for one in found])
        return
    for one in found:
        said.plain(f"{'!' if one.severity.value == 'warn' else '·'}  {say(one.what)}  〔{one.basis}〕")
    if not found:
        said.line(N_("Nothing found: the dossier may go to the archive."))


def _checked_row(one: Checked) -> dict[str, Any]:
    return {
        "severity": one.severity.value,
        "what": say(one.what),
        "basis": one.basis,
        "page": one.page,
        "field": one.field,
        "place": one.place or None,
    }


def _dossier_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "numbers", metavar="NUMBER", nargs="+", help=_("the case's number; several oral agreements make one volume")
    )
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True, help=_("where to save it"))
    parser.add_argument("--set", choices=_SETS, help=_("only the papers that a court or a bank expects"))
    parser.add_argument("--as-issued", action="store_true", help=_("issue nothing, bind what was issued"))


def _dossier(options: Namespace) -> None:
    from mediation_desk.actions.case_file import load_by_number
    from mediation_desk.actions.dossier_binding import bind_dossier, bind_oral, bind_set
    from mediation_desk.cli import said
    from mediation_desk.cli.opening import seated

    with seated(options) as seat:
        files = [load_by_number(seat, number) for number in options.numbers]
        if len(files) > 1:
            bound = bind_oral(seat, files, options.out)
        elif options.set:
            bound = bind_set(seat, files[0], options.set, options.out)
        else:
            bound = bind_dossier(seat, files[0], options.out, as_issued=options.as_issued)
    for one in bound.placed:
        said.plain(f"{one.span or '—':>9}  {one.part.title}")
    said.line(N_("{sheets} sheets bound."), sheets=bound.sheets)
    if bound.unscanned:
        said.line(N_("{count} papers have no scan of their signed copy yet."), count=bound.unscanned)
    for slot, missing in bound.lacking:
        said.line(N_("Not bound: {paper}. {what}"), paper=_name(slot.kind), what=missing.what)
    for refused in bound.refused:
        said.line(N_("Not bound: {paper}. {what}"), paper=refused.what, what=refused.why)


def _blank_arguments(parser: ArgumentParser) -> None:
    forms = (*(entry.code for entry in table("paper_kind")), "oral_agreement")
    parser.add_argument("kind", metavar="KIND", choices=forms, help=_("which form"))
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True, help=_("where to save it"))
    parser.add_argument("--centre", metavar="NAME", help=_("of which centre, where the desk serves several"))
    parser.add_argument("--number", metavar="NUMBER", default="", help=_("a number that was leased before"))


def _blank(options: Namespace) -> None:
    from mediation_desk.actions.blank_forms import save_blank
    from mediation_desk.cli import said
    from mediation_desk.cli.opening import seated

    with seated(options) as seat:
        centres = [c for c in seat.centres() if options.centre in (None, c.name, c.short_name)]
        if len(centres) != 1:
            raise KnownProblem(N_("Name one of the centres of this desk with --centre. Nothing was printed."))
        form = save_blank(seat, centres[0].id, options.kind, options.out, options.number)
    said.plain(form.number or form.code)


def _batch_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--paper", choices=kinds(), required=True, help=_("which paper"))
    parser.add_argument("--cases", metavar="FILE", type=Path, required=True, help=_("the cases' numbers, one a line"))
    parser.add_argument("--out", metavar="FOLDER", type=Path, required=True, help=_("where to save them"))


def _batch(options: Namespace) -> int:
    from mediation_desk.actions.batch import issue_batch
    from mediation_desk.cli import said
    from mediation_desk.cli.opening import seated

    if not options.cases.is_file():
        raise KnownProblem(N_("There is no file {file}. Nothing was changed."), file=options.cases)
    try:
        lines = options.cases.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise KnownProblem(
            N_("{file} cannot be read as a text in UTF-8. Nothing was changed."), file=options.cases
        ) from error
    numbers = [line.strip() for line in lines if line.strip()]
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise KnownProblem(N_("{folder} is no folder. Nothing was changed."), folder=options.out) from error
    with seated(options) as seat:
        outcomes = issue_batch(seat, numbers, options.paper, options.out)
    for outcome in outcomes:
        for file in outcome.files:
            said.plain(str(file))
    bad = [outcome for outcome in outcomes if outcome.problem is not None]
    for outcome in bad:
        print(f"{outcome.number}：{say(outcome.problem)}", file=sys.stderr)  # type: ignore[arg-type]  # noqa: T201
    said.line(N_("{good} of {all} cases done."), good=len(outcomes) - len(bad), all=len(outcomes))
    return 1 if bad else 0


def _attach_arguments(parser: ArgumentParser) -> None:
    _number(parser)
    parser.add_argument("scans", metavar="SCAN", nargs="+", type=Path, help=_("PDF, JPEG, PNG or TIFF"))
    parser.add_argument("--paper", choices=kinds(), help=_("which paper, where its code cannot be read"))
    parser.add_argument("--which", metavar="N", type=int, help=_("which of several of its kind, from 1"))


def _attach(options: Namespace) -> int:
    from mediation_desk.actions.attaching import attach_scans, attach_to
    from mediation_desk.actions.case_file import load_by_number
    from mediation_desk.actions.paper_slots import paper_in
    from mediation_desk.actions.papers import NOT_ISSUED
    from mediation_desk.cli import said
    from mediation_desk.cli.opening import seated

    left: list[NotAttached] = []
    with seated(options) as seat:
        file = load_by_number(seat, options.number)
        if options.paper:
            paper = paper_in(file, chosen_slot(file, options))
            if paper is None:
                raise KnownProblem(NOT_ISSUED)
            done = [attach_to(seat, file, paper, options.scans)]
        else:
            done, left = attach_scans(seat, file, options.scans)
    for one in done:
        name = _name(one.paper.paper_kind)
        said.line(N_("{paper}, {code}: {sheets} sheets attached."), paper=name, code=one.paper.code, sheets=one.sheets)
    for other in left:
        print(f"{other.path}：{say(other.why)}", file=sys.stderr)  # noqa: T201
    return 1 if left else 0


COMMANDS = (
    Command("papers", N_("list what can be issued now, and what is missing for the rest"), _papers_arguments, _papers),
    Command("selfcheck", N_("check a dossier as its reviewer would"), _selfcheck_arguments, _selfcheck),
    Command("dossier", N_("bind the whole dossier, or a set for a court or a bank"), _dossier_arguments, _dossier),
    Command("blank", N_("print a blank form, with a number where a case begins with it"), _blank_arguments, _blank),
    Command("batch", N_("issue a paper for many cases"), _batch_arguments, _batch),
    Command(
        "attach", N_("attach scans of signed papers, each found by the code in its foot"), _attach_arguments, _attach
    ),
)
