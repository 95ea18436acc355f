"""The questions about the ways into the desk: another passphrase, and codes that are shown once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.vault import Vault
from mediation_desk.reference.language import _
from mediation_desk.ui.case.picks import Pick
from mediation_desk.ui.entrance.codes_card import code_groups
from mediation_desk.ui.entrance.door import DIFFERENT
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.form import Form
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
