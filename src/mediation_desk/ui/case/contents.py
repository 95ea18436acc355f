"""The left of the dossier: its parties, and its pages in their legal order with their states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.due import age_of
from mediation_desk.domain.records import Party
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.outline import Outline, Page
from mediation_desk.ui.parts.sheet import Sheet
from mediation_desk.ui.parts.words import Words, heading, quiet

_PARTIES_SHOWN = 6


def side_of(party: Party) -> str:
    """``申请人``."""
    sides = table("party_side")
    return sides[party.side].name(chosen()) if party.side in sides else party.side


def standing_of(entry: PartyEntry, on: date) -> str:
    """``申请人 · 58岁``."""
    side, age = side_of(entry.party), age_of(entry, on)
    return side if age is None else f"{side} · {_('{age} years').format(age=age)}"


class Contents(Sheet):
    """``page_chosen`` carries the key of a page, ``party_chosen`` the identity of a party."""

    page_chosen = Signal(object)
    party_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(12, 4)
        self.parties = Entries(_("Parties"))
        self.parties.chosen.connect(self.party_chosen)
        self.outline = Outline()
        self.outline.chosen.connect(self.page_chosen)
        self.facts: Words = quiet("", wrap=True)
        self.inside.addWidget(self.facts)
        self.facts.hide()
        self.inside.addWidget(heading(_("Parties")))
        self.inside.addWidget(self.parties)
        self.inside.addSpacing(look().gap(8))
        self.inside.addWidget(heading(_("Dossier")))
        self.inside.addWidget(self.outline)
        self.inside.addStretch(1)

    def show_file(self, file: CaseFile, kinds: Sequence[PageKind], today: date) -> None:
        """Show the case as it is. Ages are those of the day the agreement was reached, or of today."""
        on = file.agreement.concluded_on if file.agreement and file.agreement.concluded_on else today
        self.parties.setVisible(bool(file.parties))
        self.parties.show_entries(
            [Entry(p.party.id, p.name, detail=standing_of(p, on)) for p in file.parties], _PARTIES_SHOWN
        )
        self.outline.show_pages([Page(k.key, _(k.title(file)), k.state(file), k.count(file)) for k in kinds])

    @property
    def keys(self) -> list[str]:
        """The keys of the pages listed."""
        return [entry.key for entry in self.outline.entries]

    def here(self, key: str) -> None:
        """Mark the page that is open."""
        self.outline.here(key)
