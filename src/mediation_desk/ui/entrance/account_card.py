"""Setting up, third: who sets the desk up. He is its first account, head of the centre and administrator."""

from __future__ import annotations

from collections.abc import Callable

from mediation_desk.reference.language import _
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.door import DIFFERENT
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField

SHORTEST = 8


class AccountCard(Card):
    """``person``, ``name`` and ``password`` hold what was told."""

    def __init__(self, over: str, back: Callable[[], object], on: Callable[[], object]) -> None:
        super().__init__(
            _("Your own account"),
            _("With it you sign in. You can add your colleagues later, and give this office to someone else."),
            over=over,
        )
        self.form = Form()
        self.person = self.form.add(_("Your name"), LineField(), wide=True, required=True)
        self.name = self.form.add(_("Account"), LineField(hint=_("Short, easy to type: your name's letters")),
                                  wide=True, required=True)  # fmt: skip
        self.password = self.form.add(_("Password"), SecretField(_("At least 8 characters")), wide=True, required=True)
        self.again = self.form.add(_("Once more"), SecretField(), wide=True, required=True)
        self.inside.addWidget(self.form)
        self.begins_with(self.person)
        self.goes_back(_("Back"), back)
        self.goes_on(_("Go on"), lambda: self._check(on))

    def _check(self, on: Callable[[], object]) -> None:
        for field in (self.person, self.name, self.password):
            if not field.value():
                self._say(field, _("This is needed."))
                return
        if len(self.password.value()) < SHORTEST:
            self._say(self.password, _("At least 8 characters; this has {count}.").format(
                count=len(self.password.value())
            ))  # fmt: skip
        elif self.password.value() != self.again.value():
            self._say(self.again, _(DIFFERENT))
        else:
            on()

    def _say(self, field: LineField, words: str) -> None:
        for row in self.form.rows:
            row.say("")
        self.form.say(field, words, Tone.STOP)
        field.setFocus()
        field.selectAll()
