"""The whole 卷宗 as one PDF: in the legal order, with signed scans and evidence, true page numbers and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mediation_desk.actions import dossier_around as around
from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.dossier_leaves import Leaves, Refused
from mediation_desk.actions.dossier_plan import SETS, in_order, name_of, wanted
from mediation_desk.actions.due import Missing
from mediation_desk.actions.issuing import issue_all
from mediation_desk.actions.paper_slots import AGREEMENT, PaperSlot
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.binding.bind import Told, bind
from mediation_desk.documents.binding.parts import Part, Placed, placed
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.roles import PRINT
from mediation_desk.domain.words import N_
from mediation_desk.records.blobs import BlobStore
from mediation_desk.records.outside import writing_outside
from mediation_desk.reference.codes import table
from mediation_desk.reference.papers import wording_on

NOTHING = N_("None of its papers has been issued yet. Nothing was bound.")
NOT_ORAL = N_("A volume of several cases holds oral agreements only; {number} has none. Nothing was bound.")
_BINDING = "binding"


@dataclass(frozen=True, slots=True)
class Bound:
    """A volume that was written.

    ``placed``: where each part stands. ``unscanned``: papers whose signed copy is not there yet. ``refused``: scans that
    could not be bound. ``lacking``: papers that could not be issued, and what the first of them lacks.
    """

    sheets: int
    placed: tuple[Placed, ...]
    unscanned: int
    refused: tuple[Refused, ...]
    lacking: tuple[tuple[PaperSlot, Missing], ...]


@dataclass(frozen=True, slots=True)
class _Volume:
    """What is bound: the papers of one case or of several, and how it is called where it is of several."""

    papers: tuple[tuple[CaseFile, tuple[PaperSlot, ...]], ...]
    title: str = ""
    covered: bool = True


def _quiet(_done: int, _all: int) -> None:
    """Nobody asked how far it is."""


def bind_dossier(seat: Seat, file: CaseFile, target: Path, *, as_issued: bool = False, told: Told = _quiet) -> Bound:
    """Bind the dossier of a case into ``target``, outside the desk, where it is no longer in our keeping.

    Papers that were not issued, or no longer stand, are issued first, unless ``as_issued``. ``told`` hears how far it is
    and may raise to stop it: nothing is left then.
    """
    seat.require(PRINT, file.case.centre_id)
    short = [] if as_issued else issue_all(seat, file, wanted)
    file = load(seat, file.case.id)
    return _write(seat, _Volume(((file, tuple(in_order(file))),)), target, short, told)


def bind_set(seat: Seat, file: CaseFile, name: str, target: Path, *, told: Told = _quiet) -> Bound:
    """Bind the papers that a court or a bank expects (``dossier_plan.SETS``), in its order, under a list of them."""
    seat.require(PRINT, file.case.centre_id)
    kinds = SETS[name]
    short = issue_all(seat, file, lambda now: [slot for slot in wanted(now) if slot.kind in kinds])
    file = load(seat, file.case.id)
    return _write(seat, _Volume(((file, tuple(in_order(file, kinds))),), covered=False), target, short, told)


def bind_oral(seat: Seat, files: Sequence[CaseFile], target: Path, *, told: Told = _quiet) -> Bound:
    """口头协议合订卷: the registration sheets of many oral agreements behind one cover (domain §4.0)."""
    for file in files:
        seat.require(PRINT, file.case.centre_id)
        if file.agreement is None or file.agreement.form != ORAL:
            raise KnownProblem(NOT_ORAL, number=file.case.number)
    short: list[tuple[PaperSlot, Missing]] = []
    papers = []
    for file in files:
        short += issue_all(seat, file, lambda now: [slot for slot in wanted(now) if slot.kind == AGREEMENT])
        now = load(seat, file.case.id)
        papers.append((now, tuple(in_order(now, (AGREEMENT,)))))
    title = wording_on(_BINDING, files[0].case.rules_on)("oral_volume")
    return _write(seat, _Volume(tuple(papers), title), target, short, told)


def _write(seat: Seat, volume: _Volume, target: Path, short: Sequence[tuple[PaperSlot, Missing]], told: Told) -> Bound:
    with seat.desk.profile.temporary_folder() as folder:
        scratch = BlobStore(folder, seat.desk.vault)
        leaves = [Leaves(seat, file, scratch, wording_on(_BINDING, file.case.rules_on)) for file, _ in volume.papers]
        body: list[tuple[Part, str]] = []
        for own, (file, slots) in zip(leaves, volume.papers, strict=True):
            body += [_paper(own, file, slot, volume.title) for slot in slots]
        if not body:
            raise KnownProblem(NOTHING)
        parts = _around(seat, volume, body, leaves[0])
        with writing_outside(target) as out:
            sheets = bind(parts, out, told)
    return Bound(
        sheets,
        tuple(placed(parts)),
        sum(own.unscanned for own in leaves),
        tuple(refused for own in leaves for refused in own.refused),
        tuple(short),
    )


def _paper(leaves: Leaves, file: CaseFile, slot: PaperSlot, title: str) -> tuple[Part, str]:
    """A paper as a part, and its remark. In a volume of several each is called by the number of its case."""
    name = name_of(slot, file, leaves.words)
    if title:
        name = leaves.words("several", paper=name, called=file.case.number)
    before = leaves.unscanned
    part = Part(name, tuple(leaves.of_slot(slot, name)))
    return part, leaves.words("unscanned") if leaves.unscanned > before else ""


def _around(seat: Seat, volume: _Volume, body: Sequence[tuple[Part, str]], leaves: Leaves) -> list[Part]:
    """The papers with cover, contents and back, which are not numbered."""
    file, at = volume.papers[0][0], seat.desk.store.clock()
    remarks = [remark for _, remark in body]
    listed = list(zip(placed([part for part, _ in body]), remarks, strict=True))
    sheets = {around.CONTENTS: around.contents(file, at, listed)}
    if volume.covered:
        total = sum(part.pages for part, _ in body)
        sheets = {
            around.COVER: around.cover(file, at, volume.title),
            **sheets,
            around.BACK: around.back(file, at, total),
        }
    made = {
        kind: Part(table("paper_kind").name_zh(kind), (leaves.made(pdf),), numbered=False)
        for kind, pdf in sheets.items()
    }
    back = made.pop(around.BACK, None)
    return [*made.values(), *(part for part, _ in body), *([back] if back else [])]
