"""A paper's parts in the house's sizes, from its wording: what a form or a letter is written with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mediation_desk.documents.canvas import MM
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import (
    Block,
    Field,
    Fields,
    Heading,
    Numbered,
    Paragraph,
    Ruled,
    SealSpace,
    SignatureLine,
    Title,
)
from mediation_desk.documents.typefaces import BLANK, Role
from mediation_desk.domain.dates import print_date, print_moment
from mediation_desk.reference.papers import Wording

Shown = str | int | date | datetime | None
"""What can be written on a paper."""

DAY_BY_HAND = f"{BLANK}{BLANK}年{BLANK}月{BLANK}日"
HAND = 14 * MM
COMPANY_SEAL = 20 * MM
_SIDE = 6.2


def shown(value: Shown) -> str:
    """A value as it is printed; None is empty."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return print_moment(value)
    return print_date(value) if isinstance(value, date) else str(value)


def by_hand(value: Shown, ems: int = 8) -> str:
    """A value inside a sentence, or an underlined space of ``ems`` for the hand."""
    return shown(value) or BLANK * (ems // 2)


def day(value: date | None) -> str:
    """A day inside a sentence, or ``____年__月__日`` for the hand."""
    return shown(value) or DAY_BY_HAND


def ticked(chosen: bool) -> str:
    """A box before a choice."""
    return "■" if chosen else "□"


@dataclass(frozen=True)
class Compose:
    """Parts set in ``role`` at ``size`` points, lines ``leading`` apart."""

    words: Wording
    role: Role
    size: float
    leading: float

    def title(self, phrase: str = "title") -> Title:
        """The paper's name."""
        return Title(self.words(phrase))

    def number(self, number: str, phrase: str = "at_number") -> Numbered:
        """``编号：…`` at the right; a blank where there is none yet."""
        return Numbered(f"{self.words(phrase)}：{by_hand(number, 14)}", self.role)

    def heading(self, phrase: str, before: float = 8.0, **values: object) -> Heading:
        """A label above a part."""
        return Heading(self.words(phrase, **values), size=self.size, leading=self.leading + 2, before=before)

    def said(
        self, phrase: str, *, indent: float = 2.0, before: float = 0.0, bond: Bond = Bond.FREE, **values: object
    ) -> Paragraph:
        """A fixed sentence."""
        return self.written(self.words(phrase, **values), indent=indent, before=before, bond=bond)

    def written(
        self,
        content: str,
        *,
        indent: float = 2.0,
        before: float = 0.0,
        bond: Bond = Bond.FREE,
        role: Role | None = None,
    ) -> Paragraph:
        """Running text."""
        return Paragraph(content, role or self.role, self.size, self.leading, indent, before, bond)

    def answer(self, content: str, lines: int) -> Block:
        """Running text, or so many lines for the hand where there is none."""
        return self.written(content) if content else Ruled(lines, self.role, size=self.size)

    def counted(self, items: tuple[str, ...], lines: int, mark: str = "{}、") -> list[Block]:
        """``1、…`` each on a line of its own; lines for the hand where there are none."""
        if items:
            return [self.written(mark.format(place) + item) for place, item in enumerate(items, start=1)]
        return [Ruled(1, self.role, mark.format(place), self.size) for place in range(1, lines + 1)]

    def field(self, phrase: str, value: Shown, share: float = 1.0, least: float = 5.0) -> Field:
        """A label and its blank."""
        return Field(self.words(phrase), shown(value), share, least)

    def fields(self, *rows: tuple[Field, ...], side: tuple[str, ...] = (), before: float = 6.0) -> Fields:
        """Rows of fields, beside a heading if there is one."""
        return Fields(side, rows, self.role, Role.SONG, side_ems=_SIDE, before=before)

    def sign(
        self, who: str, how: str = "how_person", room: float = HAND, before: float = 0.0, **values: object
    ) -> SignatureLine:
        """A place to sign: phrases of who and how."""
        return SignatureLine(self.words(who, **values), self.words(how), self.role, room, before)

    def seal(self, centre: str, phrase: str = "seal") -> SealSpace:
        """Room for the seal over the body's name and a blank date."""
        return SealSpace(centre, self.words(phrase), self.role)
