"""A paper's parts in the house's sizes, from its wording: what a form or a letter is written with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mediation_desk.documents.canvas import MM
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import (
    Block,
    Centred,
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
_DAY_FORM = "　　　　年　　月　　日"
_MOMENT_FORM = f"{_DAY_FORM}　　时　　分"
_SIDE = 6.2
_LETTER = 16.0


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
        """``编号：…`` at the right; ``（　）　人调字第　号`` where there is none yet."""
        return Numbered(f"{self.words(phrase)}：{self.numbered(number)}", self.role)

    def numbered(self, number: str) -> str:
        """A number of the committee, or its form for the hand."""
        return number or self.words("number_form", blank=BLANK * 2)

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

    def day_field(self, phrase: str, value: date | None, share: float = 1.0) -> Field:
        """A label and a day, or ``年　月　日`` for the hand."""
        return Field(self.words(phrase), shown(value) or _DAY_FORM, share, 9)

    def moment(self, phrase: str, value: datetime | None, share: float = 1.0) -> Field:
        """A label and a day with hours, or the marks between which a hand writes them."""
        return Field(self.words(phrase), shown(value) or _MOMENT_FORM, share, 12)

    def centred(self, phrase: str, **values: object) -> Centred:
        """A line in the middle."""
        return Centred(self.words(phrase, **values), self.role, self.size, self.leading)

    def fields(
        self, *rows: tuple[Field, ...], side: tuple[str, ...] = (), before: float = 6.0, spread: float = 0.0
    ) -> Fields:
        """Rows of fields, beside a heading if there is one; labels spread over ``spread`` ems."""
        return Fields(side, rows, self.role, Role.SONG, side_ems=_SIDE, before=before, spread=spread)

    def sign(
        self, who: str, how: str = "how_person", room: float = HAND, before: float = 0.0, **values: object
    ) -> SignatureLine:
        """A place to sign: phrases of who and how."""
        size = 12.0 if self.size < _LETTER else 14.0
        return SignatureLine(self.words(who, **values), self.words(how), self.role, room, before, size)

    def seal(self, centre: str, phrase: str = "seal") -> SealSpace:
        """Room for the seal over the body's name and a blank date."""
        label = self.words(phrase)
        if self.size < _LETTER:
            return SealSpace(centre, label, self.role)
        return SealSpace(centre, label, self.role, room=50 * MM, wide=96 * MM, size=14, leading=24)

    def choice(self, *choices: tuple[bool, str]) -> str:
        """``■公开　□不公开``: each phrase with its box."""
        return "　".join(ticked(chosen) + self.words(phrase) for chosen, phrase in choices)
