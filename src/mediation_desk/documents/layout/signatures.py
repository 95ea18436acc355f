"""Places for the hand: a signature with a fingerprint, its date, and the committee's seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from mediation_desk.documents.canvas import MM, Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import Line, broken
from mediation_desk.documents.typefaces import BLANK, Role

DATE_MARKS = ("年", "月", "日")
_DATE_BLANKS = (30.0, 20.0, 20.0)  # points for the hand before 年, 月, 日
_SIGNING = 40 * MM
_DATE_GAP = 10.0
_DROP = 3.5  # points from the baseline down to the line


def date_width(size: float) -> float:
    """Points that ``____年__月__日`` takes."""
    return sum(_DATE_BLANKS) + len(DATE_MARKS) * size


def draw_date(sheet: Sheet, x: float, baseline: float, role: Role, size: float) -> None:
    """A date left blank for the hand."""
    for blank, mark in zip(_DATE_BLANKS, DATE_MARKS, strict=True):
        sheet.rule(x, x + blank - 1, baseline + _DROP)
        sheet.text(x + blank, baseline, mark, role, size)
        x += blank + size


@dataclass(frozen=True)
class SignatureLine:
    """``label`` and ``hint`` (how to sign), a line to sign on, a blank date.

    ``room`` points high: a thumb wants about 14 mm, a company's seal more. A long label takes several lines beside the
    place to sign; the hint then goes on a line of its own.
    """

    label: str
    hint: str
    role: Role
    room: float = 14 * MM
    before: float = 0.0
    size: float = 12.0
    leading: float = 18.0
    bond: Bond = Bond.TOGETHER

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice."""
        label = self._lines(width)
        height = max(self.room, (len(label) + 0.5) * self.leading)
        return [Piece(height, partial(self._draw, label, width, height), self.before, self.bond)]

    def text(self) -> str:
        """The label and the marks of the date."""
        return (self.label + self.hint + "".join(DATE_MARKS)).replace(BLANK, "")

    def _lines(self, width: float) -> Sequence[Line]:
        room = self._label_room(width)
        whole = broken(self.label + self.hint, self.role, self.size, room)
        if len(whole) == 1:
            return whole
        label = broken(self.label, self.role, self.size, room)
        return (*label, *broken(self.hint, self.role, self.size, room)) if len(label) == 1 else whole

    def _label_room(self, width: float) -> float:
        return width - _DATE_GAP - date_width(self.size) - _SIGNING

    def _draw(self, label: Sequence[Line], width: float, height: float, sheet: Sheet, x: float, top: float) -> None:
        baseline = top + height - 6
        for place, part in enumerate(label, start=1 - len(label)):
            sheet.text(x, baseline + place * self.leading, part.text, self.role, self.size)
        start = x + self._label_room(width) + 2
        dates_at = x + width - date_width(self.size)
        sheet.rule(start, dates_at - _DATE_GAP, baseline + _DROP)
        draw_date(sheet, dates_at, baseline, self.role, self.size)


@dataclass(frozen=True)
class SealSpace:
    """Room for a round seal of 42 mm over the committee's name and the blank date, at the right."""

    centre: str
    label: str
    role: Role
    room: float = 44 * MM
    wide: float = 82 * MM
    size: float = 12.0
    leading: float = 20.0
    bond: Bond = Bond.FREE

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice."""
        names = [line.text for line in broken(self.centre, self.role, self.size, self.wide)]
        height = max(self.room, (len(names) + 2) * self.leading + 20 * MM)
        return [Piece(height, partial(self._draw, names, width, height), 0.0, self.bond)]

    def text(self) -> str:
        """The name, the label and the marks of the date."""
        return f"{self.centre}{self.label}{''.join(DATE_MARKS)}".replace(BLANK, "")

    def _draw(self, names: Sequence[str], width: float, height: float, sheet: Sheet, x: float, top: float) -> None:
        middle = x + width - self.wide / 2
        first = top + (height - (len(names) + 2) * self.leading) / 2 + self.size
        for place, part in enumerate((*names, self.label)):
            sheet.centred(middle, first + place * self.leading, part, self.role, self.size)
        last = first + (len(names) + 1) * self.leading
        draw_date(sheet, middle - date_width(self.size) / 2, last, self.role, self.size)
