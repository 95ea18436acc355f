"""Every kind of paper: short, very long and blank. Nothing is lost, nothing breaks the rules, nothing is alone."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from tests.documents.paper_cases import ALL
from tests.documents.readers import by_poppler
from tests.documents.test_lines import NOT_FIRST, NOT_LAST

from mediation_desk.documents.agreement_view import DeclaredBlank
from mediation_desk.documents.area import TEXT_WIDTH
from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.documents.flow import Again, paged
from mediation_desk.documents.layout import Block, SealSpace, SignatureLine
from mediation_desk.documents.paper import (
    blocks,
    furniture,
    missing_characters,
    paper_differences,
    paper_text,
    render,
    view_bytes,
    view_from,
)
from mediation_desk.documents.paper_view import mapped, placed_texts
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.documents.render import pieces_of
from mediation_desk.documents.typefaces import BLANK, Role
from mediation_desk.domain.dates import print_date
from mediation_desk.reference.papers import wording

CASES = [pytest.param(*key, id="-".join(key)) for key in ALL]
NO_FACE_HAS = "\U000323af"


@pytest.mark.parametrize(("key", "length"), CASES)
def test_two_readers_find_the_views_text_to_the_character(key: str, length: str) -> None:
    """Promise 7, for every paper, however long, and for the blank forms."""
    kind, view = KINDS[key], ALL[key, length]
    pdf = render(kind, view, draft=False)
    assert paper_differences(kind, view, pdf) == []
    assert comparable(by_poppler(pdf)) == comparable("".join(page_texts(pdf)))


@pytest.mark.parametrize(("key", "length"), CASES)
def test_every_text_and_day_of_the_view_is_on_the_paper(key: str, length: str) -> None:
    """Expected text and drawing come from the same parts: so that no part forgets a field, all are sought."""
    kind, view = KINDS[key], ALL[key, length]
    whole = comparable(paper_text(kind, view) + furniture(kind, view).text(2, 2))
    for place, text in placed_texts(view, wording(kind.wording, view.wording)):
        bare = (view.code, view.number) if kind.bare else ()  # cover and back have no foot
        if text not in (view.centre, *bare):  # not every form names the body: its seal does
            assert comparable(text) in whole, place
    for day in days_of(view):
        assert print_date(day) in whole


@pytest.mark.parametrize(("key", "length"), CASES)
def test_nothing_is_drawn_outside_the_text_area(key: str, length: str) -> None:
    """Every slice ends above the foot."""
    kind, view = KINDS[key], ALL[key, length]
    for page in paged(pieces_of(blocks(kind, view)), kind.area.height):
        assert page[-1].top + page[-1].piece.height <= kind.area.height + 0.001


@pytest.mark.parametrize(("key", "length"), CASES)
def test_a_view_is_stored_and_comes_back_the_same(key: str, length: str) -> None:
    """The frozen view is what a signed paper is checked against years later."""
    view = ALL[key, length]
    assert view_from(KINDS[key], view_bytes(view)) == view
    assert view_bytes(view_from(KINDS[key], view_bytes(view))) == view_bytes(view)


@pytest.mark.parametrize(("key", "length"), CASES)
def test_no_line_of_any_paper_begins_or_ends_against_the_rules(key: str, length: str) -> None:
    """避头尾, as the pages really came out: every line that is drawn is looked at."""
    kind, view = KINDS[key], ALL[key, length]
    lines: list[str] = []
    for block in blocks(kind, view):
        for piece in block.pieces(TEXT_WIDTH):
            piece.draw(Noting(lines), 0.0, 0.0)
    for line in lines:
        assert line[0] not in NOT_FIRST, line
        assert line[-1] not in NOT_LAST, line


class Noting(Sheet):
    """A sheet that only notes the texts set on it."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("noting")
        self._lines = lines

    def text(self, x: float, y: float, text: str, role: Role, size: float, spacing: float = 0.0) -> None:
        """Note it; blanks for the hand count as nothing."""
        if written := text.replace(BLANK, "口").strip():
            self._lines.append(written)


SIGNED = [key for key in KINDS if key not in ("cover", "contents", "back")]


@pytest.mark.parametrize("key", SIGNED)
@pytest.mark.parametrize("length", ["short", "long", "blank"])
def test_nobody_signs_a_sheet_without_text(key: str, length: str) -> None:
    """The page on which the signatures begin also carries the words before them."""
    kind, view = KINDS[key], ALL[key, length]
    parts = blocks(kind, view)
    first = next(place for place, part in enumerate(parts) if is_signing(part))
    before = len(pieces_of(parts[:first]))
    count = 0
    for page in paged(pieces_of(parts), kind.area.height):
        own = [placed for placed in page if not isinstance(placed.piece, Again)]
        assert count != before, "the signatures begin a page"
        count += len(own)


@pytest.mark.parametrize("length", ["short", "long"])
def test_a_character_without_a_face_stops_any_paper_and_its_place_is_named(length: str) -> None:
    """Promise 7 in every field of every kind: each text gets an odd character, each is found, each can be declared."""
    for key, kind in KINDS.items():
        odd = mapped(ALL[key, length], lambda text: text + NO_FACE_HAS if text else text)
        odd = replace(odd, wording=ALL[key, length].wording, code="", centre="某调委会", number="")
        found = missing_characters(kind, odd)
        places = [
            place for place, _ in placed_texts(odd, wording(kind.wording, odd.wording)) if place != "人民调解委员会名称"
        ]
        assert [place for place, *_ in found] == list(dict.fromkeys(places)), key
        declared = replace(odd, declared_blanks=(DeclaredBlank(char=NO_FACE_HAS),))
        assert missing_characters(kind, declared) == []
        if found:
            with pytest.raises(ValueError, match=r"U\+323AF"):
                render(kind, odd, draft=False)
            assert found[0][0] in paper_text(kind, declared)
            assert paper_differences(kind, declared, render(kind, declared, draft=False)) == []


def is_signing(part: Block) -> bool:
    """Whether a hand or a seal is asked for here."""
    return isinstance(part, SignatureLine | SealSpace)


def days_of(value: Any) -> list[date]:
    """Every day in a view."""
    if type(value) is date:
        return [value]
    if isinstance(value, tuple):
        return [day for one in value for day in days_of(one)]
    if is_dataclass(value) and not isinstance(value, type):
        return [day for field in fields(value) for day in days_of(getattr(value, field.name))]
    return []
