"""``issue``, ``print`` and ``sign``: from the record to the signed paper."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_desk.cli.command import Command
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _

if TYPE_CHECKING:
    from mediation_desk.actions.case_file import CaseFile
    from mediation_desk.actions.paper_slots import PaperSlot
    from mediation_desk.actions.seat import Seat
    from mediation_desk.actions.signing import NewFact
    from mediation_desk.domain.records import Paper

_HOW = {
    "signed": "signed",
    "fingerprinted": "fingerprinted",
    "sealed": "party_sealed",
    "cannot-read": "cannot_read_fingerprinted",
}


def number_and_paper(parser: ArgumentParser) -> None:
    """The case, the kind of paper, and which of several."""
    parser.add_argument("number", metavar="NUMBER", help=_("the case's number"))
    parser.add_argument("--paper", choices=kinds(), required=True, help=_("which paper"))
    parser.add_argument("--which", metavar="N", type=int, help=_("which of several of its kind, from 1"))


def kinds() -> tuple[str, ...]:
    """The kinds of paper that are issued by themselves."""
    return tuple(entry.code for entry in table("paper_kind") if entry.code not in ("contents", "back"))


def _issue_arguments(parser: ArgumentParser) -> None:
    number_and_paper(parser)
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True, help=_("where to save it"))
    parser.add_argument(
        "--declare", action="store_true", help=_("leave characters no typeface has blank, for the hand")
    )


def _issue(options: Namespace) -> None:
    from mediation_desk.actions.batch import standing
    from mediation_desk.actions.case_file import load_by_number
    from mediation_desk.actions.issuing import issue_slot
    from mediation_desk.actions.papers import save_as
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.said import line

    with seated(options) as seat:
        file = load_by_number(seat, options.number)
        slot = chosen_slot(file, options)
        # What was signed, or issued and not changed since, is saved as it is: no needless second draft.
        paper = issue_slot(seat, file, slot, declare=True) if options.declare else standing(seat, file, slot)
        save_as(seat, paper, options.out)
    line(
        N_("Draft {draft}, {pages} pages, {copies} copies to print; code at the foot: {code}."),
        draft=paper.draft,
        pages=paper.pages,
        copies=paper.copies,
        code=paper.code,
    )


def chosen_slot(file: CaseFile, options: Namespace) -> PaperSlot:
    """The paper that is meant. ``KnownProblem`` when the case has none of the kind, or several and none was named."""
    from mediation_desk.actions.paper_slots import absent, slots_of

    slots = slots_of(file, options.paper)
    if not slots:
        raise KnownProblem(N_("The case has no such paper yet: {what}."), what=absent(options.paper).what)
    if options.which is None and len(slots) > 1:
        raise KnownProblem(N_("The case has {count} papers of this kind; say which with --which."), count=len(slots))
    place = options.which or 1
    if not 1 <= place <= len(slots):
        raise KnownProblem(N_("The case has {count} papers of this kind; say which with --which."), count=len(slots))
    return slots[place - 1]


def _print_arguments(parser: ArgumentParser) -> None:
    number_and_paper(parser)
    parser.add_argument("--printer", metavar="NAME", required=True, help=_("the printer's name"))
    parser.add_argument("--labelled", action="store_true", help=_("every copy, each saying whom it is for"))
    parser.add_argument("--copies", metavar="N", type=int, help=_("how many; all that are signed unless given"))


def _print(options: Namespace) -> None:
    from mediation_desk.actions.case_file import load_by_number
    from mediation_desk.actions.paper_copies import copy_labels, print_all_copies
    from mediation_desk.actions.paper_slots import paper_in
    from mediation_desk.actions.papers import NOT_ISSUED, print_paper
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.said import line

    if options.copies is not None and options.copies < 1:
        raise KnownProblem(N_("At least one copy is printed."))
    _need_printing()
    with seated(options) as seat:
        file = load_by_number(seat, options.number)
        slot = chosen_slot(file, options)
        paper = paper_in(file, slot)
        if paper is None:
            raise KnownProblem(NOT_ISSUED)
        again = _was_printed(file, paper)
        copies = len(copy_labels(file, slot)) if options.labelled else options.copies or paper.copies
        if options.labelled:
            pages = print_all_copies(seat, file, slot, options.printer, again=again) // copies
        else:
            pages = print_paper(seat, paper, options.printer, copies, again=again)
    line(N_("Printed: {copies} copies of {pages} pages."), copies=copies, pages=pages)


def _was_printed(file: CaseFile, paper: Paper) -> bool:
    return any(p.paper_id == paper.id and p.printer for p in file.printings)


def _need_printing() -> None:
    """Qt knows the printers; it wants an application, though no window."""
    import os

    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        QGuiApplication(["mediation-desk"])


def _sign_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=_("the case's number"))
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--party", metavar="NAME", help=_("the party who signed"))
    who.add_argument(
        "--mediator", metavar="NAME", nargs="?", const="", help=_("the mediator who signed; all of them unless named")
    )
    who.add_argument("--seal", action="store_true", help=_("the committee's seal was affixed"))
    parser.add_argument("--on", metavar="DATE", required=True, help=_("the day it was done"))
    parser.add_argument("--how", choices=tuple(_HOW), default="signed", help=_("how the party signed"))
    parser.add_argument("--by", metavar="NAME", default="", help=_("the agent who signed for the party"))
    parser.add_argument("--refused", metavar="REASON", help=_("the party refused, and why"))
    parser.add_argument("--witness", metavar="NAME", default="", help=_("who witnessed it"))


def _sign(options: Namespace) -> None:
    from mediation_desk.actions.case_file import load_by_number
    from mediation_desk.actions.signing import record_facts
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.said import line
    from mediation_desk.domain.effect import STATE_LABELS

    with seated(options) as seat:
        file = load_by_number(seat, options.number)
        effect = record_facts(seat, file, _facts(seat, file, options))
    if effect.on is None:
        line(N_("{state}."), state=Say(STATE_LABELS[effect.state]))
    else:
        line(N_("In effect since {on}."), on=effect.on)


def _facts(seat: Seat, file: CaseFile, options: Namespace) -> list[NewFact]:
    from mediation_desk.actions.signing import NewFact
    from mediation_desk.domain.dates import parse_date
    from mediation_desk.domain.effect import Fact

    on = parse_date(options.on, seat.desk.today)
    if options.seal:
        return [NewFact(Fact.COMMITTEE_SEALED, on)]
    if options.party is not None:
        named = [p.party.id for p in file.parties if p.name == options.party]
        if len(named) != 1:
            raise KnownProblem(N_("The case has no party of that name, or more than one. Nothing was recorded."))
        fact = Fact.REFUSED if options.refused else Fact(_HOW[options.how])
        return [
            NewFact(fact, on, party_id=named[0], by=options.by, witness=options.witness, reason=options.refused or "")
        ]
    hosts = file.agreement.mediator_ids if file.agreement else ()
    chosen = [i for i in hosts if not options.mediator or file.mediators[i].name == options.mediator]
    if not chosen:
        raise KnownProblem(N_("The agreement names no such mediator. Nothing was recorded."))
    return [NewFact(Fact.MEDIATOR_SIGNED, on, mediator_id=i) for i in chosen]


COMMANDS = (
    Command("issue", N_("issue a paper and save it as PDF"), _issue_arguments, _issue),
    Command("print", N_("print an issued paper"), _print_arguments, _print),
    Command("sign", N_("record who signed or sealed the agreement"), _sign_arguments, _sign),
)
