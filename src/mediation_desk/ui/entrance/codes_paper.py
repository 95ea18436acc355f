"""The paper with the codes, sent to a printer: never saved as a file by us."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.dates import print_date
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _

TITLE = N_("Codes of the desk")


def codes_html(centre: str, recovery: str, codes: Sequence[str], day: str) -> str:
    """The page, as Qt's rich text."""
    groups = "".join(f"<td style='padding:8pt 14pt'><small>{n}</small><br><tt>{escape(g)}</tt></td>"
                     for n, g in enumerate(recovery.split("-"), 1))  # fmt: skip
    lines = "".join(f"<li style='margin:6pt'><tt>{escape(code)}</tt></li>" for code in codes)
    return (
        f"<h2>{escape(centre)}</h2><h3>{_(TITLE)}　{day}</h3>"
        f"<p>{escape(_('Recovery code: opens the desk when the passphrase is forgotten'))}</p>"
        f"<table border='1' cellspacing='0' style='font-size:16pt'><tr>{groups}</tr></table>"
        f"<p>{escape(_('One-time codes: each resets one forgotten password, read by telephone'))}</p>"
        f"<ol style='font-size:14pt'>{lines}</ol>"
        f"<p>{escape(_('Keep this paper locked away, apart from the computer. Cross out a code once it was used.'))}</p>"
    )


def print_codes(parent: QWidget, centre: str, recovery: str, codes: Sequence[str], day: object) -> bool:
    """Ask for a printer and print; False when the person thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded for a paper only

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("mediation-desk")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    document = QTextDocument()
    document.setHtml(codes_html(centre, recovery, codes, print_date(day)))  # type: ignore[arg-type]
    document.print_(printer)
    return True
