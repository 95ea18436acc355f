"""Words on the desk: labels of the four sizes, quiet or toned, wrapping when asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mediation_desk.ui.look.look import restyle
from mediation_desk.ui.look.tokens import Tone, Type


class Words(QLabel):
    """A label. Plain text always: what people typed is never read as markup."""

    def __init__(
        self,
        text: str = "",
        size: Type = Type.BODY,
        *,
        quiet: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", size.value)
        self.setProperty("quiet", quiet)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: Tone) -> None:
        """Colour the words by what they say."""
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            restyle(self)


def title(text: str = "") -> Words:
    """The name of what the page is about."""
    return Words(text, Type.TITLE, wrap=True)


def heading(text: str = "") -> Words:
    """The name of a part of the page."""
    return Words(text, Type.HEADING)


def quiet(text: str = "", *, wrap: bool = False) -> Words:
    """Words that may be overlooked."""
    return Words(text, quiet=True, wrap=wrap)
