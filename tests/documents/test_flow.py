"""Pieces keep together as they are bound, and none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.documents.flow import Bond, Piece, paged


def piece(height: float, bond: Bond = Bond.FREE, before: float = 0.0) -> Piece:
    """A piece that draws nothing."""
    return Piece(height, lambda sheet, x, top: None, before, bond)


def sizes(pieces: list[Piece], height: float) -> list[int]:
    """How many pieces each page has."""
    return [len(page) for page in paged(pieces, height)]


def test_a_group_that_does_not_fit_moves_whole() -> None:
    """A signature block is not torn when a page can hold it."""
    assert sizes([piece(60), piece(30, Bond.TOGETHER), piece(30)], 100) == [1, 2]


def test_a_group_higher_than_a_page_parts_at_the_looser_bond() -> None:
    """Forty signatures flow on, but the last ones stay with the seal."""
    group = [*[piece(30, Bond.TOGETHER)] * 4, piece(30, Bond.FIRM), piece(30, Bond.FIRM), piece(40)]
    assert sizes(group, 120) == [4, 3]


def test_white_space_is_left_out_at_the_top_of_a_page() -> None:
    """A page begins with what it holds."""
    pages = paged([piece(90), piece(20, before=15)], 100)
    assert [placed.top for placed in pages[1]] == [0.0]


@given(st.lists(st.tuples(st.floats(1, 150), st.sampled_from(list(Bond)), st.floats(0, 20)), min_size=1, max_size=60))
def test_every_piece_is_placed_once_in_order_and_inside_the_page(rows: list[tuple[float, Bond, float]]) -> None:
    """Nothing truncated: whatever the heights and bonds, all of it is on some page."""
    pieces = [piece(height, bond, before) for height, bond, before in rows]
    pages = paged(pieces, 100)
    assert [placed.piece for page in pages for placed in page] == pieces
    for page in pages:
        assert page
        last = page[-1]
        assert last.top + last.piece.height <= 100.001 or len(page) == 1
