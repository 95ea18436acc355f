"""The base of every dialog: Esc goes back, Enter goes on, nothing else is hidden in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.words import Words, quiet, title


class Ask(QDialog):
    """A question with a title, perhaps a sentence, contents in ``inside`` and buttons beneath.

    Names of people do not belong into the title: it stands on the sheet, the window's own title is the program's.
    """

    def __init__(self, name: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Mediation Desk"))
        self.setAccessibleName(name)
        self.setMinimumWidth(look().px(420))
        self.banner = Banner()
        self.sentence: Words = quiet(sentence, wrap=True)
        whole = column(self, 24, 12)
        whole.addWidget(title(name))
        whole.addWidget(self.sentence)
        self.sentence.setVisible(bool(sentence))
        whole.addWidget(self.banner)
        self.inside: QVBoxLayout = column(None, 0, 12)
        whole.addLayout(self.inside, 1)
        self._buttons: QHBoxLayout = row(None, (0, 8, 0, 0), 8)
        self._buttons.addStretch(1)
        whole.addLayout(self._buttons)
        self.back = Button(_("Back"), Weight.PLAIN)
        self.back.setToolTip("Esc")
        self.back.clicked.connect(self.reject)
        self._buttons.addWidget(self.back)
        self.go: Button | None = None

    def goes_on(self, does: str, weight: Weight = Weight.PRIMARY) -> Button:
        """Add the button that Enter presses. It says what it does; connect its ``clicked``."""
        self.go = Button(does, weight)
        self.go.setDefault(True)
        self._buttons.addWidget(self.go)
        return self.go

    def also(self, does: str, weight: Weight = Weight.PLAIN) -> Button:
        """Add one more button, before the others."""
        button = Button(does, weight)
        self._buttons.insertWidget(0, button)
        return button

    def fit(self) -> None:
        """Be as high as the contents need at this width: they wrap, and fields come and go."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first field: the way back comes last."""
        if self.go is not None:
            QWidget.setTabOrder(self.go, self.back)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; Enter presses the button that goes on, wherever the keyboard is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.go is not None and self.go.isEnabled():
            self.go.click()
            return
        super().keyPressEvent(event)


def confirm(parent: QWidget, name: str, sentence: str, does: str, weight: Weight = Weight.PRIMARY) -> bool:
    """Ask once; True when the person chose ``does``."""
    ask = Ask(name, sentence, parent)
    ask.goes_on(does, weight).clicked.connect(ask.accept)
    return ask.exec() == QDialog.DialogCode.Accepted
