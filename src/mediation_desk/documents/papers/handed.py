"""Materials that go from one body to another, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediation_desk.documents.compose import Compose, shown
from mediation_desk.documents.layout import Table

_EMPTY = 4


@dataclass(frozen=True, kw_only=True)
class Material:
    """One thing handed over."""

    material: str = ""
    copies: int | None = None
    pages: int | None = None


def materials_table(materials: Sequence[Material], page: Compose) -> Table:
    """``序号|材料名称|份数|页数``; empty rows on a blank form."""
    rows = [
        (str(place), one.material, shown(one.copies), shown(one.pages)) for place, one in enumerate(materials, start=1)
    ]
    return Table(
        head=tuple(page.words(column) for column in ("order", "material", "copies", "pages")),
        rows=tuple(rows) or (("", "", "", ""),) * _EMPTY,
        weights=(0.8, 4.6, 1.0, 1.0),
        role=page.role,
        left=frozenset({1}),
        size=12.0,
        leading=17.0,
        before=6.0,
        least=25.0,
    )
