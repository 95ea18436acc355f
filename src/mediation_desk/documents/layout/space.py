"""White space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece


@dataclass(frozen=True)
class Space:
    """``height`` points of nothing, also at the top of a page; it stays with what follows."""

    height: float

    def pieces(self, width: float) -> Sequence[Piece]:  # noqa: ARG002
        """One empty slice."""
        return [Piece(self.height, _nothing, 0.0, Bond.FIRM)]

    def text(self) -> str:
        """None."""
        return ""


def _nothing(sheet: Sheet, x: float, top: float) -> None:
    pass
