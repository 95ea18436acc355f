"""A part bound otherwise to what follows it than by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.layout.block import Block


@dataclass(frozen=True)
class Held:
    """The part, its last slice bound to the next part's first: firmly unless ``bond`` says otherwise."""

    part: Block
    bond: Bond = Bond.FIRM

    def pieces(self, width: float) -> Sequence[Piece]:
        """Its slices."""
        pieces = list(self.part.pieces(width))
        if pieces:
            pieces[-1] = replace(pieces[-1], bond=self.bond)
        return pieces

    def text(self) -> str:
        """Its text."""
        return self.part.text()
