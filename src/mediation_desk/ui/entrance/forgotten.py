"""A forgotten password: the head of the centre resets it on the spot, or reads a one-time code over the telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.language import _
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.door import DIFFERENT
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.work import Progress, run

if TYPE_CHECKING:
    from mediation_desk.actions.desk import Desk

BY_CODE, BY_HEAD = "code", "head"


class ForgottenCard(Card):
    """``done`` carries the account name whose password is new, ``back`` goes back."""

    done = Signal(str)
    back = Signal()

    def __init__(self, desk: Desk, name: str = "") -> None:
        super().__init__(
            _("A new password"),
            _("Call the head of the centre: he reads out a code of his sheet. Or he signs for it here himself."),
        )
        self._desk = desk
        self._form = Form()
        self.name = self._form.add(_("Account"), LineField(name), wide=True)
        self.way = self._form.add(
            _("How"),
            Picks([(BY_CODE, _("A code over the telephone")), (BY_HEAD, _("The head is here"))], single=True),
            wide=True,
        )
        self.code = self._form.add(_("One-time code"), LineField(hint="7KXR-3AHC-9MTW"), wide=True)
        self.head = self._form.add(_("Head's account"), LineField(), wide=True)
        self.head_password = self._form.add(_("Head's password"), SecretField(), wide=True)
        self.new = self._form.add(_("New password"), SecretField(_("At least 8 characters")), wide=True)
        self.again = self._form.add(_("Once more"), SecretField(), wide=True)
        self.inside.addWidget(self._form)
        self.begins_with(self.code if name else self.name)
        self.goes_back(_("Back"), self.back.emit)
        self.goes_on(_("Set the new password"), self._set)
        self.way.set_value(BY_CODE)
        self.way.edited.connect(self._show_way)
        self._show_way()

    def _show_way(self) -> None:
        by_code = self.way.value() == BY_CODE
        self._form.show_field(self.code, by_code)
        self._form.show_field(self.head, not by_code)
        self._form.show_field(self.head_password, not by_code)

    def _set(self) -> None:
        if self.new.value() != self.again.value():
            self._form.say(self.again, _(DIFFERENT), Tone.STOP)
            self.again.setFocus()
            return
        self._form.say(self.again, "")
        name, new = self.name.value(), self.new.value()
        by_code, code = self.way.value() == BY_CODE, self.code.value()
        head, head_password = self.head.value(), self.head_password.value()

        def work(_progress: Progress) -> str:
            from mediation_desk.actions.accounts import reset_password
            from mediation_desk.actions.reset_codes import reset_by_code
            from mediation_desk.actions.sign_in import accounts_named, sign_in

            if by_code:
                reset_by_code(self._desk, name, code, new)
                return name
            seat = sign_in(self._desk, head, head_password)
            named = accounts_named(self._desk, name)
            if not named:
                raise KnownProblem("No account of this desk has this name. Nothing was changed.")
            reset_password(seat, named[0], new)
            return name

        self.busy(_("Setting the new password…"))
        run(work, self._done, self.refuse, self)

    def _done(self, name: str) -> None:
        for line in (self.code, self.head_password, self.new, self.again):
            line.clear()
        self.done.emit(name)
