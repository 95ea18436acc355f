"""The desk of whoever signed in: frame, pages, search, lock and news tied together, in one place to be read.

News: ``Watch`` hears every change of this desk, by this process or another, and tells ``changed``; pages listen to that.
Lock: ``Idle`` covers the screen after ``Presence.limit`` seconds; what stands on the pages is kept as drafts and stays.
Cases: each opens as a ``Workspace`` of its own, kept while it is open; Esc in it goes back to where one came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from mediation_desk.actions.keeping import last_backup_at
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.unfinished import Unfinished
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.roles import READ, REGISTER, ROLES
from mediation_desk.reference.language import _, listed
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.changed import changed
from mediation_desk.ui.cover import Cover
from mediation_desk.ui.finding import Finding
from mediation_desk.ui.idle import Idle
from mediation_desk.ui.pages.cases import CasesPage
from mediation_desk.ui.pages.desk import DeskPage
from mediation_desk.ui.pages.register import RegisterPage
from mediation_desk.ui.pages.today import TodayPage
from mediation_desk.ui.presence import Presence
from mediation_desk.ui.shell import Shell
from mediation_desk.ui.watching import Watch

if TYPE_CHECKING:
    from mediation_desk.ui.window import Window

TODAY, CASES, NEW, DESK = "today", "cases", "new", "desk"
MOST_OPEN = 5
"""So many cases are kept open; the one that was left longest ago is closed for another."""


class DeskWindow(Shell):
    """``signed_out`` asks for the entrance, ``restore`` for the backups. ``begin`` once it is shown, ``end`` before it
    goes."""

    signed_out = Signal()
    restore = Signal()

    def __init__(self, seat: Seat, window: Window) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.seat = seat
        self.presence = Presence(seat)
        self._finding = Finding(seat, self.open_case)
        super().__init__(self._finding.search, Cover(app, self.presence.unlock))
        self._window = window
        self._dossiers: dict[UUID, Workspace] = {}
        self._shown: Any = None
        self._registering: RegisterPage | None = None
        self.watch = Watch(seat.desk.store, self)
        self.idle = Idle(app, self.presence.limit)
        self._connect_parts()
        self._add_pages()
        self._show_who()

    def _connect_parts(self) -> None:
        self.cover.show_person(self.seat.account.person)
        self.cover.covered.connect(self._covered)
        self.cover.lifted.connect(self.idle.touch)
        self.cover.other.connect(self._hand_over)
        self.idle.passed.connect(self.cover.cover)
        self.new_case.connect(self.register)
        self.opened.connect(self._went_to)
        self.new_button.setVisible(self.seat.may(REGISTER))
        changed().on(self, lambda _named: self._show_who(), "centre", "account")

    def _add_pages(self) -> None:
        """Only pages that exist, and only for those who may use them."""
        if self.seat.may(READ):
            self.today = TodayPage(self.seat)
            self.today.chosen.connect(self.open_case)
            self.today.draft.connect(self._go_on_with)
            self.today.backup.connect(self._to_backup)
            self.today.new_case.connect(self.register)
            self.today.counted.connect(lambda n: self.count(TODAY, n))
            self.add(TODAY, _("Today"), self.today)
            self.cases = CasesPage(self.seat)
            self.cases.chosen.connect(self.open_case)
            self.cases.new_case.connect(self.register)
            self.cases.counted.connect(lambda n: self.count(CASES, n))
            self.add(CASES, _("Cases"), self.cases)
        self.desk_page = DeskPage(self.seat)
        self.desk_page.sign_out.connect(self.sign_out)
        self.desk_page.restore.connect(self.restore)
        self.desk_page.language.connect(self._window.speak)
        self.desk_page.backed_up.connect(self._backed_up)
        self.add(DESK, _("This desk"), self.desk_page)

    def _show_who(self) -> None:
        centres = self.seat.centres()
        self.rail.show_centre("\n".join(c.name for c in centres[:1]) + (" …" if len(centres) > 1 else ""))
        roles = {role for own in self.seat.actor.roles.values() for role in own}
        names = listed(_(ROLES[role]) for role in ROLES if role in roles)
        self.rail.show_person(f"{self.seat.account.person} · {names}")
        self._show_backup()

    def _show_backup(self) -> None:
        at = last_backup_at(self.seat.desk)
        words = (
            _("Last backup {moment}").format(moment=f"{at.astimezone(CHINA):%m-%d %H:%M}") if at else _("No backup yet")
        )
        self.bottom.about_line(words)

    def begin(self) -> None:
        """Give the first page the keyboard."""
        if self.now is not None:
            self.open(self.now)

    # Cases.

    def register(self) -> None:
        """The page for a new registration."""
        if not self.seat.may(REGISTER):
            return
        if self._registering is None:
            page = self._registering = RegisterPage(self.seat)
            page.registered.connect(self._registered)
            page.left.connect(self.back)
            self.add(NEW, "", page)
        self.open(NEW)
        self._registering.begin()

    def _registered(self, case_id: UUID) -> None:
        self._registering = None
        self.open_case(case_id)
        self.remove(NEW)

    def open_case(self, case_id: UUID) -> Workspace:
        """The dossier of a case."""
        workspace = self._dossiers.get(case_id) or self._new_dossier(case_id)
        self._dossiers[case_id] = self._dossiers.pop(case_id)
        self.open(case_id)
        return workspace

    def _new_dossier(self, case_id: UUID) -> Workspace:
        self._make_room()
        workspace = Workspace(self.seat, case_id, self.watch)
        workspace.left.connect(self.back)
        self._dossiers[case_id] = workspace
        self.add(case_id, "", workspace)
        return workspace

    def _went_to(self, key: Any) -> None:
        """Leaving a dossier writes what was typed on its page. Dossiers belong to the cases on the rail."""
        left, self._shown = self._dossiers.get(self._shown), key
        if key == NEW or key in self._dossiers:
            self.rail.here(CASES)
        if left is not None and left.case_id != key:
            left.save()

    def _make_room(self) -> None:
        """Close the case that was left longest ago, once what is typed in it is written."""
        if len(self._dossiers) < MOST_OPEN:
            return
        oldest = next(iter(self._dossiers))
        self._dossiers[oldest].close_case(lambda: self._close_case(oldest))

    def _close_case(self, case_id: UUID) -> None:
        if case_id in self._dossiers and self.now != case_id:
            del self._dossiers[case_id]
            self.remove(case_id)

    def _go_on_with(self, draft: Unfinished) -> None:
        if draft.case_id is None:
            self.register()
        else:
            self.open_case(draft.case_id)  # it opens at the page that was typed on

    def _to_backup(self) -> None:
        self.open(DESK)
        self.desk_page.to_backup()

    def _backed_up(self) -> None:
        self._show_backup()
        if self.seat.may(READ):
            self.today.renew()

    # Leaving.

    def keep_everything(self) -> None:
        """Keep what stands on every page as a draft. ``KnownProblem`` when the disk refuses; all were tried then."""
        refused: KnownProblem | None = None
        pages: list[Workspace | RegisterPage] = [*self._dossiers.values()]
        if self._registering is not None:
            pages.append(self._registering)
        for page in pages:
            try:
                page.keep_now()
            except KnownProblem as problem:
                refused = refused or problem
        if refused is not None:
            raise refused

    def _kept(self) -> bool:
        try:
            self.keep_everything()
        except KnownProblem as problem:
            self.banner.problem(problem)
            return False
        return True

    def _covered(self) -> None:
        self.idle.rest()
        self._kept()

    def may_close(self) -> bool:
        """Whether what is typed is safe; where it is not, the banner says why."""
        return self._kept()

    def sign_out(self) -> None:
        """Let somebody else sign in; what is typed stays as this person's drafts."""
        if self._kept():
            self.signed_out.emit()

    def _hand_over(self) -> None:
        """The screen is covered and somebody else wants to work."""
        if self._kept():
            self.cover.lift()
            self.signed_out.emit()

    def end(self) -> None:
        """Let go of everything that listens."""
        self.watch.stop()
        for part in (self.idle, self.cover, self.presence, self._finding):
            part.deleteLater()
