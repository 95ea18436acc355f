"""卷宗自查 as lines: what a reviewer would find, each with the rule it rests on, each the way to where it is put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.actions.selfcheck.checked import Checked
from mediation_desk.domain.finding import Severity
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.missing_line import MissingLine
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.words import quiet


class CheckList(QWidget):
    """``wanted`` carries the ``Checked`` whose line was pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Checked, ...] | None = None
        self._lines = QWidget()
        self._whole: QVBoxLayout = column(self, 0, 0)
        self._whole.addWidget(self._lines)

    def show_found(self, found: Sequence[Checked]) -> None:
        """Show these; what stands in one group of the same rule names the rule once, above it."""
        if self.found == tuple(found):
            return
        self.found = tuple(found)
        fresh = QWidget()
        lines = column(fresh, 0, 4)
        if not found:
            lines.addWidget(quiet(_("Nothing is found that a reviewer would send back."), wrap=True))
        basis = ""
        for one in sorted(found, key=lambda c: (c.severity is Severity.HINT, c.basis)):
            if one.basis != basis:
                basis = one.basis
                lines.addWidget(quiet(_("Ground: {basis}").format(basis=basis), wrap=True))
            line = MissingLine(say(one.what), Tone.SOON if one.severity is Severity.HINT else Tone.STOP)
            line.clicked.connect(lambda _on=False, c=one: self.wanted.emit(c))
            lines.addWidget(line)
        self._whole.replaceWidget(self._lines, fresh)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = fresh
