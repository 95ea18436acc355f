"""What the workspace must know of a kind of page: its name, its place, its state, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.ui.look.marks import Mark

if TYPE_CHECKING:
    from mediation_desk.ui.case.page import Page
    from mediation_desk.ui.case.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the dossier: its kind, and which one of several (``None``: the first, or a new one)."""

    kind: str
    item: UUID | None = None


def always(_file: CaseFile) -> bool:
    """Shown in every case."""
    return True


@dataclass(frozen=True, slots=True)
class PageKind:
    """``key`` as ``Missing.page`` names it; ``title`` (English source) from the record as it is; ``state`` one of the
    four state marks; ``count`` how many there are, for pages of which there may be several; ``make`` builds the page
    for an item of it. ``shown``: whether the page can be used in this case; one that cannot is not in the outline.
    ``one``: what its items' drafts are called, where there are several. ``item_of``: which item something missing means.
    """

    key: str
    title: Callable[[CaseFile], str]
    make: Callable[[Workspace, UUID | None], Page]
    state: Callable[[CaseFile], Mark]
    count: Callable[[CaseFile], int | None] = lambda _file: None
    shown: Callable[[CaseFile], bool] = always
    one: str = ""
    item_of: Callable[[CaseFile, Missing], UUID | None] = lambda _file, _missing: None
