"""Places for the hand: a signature with a fingerprint, its date, and the committee's seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediation_desk.documents.canvas import MM, Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import Line, broken
from mediation_desk.documents.typefaces import BLANK, Role, chain

DATE_MARKS = ("年", "月", "日")
_DATE_BLANKS = (30.0, 20.0, 20.0)  # points for the hand before 年, 月, 日
_LEAST_SIGNING = 45 * MM
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


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """``label``, a line to sign on, a blank date. ``room`` points high: a thumb wants about 14 mm, a company's seal more."""

    label: str
    role: Role
    dated: bool = True
    room: float = 14 * MM
    size: float = 12.0
    leading: float = 18.0
    bond: Bond = Bond.TOGETHER

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice; a long label takes several lines beside the place to sign."""
        drawing = _SignatureDrawing(self, width, tuple(line.text for line in self._label_lines(width)))
        return [Piece(drawing.height, drawing, 0.0, self.bond)]

    def text(self) -> str:
        """The label and the marks of the date."""
        return (self.label + "".join(DATE_MARKS if self.dated else ())).replace(BLANK, "")

    def date_room(self) -> float:
        """Points kept at the right edge for the date."""
        return date_width(self.size) + 10 if self.dated else 0.0

    def _label_lines(self, width: float) -> Sequence[Line]:
        return broken(self.label, self.role, self.size, width - self.date_room() - _LEAST_SIGNING)


@dataclass(frozen=True, slots=True)
class _SignatureDrawing:
    style: SignatureLine
    width: float
    label: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(self.style.room, (len(self.label) + 0.5) * self.style.leading)

    def __call__(self, sheet: Sheet, x: float, top: float) -> None:
        style = self.style
        baseline = top + self.height - 6
        for place, part in enumerate(self.label):
            sheet.text(x, baseline - (len(self.label) - 1 - place) * style.leading, part, style.role, style.size)
        widest = max((chain(style.role).width(part) * style.size / 1000 for part in self.label), default=0.0)
        end = x + self.width - style.date_room()
        sheet.rule(x + widest + 2, end, baseline + _DROP)
        if style.dated:
            draw_date(sheet, x + self.width - date_width(style.size), baseline, style.role, style.size)


@dataclass(frozen=True, slots=True)
class SealSpace:
    """Room for a round seal of 42 mm over the committee's name and the blank date, at the right."""

    centre: str
    label: str
    role: Role
    room: float = 46 * MM
    wide: float = 82 * MM
    size: float = 12.0
    leading: float = 20.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice."""
        names = tuple(line.text for line in broken(self.centre, self.role, self.size, self.wide))
        height = max(self.room, (len(names) + 2) * self.leading + 20 * MM)
        return [Piece(height, _SealDrawing(self, width, names, height), 4.0)]

    def text(self) -> str:
        """The name, the label and the marks of the date."""
        return f"{self.centre}{self.label}{''.join(DATE_MARKS)}".replace(BLANK, "")


@dataclass(frozen=True, slots=True)
class _SealDrawing:
    style: SealSpace
    width: float
    names: tuple[str, ...]
    height: float

    def __call__(self, sheet: Sheet, x: float, top: float) -> None:
        style = self.style
        middle = x + self.width - style.wide / 2
        first = top + (self.height - (len(self.names) + 2) * style.leading) / 2 + style.size
        for place, part in enumerate((*self.names, style.label)):
            sheet.centred(middle, first + place * style.leading, part, style.role, style.size)
        last = first + (len(self.names) + 1) * style.leading
        draw_date(sheet, middle - date_width(style.size) / 2, last, style.role, style.size)
