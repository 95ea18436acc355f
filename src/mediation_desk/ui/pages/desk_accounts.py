"""This desk: who signs in, with which roles. Kept by the head of the centre or an administrator."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.actions.accounts import AccountEntry, accounts
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.roles import ROLES
from mediation_desk.reference.language import _, listed
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.pages.account_ask import AccountAsk, NewAccountAsk
from mediation_desk.ui.pages.section import Section
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.work import Progress


class AccountsSection(Section):
    """The accounts of one centre; Enter opens one, Ctrl+Shift+N adds one."""

    def __init__(self, seat: Seat, centre_id: UUID) -> None:
        super().__init__(
            _("Accounts"), _("A role says what someone may do. Closed accounts stay: what they wrote is theirs.")
        )
        self._seat, self._centre_id = seat, centre_id
        self.list = Entries(_("Accounts"))
        self.list.chosen.connect(self.edit)
        self.inside.addWidget(self.list)
        self.inside.addStretch(1)
        add = Button(_("A further account"), key=Key.ADD)
        add.clicked.connect(self.add)
        line = row(None, 0, 8)
        line.addStretch(1)
        line.addWidget(add)
        self.sheet.inside.addLayout(line)

    def shown(self) -> None:
        def work(_progress: Progress) -> list[AccountEntry]:
            return accounts(self._seat, self._centre_id)

        self.do(work, self._show)

    def _show(self, found: list[AccountEntry]) -> None:
        self.list.show_entries([self._entry(one) for one in found])

    def _entry(self, one: AccountEntry) -> Entry:
        roles = one.roles.get(self._centre_id, frozenset())
        words = listed(_(ROLES[role]) for role in ROLES if role in roles) if one.account.active else _("closed")
        mark = Mark.DONE if one.account.active else Mark.NOT_NEEDED
        state = _("open") if one.account.active else _("closed")
        return Entry(one, f"{one.account.person}（{one.account.name}）", mark, state, detail=words or _("no role"))

    def add(self) -> None:
        """Ask for a new account."""
        ask = NewAccountAsk(self._seat, self._centre_id, self)
        ask.accepted.connect(self.shown)
        ask.open()

    def edit(self, one: AccountEntry) -> None:
        """Ask for other roles, a new password, or to close it."""
        ask = AccountAsk(self._seat, self._centre_id, one, self)
        ask.accepted.connect(self.shown)
        ask.open()
