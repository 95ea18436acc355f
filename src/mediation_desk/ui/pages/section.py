"""A section of the desk's page: a sheet with a title, what it says across the top, and its contents."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.sheet import Scrolled, Sheet
from mediation_desk.ui.parts.words import Words, heading, quiet
from mediation_desk.ui.work import Job, Progress, run

T = TypeVar("T")


class Section(QWidget):
    """``inside`` takes the contents. ``do`` works in the background and says what the world refuses."""

    def __init__(self, name: str, sentence: str = "") -> None:
        super().__init__()
        self.name = name
        self.banner = Banner()
        self.sentence: Words = quiet(sentence, wrap=True)
        contents = QWidget()
        self.inside: QVBoxLayout = column(contents, 0, 12)
        sheet = Sheet(24, 12)
        sheet.inside.addWidget(heading(name))
        sheet.inside.addWidget(self.sentence)
        sheet.inside.addWidget(self.banner)
        sheet.inside.addWidget(Scrolled(contents), 1)
        self.sheet = sheet
        self.sentence.setVisible(bool(sentence))
        column(self, 0, 0).addWidget(sheet)
        self.setAccessibleName(name)

    def do(self, work: Callable[[Progress], T], done: Callable[[T], object]) -> Job[T]:
        """Work in the background; a problem is said across the top."""
        self.banner.hide()
        return run(work, done, self.refuse, self)

    def refuse(self, problem: KnownProblem) -> None:
        """It was not done."""
        self.banner.problem(problem)

    def said(self, sentence: str) -> None:
        """It was done."""
        self.banner.say(sentence, Tone.ACT)

    def shown(self) -> None:
        """It has come into sight: read what it shows."""
