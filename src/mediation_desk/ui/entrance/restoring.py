"""Restoring a desk from a backup: the file, and the passphrase or recovery code the desk had when it was made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.journal.ids import Clock, system_clock
from mediation_desk.records.profile import Profile
from mediation_desk.reference.language import _
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.work import Progress, run

if TYPE_CHECKING:
    from mediation_desk.actions.desk import Desk
    from mediation_desk.records.restore import Restored

PASSPHRASE, RECOVERY = "passphrase", "recovery"
PATTERN = "*.mdbackup"


class FileLine(QWidget):
    """A path to type, or to choose from the disk."""

    def __init__(self, does: str) -> None:
        super().__init__()
        self.line = LineField()
        self.line.setAccessibleName(_("File"))
        self.setFocusProxy(self.line)
        choose = Button(does)
        choose.clicked.connect(self._choose)
        inside = row(self, 0, 8)
        inside.addWidget(self.line, 1)
        inside.addWidget(choose)

    def value(self) -> Path | None:
        """The file, or None."""
        typed = self.line.value()
        return Path(typed).expanduser() if typed else None

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a backup"), "", f"{_('Backups')} ({PATTERN});;* (*)")
        if name:
            self.line.setText(name)


class RestoreCard(Card):
    """``restored`` carries the open desk and a sentence on what was done, ``back`` goes back."""

    restored = Signal(object, str)
    back = Signal()

    def __init__(self, profile: Profile, clock: Clock = system_clock) -> None:
        super().__init__(
            _("Restore from a backup"),
            _("What is on this machine now is not deleted: it is put aside, and the backup takes its place."),
        )
        self._profile, self._clock = profile, clock
        self._form = Form()
        self.file = self._form.add(_("Backup"), FileLine(_("Choose…")), wide=True)
        self.way = self._form.add(
            _("Opened by"),
            Picks([(PASSPHRASE, _("its passphrase")), (RECOVERY, _("its recovery code"))], single=True),
            wide=True,
        )
        self.passphrase = self._form.add(_("Passphrase"), SecretField(), wide=True)
        self.code = self._form.add(_("Recovery code"), LineField(hint="7KXR3A-…"), wide=True)
        self.inside.addWidget(self._form)
        self.begins_with(self.file)
        self.goes_back(_("Back"), self.back.emit)
        self.goes_on(_("Restore"), self._restore)
        self.way.set_value(PASSPHRASE)
        self.way.edited.connect(self._show_way)
        self._show_way()

    def _show_way(self) -> None:
        self._form.show_field(self.passphrase, self.way.value() == PASSPHRASE)
        self._form.show_field(self.code, self.way.value() == RECOVERY)

    def _restore(self) -> None:
        file = self.file.value()
        if file is None:
            self._form.say(self.file, _("Choose the file of the backup."), Tone.STOP)
            self.file.setFocus()
            return
        self._form.say(self.file, "")
        by_passphrase = self.way.value() == PASSPHRASE
        passphrase = self.passphrase.value() if by_passphrase else None
        code = None if by_passphrase else self.code.value()

        def work(progress: Progress) -> tuple[Desk, Restored]:
            from mediation_desk.actions.keeping import restore

            def at(done: int, of: int) -> None:
                progress.at(done / of if of else 0)

            return restore(file, self._profile, passphrase=passphrase, recovery=code, clock=self._clock, progress=at)

        self.busy(_("Reading and proving the backup…"))
        job = run(work, self._done, self.refuse, self)
        job.progress.connect(self.at)

    def _done(self, result: tuple[Desk, Restored]) -> None:
        desk, done = result
        self.passphrase.clear()
        self.code.clear()
        made = done.header.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
        words = _("The backup of {moment} is in place.").format(moment=made)
        if done.faults:
            words += " " + _("{count} of its scans were damaged already when it was made.").format(
                count=len(done.faults)
            )
        self.restored.emit(desk, words)
