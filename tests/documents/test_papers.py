"""Every kind of paper: short, very long and blank. Nothing is lost, nothing breaks the rules, nothing is alone."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from tests.documents.paper_cases import ALL
from tests.documents.readers import by_poppler

from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.documents.flow import paged
from mediation_desk.documents.paper import (
    blocks,
    furniture,
    paper_differences,
    paper_text,
    render,
    view_bytes,
    view_from,
)
from mediation_desk.documents.paper_view import placed_texts
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.documents.render import pieces_of
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
    for place, text in placed_texts(view, wording(key, view.wording)):
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


def days_of(value: Any) -> list[date]:
    """Every day in a view."""
    if type(value) is date:
        return [value]
    if isinstance(value, tuple):
        return [day for one in value for day in days_of(one)]
    if is_dataclass(value) and not isinstance(value, type):
        return [day for field in fields(value) for day in days_of(getattr(value, field.name))]
    return []
