"""Looking at a scan: one page at a time, as wide as the window."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from mediation_desk.actions.scans import PDF, Scan, scan
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.pages import Pages
from mediation_desk.reference.language import _
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Weight
from mediation_desk.ui.parts.sheet import Scrolled
from mediation_desk.ui.parts.words import quiet
from mediation_desk.ui.work import run

_DPI = 110


def picture_of(scanned: Scan, page: int) -> tuple[QImage, int]:
    """A page of a scan, drawn, and how many pages it has. A photograph is turned as its camera was held."""
    if scanned.kind == PDF:
        with Pages(scanned.content) as pages:
            drawn = pages.picture(page, _DPI)
            count = len(pages)
        whole = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
        return whole.copy(), count
    held = QBuffer()
    held.setData(QByteArray(scanned.content))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    reader.setAutoTransform(True)
    return reader.read(), 1


class ScanView(Ask):
    """``wants_out``: the person pressed the button that takes this scan out of the evidence."""

    def __init__(
        self, seat: Seat, digest: str, name: str, *, may_take_out: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, "", parent)
        self._seat, self._digest = seat, digest
        self._scan: Scan | None = None
        self._page, self._count = 0, 1
        self.wants_out = False
        self._whole: QImage | None = None
        self.paper = QLabel()
        self.paper.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.paper.setAccessibleName(name)
        self._told = quiet("")
        self.inside.addWidget(Scrolled(self.paper), 1)
        self.inside.addWidget(self._told)
        if may_take_out:
            self.also(_("Take this scan out"), Weight.DANGER).clicked.connect(self._out)
        self.resize(look().px(720), look().px(640))
        self._read()

    def _out(self) -> None:
        self.wants_out = True
        self.accept()

    def _read(self) -> None:
        def work(_progress: object) -> tuple[Scan, QImage, int]:
            held = self._scan or scan(self._seat, self._digest)
            return (held, *picture_of(held, self._page))

        run(work, self._show, self.banner.problem, self)

    def _show(self, read: tuple[Scan, QImage, int]) -> None:
        self._scan, self._whole, self._count = read
        if self._whole.isNull():
            self._told.setText(_("This picture cannot be shown here. It is kept as it is."))
            return
        self._fit()
        if self._count > 1:
            told = _("Page {page} of {count} · PgUp PgDn turn")
            self._told.setText(told.format(page=self._page + 1, count=self._count))

    def _fit(self) -> None:
        if self._whole is None or self._whole.isNull():
            return
        wide = min(self._whole.width(), self.width() - 2 * look().gap(32))
        drawn = self._whole.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        self.paper.setPixmap(QPixmap.fromImage(drawn))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._page + step < self._count:
            self._page += step
            self._read()
            return
        super().keyPressEvent(event)
