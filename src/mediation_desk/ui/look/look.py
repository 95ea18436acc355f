"""The look in use: tokens of the scheme that is on, at the scale that is on. One in the process."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.ui.look.fonts import face, families
from mediation_desk.ui.look.scale import Scale
from mediation_desk.ui.look.sheet import palette, stylesheet
from mediation_desk.ui.look.space import respace
from mediation_desk.ui.look.tokens import DARK, LIGHT, SIZES, Colours, Type


class Look(QObject):
    """Colours, fonts and sizes for whoever draws. ``changed`` follows every change of size or scheme, after the
    style sheet and the gaps have been renewed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scale = Scale(self)
        self._dark = False
        self._families: list[str] | None = None
        self.scale.changed.connect(self.apply)

    @property
    def dark(self) -> bool:
        """Whether the dark scheme is on."""
        return self._dark

    @property
    def colours(self) -> Colours:
        """The tokens of the scheme that is on."""
        return DARK if self._dark else LIGHT

    def colour(self, value: str) -> QColor:
        """A token's ``#RRGGBB`` as Qt wants it."""
        return QColor(value)

    def px(self, pixels: float) -> int:
        """Words, and what holds them, at this scale."""
        return self.scale.type(pixels)

    def gap(self, pixels: float) -> int:
        """A space of ``tokens.SPACES`` at this scale."""
        return self.scale.gap(pixels)

    def font(self, size: Type = Type.BODY, *, bold: bool = False) -> QFont:
        """Interface type of one of the four sizes."""
        if self._families is None:
            self._families = families()
        return face(self._families, self.px(SIZES[size]), bold=bold)

    def choose_dark(self, dark: bool) -> None:
        """Switch the scheme."""
        if dark != self._dark:
            self._dark = dark
            self.apply()

    def follow_system(self) -> None:
        """Take the scheme from the system now and whenever it changes."""
        hints = QGuiApplication.styleHints()
        self._dark = hints.colorScheme() == Qt.ColorScheme.Dark
        hints.colorSchemeChanged.connect(lambda scheme: self.choose_dark(scheme == Qt.ColorScheme.Dark))

    def apply(self) -> None:
        """Dress the application in this look. All windows follow at once."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setPalette(palette(self.colours))
        app.setFont(self.font())
        app.setStyleSheet(stylesheet(self.colours, self.scale))
        respace(app.topLevelWidgets(), self.scale)
        self.changed.emit()


@lru_cache(maxsize=1)
def look() -> Look:
    """The process's look."""
    return Look()


def restyle(widget: QWidget) -> None:
    """Match a widget with the style sheet anew, after one of its properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
