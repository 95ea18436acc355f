"""The paper at the side of what is written: as it would print now, or as it was issued. Laid out in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.papers import content, preview
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.pages import Pages, Picture
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.paper_sheets import POINTS, PaperSheets
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.sheet import Sheet
from mediation_desk.ui.parts.words import Words, heading
from mediation_desk.ui.work import Progress, run

PAUSE = 300
"""Milliseconds without a keystroke after which the paper is laid out anew."""

Lay = Callable[[CaseFile, datetime], bytes]
"""How a case becomes the draft that is shown."""
Sizes = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A paper and the sizes of its sheets, in points."""

    pdf: bytes
    sizes: Sizes


class PaperPreview(Sheet):
    """``typed`` follows a paper laid out from what is on the screen, ``closed`` asks to be put away.

    Only one paper is laid out at a time: while one is, the latest wish waits, and those before it are dropped.
    """

    typed = Signal()
    closed = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__(12, 8)
        self._seat = seat
        self._laid: _Laid | None = None
        self._scale = 0.0
        self._drawn: set[int] = set()
        self._wish: Callable[[], bytes] | None = None
        self._busy = False
        self._drawing = False
        self._source: Callable[[], CaseFile] | None = None
        self._lay_out: Lay = preview
        self._issued: UUID | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._lay_out_typed)
        self._lay()

    def _lay(self) -> None:
        self.badge = Badge()
        self.words = Words("", wrap=True)
        self.words.hide()
        self.sheets = PaperSheets()
        self.sheets.setAccessibleName(_("The paper"))
        self.sheets.wanted.connect(self._draw)
        head = row(None, 0, 4)
        head.addWidget(heading(_("Paper")))
        head.addWidget(self.badge)
        head.addStretch(1)
        for text, name, act in (
            ("−", _("Smaller"), lambda: self.sheets.zoom_by(-1)),
            ("+", _("Larger"), lambda: self.sheets.zoom_by(1)),
        ):
            head.addWidget(self._button(text, name, act))
        close = self._button("", _("Put the paper away"), self.closed.emit, Mark.CLOSE)
        close.setToolTip("Esc")
        head.addWidget(close)
        self.inside.addLayout(head)
        self.inside.addWidget(self.words)
        self.inside.addWidget(self.sheets, 1)

    @staticmethod
    def _button(text: str, name: str, act: Callable[[], object], mark: Mark | None = None) -> Button:
        button = Button(text, Weight.QUIET, mark=mark)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: act())
        return button

    @property
    def at_rest(self) -> bool:
        """Whether what is to be shown is laid out and drawn."""
        return not (self._busy or self._drawing or self._pause.isActive())

    # What to show.

    def show_typed(self, source: Callable[[], CaseFile], *, lay: Lay = preview, at_once: bool = False) -> None:
        """Show what ``source`` gives as a draft, once typing has paused: of the agreement, or as ``lay`` makes it."""
        self._source, self._lay_out = source, lay
        self._issued = None
        if at_once or self._laid is None:
            self._pause.stop()
            self._lay_out_typed()
        else:
            self._pause.start()

    def show_issued(self, paper: Paper, words: str, tone: Tone) -> None:
        """Show the paper that was issued; ``words`` say how it stands."""
        self._pause.stop()
        self._source = None
        self.badge.say(words, tone)
        if self._issued != paper.id:
            self._issued = paper.id
            self._ask(lambda: content(self._seat, paper))

    def show_nothing(self, words: str) -> None:
        """There is no paper to be shown; say why."""
        self._pause.stop()
        self._source = self._issued = self._laid = None
        self.badge.say(words, Tone.PLAIN)
        self.sheets.show_sizes(())

    def _lay_out_typed(self) -> None:
        if self._source is None:
            return
        file, at = self._source(), self._seat.desk.store.clock()
        lay = self._lay_out
        self.badge.say(_("Draft, not issued"), Tone.SOON)
        self._ask(lambda: lay(file, at))

    def _ask(self, wish: Callable[[], bytes]) -> None:
        self._wish = wish
        if not self._busy:
            self._go_on()

    def _go_on(self) -> None:
        wish, self._wish = self._wish, None
        self._busy = wish is not None
        if wish is not None:
            run(lambda _progress: _laid(wish()), self._show, self._fail, self)

    def _show(self, laid: _Laid) -> None:
        self._laid, self._scale, self._drawn = laid, 0.0, set()
        self.words.hide()
        self.sheets.setEnabled(True)
        self.sheets.show_sizes(laid.sizes)
        self.typed.emit()
        self._go_on()

    def _fail(self, problem: KnownProblem) -> None:
        """It cannot be laid out yet: say why. What was shown before stays, so that nothing jumps while one types."""
        self.words.setText(say(problem.sentence))
        self.words.set_tone(Tone.SOON)
        self.words.show()
        self._go_on()

    # Drawing: only what is in sight, only at the scale that is on.

    def _draw(self) -> None:
        if self._laid is None or self._drawing or not self.isVisible():
            return
        laid, scale = self._laid, self.sheets.scale
        fresh = scale == self._scale
        pages = [page for page in self.sheets.in_sight() if not fresh or page not in self._drawn]
        if not pages:
            return
        self._drawing = True

        def drawn(pictures: dict[int, QImage]) -> None:
            self._drawing = False
            if laid is self._laid:
                if scale != self._scale:
                    self._scale, self._drawn = scale, set()
                self._drawn |= set(pictures)
                self.sheets.show_images(pictures)
            self._draw()

        run(lambda progress: _pictures(laid.pdf, pages, scale * POINTS, progress), drawn, self._fail, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _laid(pdf: bytes) -> _Laid:
    with Pages(pdf) as pages:
        return _Laid(pdf, tuple(pages.size(page) for page in range(len(pages))))


def _pictures(pdf: bytes, wanted: list[int], dpi: float, progress: Progress) -> dict[int, QImage]:
    drawn = {}
    with Pages(pdf) as pages:
        for page in wanted:
            progress.check()
            drawn[page] = _image(pages.picture(page, dpi))
    return drawn


def _image(picture: Picture) -> QImage:
    made = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
    return made.copy()  # the picture's own bytes end with it
