"""Which face draws which character: four roles, each a chain that ends in the faces for rare characters.

Every character is asked of the chain before anything is laid out. What none can draw is ``missing``, never dropped or
replaced (promise 7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from mediation_desk.documents.clusters import clusters, has_no_shape, is_selector
from mediation_desk.documents.sfnt import Face, face
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.place import resources


class Role(StrEnum):
    """The four hands of Chinese print, and the bold of two of them."""

    SONG = "宋"
    SONG_BOLD = "宋粗"
    FANG = "仿宋"
    KAI = "楷"
    HEI = "黑"
    HEI_BOLD = "黑粗"


BLANK = "\ufffc"
"""Stands in laid-out text for a declared blank: two ems, underlined, for a character to be written by hand."""

_SONG, _RARE = "NotoSerifSC-Regular.ttf", "HanaMinB.ttf"
_CHAINS = {
    Role.SONG: (_SONG, _RARE),
    Role.SONG_BOLD: ("NotoSerifSC-Bold.ttf", _SONG, _RARE),
    Role.FANG: ("FandolFang-Regular.ttf", _SONG, _RARE),
    Role.KAI: ("FandolKai-Regular.ttf", _SONG, _RARE),
    Role.HEI: ("NotoSansSC-Medium.ttf", _SONG, _RARE),
    Role.HEI_BOLD: ("NotoSansSC-Bold.ttf", _SONG, _RARE),
}
_OPTIONAL = frozenset({"FandolFang-Regular.ttf", "FandolKai-Regular.ttf"})
_IDEOGRAPH = re.compile("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_YEN = "\uffe5"


class Drawn(NamedTuple):
    """How a cluster is drawn: by which face of the chain, as which (text, glyph) pairs, how wide (1/1000 em).

    The declared blank belongs to no face (-1) and has no glyph, only its width.
    """

    face: int
    glyphs: tuple[tuple[str, int], ...]
    width: float


@dataclass(frozen=True)
class Chain:
    """The faces of a role in the order they are asked."""

    role: Role
    faces: tuple[Face, ...]
    _known: dict[str, Drawn | None] = field(default_factory=dict, repr=False)

    def drawn(self, cluster: str) -> Drawn | None:
        """How a character with its marks is drawn; ``None`` when no one face has it."""
        try:
            return self._known[cluster]
        except KeyError:
            self._known[cluster] = answer = self._ask(cluster)
            return answer

    def width(self, text: str) -> float:
        """Width of a text in thousandths of the em; what cannot be drawn counts for nothing."""
        known = self._known
        total = 0.0
        for cluster in clusters(text):
            drawn = known[cluster] if cluster in known else self.drawn(cluster)
            if drawn is not None:
                total += drawn.width
        return total

    def missing(self, text: str) -> list[tuple[str, int]]:
        """The characters no face has, each with its place (code points from 0) in the text."""
        return list(self._missing(text))

    def _missing(self, text: str) -> Iterator[tuple[str, int]]:
        index = 0
        for cluster in clusters(text):
            if cluster == BLANK or (self.drawn(cluster) is None and not has_no_shape(cluster)):
                yield cluster, index
            index += len(cluster)

    def _ask(self, cluster: str) -> Drawn | None:
        if cluster == BLANK:
            return Drawn(-1, (), 2000.0)
        for place, candidate in enumerate(self.faces):
            glyphs: list[tuple[str, int]] = []
            for char in cluster:
                glyph = candidate.glyph(ord(char)) if _trusted(candidate, char) else 0
                if glyph:
                    glyphs.append((char, glyph))
                elif glyphs and is_selector(char):
                    # The base stands as it is; the selector lives on in the text that can be copied out.
                    before, base = glyphs[-1]
                    glyphs[-1] = (before + char, base)
                else:
                    break
            else:
                return Drawn(place, tuple(glyphs), sum(candidate.advance(glyph) for _, glyph in glyphs))
        return None


def _trusted(candidate: Face, char: str) -> bool:
    """Whether the face draws this character, and not another in its place.

    Fandol draws 干 for 幹, 丑 for 醜, even 誠 for 懲, and a dollar sign for ￥: it is right within GB 2312, and asked for
    no other ideograph.
    """
    if candidate.path.name not in _OPTIONAL:
        return True
    return char != _YEN and (not _IDEOGRAPH.match(char) or _in_gb2312(char))


def _in_gb2312(char: str) -> bool:
    code = char.encode("gb18030")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xF7 and code[1] >= 0xA1


@lru_cache(maxsize=len(Role))
def chain(role: Role) -> Chain:
    """The chain of a role. A face that is only optional may be absent; ``KnownProblem`` when a required one is."""
    folder = resources() / "fonts"
    faces: list[Face] = []
    for name in _CHAINS[role]:
        path = folder / name
        if path.is_file():
            faces.append(face(path))
        elif name not in _OPTIONAL:
            raise KnownProblem(
                "The typeface {file} is missing from this installation; papers cannot be made until it is put back. "
                "Nothing that was recorded is touched.",
                file=name,
            )
    return Chain(role, tuple(faces))


def missing(text: str, role: Role = Role.SONG) -> list[tuple[str, int]]:
    """The characters of a text that no typeface can draw, with their places (code points from 0)."""
    return chain(role).missing(text)
