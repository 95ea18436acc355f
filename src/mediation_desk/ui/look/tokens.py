"""The colours, sizes and spaces everything is drawn with. Colour means something or is not there.

Light and dark carry the same meanings: whoever names a token never asks which of the two is on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """What a coloured thing says: nothing, you can act, soon, or overdue / refused / sealed."""

    PLAIN = "plain"
    ACT = "act"
    SOON = "soon"
    STOP = "stop"


class Type(StrEnum):
    """The four sizes of interface type."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of one scheme, as ``#RRGGBB``."""

    ink: str
    muted: str
    desk: str
    rail: str
    sheet: str
    line: str
    edge: str
    """The outline of a thing one types into: 3:1 on the sheet."""
    hover: str
    teal: str
    teal_tint: str
    teal_strong: str
    """The primary button under the pointer."""
    on_teal: str
    act: str
    """The primary button's own ground."""
    cinnabar: str
    cinnabar_tint: str
    amber: str
    amber_tint: str
    curtain: str
    handle: str
    """Of a scroll bar: there when one looks for it."""

    def text(self, tone: Tone) -> str:
        """The colour of words in this tone."""
        return {Tone.PLAIN: self.muted, Tone.ACT: self.teal, Tone.SOON: self.amber, Tone.STOP: self.cinnabar}[tone]

    def tint(self, tone: Tone) -> str:
        """The ground behind words in this tone."""
        return {
            Tone.PLAIN: self.rail,
            Tone.ACT: self.teal_tint,
            Tone.SOON: self.amber_tint,
            Tone.STOP: self.cinnabar_tint,
        }[tone]


LIGHT: Final = Colours(
    ink="#22262B",
    muted="#5C626A",
    desk="#F4F2ED",
    rail="#ECE9E2",
    sheet="#FFFFFF",
    line="#DEDBD4",
    edge="#96928A",
    hover="#F8F7F3",
    teal="#1F5F5B",
    teal_tint="#E3EEEC",
    teal_strong="#174A47",
    on_teal="#FFFFFF",
    act="#1F5F5B",
    cinnabar="#A8322A",
    cinnabar_tint="#F8E7E4",
    amber="#8A5A00",
    amber_tint="#FBF0DA",
    curtain="#E4E1D9",
    handle="#CBC7BE",
)

DARK: Final = Colours(
    ink="#E9E6DF",
    muted="#A9ADB1",
    desk="#1C1E20",
    rail="#16181A",
    sheet="#26292C",
    line="#3B3F43",
    edge="#7E8388",
    hover="#2D3134",
    teal="#7FC6BF",
    teal_tint="#21403E",
    teal_strong="#25635F",
    on_teal="#FFFFFF",
    act="#2C7570",
    cinnabar="#F0988D",
    cinnabar_tint="#482823",
    amber="#E2B667",
    amber_tint="#40321A",
    curtain="#131517",
    handle="#4C5156",
)

SIZES: Final = {Type.TITLE: 21, Type.HEADING: 15, Type.BODY: 13, Type.SMALL: 12}
"""Pixels at 100 %."""

SPACES: Final = (4, 8, 12, 16, 24, 32)
"""Pixels at 100 %: the only gaps there are."""

RADIUS: Final = 4
FOCUS: Final = 2
"""The width of the teal line around what has the keyboard."""
