"""One agreement, view to PDF, warm and in a cold process, against a bare ReportLab canvas that draws the same text.

The canvas breaks lines anywhere, knows one face and reads nothing back. A cold run is a process of its own:
``python -m bench.papers ours|bare VIEW PDF``. Comparing the text of the PDF with the record is timed apart.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure, median, seconds
from bench.installed import installed

if TYPE_CHECKING:
    from mediation_desk.documents.agreement_view import AgreementView

WARM = 40
COLD = 7
FACE = "FandolFang-Regular.ttf"
"""The face that most of an agreement is printed in."""

Make = Callable[["AgreementView"], bytes]


def measure(folder: Path) -> Iterator[Figure]:
    """The figures of printing."""
    from bench.agreements import view
    from mediation_desk.documents.agreement_view import view_bytes

    makers: dict[str, Make] = {"ours": ours(), "bare": bare()}
    took: dict[str, list[float]] = {what: [] for what in makers}
    compared: list[float] = []
    sizes: list[int] = []
    for number in range(WARM + 1):
        one = view(number + 2)
        for what, make in makers.items():
            start = time.perf_counter()
            (folder / f"{what}.pdf").write_bytes(make(one))
            if number:  # the first reads the faces
                took[what].append((time.perf_counter() - start) * 1000)
        pdf = (folder / "ours.pdf").read_bytes()
        compared.append(seconds(partial(_compare, pdf, one)) * 1000)
        sizes.append(len(pdf))
    _same_pages(folder)
    yield Figure("agreement, warm, against a bare canvas", "ms", median(took["ours"]), median(took["bare"]), 1.6, 0.65)
    told = folder / "view.json"
    told.write_bytes(view_bytes(view(1)))
    cold: dict[str, list[float]] = {what: [] for what in makers}
    for number in range(COLD + 1):
        for what in makers:
            command = [sys.executable, "-m", "bench.papers", what, str(told), str(folder / f"{what}.pdf")]
            once = seconds(partial(subprocess.run, command, check=True, env=installed(folder))) * 1000
            if number:
                cold[what].append(once)
    yield Figure("agreement, cold process", "ms", median(cold["ours"]), median(cold["bare"]), 1.4, 0.7)
    yield Figure("its PDF", "kB", median(sizes) / 1000, None, 66, 40)
    yield Figure("its text compared with the record", "ms", median(compared), None, None, None)


def ours() -> Make:
    """The program's own paper, as it is issued."""
    from mediation_desk.documents.agreement import render_agreement

    return lambda view: render_agreement(view, draft=False)


def _compare(pdf: bytes, view: AgreementView) -> None:
    from mediation_desk.documents.agreement import agreement_text, furniture
    from mediation_desk.documents.check import differences

    if differences(pdf, agreement_text(view), furniture(view)):
        raise AssertionError("the paper does not say what the record says")


def _same_pages(folder: Path) -> None:
    from mediation_desk.documents.pages import Pages

    counts = []
    for what in ("ours", "bare"):
        with Pages((folder / f"{what}.pdf").read_bytes()) as pages:
            counts.append(len(pages))
    if counts != [2, 2]:
        raise AssertionError(f"two pages each were to be compared, not {counts}")


def bare() -> Make:
    """The least that ReportLab can do: characters after one another, a table of lines, a new page at the end of one."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from mediation_desk.reference.place import resources

    pdfmetrics.registerFont(TTFont("F", str(resources() / "fonts" / FACE)))
    width, height = A4
    widths: dict[str, float] = {}

    def wrapped(text: str, size: float, room: float) -> Iterator[str]:
        line: list[str] = []
        used = 0.0
        for character in text:
            if character not in widths:
                widths[character] = pdfmetrics.stringWidth(character, "F", 1)
            wide = widths[character] * size
            if used + wide > room:
                yield "".join(line)
                line, used = [], 0.0
            line.append(character)
            used += wide
        yield "".join(line)

    def make(view: AgreementView) -> bytes:
        canvas = Canvas("", pagesize=A4)
        canvas.setFont("F", 20)
        canvas.drawCentredString(width / 2, height - 80, "人民调解协议书")
        canvas.setFont("F", 11)
        canvas.drawRightString(width - 70, height - 110, view.number)
        y = height - 130
        for party in view.parties:
            y = _row(canvas, wrapped, y, [
                party.role, party.name, party.sex, party.ethnicity, str(party.age), party.occupation,
                party.phone, party.identity, party.address,
            ])  # fmt: skip
        y -= 20
        numbered = [f"{n}．{term.text}" for n, term in enumerate(view.terms, start=1)]
        closing = [view.performance, view.copies, "当事人（签名、盖章或按指印）：", *view.mediators, view.recorder]
        canvas.setFont("F", 14)
        for text in ("主要事实：" + view.facts, "经调解，自愿达成如下协议：", *numbered, *closing):
            for line in wrapped("　　" + text, 14, width - 153):
                if y < 102:
                    canvas.showPage()
                    canvas.setFont("F", 14)
                    y = height - 80
                canvas.drawString(70, y, line)
                y -= 27
        return bytes(canvas.getpdfdata())

    return make


def _row(canvas: object, wrapped: Callable[[str, float, float], Iterator[str]], y: float, cells: list[str]) -> float:
    """One row of the parties' table; where the next begins."""
    edges = [70, 110, 150, 170, 200, 225, 270, 345, 450, 535]
    canvas.setFont("F", 9)  # type: ignore[attr-defined]
    lines = [list(wrapped(t, 9, edges[n + 1] - edges[n] - 6)) for n, t in enumerate(cells)]
    tall = max(map(len, lines)) * 12 + 6
    for n, own in enumerate(lines):
        canvas.rect(edges[n], y - tall, edges[n + 1] - edges[n], tall)  # type: ignore[attr-defined]
        for m, line in enumerate(own):
            canvas.drawString(edges[n] + 3, y - 11 - m * 12, line)  # type: ignore[attr-defined]
    return y - tall


if __name__ == "__main__":
    from mediation_desk.documents.agreement_view import view_from

    make = {"ours": ours, "bare": bare}[sys.argv[1]]()
    Path(sys.argv[3]).write_bytes(make(view_from(Path(sys.argv[2]).read_bytes())))
