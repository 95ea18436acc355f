"""A finished paper to a printer that the system knows, by its exact name: never another one.

What is printed is the stored file, drawn at 300 dots to the inch or better. A ``QGuiApplication`` must exist.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from mediation_desk.documents.pages import Pages, Picture
from mediation_desk.domain.problem import KnownProblem

LEAST_DPI = 300


def printers() -> list[str]:
    """The names of the printers at hand, as the system lists them."""
    return list(QPrinterInfo.availablePrinterNames())


def print_pdf(pdf: bytes | Path, printer_name: str, copies: int = 1, dpi: int = LEAST_DPI) -> int:
    """Print all pages, ``copies`` times, and return how many pages one copy has.

    ``KnownProblem`` when there is no printer, none of that name, or it does not take the paper; ``ValueError`` for less
    than 300 dpi or no copy.
    """
    if dpi < LEAST_DPI or copies < 1:
        raise ValueError("at least 300 dpi and one copy")
    printer = _printer(printer_name)
    printer.setResolution(dpi)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setFullPage(True)
    printer.setDocName("Mediation Desk")  # shown in the printer's queue: no name, no number
    multiple = printer.supportsMultipleCopies()
    if multiple:
        printer.setCopyCount(copies)
    with Pages(pdf) as pages:
        _paint(printer, printer_name, pages, 1 if multiple else copies)
        return len(pages)


def _printer(name: str) -> QPrinter:
    known = printers()
    if not known:
        raise KnownProblem(
            "No printer is connected to this machine. The paper is kept; connect a printer and print it then, or save it "
            "as a file."
        )
    if name not in known:
        raise KnownProblem(
            "The printer {name} is not there any more. Nothing was printed and the paper is kept; choose another printer "
            "or connect this one.",
            name=name,
        )
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def _paint(printer: QPrinter, name: str, pages: Pages, times: int) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownProblem(
            "The printer {name} did not take the paper. Nothing was printed and the paper is kept; see whether it is "
            "switched on and has paper, then print again.",
            name=name,
        )
    try:
        for number in range(times * len(pages)):
            if number:
                printer.newPage()
            _draw(painter, printer, pages.picture(number % len(pages), printer.resolution()))
    finally:
        painter.end()


def _draw(painter: QPainter, printer: QPrinter, picture: Picture) -> None:
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
    painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
