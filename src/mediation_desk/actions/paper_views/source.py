"""Where a kind of paper comes from: the records of a case it is made from, and how each becomes a view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.documents.agreement_view import DeclaredBlank
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.fields import Record
from mediation_desk.domain.words import Say

R = TypeVar("R", bound=Record)
UNWRITTEN = UUID(int=0)
"""The identity of a record that is made of what is known: it gets its own when it is written with its paper."""


@dataclass(frozen=True, slots=True)
class Head:
    """What every view begins with."""

    wording: str
    centre: str
    number: str
    code: str
    draft: int
    issued: datetime
    blanks: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day of issue in China."""
        return day_in_china(self.issued)

    def fields(self) -> dict[str, Any]:
        """The first fields of a ``PaperView``."""
        return {
            "wording": self.wording,
            "centre": self.centre,
            "number": self.number,
            "code": self.code,
            "draft": self.draft,
            "issued": self.issued,
            "declared_blanks": tuple(DeclaredBlank(char=c) for c in self.blanks),
        }


def _nothing(_file: CaseFile, _record: Any) -> Iterator[Missing]:
    return iter(())


def _unnamed(_file: CaseFile, _record: Any) -> str:
    return ""


def _one(_file: CaseFile, _record: Any) -> int:
    return 1


@dataclass(frozen=True, slots=True)
class PaperSource(Generic[R]):
    """One kind of paper.

    ``records``: those a paper can be made from now, stored or made from what is known (such is written when the paper is
    issued). ``absent``: what to do where there is none. ``lacking``: what a record still needs before its paper can be
    issued. ``called``: what tells it from others of its kind (a party's name, a count; empty where there is one).
    ``copies``: how many are made. ``signed``: whether a hand or a seal is put to it.
    """

    kind: str
    records: Callable[[CaseFile], Iterable[R]]
    view: Callable[[CaseFile, R, Head], PaperView]
    absent: Missing
    lacking: Callable[[CaseFile, R], Iterator[Missing]] = _nothing
    called: Callable[[CaseFile, R], str] = _unnamed
    copies: Callable[[CaseFile, R], int] = _one
    signed: bool = True


def need(filled: object, text: str, page: str, field: str = "") -> Iterator[Missing]:
    """A sentence for something that is not filled in."""
    if not filled:
        yield Missing(Say(text), page, field)


def each_party(file: CaseFile, _record: Any) -> int:
    """One for each party and one for the dossier."""
    return len(file.parties) + 1


def two(_file: CaseFile, _record: Any) -> int:
    """One to hand over and one for the dossier."""
    return 2
