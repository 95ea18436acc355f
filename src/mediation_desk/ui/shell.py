"""The main window's frame: rail, search, pages, bottom line. The pages come from others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.bottom import BottomLine
from mediation_desk.ui.cover import Cover
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.palette import Palette, Search
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.entries import Entry
from mediation_desk.ui.parts.rail import Rail
from mediation_desk.ui.parts.search_box import SearchBox
from mediation_desk.ui.parts.sheet import Fitted
from mediation_desk.ui.parts.shortcuts import Shortcuts


@dataclass(frozen=True, slots=True)
class Place:
    """A page one can go to: its key, its name on the rail (none keeps it off the rail), and the widget."""

    key: Any
    name: str
    page: QWidget
    count: str = ""


@runtime_checkable
class Begins(Protocol):
    """A page that says where the keyboard is when it is opened first. A focus proxy would say it too, but Tab would then
    go past whatever stands before that place."""

    @property
    def begins_at(self) -> QWidget:
        """The widget."""
        ...


class Shell(QMainWindow):
    """The desk. ``opened`` carries the key of the page that is shown now, ``new_case`` asks for a new case,
    ``closing`` is said before the window goes: save what is typed.

    The window's title is the program's name only: titles are seen by others and kept in lists.
    """

    opened = Signal(object)
    new_case = Signal()
    closing = Signal()

    def __init__(self, search: Search, cover: Cover) -> None:
        super().__init__()
        self.setWindowTitle(_("Mediation Desk"))
        self._places: list[Place] = []
        self._before: list[Any] = []
        self._now: Any = None
        self.cover = cover
        self.rail = Rail(_("Mediation Desk"))
        self.banner = Banner()
        self.bottom = BottomLine()
        self.pages = QStackedWidget()
        self.search_box = SearchBox()
        self.new_button = Button(_("New case"), key=Key.NEW_CASE)
        self._body = QWidget()
        self._body.setProperty("part", "desk")
        self._build()
        self.palette_line = Palette(self._body, search, self.search_box)
        self._connect()
        self.resize(1280, 800)

    def _build(self) -> None:
        top = row(None, 0, 16)
        top.addWidget(self.search_box, 1)
        top.addStretch(1)
        top.addWidget(self.new_button)
        middle: QVBoxLayout = column(None, (16, 12, 16, 12), 12)
        middle.addLayout(top)
        middle.addWidget(self.banner)
        middle.addWidget(self.pages, 1)
        across = row(None, 0, 0)
        across.addWidget(self.rail)
        across.addLayout(middle, 1)
        whole = column(self._body, 0, 0)
        whole.addLayout(across, 1)
        whole.addWidget(self.bottom)
        self.setCentralWidget(self._body)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open)
        self.search_box.clicked.connect(lambda: self.palette_line.open())
        self.new_button.clicked.connect(self.new_case)
        self._key(Key.SEARCH, self.palette_line.open)
        self._key(Key.COVER, self.cover.cover)
        self._key(Key.SHORTCUTS, self._show_keys)
        self._key(Key.LARGER, look().scale.larger)
        self._key(Key.SMALLER, look().scale.smaller)
        larger = QShortcut(QKeySequence("Ctrl+="), self._body)
        larger.activated.connect(look().scale.larger)
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self._body)
            shortcut.activated.connect(lambda n=number: self._open_number(n))

    def _key(self, key: Key, act: Callable[[], object]) -> None:
        shortcut = QShortcut(key.sequence, self._body)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: act())

    def add(self, key: Any, name: str, page: QWidget) -> None:
        """Add a page. With a name it is on the rail, in the order added; without, it is opened by others only."""
        self._places.append(Place(key, name, page))
        self.pages.addWidget(Fitted(page))
        self._show_places()
        if self._now is None:
            self.open(key)

    def remove(self, key: Any) -> None:
        """Take a page away."""
        place = self._place(key)
        self._places.remove(place)
        self._before = [k for k in self._before if k != key]
        frame = self._frame(place)
        self.pages.removeWidget(frame)
        frame.deleteLater()
        self._show_places()
        if self._now == key:
            self._now = None
            self.back()

    def count(self, key: Any, number: int | None) -> None:
        """Say beside a page's name how many things are in it."""
        words = "" if number is None else f"{number:,}"
        self._places = [replace(p, count=words) if p.key == key else p for p in self._places]
        self._show_places()

    def open(self, key: Any) -> None:
        """Show a page, the keyboard where it was on it, or at first where the page begins."""
        place = self._place(key)
        if self._now is not None and self._now != key:
            self._before.append(self._now)
        self._now = key
        before = place.page.focusWidget()
        self.pages.setCurrentWidget(self._frame(place))
        if place.name:
            self.rail.here(key)
        (before or (place.page.begins_at if isinstance(place.page, Begins) else place.page)).setFocus()
        self.opened.emit(key)

    def back(self) -> None:
        """Show the page that was shown before."""
        known = {p.key for p in self._places}
        while self._before:
            key = self._before.pop()
            if key in known:
                self._now = None
                self.open(key)
                return
        if self._places and self._now is None:
            self.open(self._places[0].key)

    def has(self, key: Any) -> bool:
        """Whether there is such a page."""
        return any(p.key == key for p in self._places)

    def page(self, key: Any) -> QWidget:
        """The page with that key."""
        return self._place(key).page

    @property
    def now(self) -> Any:
        """The key of the page shown."""
        return self._now

    def _frame(self, place: Place) -> Fitted:
        """What scrolls the page where it does not fit the screen."""
        return next(frame for frame in self.pages.findChildren(Fitted) if frame.contents is place.page)

    def _place(self, key: Any) -> Place:
        return next(p for p in self._places if p.key == key)

    def _open_number(self, number: int) -> None:
        named = [p for p in self._places if p.name]
        if number <= len(named):
            self.open(named[number - 1].key)

    def _show_places(self) -> None:
        self.rail.show_places([Entry(p.key, p.name, count=p.count) for p in self._places if p.name])

    def _show_keys(self) -> None:
        keys = Shortcuts(self)
        keys.finished.connect(keys.deleteLater)
        keys.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
