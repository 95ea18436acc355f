"""Any kind of paper: laid out, drawn, read back, stored. One description a kind; everything else is here once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from mediation_desk.documents.area import FORM, LETTER, Area
from mediation_desk.documents.clusters import SELECTORS, clusters
from mediation_desk.documents.compose import Compose
from mediation_desk.documents.flow import Bond, paged
from mediation_desk.documents.layout import Block, Held, Numbered, Paragraph, SealSpace, SignatureLine
from mediation_desk.documents.paper_view import Printable, mapped, placed_texts
from mediation_desk.documents.render import Furniture, pieces_of, rendered, repeated
from mediation_desk.documents.typefaces import BLANK, Role, chain, missing
from mediation_desk.domain.dates import CHINA
from mediation_desk.reference.papers import Wording, wording

if TYPE_CHECKING:
    from mediation_desk.documents.check import Difference

View = TypeVar("View", bound=Printable)
Sizes = tuple[tuple[float, float], ...]
"""(size, leading) in points."""

LARGE: Sizes = ((16.0, 32.0),)
_LONG = 4  # pages from which on nobody minds one more
_LETTER: Sizes = ((16.0, LETTER.height / 22), (15.0, 26.0), (14.0, 24.0))
_FORM: Sizes = ((14.0, 24.0), (13.0, 22.0), (12.0, 20.0))


@dataclass(frozen=True)
class PaperKind(Generic[View]):
    """What sets one kind of paper apart.

    ``key`` names it and its wording (``resources/papers/<key>.toml``); ``view`` is what it is printed from; ``blocks`` its
    parts in order. ``title`` gives the phrase of its name. ``signs`` are phrases of places to sign at the foot of every
    sheet; ``across`` asks for one seal over all sheets; a ``letter`` is set as GB/T 9704-2012 has it; a ``bare`` sheet
    (cover, back) has neither head nor page number. ``sizes`` stand for the usual ones of its running text, ``worded`` for
    another file of wording; ``empty`` is what sets the view of its blank form apart.
    """

    key: str
    view: type[View]
    blocks: Callable[[View, Compose], Iterator[Block]]
    title: Callable[[View], str] = lambda _: "title"
    signs: tuple[str, ...] = ()
    across: bool = False
    letter: bool = False
    bare: bool = False
    sizes: Sizes = ()
    worded: str = ""
    empty: tuple[tuple[str, Any], ...] = ()

    @property
    def wording(self) -> str:
        """The name of its wording."""
        return self.worded or self.key

    @property
    def settings(self) -> Sizes:
        """Sizes of its running text, the one it should have first."""
        return self.sizes or (_LETTER if self.letter else _FORM)

    @property
    def area(self) -> Area:
        """Where its text stands."""
        return LETTER if self.letter else FORM


def render(kind: PaperKind[View], view: View, draft: bool, words: Wording | None = None) -> bytes:
    """The PDF: with 草稿 across it for a draft, PDF/A-1b otherwise. The same view gives the same bytes.

    Every character must have a typeface or be a declared blank (``missing_characters``); else ``ValueError``. ``words``
    stands for the shipped wording of ``view.wording``.
    """
    words = words or _wording(kind, view)
    title = words(kind.title(view))
    created = None if draft else view.issued
    return rendered(title, blocks(kind, view, words), _furniture(kind, view, words, draft), created)


def paper_text(kind: PaperKind[View], view: View, words: Wording | None = None) -> str:
    """The text the paper must hold, in reading order, without what ``furniture`` adds."""
    return "\n".join(block.text() for block in blocks(kind, view, words))


def paper_differences(kind: PaperKind[View], view: View, pdf: bytes, words: Wording | None = None) -> list[Difference]:
    """Where a finished paper says something else than its view; empty when they are equal (promise 7)."""
    from mediation_desk.documents.check import differences  # PDFium: not needed to make a paper, 35 ms of its first one

    return differences(pdf, paper_text(kind, view, words), furniture(kind, view, words=words))


def missing_characters(kind: PaperKind[View], view: View, words: Wording | None = None) -> list[tuple[str, str, str]]:
    """What stops the issue: (place in the paper's words, character, ``U+323AF``) for each one no typeface draws.

    Characters among ``view.declared_blanks`` are not reported.
    """
    declare = _declaring(view)
    found = (
        (place, char, "U+" + "+".join(f"{ord(part):04X}" for part in char))
        for place, text in placed_texts(view, words or _wording(kind, view))
        for char, _ in missing(text)
        if char == BLANK or declare(char) != BLANK
    )
    return list(dict.fromkeys(found))


def blank_form(
    kind: PaperKind[View], *, centre: str, issued: datetime, wording: str, number: str = "", code: str = ""
) -> View:
    """The view of an empty form, with a leased number or none, to be filled in by hand."""
    make: Callable[..., View] = kind.view
    return make(centre=centre, issued=issued, wording=wording, number=number, code=code, draft=0, **dict(kind.empty))


def blocks(kind: PaperKind[View], view: View, words: Wording | None = None) -> list[Block]:
    """The parts of the paper in order. What stands before signatures stays with them, and a remark with its seal.

    A short paper is set a size smaller where that saves a page: a seal alone on a second sheet is what offices send back.
    """
    words = words or _wording(kind, view)
    printed, role = mapped(view, _declaring(view)), _hand(kind, view, words)
    best: list[Block] = []
    fewest = _LONG
    for size, leading in kind.settings:
        parts = _parts(kind, view, printed, Compose(words, role, size, leading))
        if len(kind.settings) == 1:
            return parts
        pages = len(paged(pieces_of(parts), kind.area.height))
        if not best or pages < fewest:
            best, fewest = parts, min(pages, fewest)
        if pages == 1 or pages >= _LONG:
            break
    return best


def _parts(kind: PaperKind[View], view: View, printed: View, compose: Compose) -> list[Block]:
    parts = list(kind.blocks(printed, compose))
    if view.number and not view.draft and not any(isinstance(part, Numbered) for part in parts):
        # A blank form shows the number it was leased, whatever its kind shows otherwise.
        parts.insert(1, compose.number(printed.number))
    signed_from = next((place for place, part in enumerate(parts) if _signs(part)), len(parts))
    return list(_held([*parts[:signed_from], *_explained(view, compose), *parts[signed_from:]]))


def furniture(kind: PaperKind[View], view: View, draft: bool = False, words: Wording | None = None) -> Furniture:
    """Head, foot and repeated heads of a paper's sheets."""
    words = words or _wording(kind, view)
    again = repeated(blocks(kind, view, words), kind.area)
    return replace(_furniture(kind, view, words, draft), repeated=again)


def view_bytes(view: object) -> bytes:
    """The view as JSON; the same view, the same bytes."""
    import msgspec  # not needed to make a paper, and 10 ms of its first one

    return msgspec.json.encode(view)


def view_from(kind: PaperKind[View], data: bytes) -> View:
    """The view that ``view_bytes`` wrote. Raises ``msgspec.ValidationError`` for anything else."""
    import msgspec

    return msgspec.json.decode(data, type=kind.view)


def _wording(kind: PaperKind[Any], view: Printable) -> Wording:
    return wording(kind.wording, view.wording)


def _hand(kind: PaperKind[Any], view: Printable, words: Wording) -> Role:
    """One hand a paper, no patched names: 宋 for forms, which has every character; 仿宋 for a letter it has all of."""
    if not kind.letter:
        return Role.SONG
    faces = chain(Role.FANG)
    letters = {unit for _, text in placed_texts(view, words) for unit in clusters(text)}
    drawn = (faces.drawn(letter) for letter in letters)
    return Role.FANG if all(one is None or one.face == 0 for one in drawn) else Role.SONG


def _declaring(view: Printable) -> Callable[[str], str]:
    """What prints each declared character of a text as an underlined space."""
    chars = "|".join(re.escape(blank.char) for blank in view.declared_blanks)
    if not chars:
        return lambda text: text
    declared = re.compile(f"(?:{chars})[{SELECTORS}]*")
    return lambda text: declared.sub(BLANK, text)


def _explained(view: Printable, compose: Compose) -> Iterator[Block]:
    """The sentence that names the places of declared blanks."""
    declare, words = _declaring(view), compose.words
    places = dict.fromkeys(place for place, text in placed_texts(view, words) if declare(text) != text)
    if places:
        named = "".join(words("quoted_place", place=place) for place in places)
        yield compose.said("blanks", places=named, before=8)


def _held(parts: Sequence[Block]) -> Iterator[Block]:
    """Signatures never stand alone: the last lines before them, and a remark after the seal, are on their page."""
    for part, following in pairwise(parts):
        if _signs(part):
            last = not _signs(following)
            yield Held(part, Bond.FIRM if isinstance(following, Paragraph) else Bond.FREE) if last else part
        else:
            yield Held(part) if _signs(following) else part
    yield from parts[-1:]


def _signs(part: Block) -> bool:
    return isinstance(part, SignatureLine | SealSpace)


def _furniture(kind: PaperKind[Any], view: Printable, words: Wording, draft: bool) -> Furniture:
    watermark = words("watermark") if draft else ""
    if kind.bare:
        return Furniture("", (), "", "", "", watermark=watermark)
    printed = _declaring(view)
    stand = words("foot_draft", count=view.draft) if view.draft else words("foot_blank")
    return Furniture(
        head=f"{words(kind.title(view))}　{printed(view.number)}".rstrip("　"),
        signs=tuple(words(phrase) for phrase in kind.signs),
        code=f"{view.code}　{stand}".lstrip("　"),
        page=words("foot_page_letter" if kind.letter else "foot_page", page="{page}", pages="{pages}"),
        issued=view.issued.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"),
        across=words("across_pages") if kind.across else "",
        watermark=watermark,
        area=kind.area,
        edge=kind.letter,
        mark=view.code,
    )
