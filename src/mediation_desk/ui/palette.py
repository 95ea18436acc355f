"""Ctrl+K: one line over everything; type, arrow, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from mediation_desk.reference.language import _
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.words import Words

PAUSE = 60
"""Milliseconds without a keystroke after which the search starts."""
_LINES = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its name, what may be said beside, and what opening it does."""

    text: str
    detail: str
    open: Callable[[], object]
    mark: Mark | None = None
    tone: Tone = Tone.PLAIN


Answer = Callable[[Sequence[Hit], int], None]
Search = Callable[[str, Answer], None]
"""Looks for a text and later calls the answer with the first hits and how many there are in all."""


class Palette(QFrame):
    """Lies over the window from the search ``box`` down while it is open. Answers that come too late are not shown."""

    def __init__(self, window: QWidget, search: Search, box: QWidget) -> None:
        super().__init__(window)
        self._window, self._search, self._box = window, search, box
        self._asked = 0
        self._hits: Sequence[Hit] = ()
        self._came_from: QWidget | None = None
        self.setProperty("part", "drop")
        self.line = LineField(hint=_("Name, initials, case number, last four of a number"))
        self.line.setAccessibleName(_("Search"))
        self.line.edited.connect(self._typed)
        self.list = Entries(_("Found"))
        self.list.lead = True
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.chosen.connect(self._open_hit)
        self._foot = Words("", Type.SMALL, quiet=True)
        inside = column(self, 12, 8)
        inside.addWidget(self.line)
        inside.addWidget(self.list)
        inside.addWidget(self._foot)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.line.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self, typed: str = "") -> None:
        """Come up, the keyboard in the line."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self.line.setText(typed)
        self._show_hits((), 0, typed)
        self.show()
        self.raise_()
        self.line.setFocus()
        if typed:
            self._ask()

    def close_up(self) -> None:
        """Go away; the keyboard goes back to where it came from."""
        self._asked += 1
        self._pause.stop()
        self.hide()
        if self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus()

    def _typed(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self._asked += 1
        number, text = self._asked, self.line.value()
        if not text:
            self._show_hits((), 0, text)
            return

        def answer(hits: Sequence[Hit], of: int) -> None:
            if number == self._asked:
                self._show_hits(hits, of, text)

        self._search(text, answer)

    def _show_hits(self, hits: Sequence[Hit], of: int, text: str) -> None:
        self._hits = hits
        self.list.show_entries(
            [Entry(n, hit.text, hit.mark, detail=hit.detail, tone=hit.tone) for n, hit in enumerate(hits)], _LINES
        )
        self.list.step(-len(hits))
        self.list.setVisible(bool(hits))
        self._foot.setText(self._told(len(hits), of, text))
        self._place()

    @staticmethod
    def _told(shown: int, of: int, text: str) -> str:
        if not text:
            return _("↑ ↓ choose · Enter opens · Esc back")
        if not of:
            return _("Nothing found.")
        if shown < of:
            return _("The first {shown} of {of}. Type more to narrow it.").format(shown=shown, of=of)
        return _("{of} found").format(of=of)

    def _open_hit(self, number: int) -> None:
        hit = self._hits[number]
        self.close_up()
        hit.open()

    def _place(self) -> None:
        the = look()
        edge = the.gap(12) + 1
        corner = self._box.mapTo(self._window, QPoint(-edge, -edge))
        width = min(max(the.px(640), self._box.width() + 2 * edge), self._window.width() - corner.x() - the.gap(4))
        self.resize(width, self.height())
        height = min(self.sizeHint().height(), self._window.height() - 2 * the.gap(24))
        self.setGeometry(QRect(corner.x(), max(0, corner.y()), width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif kind == QEvent.Type.FocusOut and self.isVisible() and not self._window.isHidden():
            QTimer.singleShot(0, self, self._left)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _left(self) -> None:
        """The keyboard went elsewhere within the window, by a click: nothing to give back."""
        focus = QApplication.focusWidget()
        if self.isVisible() and focus is not None and not self.isAncestorOf(focus):
            self._came_from = None
            self.close_up()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _LINES, Qt.Key.Key_PageUp: -_LINES}
        if key in steps:
            self.list.step(steps[key])
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        """Open the line the keyboard is on; search first where typing was quicker than the search."""
        if self._pause.isActive():
            self._ask()
            return
        entry = self.list.current()
        if entry is not None and self._hits:
            self._open_hit(entry.key)
