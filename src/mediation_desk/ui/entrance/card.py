"""One sheet in the middle of the desk: a title, a sentence, what is asked, and the button that goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QTextEdit, QVBoxLayout, QWidget

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Type
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.sheet import Scrolled, Sheet
from mediation_desk.ui.parts.words import Words, quiet, title

WIDTH = 520


class Card(QWidget):
    """What goes on: ``inside`` takes the contents; Enter presses the button that goes on, Esc the one that goes back.

    While something is done for it in the background (``busy``) nothing on it can be pressed, but what was typed stays.
    """

    def __init__(self, name: str, sentence: str = "", *, over: str = "", width: int = WIDTH) -> None:
        super().__init__()
        self._wide = width
        self._first: QWidget | None = None
        self._had: QWidget | None = None
        self._back: Button | None = None
        self.go: Button | None = None
        self._elsewhere: list[Button] = []
        self.banner = Banner()
        self.sentence: Words = quiet(sentence, wrap=True)
        self._over = Words(over, Type.SMALL, quiet=True, wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._doing: Words = quiet("", wrap=True)
        self._sheet = Sheet(32, 12)
        self._build(name)
        look().changed.connect(self._fit)
        self._fit()

    def _build(self, name: str) -> None:
        self.setAccessibleName(name)
        heading = column(None, 0, 4)
        heading.addWidget(self._over)
        heading.addWidget(title(name))
        heading.addWidget(self.sentence)
        self._sheet.inside.addLayout(heading)
        self._sheet.inside.addWidget(self.banner)
        self.contents = QWidget()
        self.inside: QVBoxLayout = column(self.contents, 0, 12)
        self._sheet.inside.addWidget(self.contents)
        self._sheet.inside.addWidget(self._doing)
        self._sheet.inside.addWidget(self._progress)
        self._foot = QWidget()
        self._buttons: QHBoxLayout = row(self._foot, (0, 8, 0, 0), 8)
        self._buttons.addStretch(1)
        self._sheet.inside.addWidget(self._foot)
        self._links = FlowLayout(gap=8)
        self._sheet.inside.addLayout(self._links)
        for part in (self.sentence, self._over):
            part.setVisible(bool(part.text()))  # only now: without a parent it would show as a window of its own
        self._doing.hide()
        self._progress.hide()
        middle = QWidget()
        across = row(middle, 24, 0)
        across.addStretch(1)
        down = column(None, 0, 0)
        down.addStretch(2)
        down.addWidget(self._sheet)
        down.addStretch(3)
        across.addLayout(down)
        across.addStretch(1)
        column(self, 0, 0).addWidget(Scrolled(middle))

    def begins_with(self, field: QWidget) -> None:
        """Where the keyboard is when the card comes up."""
        self._first = field

    def goes_on(self, does: str, act: Callable[[], object], key: Key | None = None) -> Button:
        """The button that Enter presses."""
        self.go = Button(does, Weight.PRIMARY, key)
        self.go.clicked.connect(lambda: act())
        self._buttons.addWidget(self.go)
        return self.go

    def goes_back(self, does: str, act: Callable[[], object]) -> Button:
        """The button that Esc presses."""
        self._back = Button(does)
        self._back.setToolTip("Esc")
        self._back.clicked.connect(lambda: act())
        self._buttons.insertWidget(1, self._back)
        return self._back

    def also(self, does: str, act: Callable[[], object]) -> Button:
        """A quiet way elsewhere, beneath the others."""
        button = Button(does, Weight.QUIET)
        button.clicked.connect(lambda: act())
        self._links.add(button)
        self._elsewhere.append(button)
        return button

    def busy(self, words: str) -> None:
        """Something is being done."""
        self.banner.hide()
        self._doing.setText(words)
        self._shut(True)

    def calm(self) -> None:
        """It is done; the keyboard is where it was."""
        self._shut(False)

    def at(self, part: float) -> None:
        """How much of it is done, 0 to 1."""
        self._progress.setRange(0, 1000)
        self._progress.setValue(round(part * 1000))

    def refuse(self, problem: KnownProblem) -> None:
        """It was not done: the world's sentence, and everything as it was."""
        self.calm()
        self.banner.problem(problem)

    def _shut(self, shut: bool) -> None:
        if shut:
            self._had = self.focusWidget()
        self.contents.setEnabled(not shut)
        self._foot.setEnabled(not shut)
        for link in self._elsewhere:
            link.setEnabled(not shut)
        self._progress.setRange(0, 0)
        self._progress.setVisible(shut)
        self._doing.setVisible(shut)
        if not shut and self._had is not None:
            self._had.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self._first or self.go or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.go is not None and self.go.isEnabled() and not isinstance(self.focusWidget(), QTextEdit):
            self.go.click()
        elif event.key() == Qt.Key.Key_Escape and self._back is not None and self._back.isEnabled():
            self._back.click()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self._sheet.setMinimumWidth(0)
        self._sheet.setFixedWidth(look().gap(self._wide) if look().scale.factor < 1.5 else look().gap(self._wide) + 80)
