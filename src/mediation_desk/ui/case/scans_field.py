"""The scans of one piece of evidence: taken in from files, looked at, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.actions.scans import take_in
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.scan_view import ScanView
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.work import Progress, run


class ScansField(QWidget):
    """``value`` is a tuple of digests. A file is safe on the disk before it is named here."""

    edited = Signal()
    committed = Signal()
    noted = Signal(str, str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._digests: tuple[str, ...] = ()
        self.scans: list[Button] = []
        self.locked = False
        self._flow = FlowLayout(self, gap=8)
        self.add_button = Button(_("Add scans or photographs"))
        self.add_button.clicked.connect(self._choose)
        self.setFocusProxy(self.add_button)
        self._flow.add(self.add_button)

    def value(self) -> tuple[str, ...]:
        """The digests, in order."""
        return self._digests

    def set_value(self, value: Sequence[str]) -> None:
        """Show these."""
        self._digests = tuple(value)
        for old in self.scans:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.scans = []
        self._flow.removeWidget(self.add_button)
        for number, digest in enumerate(self._digests, start=1):
            shown = Button(_("Scan {number}").format(number=number), Weight.PLAIN, mark=Mark.PAPER)
            shown.clicked.connect(lambda _on=False, d=digest, n=number: self._look(d, n))
            self.scans.append(shown)
            self._flow.add(shown)
        self._flow.add(self.add_button)

    def commit(self) -> None:
        """A scan is taken in or not; there is nothing half done."""

    def take_in(self, files: Sequence[Path]) -> None:
        """Take these files in, in the background; those before a file that is refused stay."""
        if not files:
            return
        self.noted.emit(_("Taking in …"), Tone.PLAIN.value)
        taken: list[str] = []

        def work(progress: Progress) -> None:
            for number, file in enumerate(files):
                progress.at(number / len(files))
                taken.append(take_in(self._seat, file))

        def settled() -> None:
            new = [d for d in dict.fromkeys(taken) if d not in self._digests]
            if new:
                self.set_value([*self._digests, *new])
                self.edited.emit()

        def done(_none: None) -> None:
            self.noted.emit("", Tone.PLAIN.value)
            settled()

        def failed(problem: KnownProblem) -> None:
            self.noted.emit(say(problem.sentence), Tone.STOP.value)
            settled()

        run(work, done, failed, self)

    def _choose(self) -> None:
        kinds = _("Scans and photographs") + " (*.pdf *.jpg *.jpeg *.png)"
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Add scans or photographs"), "", kinds)
        self.take_in([Path(name) for name in chosen])

    def _look(self, digest: str, number: int) -> None:
        name = _("Scan {number}").format(number=number)
        view = ScanView(self._seat, digest, name, may_take_out=not self.locked, parent=self)
        view.exec()
        if view.wants_out:
            self.set_value([d for d in self._digests if d != digest])
            self.edited.emit()
        view.deleteLater()


class ScansBinding(Binding):
    """The scans of a piece of evidence."""

    def __init__(self, seat: Seat) -> None:
        self.scans = ScansField(seat)
        super().__init__(self.scans)

    def typed(self) -> Any:
        return list(self.scans.value())

    def lock(self) -> None:
        self.locked = self.scans.locked = True
        self.scans.add_button.hide()
