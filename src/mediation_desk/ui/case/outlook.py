"""The right of the dossier: what is due, on what ground, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Due, Missing, due_of, missing_of
from mediation_desk.actions.selfcheck.checked import Checked
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.check_list import CheckList
from mediation_desk.ui.case.due_lines import add_due
from mediation_desk.ui.case.missing_line import MissingLine
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.sheet import Sheet
from mediation_desk.ui.parts.words import heading, quiet

MOST = 8
"""So many findings of the self-check are shown here; the others on the page that binds."""


class Outlook(Sheet):
    """``wanted`` carries the ``Missing`` whose line was pressed, ``found`` the ``Checked``; ``more`` asks for all."""

    wanted = Signal(object)
    found = Signal(object)
    more = Signal()

    def __init__(self) -> None:
        super().__init__(12, 8)
        self._shown: tuple[object, ...] | None = None
        self._pressed = -1
        self._lines = QWidget()
        self.inside.addWidget(self._lines)
        self.inside.addStretch(1)

    def show_file(self, file: CaseFile, today: date, checked: Sequence[Checked] = ()) -> None:
        """Show the case as it is; ``checked``: what the self-check found, where it is time for one."""
        due, missing = due_of(file), missing_of(file, today)
        said = {str(one.what) for one in missing}
        others = [one for one in checked if str(one.what) not in said]
        state = (tuple(due), tuple(missing), tuple(others), today)
        if state == self._shown:
            return
        self._shown, self._pressed = state, -1
        focus = self.focusWidget()
        held = isinstance(focus, MissingLine) and focus.hasFocus()  # not from another case that is open behind
        fresh = QWidget()
        lines = column(fresh, 0, 8)
        self._due(lines, due, today)
        self._missing(lines, missing, file)
        self._checked(lines, others)
        self.inside.replaceWidget(self._lines, fresh)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = fresh
        first = fresh.findChild(MissingLine)
        if held and first is not None:
            first.setFocus()

    @staticmethod
    def _due(lines: QVBoxLayout, due: Sequence[Due], today: date) -> None:
        if not due:
            return
        lines.addWidget(heading(_("Deadlines")))
        add_due(lines, due, today)
        lines.addSpacing(8)

    def _missing(self, lines: QVBoxLayout, missing: Sequence[Missing], file: CaseFile) -> None:
        lines.addWidget(heading(_("Still missing")))
        if not missing:
            lines.addWidget(quiet(_("Nothing is missing."), wrap=True))
        for one in missing:
            line = MissingLine(say(one.what), Tone.STOP if one.pressing else Tone.SOON)
            line.clicked.connect(lambda _on=False, m=one: self.wanted.emit(m))
            lines.addWidget(line)

    def _checked(self, lines: QVBoxLayout, found: Sequence[Checked]) -> None:
        if not found:
            return
        lines.addSpacing(8)
        lines.addWidget(heading(_("Self-check ({count})").format(count=len(found))))
        checks = CheckList()
        checks.show_found(found[:MOST])
        checks.wanted.connect(self.found)
        lines.addWidget(checks)
        if len(found) > MOST:
            line = MissingLine(_("{count} more: see all").format(count=len(found) - MOST), Tone.PLAIN)
            line.clicked.connect(self.more)
            lines.addWidget(line)

    def press_next(self) -> None:
        """Go to the next thing that is missing: the first, or the one after that which was pressed last."""
        lines = self.findChildren(MissingLine)
        if lines:
            self._pressed = (self._pressed + 1) % len(lines)
            lines[self._pressed].click()
