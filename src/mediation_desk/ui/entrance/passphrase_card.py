"""Setting up, fourth: what opens the desk on this machine. Where a keyring keeps the key, the passphrase is the second way."""

from __future__ import annotations

from collections.abc import Callable

from mediation_desk.reference.language import _
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.door import DIFFERENT
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.form import Form


class PassphraseSetUp(Card):
    """``passphrase`` is what was chosen; None where the keyring alone is to keep the key."""

    def __init__(self, over: str, keyring: bool, back: Callable[[], object], on: Callable[[], object]) -> None:
        with_keyring = _(
            "This computer's keyring keeps the key of the desk. A passphrase is a second way in, should the keyring be "
            "lost, and opens backups on another computer. It may be left empty."
        )
        alone = _(
            "It is asked for each time the window is opened, before anyone signs in: everyone who works at this computer "
            "knows it. A short sentence is best. Without it nobody can read what is kept here."
        )
        super().__init__(_("The desk's passphrase"), with_keyring if keyring else alone, over=over)
        self._keyring = keyring
        self.form = Form()
        self.line = self.form.add(_("Passphrase"), SecretField(), wide=True, required=not keyring)
        self.again = self.form.add(_("Once more"), SecretField(), wide=True, required=not keyring)
        self.inside.addWidget(self.form)
        self.begins_with(self.line)
        self.goes_back(_("Back"), back)
        self.goes_on(_("Set the desk up"), lambda: self._check(on))

    @property
    def passphrase(self) -> str | None:
        """What was chosen."""
        return self.line.value() if self.line.value().strip() else None

    def _check(self, on: Callable[[], object]) -> None:
        self.form.say(self.line, "")
        self.form.say(self.again, "")
        if not self._keyring and self.passphrase is None:
            self.form.say(self.line, _("This is needed."), Tone.STOP)
            self.line.setFocus()
        elif self.line.value() != self.again.value():
            self.form.say(self.again, _(DIFFERENT), Tone.STOP)
            self.again.setFocus()
        else:
            on()
