"""Papers look as they did when somebody last looked."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops
from tests.documents.golden_pictures import FOLDER, picture, unlike
from tests.documents.paper_cases import ALL, SHORT

from mediation_desk.documents.paper import render
from mediation_desk.documents.papers.kinds import KINDS

_TOLERANCE = 45.0  # a line moved by its own height gives 60 and more, another way of smoothing edges under 25
_LARGEST = 15_000


@pytest.mark.parametrize("key", [pytest.param(key, id="-".join(key)) for key in ALL])
def test_a_paper_looks_as_it_did(key: tuple[str, str]) -> None:
    """Short, long and blank: first and last sheet."""
    golden = Image.open(FOLDER / f"{'-'.join(key)}.png").convert("L")
    assert unlike(picture(render(KINDS[key[0]], ALL[key], draft=False)), golden) < _TOLERANCE


def test_a_line_that_moved_is_seen() -> None:
    """The tolerance is no blindness: half a line down, or a name that is gone, is another picture."""
    now = picture(render(KINDS["application"], SHORT["application"], draft=False))
    moved = ImageChops.offset(now, 0, 5)
    assert unlike(now, moved) > _TOLERANCE
    without = now.copy()
    without.paste(255, (60, 95, 170, 105))
    assert unlike(now, without) > _TOLERANCE


def test_the_pictures_are_small_and_each_has_its_paper() -> None:
    """They are kept with the source, all of them for a reason."""
    kept = {path.stem: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert set(kept) == {"-".join(key) for key in ALL}
    assert max(kept.values()) <= _LARGEST
