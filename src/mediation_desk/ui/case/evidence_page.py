"""证据材料: a list of what proves the facts, each with its scans (民事诉讼法 Art. 66)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.dossier import save_evidence
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Evidence
from mediation_desk.domain.roles import INQUIRE
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.fields import suggested, text, yes_no
from mediation_desk.ui.case.item_page import ItemPage
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.page import Pair
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.scans_field import ScansBinding
from mediation_desk.ui.look.marks import Mark

TITLE = N_("Evidence")


class EvidencePage(ItemPage):
    """One piece of evidence."""

    purpose: ClassVar[str] = INQUIRE
    needed = ("name",)
    kind = "evidence"
    one = "evidence"

    def heading(self) -> str:
        return _("Evidence {number}").format(number=self.number)

    def items(self, file: CaseFile) -> Sequence[Evidence]:
        return file.evidence

    def item_words(self, file: CaseFile, item: UUID, number: int) -> Item:
        found = next((e for e in file.evidence if e.id == item), None)
        if found is None:
            return Item(item, f"{number} {_('New evidence')}")
        pages = _("{count} pages").format(count=found.pages) if found.pages else ""
        scans = _("{count} scans").format(count=len(found.blobs)) if found.blobs else ""
        return Item(item, f"{number} {found.name}", " · ".join(filter(None, (pages, scans))))

    def add_words(self) -> str:
        return _("One more piece")

    def blank(self, file: CaseFile) -> Evidence:
        """A piece of evidence as the form begins with it."""
        case = file.case
        return Evidence(
            id=self.blank_id,
            centre_id=case.centre_id,
            case_id=case.id,
            position=len(file.evidence),
            name="",
            submitted_on=self.today(),
        )

    def build(self, file: CaseFile) -> None:
        base = next((e for e in file.evidence if e.id == self.item), None)
        piece = self.bound(base or self.blank(file), new=base is None)
        mediators = [m.name for m in file.mediators.values()]
        self.field(piece, "name", wide=True)
        self.field(piece, "evidence_kind")
        self.field(piece, "provider", suggested([*(p.name for p in file.parties), *mediators]))
        self.field(piece, "submitted_on")
        self.field(piece, "pages")
        self.original = self.field(
            piece, "original", yes_no(_("Original"), _("Copy")), label=_("Original or copy"), wide=True
        )
        self.checked = self.field(piece, "checked_by", suggested(mediators), wide=True)
        self.scans = ScansBinding(self.seat)
        self.field(piece, "blobs", self.scans, wide=True)
        self.field(piece, "proves", text(3))
        self.original.on_edited(self._show_checked)
        self._show_checked()
        self.add_take_out(_("Take out"))
        self.goes_on_to_next()

    def _show_checked(self) -> None:
        """A copy says who compared it with the original (与原件核对无异)."""
        self.form.show_field(self.checked.widget, not self.original.value() or bool(self.checked.value()))

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return file.evidence

    def write(self, pairs: Sequence[Pair]) -> None:
        save_evidence(self.seat, self.file.case, list(pairs))

    def take_out(self) -> Callable[[], object]:
        seat, case, piece = self.seat, self.file.case, self.bounds[0].base
        return lambda: save_evidence(seat, case, [], [piece])


def _state(file: CaseFile) -> Mark:
    if not file.evidence:
        return Mark.NOT_NEEDED
    whole = all(e.evidence_kind and (e.original or e.checked_by) for e in file.evidence)
    return Mark.DONE if whole else Mark.BEGUN


EVIDENCE = PageKind(
    "evidence", lambda _file: TITLE, EvidencePage, _state, lambda f: len(f.evidence) or None, one="evidence"
)
