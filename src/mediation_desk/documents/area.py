"""Where text stands on a sheet of A4. Points."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.documents.canvas import HEIGHT, MM, WIDTH

LEFT, RIGHT = 28 * MM, 26 * MM
TEXT_WIDTH = WIDTH - LEFT - RIGHT
"""156 mm, as GB/T 9704-2012 has it; the left margin is for the binding."""


@dataclass(frozen=True)
class Area:
    """The height of the text: ``top`` and ``bottom`` are the white margins above and below it."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Of the text between the margins."""
        return float(HEIGHT) - self.top - self.bottom

    @property
    def end(self) -> float:
        """Where the text ends, from the top of the sheet."""
        return float(HEIGHT) - self.bottom


FORM = Area(30 * MM, 36 * MM)
"""Forms and agreements: head and foot, with places to sign at the foot."""

LETTER = Area(37 * MM, 35 * MM)
"""Notices and letters: the 版心 of GB/T 9704-2012, 22 lines of 3号 on 225 mm."""
