"""A sheet of A4 to draw on: text set by role, rules, and nothing else a paper needs. Points, from the top left corner."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from mediation_desk.documents.archive import VERSION, identified, make_archival
from mediation_desk.documents.embedding import RoleFont, font
from mediation_desk.documents.typefaces import BLANK, Role, chain

rl_config.useA85 = 0  # binary streams: a fifth smaller, and quicker, than ReportLab's ASCII ones

WIDTH, HEIGHT = A4
MM = 72 / 25.4
_RULE = 0.5
_UNDER = 0.22  # how far under the baseline a blank's line runs, in ems
_BLANK_EMS = 2.0
_BLANKS = re.compile(f"({BLANK}+)")


class _Canvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    def _make_preamble(self) -> None:
        # ReportLab's own begins every page with Helvetica, which is not embedded: no archive takes that.
        self._preamble = "1 0 0 1 0 0 cm"


class Sheet:
    """Pages of A4 one after another. The same drawing gives the same bytes."""

    def __init__(self, title: str) -> None:
        self._buffer = io.BytesIO()
        self._canvas = _Canvas(self._buffer, pagesize=A4, invariant=1, pageCompression=1, pdfVersion=VERSION)
        self._canvas.setTitle(title)
        self._title = title
        self._code: list[str] = []

    def text(self, x: float, y: float, text: str, role: Role, size: float, spacing: float = 0.0) -> None:
        """Draw ``text`` with its baseline ``y`` points from the top; ``spacing`` points are added after each character.

        A declared blank in it becomes an underlined space, several in a row one long one.
        """
        if BLANK not in text:
            self._run(x, y, text, role, size, spacing)
            return
        for part in _BLANKS.split(text):
            if part.startswith(BLANK):
                wide = len(part) * (_BLANK_EMS * size + spacing)
                self.rule(x, x + wide - spacing - 1, y + _UNDER * size)
                x += wide
                continue
            self._run(x, y, part, role, size, spacing)
            x += chain(role).width(part) * size / 1000 + spacing * len(part)

    def centred(self, middle: float, y: float, text: str, role: Role, size: float) -> None:
        """Draw ``text`` with its middle at ``middle``."""
        self.text(middle - chain(role).width(text) * size / 2000, y, text, role, size)

    def right(self, edge: float, y: float, text: str, role: Role, size: float) -> None:
        """Draw ``text`` so that it ends at ``edge``."""
        self.text(edge - chain(role).width(text) * size / 1000, y, text, role, size)

    def rule(self, x1: float, x2: float, y: float, weight: float = _RULE) -> None:
        """A level line."""
        self._code.append(f"{weight:g} w {x1:.2f} {HEIGHT - y:.2f} m {x2:.2f} {HEIGHT - y:.2f} l S")

    def squares(self, x: float, y: float, side: float, rows: Sequence[Sequence[bool]]) -> None:
        """Filled squares of ``side`` points in rows from (x, y) downwards: those that are true."""
        runs = []
        for place, row in enumerate(rows):
            level = HEIGHT - y - (place + 1) * side
            start = 0
            for dark, run in groupby(row):
                count = sum(1 for _ in run)
                if dark:
                    runs.append(f"{x + start * side:.2f} {level:.2f} {count * side:.2f} {side:.2f} re")
                start += count
        self._code.append(f"{' '.join(runs)} f")

    def box(self, x: float, y: float, width: float, height: float, weight: float = _RULE) -> None:
        """The outline of a rectangle whose upper left corner is (x, y)."""
        self._code.append(f"{weight:g} w {x:.2f} {HEIGHT - y - height:.2f} {width:.2f} {height:.2f} re S")

    def watermark(self, text: str) -> None:
        """Large pale characters across the page, beneath what is drawn after them."""
        size = 150.0
        half = chain(Role.HEI).width(text) * size / 2000
        self._code.append(f"q 0.9 g 0.7071 0.7071 -0.7071 0.7071 {WIDTH / 2:.2f} {HEIGHT / 2:.2f} cm")
        self._run(-half, HEIGHT + size * 0.35, text, Role.HEI, size, 0.0)
        self._code.append("Q")

    def grey(self, level: float) -> None:
        """Draw from here on this page in a grey: 0 is black, 1 white."""
        self._code.append(f"{level:g} g {level:g} G")

    def next_page(self) -> None:
        """Finish the page."""
        self._canvas._code[:] = self._code
        self._code = []
        self._canvas.showPage()

    def finish(self, created: datetime | None = None) -> bytes:
        """The PDF of all finished pages; with the instant of its creation, PDF/A-1b."""
        if created:
            make_archival(self._canvas._doc, self._title, created)
        self._canvas.save()
        pdf = self._buffer.getvalue()
        return identified(pdf) if created else pdf

    def _run(self, x: float, y: float, text: str, role: Role, size: float, spacing: float) -> None:
        if not text:
            return
        face: RoleFont = pdfmetrics.getFont(font(role))
        doc = self._canvas._doc
        parts = [
            f"{face.getSubsetInternalName(subset, doc)} {size:g} Tf <{codes.hex()}> Tj"
            for subset, codes in face.splitString(text, doc)
        ]
        stretch = f"{spacing:.4f} Tc " if spacing else ""
        close = " 0 Tc" if spacing else ""
        self._code.append(f"BT {stretch}{x:.2f} {HEIGHT - y:.2f} Td {' '.join(parts)}{close} ET")
