"""The two questions about an account: a new one, and changes to one."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.actions.accounts import (
    AccountEntry,
    add_account,
    close_account,
    grant_role,
    reopen_account,
    reset_password,
    withdraw_role,
)
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.roles import MEDIATOR, RESET, ROLES
from mediation_desk.reference.language import _
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.entrance.door import DIFFERENT
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Weight
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.work import Progress, run


class _AccountAsk(Ask):
    """What both have: work in the background, then go; a refusal stays and says why."""

    def do(self, work: Callable[[], object]) -> None:
        """Do it."""
        self.setEnabled(False)

        def job(_progress: Progress) -> object:
            return work()

        run(job, lambda _done: self.accept(), self._refused, self)

    def _refused(self, problem: KnownProblem) -> None:
        self.setEnabled(True)
        self.banner.problem(problem)


def _roles() -> Picks:
    return Picks([(role, _(words)) for role, words in ROLES.items()])


class NewAccountAsk(_AccountAsk):
    """A new account with its first password, which its owner changes himself."""

    def __init__(self, seat: Seat, centre_id: UUID, parent: QWidget) -> None:
        super().__init__(_("A further account"), _("Tell the person the password; he changes it himself."), parent)
        self._seat, self._centre_id = seat, centre_id
        self.form = Form()
        self.person = self.form.add(_("Name of the person"), LineField(), wide=True, required=True)
        self.name = self.form.add(_("Account"), LineField(), wide=True, required=True)
        self.password = self.form.add(_("Password"), SecretField(_("At least 8 characters")), wide=True, required=True)
        self.again = self.form.add(_("Once more"), SecretField(), wide=True, required=True)
        self.roles = self.form.add(_("Roles"), _roles(), wide=True)
        self.roles.set_value((MEDIATOR,))
        self.inside.addWidget(self.form)
        self.goes_on(_("Add the account")).clicked.connect(self._add)

    def _add(self) -> None:
        if self.password.value() != self.again.value():
            self.form.say(self.again, _(DIFFERENT), Tone.STOP)
            self.again.setFocus()
            return
        name, person, password = self.name.value(), self.person.value(), self.password.value()
        roles = self.roles.value()
        self.do(lambda: add_account(self._seat, self._centre_id, name, person, password, roles))


class AccountAsk(_AccountAsk):
    """The roles of an account; the head may set a new password; it can be closed and opened again."""

    def __init__(self, seat: Seat, centre_id: UUID, entry: AccountEntry, parent: QWidget) -> None:
        super().__init__(entry.account.person, _("Account {name}").format(name=entry.account.name), parent)
        self._seat, self._centre_id, self._account = seat, centre_id, entry.account
        self._had = entry.roles.get(centre_id, frozenset())
        self.form = Form()
        self.roles = self.form.add(_("Roles"), _roles(), wide=True)
        self.roles.set_value(tuple(r for r in ROLES if r in self._had))
        self.password = self.form.add(_("New password"), SecretField(_("Empty: it stays")), wide=True)
        self.form.show_field(self.password, seat.may(RESET, entry.account.centre_id) and entry.account.active)
        self.inside.addWidget(self.form)
        self.goes_on(_("Save")).clicked.connect(self._save)
        active = entry.account.active
        change = self.also(_("Close the account") if active else _("Open it again"),
                           Weight.DANGER if active else Weight.PLAIN)  # fmt: skip
        change.clicked.connect(self._turn)

    def _turn(self) -> None:
        account = self._account
        turn = close_account if account.active else reopen_account
        self.do(lambda: turn(self._seat, account))

    def _save(self) -> None:
        wanted, password = frozenset(self.roles.value()), self.password.value()

        def work() -> None:
            for role in wanted - self._had:
                grant_role(self._seat, self._account, self._centre_id, role)
            for role in self._had - wanted:
                withdraw_role(self._seat, self._account, self._centre_id, role)
            if password:
                reset_password(self._seat, self._account, password)

        self.do(work)
