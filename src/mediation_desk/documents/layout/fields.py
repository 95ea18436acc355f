"""Labels with underlined blanks. A blank grows with what is written in it: over the row, then over lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import broken
from mediation_desk.documents.typefaces import BLANK, Role, chain

_PAD = 0.3  # ems between the ends of a blank and what is written in it
_GAP = 0.7  # ems between two blanks of a row
_UNDER = 0.3  # ems from the baseline down to the line
_HANG = 0.45  # ems an opening bracket stands out, so that the words align
_BASELINE = 0.66  # of the row's height


@dataclass(frozen=True)
class Field:
    """A label and what is written after it; ``least`` ems stay for a hand when it is empty.

    ``share`` says how much of the row's spare width the blank takes, against its neighbours.
    """

    label: str
    value: str
    share: float = 1.0
    least: float = 3.0


class _Slot(NamedTuple):
    """A stretch of one printed line: label, written part, and the underlined span (points from the left)."""

    label_at: float
    label: str
    label_spacing: float
    value_at: float
    value: str
    rule: tuple[float, float]


@dataclass(frozen=True)
class Fields:
    """Rows of fields beside a heading in a column of its own (``side``, its lines under one another)."""

    side: tuple[str, ...]
    rows: tuple[tuple[Field, ...], ...]
    role: Role
    label_role: Role
    size: float = 12.0
    leading: float = 24.0
    side_ems: float = 6.2
    before: float = 6.0
    spread: float = 0.0
    """Ems over which shorter labels are spread, so that those under one another end alike; 0 leaves them as they are."""

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a printed line, all held together as far as a page can."""
        left = self.side_ems * self.size if self.side else 0.0
        side = [line.text for part in self.side for line in broken(part, Role.HEI, self.size, left)]
        lines = [line for row in self.rows for line in self._lines(row, width - left)]
        lines += [()] * (len(side) - len(lines))
        return [
            Piece(
                self.leading,
                partial(self._draw, slots, left, side if place == 0 else []),
                0.0 if place else self.before,
                self._bond(place, len(side), len(lines)),
            )
            for place, slots in enumerate(lines)
        ]

    def text(self) -> str:
        """The heading, then each label with what is written after it."""
        fields = (field for row in self.rows for field in row)
        return "\n".join((*self.side, *(f"{field.label}{field.value}" for field in fields))).replace(BLANK, "")

    def _bond(self, place: int, side: int, lines: int) -> Bond:
        if place == lines - 1:
            return Bond.FREE
        return Bond.FIRM if place + 1 < side else Bond.TOGETHER

    def _lines(self, row: Sequence[Field], width: float) -> Iterator[tuple[_Slot, ...]]:
        """The row on one line; else as many lines as it takes, a long value wrapped under itself."""
        group: list[Field] = []
        for field in row:
            if group and self._natural([*group, field]) > width:
                yield from self._set(group, width)
                group = []
            group.append(field)
        yield from self._set(group, width)

    def _natural(self, group: Sequence[Field]) -> float:
        gaps = _GAP * self.size * (len(group) - 1)
        return sum(self._label(field) + self._blank(field) for field in group) + gaps

    def _label(self, field: Field) -> float:
        return max(self._own(field), self.spread * self.size)

    def _own(self, field: Field) -> float:
        return chain(self.label_role).width(field.label) * self.size / 1000

    def _spacing(self, label: str, own: float) -> float:
        spare = self.spread * self.size - own
        return spare / (len(label) - 1) if spare > 0 and len(label) > 1 else 0.0

    def _value(self, field: Field) -> float:
        return chain(self.role).width(field.value) * self.size / 1000

    def _blank(self, field: Field) -> float:
        return max(self._value(field) + 2 * _PAD * self.size, field.least * self.size)

    def _set(self, group: Sequence[Field], width: float) -> Iterator[tuple[_Slot, ...]]:
        spare = width - self._natural(group)
        if spare < 0 or any("\n" in field.value for field in group):
            yield from (line for field in group for line in self._wrapped(field, width))
            return
        shares = sum(field.share for field in group) or 1.0
        slots: list[_Slot] = []
        at = 0.0
        for field in group:
            start = at + self._label(field)
            end = start + self._blank(field) + spare * field.share / shares
            inset = _PAD * self.size
            if len(group) > 1:
                inset = (end - start - self._value(field)) / 2
            spacing = self._spacing(field.label, self._own(field))
            slots.append(_Slot(at, field.label, spacing, start + inset, field.value, (start, end)))
            at = end + _GAP * self.size
        yield tuple(slots)

    def _wrapped(self, field: Field, width: float) -> Iterator[tuple[_Slot, ...]]:
        start, pad = self._label(field), _PAD * self.size
        label, spacing = field.label, self._spacing(field.label, self._own(field))
        for line in broken(field.value, self.role, self.size, width - start - 2 * pad):
            yield (_Slot(0.0, label, spacing, start + pad, line.text, (start, width)),)
            label = ""

    def _draw(
        self, slots: Sequence[_Slot], left: float, side: Sequence[str], sheet: Sheet, x: float, top: float
    ) -> None:
        baseline = top + _BASELINE * self.leading
        for place, part in enumerate(side):
            hang = _HANG * self.size if part.startswith("（") else 0.0
            sheet.text(x - hang, baseline + place * self.leading, part, Role.HEI, self.size)
        at = x + left
        for slot in slots:
            sheet.text(at + slot.label_at, baseline, slot.label, self.label_role, self.size, slot.label_spacing)
            sheet.text(at + slot.value_at, baseline, slot.value, self.role, self.size)
            start, end = slot.rule
            sheet.rule(at + start, at + end, baseline + _UNDER * self.size)
