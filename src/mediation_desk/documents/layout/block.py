"""What every part of a paper can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mediation_desk.documents.flow import Piece


class Block(Protocol):
    """A part of a paper."""

    def pieces(self, width: float) -> Sequence[Piece]:
        """Its slices, top to bottom, ``width`` points wide."""

    def text(self) -> str:
        """The text it prints, in reading order; a declared blank prints none."""
