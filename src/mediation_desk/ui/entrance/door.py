"""The door of the desk: its passphrase, or the recovery code with a new passphrase in place of the forgotten one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.records.profile import Profile
from mediation_desk.reference.language import _
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.work import Progress, run

if TYPE_CHECKING:
    from mediation_desk.records.vault import Vault

DIFFERENT = N_("The two are not the same. Type them again.")


class PassphraseCard(Card):
    """Asks for the passphrase. ``unlocked`` carries the vault, ``forgotten`` asks for the recovery code."""

    unlocked = Signal(object)
    forgotten = Signal()
    restore = Signal()

    def __init__(self, profile: Profile, sentence: str = "") -> None:
        super().__init__(_("Open the desk"), sentence or _("The passphrase of this desk opens what is kept here."))
        self._profile = profile
        self._form = Form()
        self._line = self._form.add(_("Passphrase"), SecretField(), wide=True)
        self.inside.addWidget(self._form)
        self.begins_with(self._line)
        self.goes_on(_("Open"), self._open)
        self.also(_("Passphrase forgotten: use the recovery code"), self.forgotten.emit)
        self.also(_("Restore from a backup"), self.restore.emit)

    def _open(self) -> None:
        passphrase = self._line.value()

        def work(_progress: Progress) -> Vault:
            from mediation_desk.actions.opening import unlocked_by_passphrase

            return unlocked_by_passphrase(self._profile, passphrase)

        self.busy(_("Opening…"))
        run(work, self._opened, self._refused, self)

    def _opened(self, vault: Vault) -> None:
        self._line.clear()
        self.unlocked.emit(vault)

    def _refused(self, problem: KnownProblem) -> None:
        self.refuse(problem)
        self._line.selectAll()


class RecoveryCard(Card):
    """Asks for the recovery code and a new passphrase. ``unlocked`` carries the vault, ``back`` goes back."""

    unlocked = Signal(object)
    back = Signal()

    def __init__(self, profile: Profile) -> None:
        super().__init__(
            _("Open with the recovery code"),
            _(
                "The code stands on the paper that was printed or copied when the desk was set up: six groups of six. "
                "Choose a new passphrase with it; the code goes on holding."
            ),
        )
        self._profile = profile
        self._form = Form()
        self._code = self._form.add(_("Recovery code"), LineField(hint="7KXR3A-…"), wide=True)
        self._new = self._form.add(_("New passphrase"), SecretField(), wide=True)
        self._again = self._form.add(_("Once more"), SecretField(), wide=True)
        self.inside.addWidget(self._form)
        self.begins_with(self._code)
        self.goes_back(_("Back"), self.back.emit)
        self.goes_on(_("Open"), self._open)

    def _open(self) -> None:
        if self._new.value() != self._again.value():
            self._form.say(self._again, _(DIFFERENT), Tone.STOP)
            self._again.setFocus()
            return
        self._form.say(self._again, "")
        code, new = self._code.value(), self._new.value()

        def work(_progress: Progress) -> Vault:
            from mediation_desk.actions.opening import unlocked_by_recovery

            return unlocked_by_recovery(self._profile, code, new)

        self.busy(_("Opening…"))
        run(work, self._opened, self.refuse, self)

    def _opened(self, vault: Vault) -> None:
        for line in (self._code, self._new, self._again):
            line.clear()
        self.unlocked.emit(vault)
