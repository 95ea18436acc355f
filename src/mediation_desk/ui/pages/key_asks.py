"""The questions about the ways into the desk and its numbers: another passphrase, other digits, codes shown once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mediation_desk.actions.infix import choose_infix
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.typed import compact
from mediation_desk.records.store import Store
from mediation_desk.records.vault import Vault
from mediation_desk.reference.language import _
from mediation_desk.ui.case.picks import Pick
from mediation_desk.ui.entrance.codes_card import code_groups
from mediation_desk.ui.entrance.door import DIFFERENT
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.work import Progress, run


class PassphraseAsk(Ask):
    """Another passphrase for the desk."""

    def __init__(self, vault: Vault, parent: QWidget) -> None:
        super().__init__(_("Another passphrase"), _("Everyone who works at this computer needs to know it."), parent)
        self._vault = vault
        self.form = Form()
        self.new = self.form.add(_("New passphrase"), SecretField(), wide=True)
        self.again = self.form.add(_("Once more"), SecretField(), wide=True)
        self.inside.addWidget(self.form)
        self.goes_on(_("Change the passphrase")).clicked.connect(self._change)

    def _change(self) -> None:
        if self.new.value() != self.again.value():
            self.form.say(self.again, _(DIFFERENT), Tone.STOP)
            self.again.setFocus()
            return
        new = self.new.value()
        self.setEnabled(False)

        def work(_progress: Progress) -> None:
            self._vault.set_passphrase(new)

        run(work, lambda _none: self.accept(), self._refused, self)

    def _refused(self, problem: KnownProblem) -> None:
        self.setEnabled(True)
        self.banner.problem(problem)


class DigitsAsk(Ask):
    """Other digits for the desk's numbers, as one restored from a backup needs them."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        told = _("Two digits that no computer of these centres has used. Numbers given so far stay as they are.")
        super().__init__(_("Other digits for numbers"), told, parent)
        self._store = store
        self.form = Form()
        self.digits = self.form.add(_("This computer"), LineField(), wide=True, required=True)
        self.inside.addWidget(self.form)
        self.goes_on(_("Use these digits")).clicked.connect(self._choose)

    def _choose(self) -> None:
        digits = compact(self.digits.value())
        self.setEnabled(False)

        def work(_progress: Progress) -> None:
            choose_infix(self._store, digits)

        run(work, lambda _none: self.accept(), self._refused, self)

    def _refused(self, problem: KnownProblem) -> None:
        self.setEnabled(True)
        self.banner.problem(problem)
        self.digits.setFocus()
        self.digits.selectAll()


class CodesAsk(Ask):
    """Codes shown this once; it closes when they are said to be on paper."""

    def __init__(self, name: str, codes: Sequence[str], columns: int, parent: QWidget) -> None:
        super().__init__(name, _("They are shown this once. Copy them by hand and lock the paper away."), parent)
        self.inside.addWidget(code_groups(codes, columns))
        self.done_ = Pick(True, _("Copied by hand"))
        self.inside.addWidget(self.done_)
        self.back.hide()
        go = self.goes_on(_("Close"))
        go.setEnabled(False)
        self.done_.toggled.connect(go.setEnabled)
        go.clicked.connect(self.accept)

    def reject(self) -> None:
        """Esc does not lose the codes."""
        if self.done_.isChecked():
            super().reject()
        else:
            self.banner.say(_("Copy the codes first, then say so here."), Tone.SOON)
