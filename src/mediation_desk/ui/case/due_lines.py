"""Last days as they are shown: the day, how far it is, how it was counted, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from mediation_desk.actions.due import Due
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.head import left_of, tone_of
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.words import Words, quiet


def add_due(lines: QVBoxLayout, due: Sequence[Due], today: date) -> None:
    """Add each of them to a column."""
    for one in due:
        lines.addWidget(Words(say(one.what), wrap=True))
        words = f"{one.deadline.last:%Y-%m-%d} " + (_("met") if one.met else left_of(one, today))
        badge = FlowLayout()
        badge.add(Badge(words, tone_of(one, today)))
        lines.addLayout(badge)
        notes = [say(note) for note in one.deadline.notes]
        ground = _("Ground: {basis}").format(basis=one.deadline.basis)
        lines.addWidget(quiet("\n".join([*notes, ground]), wrap=True))
