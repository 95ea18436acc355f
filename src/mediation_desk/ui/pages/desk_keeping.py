"""This desk: backup and restore, the check of everything, and the ways into the desk."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar

from mediation_desk.actions.check_report import CheckReport
from mediation_desk.actions.checking import check
from mediation_desk.actions.infix import needs_infix
from mediation_desk.actions.keeping import backup, backup_due, last_backup_at
from mediation_desk.actions.reset_codes import new_sheet
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.roles import RESET, SETTINGS
from mediation_desk.records.backup import BackupDone
from mediation_desk.reference.language import _, say
from mediation_desk.ui.entrance.restoring import PATTERN
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.pages.key_asks import CodesAsk, DigitsAsk, PassphraseAsk
from mediation_desk.ui.pages.section import Section
from mediation_desk.ui.parts.ask import confirm
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.words import Words, heading, quiet
from mediation_desk.ui.work import Progress


class KeepingSection(Section):
    """``restore`` goes to the backups, ``backed_up`` follows a backup that was read back."""

    restore = Signal()
    backed_up = Signal()

    def __init__(self, seat: Seat, centre_id: UUID) -> None:
        super().__init__(_("Backup and check"))
        self._seat, self._centre_id = seat, centre_id
        self.last: Words = quiet("", wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self.report = column(None, 0, 4)
        self._lines: list[Words] = []
        self.backup_button = Button(_("Back up now"), Weight.PRIMARY)
        self.backup_button.clicked.connect(self._choose)
        self.check_button = Button(_("Check everything"))
        self.check_button.clicked.connect(self._check)
        restore = Button(_("Restore from a backup…"), Weight.DANGER)
        restore.clicked.connect(self._restore)
        buttons = FlowLayout(gap=8)
        buttons.add(self.backup_button, self.check_button, restore)
        self.inside.addWidget(self.last)
        self.inside.addLayout(buttons)
        self.inside.addWidget(self._progress)
        self.inside.addLayout(self.report)
        self._ways()
        self.inside.addStretch(1)

    def _ways(self) -> None:
        self.inside.addWidget(heading(_("Ways into this desk")))
        self.inside.addWidget(
            quiet(
                _("A new code or passphrase replaces the one before. Backups keep those they were made with."),
                wrap=True,
            )
        )
        buttons = FlowLayout(gap=8)
        passphrase, recovery = Button(_("Another passphrase")), Button(_("A new recovery code"))
        passphrase.clicked.connect(lambda: PassphraseAsk(self._seat.desk.vault, self).open())
        recovery.clicked.connect(self._recovery)
        sheet = Button(_("A new sheet of one-time codes"))
        sheet.clicked.connect(self._sheet)
        digits = Button(_("Other digits for numbers"))
        digits.clicked.connect(self._digits)
        buttons.add(passphrase, recovery, sheet, digits)
        self.inside.addLayout(buttons)
        digits.setVisible(self._seat.may(SETTINGS, self._centre_id))
        sheet.setVisible(self._seat.may(RESET, self._centre_id))

    def _digits(self) -> None:
        asked = DigitsAsk(self._seat.desk.store, self)
        asked.accepted.connect(lambda: self.said(_("New numbers carry these digits.")))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def shown(self) -> None:
        if needs_infix(self._seat.desk.store):
            told = _("This desk was restored from a backup. It needs other digits before it gives a number.")
            self.banner.say(told, Tone.SOON, _("Other digits for numbers"), self._digits)
        at = last_backup_at(self._seat.desk)
        due = backup_due(self._seat.desk, self._seat.desk.today)
        self.last.set_tone(Tone.SOON if due else Tone.PLAIN)
        if due is not None:
            self.last.setText(say(due))
        elif at is not None:
            self.last.setText(_("Last backup {moment}").format(moment=f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"))

    def _choose(self) -> None:
        today = self._seat.desk.today
        folder = self._seat.desk.profile.backups
        asked = QFileDialog(self, _("Where to put the backup"), str(folder), f"{_('Backups')} ({PATTERN})")
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix("mdbackup")
        asked.selectFile(f"desk-{today:%Y%m%d}.mdbackup")
        asked.fileSelected.connect(lambda name: self.back_up(Path(name)))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def back_up(self, target: Path) -> None:
        """Write a backup to ``target`` and read it back."""

        def work(progress: Progress) -> BackupDone:
            return backup(self._seat, target, lambda done, of: progress.at(done / of if of else 0))

        def done(made: BackupDone) -> None:
            self._at_rest()
            self.shown()
            words = _("Backed up and read back: {mib} MiB. Put a copy on another disk.")
            self.said(words.format(mib=f"{made.size / 1_048_576:.1f}"))
            self.backed_up.emit()

        self._busy()
        self.do(work, done).progress.connect(lambda part: self._progress.setValue(round(part * 1000)))

    def _check(self) -> None:
        def work(_progress: Progress) -> CheckReport:
            return check(self._seat.desk)

        self._busy()
        self._progress.setRange(0, 0)
        self.do(work, self._show_report)

    def _show_report(self, report: CheckReport) -> None:
        self._at_rest()
        for old in self._lines:
            self.report.removeWidget(old)
            old.deleteLater()
        self._lines = []
        if report.sound:
            self.said(_("Everything is whole."))
        else:
            self.banner.say(_("Something is not whole. Make no further entries; restore the latest backup."), Tone.STOP)
        self._lines = [quiet(say(line), wrap=True) for line in report.lines()]
        for fault in report.faults:
            words = Words(say(fault), wrap=True)
            words.set_tone(Tone.STOP)
            self._lines.append(words)
        for line in self._lines:
            self.report.addWidget(line)

    def refuse(self, problem: KnownProblem) -> None:
        self._at_rest()
        super().refuse(problem)

    def _busy(self) -> None:
        self._progress.setRange(0, 1000)
        self._progress.setValue(0)
        self._progress.show()
        self.backup_button.setEnabled(False)
        self.check_button.setEnabled(False)

    def _at_rest(self) -> None:
        self._progress.hide()
        self.backup_button.setEnabled(True)
        self.check_button.setEnabled(True)

    def _restore(self) -> None:
        sentence = _("This desk is closed first. What is on this machine now is put aside, not deleted.")
        if confirm(self, _("Restore from a backup"), sentence, _("Close and choose the backup"), Weight.DANGER):
            self.restore.emit()

    def _recovery(self) -> None:
        sentence = _("The code on the paper of before holds no more.")
        if confirm(self, _("A new recovery code"), sentence, _("Make a new code")):

            def work(_progress: Progress) -> str:
                return self._seat.desk.vault.new_recovery_code()

            self.do(work, lambda code: CodesAsk(_("A new recovery code"), code.split("-"), 3, self).open())

    def _sheet(self) -> None:
        sentence = _("Unused codes of sheets before hold no more.")
        if confirm(self, _("A new sheet of one-time codes"), sentence, _("Make a new sheet")):

            def work(_progress: Progress) -> tuple[str, ...]:
                return new_sheet(self._seat, self._centre_id)

            self.do(work, lambda codes: CodesAsk(_("One-time codes"), list(codes), 2, self).open())
