"""Signing in: account name and password, on this machine alone. After wrong tries one waits, and sees how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.language import _
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.work import Progress, run

if TYPE_CHECKING:
    from mediation_desk.actions.desk import Desk
    from mediation_desk.actions.seat import Seat


class SignInCard(Card):
    """``seated`` carries the seat, ``forgotten`` the account name typed so far."""

    seated = Signal(object)
    forgotten = Signal(str)

    def __init__(self, desk: Desk, name: str = "", note: str = "", centres: str = "") -> None:
        super().__init__(_("Sign in"), note, over=centres)
        self._desk = desk
        self._left = 0
        self._form = Form()
        self.name = self._form.add(_("Account"), LineField(name), wide=True)
        self.password = self._form.add(_("Password"), SecretField(), wide=True)
        self.inside.addWidget(self._form)
        self.begins_with(self.password if name else self.name)
        self.goes_on(_("Sign in"), self._sign_in)
        self.also(_("Password forgotten"), lambda: self.forgotten.emit(self.name.value()))
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)

    def _sign_in(self) -> None:
        name, password = self.name.value(), self.password.value()

        def work(_progress: Progress) -> Seat:
            from mediation_desk.actions.last_account import note_account
            from mediation_desk.actions.sign_in import sign_in

            seat = sign_in(self._desk, name, password)
            note_account(seat)
            return seat

        self.busy(_("Signing in…"))
        run(work, self._in, self._refused, self)

    def _in(self, seat: Seat) -> None:
        self.password.clear()
        self.calm()
        self.seated.emit(seat)

    def _refused(self, problem: KnownProblem) -> None:
        from mediation_desk.actions.sign_in import MustWait

        self.refuse(problem)
        self.password.setFocus()
        self.password.selectAll()
        if isinstance(problem, MustWait):
            self.wait(problem.seconds)

    def wait(self, seconds: int) -> None:
        """No try is taken for so long; the seconds left are shown, counting."""
        self._left = seconds
        self.password.clear()
        self._may_try(False)
        self._tick.start()
        self._tell()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._tell()
            return
        self._tick.stop()
        self._may_try(True)
        self.banner.hide()
        self.password.setFocus()

    def _tell(self) -> None:
        self.banner.say(
            _("Too many wrong tries. {seconds} seconds left.").format(seconds=self._left), Tone.SOON,
            _("Password forgotten"), lambda: self.forgotten.emit(self.name.value()),
        )  # fmt: skip

    def _may_try(self, may: bool) -> None:
        self.password.setEnabled(may)
        if self.go is not None:
            self.go.setEnabled(may)
