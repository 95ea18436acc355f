"""Hands at the keyboard: keys, and Chinese by way of an input method. No mouse, and no widget set behind its back.

Keys go to the window that has the keyboard, as a window system hands them in, so that shortcuts, focus and what watches
for an idle desk all see them. What is waited for is waited for by looking, never by the clock; what does not come within
``PATIENCE`` seconds is ``Stuck``, which says what was awaited and where the keyboard was.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import groupby
from types import TracebackType

from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.ui.case.picks import Pick, Picks
from mediation_desk.ui.keys import Key
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.entries import Entries
from mediation_desk.ui.parts.initials import initials
from mediation_desk.ui.work import under_way

PATIENCE = 60.0
"""Seconds; a machine with much else to do is slow, and a person would wait as well."""
_FARTHEST = 200
"""So many steps of Tab go round any page."""


class Stuck(KnownProblem):
    """What was waited for did not come."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(
            N_("The tour stands still: {what}. The keyboard is at: {where}. No desk of yours was touched."),
            what=what,
            where=where,
        )


class Hands:
    """Press, type, go to a field by its label, choose; wait until the work behind is done."""

    def __init__(self) -> None:
        self._broken: BaseException | None = None

    # What goes wrong inside the windows must stop the hands: Qt itself would only print it.

    def watch(self) -> None:
        """Hear of every error that nobody caught, from now on."""
        sys.excepthook = self._heard

    def _heard(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._broken = self._broken or error

    def _go_on(self) -> None:
        if self._broken is not None:
            error, self._broken = self._broken, None
            raise error

    # Waiting.

    def until(self, what: str, there: Callable[[], object]) -> None:
        """Wait until ``there`` says yes."""
        end = time.monotonic() + PATIENCE
        while not there():
            self._go_on()
            if time.monotonic() > end:
                raise Stuck(what, self.where())
            QTest.qWait(2)
        self._go_on()

    def rest(self) -> None:
        """Wait until nothing is under way behind the windows and all of it has been heard."""
        for _round in range(2):
            QTest.qWait(0)
            self.until("the work under way to end", lambda: not (under_way() or _button_down()))

    # The keyboard.

    def window(self) -> QWindow:
        """The window that has the keyboard."""
        self.until("a window to have the keyboard", _window_in_front)
        window = QGuiApplication.focusWindow()
        assert window is not None
        return window

    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        self.until("a field to have the keyboard", lambda: _window_in_front() and QApplication.focusWidget())
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def where(self) -> str:
        """Where the keyboard is, for whoever has to find out what went wrong: kinds and labels, no contents."""
        widget, found = QApplication.focusWidget(), []
        while widget is not None:
            found.append(f"{type(widget).__name__} {widget.accessibleName()}".strip())
            widget = widget.parentWidget()
        return " < ".join(found[:4]) or "nowhere"

    def press(self, keys: str | Key, times: int = 1) -> None:
        """Press a key or a shortcut: ``Return``, ``Ctrl+S``, ``Key.SEARCH``."""
        combination = (keys.sequence if isinstance(keys, Key) else QKeySequence(keys))[0]  # type: ignore[index]
        for _time in range(times):
            QTest.keyClick(self.window(), combination.key(), combination.keyboardModifiers())
            self._go_on()

    def act(self, keys: str | Key, times: int = 1) -> None:
        """Press, and wait until what it set going is done."""
        self.press(keys, times)
        self.rest()

    def type(self, text: str) -> None:
        """Type a text: Latin letters and digits by their keys, everything else by way of the input method."""
        for plain, run in groupby(text, lambda c: c == "\n" or (c.isascii() and c.isprintable())):
            if plain:
                for character in run:
                    self._strike(character)
            else:
                self._compose("".join(run))

    def _strike(self, character: str) -> None:
        if character == "\n":
            self.press("Return")
        else:
            QTest.keyClick(self.window(), character)  # type: ignore[call-overload]
        self._go_on()

    def _compose(self, words: str) -> None:
        """As an input method does it: the letters first, underlined, then the characters chosen for them."""
        target = self.focus()
        letters = initials(words).strip() or "a"
        QApplication.sendEvent(target, QInputMethodEvent(letters, []))
        chosen = QInputMethodEvent("", [])
        chosen.setCommitString(words)
        QApplication.sendEvent(target, chosen)
        QTest.qWait(0)  # the key after it is a key again

    # Fields.

    def to(self, label: str, *, back: bool = False) -> QWidget:
        """Go on by Tab (or ``back`` by Shift+Tab) until the keyboard is at the field, button or list of that name."""
        seen = []
        for _step in range(_FARTHEST):
            widget = self.focus()
            found = named(widget, label)
            if found is not None:
                return found
            seen.append(widget)
            self.press("Shift+Tab" if back else "Tab")
            if QApplication.focusWidget() is seen[0]:
                break
        raise Stuck(f"there is no field “{label}” here", self.where())

    def fill(self, label: str, text: str, *, back: bool = False) -> None:
        """Go to a field and write over what stands in it; leave it by Tab."""
        field = self.to(label, back=back)
        self.write(text)
        self.press("Tab")
        if self.focus() is field:
            raise Stuck(f"“{label}” does not let the keyboard go", self.where())

    def write(self, text: str) -> None:
        """Write over what stands in the field that has the keyboard."""
        if not isinstance(self.focus(), QLineEdit | QTextEdit):
            raise Stuck("there is nothing to write in here", self.where())
        self.press("Ctrl+A")
        if text:
            self.type(text)
        else:
            self.press("Delete")

    def pick(self, label: str, *words: str) -> None:
        """Among choices that lie open, choose these and no others."""
        picks = self.to(label)
        if not isinstance(picks, Picks):
            raise Stuck(f"“{label}” is nothing to pick from", self.where())
        for choice in picks.picks:
            wanted = choice.text() in words
            if wanted != choice.isChecked() and (wanted or not picks.single):
                self._along_to(choice)
                if wanted != choice.isChecked():
                    self.press("Space")
        missed = set(words) - {choice.text() for choice in picks.picks if choice.isChecked()}
        if missed:
            raise Stuck(f"“{label}” does not offer all that is to be picked", self.where())

    def _along_to(self, choice: Pick) -> None:
        for _step in range(_FARTHEST):
            if choice.hasFocus():
                return
            self.press("Right")
        raise Stuck("the arrows do not reach a choice", self.where())

    def choose(self, label: str, key: object) -> None:
        """In a list, go to the line of that key (or of those words) and press Enter."""
        self.to(label)
        listed = self.focus()
        if not isinstance(listed, Entries):
            raise Stuck(f"“{label}” is no list", self.where())
        self.line(listed, key)
        self.act("Return")

    def line(self, listed: Entries, key: object) -> None:
        """Go to a line of the list that has the keyboard."""
        self.press("Home")
        for _line in listed.entries:
            now = listed.current()
            if now is not None and key in (now.key, now.text):
                return
            self.press("Down")
        raise Stuck(f"the list “{listed.accessibleName()}” has no such line", self.where())

    def button(self, words: str) -> None:
        """Go to a button, press it, and wait until what it set going is done."""
        self.to(words)
        self.act("Space")


def _window_in_front() -> QWindow | None:
    """Off the screen no window manager hands the keyboard back to the window behind a dialog that has gone."""
    if QGuiApplication.focusWindow() is None:
        left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        front = QApplication.activeModalWidget() or next((w for w in left if w.parentWidget() is None), None)
        if front is not None:
            front.activateWindow()
    return QGuiApplication.focusWindow()


def _button_down() -> bool:
    """A button that was pressed by its key goes down, and acts when it comes up again, a moment later."""
    return any(b.isDown() for w in QApplication.topLevelWidgets() for b in w.findChildren(Button))


def named(widget: QWidget, label: str) -> QWidget | None:
    """The widget, or the field around it, that goes by this label."""
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        words = at.text() if isinstance(at, QAbstractButton) else ""
        if label in (at.accessibleName(), words):
            return at
        at = at.parentWidget()
    return None
