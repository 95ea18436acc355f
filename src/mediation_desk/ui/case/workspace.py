"""The dossier on the desk: its head, its contents at the left, the page being written, what is due at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.drafts import drafts_left
from mediation_desk.actions.due import Missing
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.selfcheck import self_check
from mediation_desk.actions.selfcheck.checked import Checked
from mediation_desk.actions.undoing import undo_last
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.stages import ENDED
from mediation_desk.domain.words import Say
from mediation_desk.records.door import Changed
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.agreement_page import AGREEMENT, AgreementPage
from mediation_desk.ui.case.binding_page import BINDING
from mediation_desk.ui.case.contents import Contents
from mediation_desk.ui.case.head import Head
from mediation_desk.ui.case.history_window import HistoryWindow
from mediation_desk.ui.case.outlook import Outlook
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.page_kind import Address, PageKind
from mediation_desk.ui.case.page_papers import papers_of
from mediation_desk.ui.case.pages import PAGES, kind_of
from mediation_desk.ui.case.papers_page import PAPERS, PapersPage
from mediation_desk.ui.keys import Key, bind
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.three_columns import ThreeColumns
from mediation_desk.ui.watching import Watch
from mediation_desk.ui.work import run

_SHARED = frozenset({"subject", "mediator", "centre", "point", "account"})
"""Kinds that belong to no case and are shown in one."""
_SEVERAL = frozenset({"evidence", "inquiries", "meetings", "follow_ups"})
"""Pages of which the self-check means one by its place; each is the name of its list in ``CaseFile`` too."""


class Workspace(QWidget):
    """``loaded`` once the case has been read for the first time, ``opened`` carries the ``Address`` of the page shown,
    ``left`` asks to go back to where the case was opened from.

    ``file`` is the case as last read; it is there from ``loaded`` on.
    """

    loaded = Signal()
    refreshed = Signal()
    opened = Signal(object)
    left = Signal()

    file: CaseFile

    def __init__(self, seat: Seat, case_id: UUID, watch: Watch) -> None:
        super().__init__()
        self.seat, self.case_id = seat, case_id
        self.page: Page | None = None
        self.here: Address | None = None
        self._read = False
        self._reading = False
        self._again: list[Callable[[], object]] | None = None
        self.head, self.contents, self.outlook = Head(), Contents(), Outlook()
        self.banner = Banner()
        self._middle = QWidget()
        self._place = column(self._middle, 0, 0)
        self.columns = ThreeColumns(self.contents, self._middle, self.outlook)
        whole = column(self, 0, 12)
        for part in (self.head, self.banner):
            whole.addWidget(part)
        whole.addWidget(self.columns, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect(watch)
        self.setEnabled(False)
        self.read_again()

    def _connect(self, watch: Watch) -> None:
        self.contents.page_chosen.connect(lambda key: self.go(Address(key)))
        self.contents.party_chosen.connect(lambda party: self.go(Address("parties", party)))
        self.outlook.wanted.connect(self.fill_in)
        self.outlook.found.connect(self.put_right)
        self.outlook.more.connect(lambda: self.go(Address(BINDING.key)))
        self.head.history.connect(lambda: self.ask_history(field=False))
        self.head.printing.connect(self.print_paper)
        self.head.contents.connect(self.show_outline)
        self.columns.put_away.connect(self._compact)
        self._compact(self.columns.away)
        watch.wrote.connect(self._wrote)
        for key, act in (
            (Key.SAVE, self.save),
            (Key.UNDO, self.undo),
            (Key.FIELD_HISTORY, self.ask_history),
            (Key.OUTLINE, self.show_outline),
            (Key.FILL_IN, self.outlook.press_next),
            (Key.PAPERS, lambda: self.go(Address(PAPERS.key))),
            (Key.NEXT_PAGE, lambda: self.step(1)),
            (Key.PREVIOUS_PAGE, lambda: self.step(-1)),
        ):
            bind(self, key, act)

    # Reading.

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being read just now."""
        return not self._reading

    def read_again(self, then: Callable[[], object] = lambda: None) -> None:
        """Read the case in the background and show it; then ``then``."""
        if self._reading:
            self._again = [*(self._again or []), then]
            return
        self._reading = True

        def heard(file: CaseFile) -> None:
            self._reading = False
            self._show(file)
            then()
            self._catch_up()

        def failed(problem: KnownProblem) -> None:
            self._reading = False
            self.banner.problem(problem, _("Try again"), self.read_again)
            self._catch_up()

        run(lambda _progress: load(self.seat, self.case_id), heard, failed, self)

    def _catch_up(self) -> None:
        """What was asked for while reading is answered by one more reading."""
        waiting, self._again = self._again, None
        if waiting is not None:
            self.read_again(lambda: [then() for then in waiting])

    def _show(self, file: CaseFile) -> None:
        self.file = file
        today = self.seat.desk.today
        self.head.show_file(file, today)
        self.contents.facts.setText(self.head.facts)
        self.contents.show_file(file, self.pages(), today)
        self.outlook.show_file(file, today, self._checked(file, today))
        if self.page is not None:
            self.page.refresh(file)
        if not self._read:
            self._read = True
            self.setEnabled(True)
            if self.here is None:
                self._open(self._begun() or Address(PAGES[0].key), "")
            self.loaded.emit()
        elif self.here is not None:
            self.contents.here(self.here.kind)
        self.refreshed.emit()

    def _checked(self, file: CaseFile, today: date) -> list[Checked]:
        """The self-check, once there is something to be checked: before that, all of it would be missing."""
        if file.agreement is None and file.stage not in ENDED:
            return []
        return self_check(file, self.seat.desk.store.clock(), today)

    def _begun(self) -> Address | None:
        """The page on which something was typed and never saved, the latest first."""
        head = f"case:{self.case_id}/"
        for draft in drafts_left(self.seat):
            if draft.page.startswith(head):
                one, _colon, item = draft.page.removeprefix(head).partition(":")
                kind = next((k for k in PAGES if one in (k.key, k.one)), None)
                if kind is not None and kind.shown(self.file):
                    return Address(kind.key, UUID(item) if item else None)
        return None

    def _compact(self, compact: bool) -> None:
        self.head.compact(compact)
        self.contents.facts.setVisible(compact)

    def _wrote(self, records: frozenset[Changed]) -> None:
        if any(r.case_id == self.case_id or r.kind in _SHARED for r in records):
            self.read_again()

    # Going from page to page.

    def go(self, to: Address, field: str = "", then: Callable[[], object] = lambda: None) -> None:
        """Save the page that is open and show another one, the keyboard on ``field`` of it; then ``then``."""
        if kind_of(to.kind) is None:
            return

        def opened() -> None:
            self._open(to, field)
            then()

        if self.page is None:
            opened()
        else:
            self.page.leave(lambda: self.read_again(opened))

    def pages(self) -> list[PageKind]:
        """The pages that can be used in this case, the one that is open among them."""
        here = self.here.kind if self.here else ""
        return [kind for kind in PAGES if kind.shown(self.file) or kind.key == here]

    def show_outline(self) -> None:
        """Put the keyboard on the outline."""
        self.columns.open_side()
        self.contents.outline.setFocus()

    def step(self, by: int) -> None:
        """Go to the next or the previous page of the outline."""
        shown = self.pages()
        now = next((n for n, k in enumerate(shown) if self.here and k.key == self.here.kind), 0)
        if 0 <= now + by < len(shown):
            self.go(Address(shown[now + by].key))

    def next_kind(self) -> PageKind | None:
        """The page after the one that is being made or shown."""
        shown = self.pages()
        now = next((n for n, k in enumerate(shown) if self.here and k.key == self.here.kind), -1)
        return shown[now + 1] if now + 1 < len(shown) else None

    def _open(self, to: Address, field: str) -> None:
        kind = kind_of(to.kind)
        assert kind is not None
        old = self.page
        if old is not None and not self._keep(old):
            return
        self.here = to
        self.columns.give_way(False)
        self.page = kind.make(self, to.item)
        self.page.papers = papers_of(self.page, to.kind)
        self.here = Address(to.kind, self.page.item)
        self._place.addWidget(self.page)
        if old is not None:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        if to.kind not in self.contents.keys:
            self.contents.show_file(self.file, self.pages(), self.seat.desk.today)
        self.contents.here(to.kind)
        self.columns.close_side()
        self.page.show()
        if self.isVisible():
            self.page.focus_field(field)
        self.opened.emit(self.here)

    def open_again(self) -> None:
        """Make the page that is open anew: what may be done on it has changed."""
        if self.here is not None:
            self._open(self.here, "")

    @staticmethod
    def _keep(page: Page) -> bool:
        """What could not be read or written stays as a draft; when even that cannot be kept, so does the page."""
        try:
            page.keep_now()
        except KnownProblem as problem:
            page.banner.problem(problem)
            return False
        return True

    def fill_in(self, missing: Missing) -> None:
        """Go to the page and field where something missing is filled in."""
        kind = kind_of(missing.page)
        if kind is not None:
            self.go(Address(missing.page, kind.item_of(self.file, missing)), missing.field)

    def put_right(self, found: Checked) -> None:
        """Go to where something that the self-check found is put right: of several records, to that one."""
        listed = getattr(self.file, found.page) if found.page in _SEVERAL else ()
        if 0 < found.place <= len(listed):
            self.go(Address(found.page, listed[found.place - 1].id), found.field)
        else:
            self.fill_in(Missing(found.what, found.page, found.field))

    # Saving and taking back.

    def save(self) -> None:
        """Save the page that is open."""
        if self.page is not None:
            self.page.commit()

    def keep_now(self) -> None:
        """Keep what is typed as a draft and wait for it: the window closes, or something has broken."""
        if self.page is not None:
            self.page.keep_now()

    def close_case(self, then: Callable[[], object]) -> None:
        """Save the page that is open, then ``then``. When it cannot be saved, the page says so and stays."""
        if self.page is None:
            then()
        else:
            self.page.leave(then)

    def undo(self) -> None:
        """Take back one's last change, and say what it was."""
        if self.page is not None:
            self.page.commit(self._undo)

    def _undo(self) -> None:
        def heard(told: tuple[Say, ...]) -> None:
            words = "；".join(say(one) for one in told)
            self.banner.say(_("Undone: {what}").format(what=words), Tone.ACT)

        run(lambda _progress: undo_last(self.seat), heard, self.banner.problem, self)

    def print_paper(self) -> None:
        """Print the paper at the side of the page; where none is shown, the agreement."""
        if self.page is not None and self.page.papers is not None and self.page.papers.opened:
            self.page.papers.print_paper()
            return
        if isinstance(self.page, PapersPage):
            self.page.print_paper()
            return

        def ready() -> None:
            if isinstance(self.page, AgreementPage):
                self.page.print_paper()

        if isinstance(self.page, AgreementPage):
            ready()
        else:
            self.go(Address(AGREEMENT.key), then=ready)

    def ask_history(self, *, field: bool = True) -> None:
        """Show what was changed in the field that has the keyboard; where there is none, in the whole case."""
        page = self.page if field else None
        found = page.field_at(QApplication.focusWidget()) if page is not None else None
        shown = HistoryWindow(self.seat, self.file, found, self.window())
        shown.finished.connect(shown.deleteLater)
        shown.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back: from a page to the outline, from there to where the case was opened."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.columns.side_open and self.page is not None:
            self.columns.close_side()
            self.page.focus_field()
        elif self.contents.outline.hasFocus() or self.page is None:
            self.close_case(self.left.emit)
        else:
            self.show_outline()
