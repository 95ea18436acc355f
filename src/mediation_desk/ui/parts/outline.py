"""The dossier's list of pages in their legal order, each with its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.entries import Entries, Entry

STATES: Final = {
    Mark.DONE: N_("done"),
    Mark.BEGUN: N_("begun"),
    Mark.NOT_YET: N_("not yet"),
    Mark.NOT_NEEDED: N_("not needed"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the dossier: its key, name, state (one of ``STATES``), how many there are, what to say beside."""

    key: Any
    name: str
    state: Mark
    count: int | None = None
    remark: str = ""
    tone: Tone = Tone.PLAIN


class Outline(Entries):
    """``chosen`` carries the key of the page to open; ``here`` marks the one that is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Pages of the dossier"), parent)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages in this order."""
        self.show_entries(
            [
                Entry(
                    page.key,
                    page.name,
                    page.state,
                    _(STATES[page.state]),
                    page.remark or ("" if page.count is None else str(page.count)),
                    tone=page.tone,
                )
                for page in pages
            ]
        )
