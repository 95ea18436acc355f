"""What every paper's view begins with, and how a view is read through: its texts, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any, Protocol, TypeVar

from mediation_desk.documents.agreement_view import DeclaredBlank
from mediation_desk.domain.numerals import chinese_count
from mediation_desk.reference.papers import Wording

_HEAD = frozenset({"wording", "declared_blanks", "draft", "issued"})
_Any = TypeVar("_Any")


class Printable(Protocol):
    """What every view has."""

    @property
    def wording(self) -> str: ...
    @property
    def centre(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def draft(self) -> int: ...
    @property
    def issued(self) -> datetime: ...
    @property
    def declared_blanks(self) -> tuple[DeclaredBlank, ...]: ...


@dataclass(frozen=True, kw_only=True)
class PaperView:
    """The head of a view: plain values, frozen and stored beside the paper.

    ``wording`` is the version of the fixed wording; ``centre`` the body's full name; ``number`` the number printed on the
    paper, empty for a blank; ``code`` the short code in the page foot (no personal data); ``draft`` the 第n稿, 0 for a
    blank form; ``issued`` the instant of issue. Every further field of a kind of paper has an empty default: a view with
    nothing but its head is the blank form.
    """

    wording: str
    centre: str
    number: str = ""
    code: str = ""
    draft: int = 1
    issued: datetime
    declared_blanks: tuple[DeclaredBlank, ...] = ()


def mapped(value: _Any, change: Callable[[str], str]) -> _Any:
    """The view with every text in it changed, codes and declared blanks excepted."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value] # a str for a str
    if isinstance(value, tuple):
        return tuple(mapped(one, change) for one in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, DeclaredBlank | type):
        return replace(value, **{f.name: mapped(getattr(value, f.name), change) for f in fields(value)})
    return value


def placed_texts(view: object, words: Wording) -> Iterator[tuple[str, str]]:
    """(place in the paper's own words, text) for every text the view brings; empty texts are left out.

    A field's place is the phrase ``at_<field>`` or ``<field>``; ``KeyError`` when the wording has neither.
    """
    for field in fields(view):  # type: ignore[arg-type] # a dataclass
        if field.name not in _HEAD:
            yield from _placed(getattr(view, field.name), field.name, "", words)


def _placed(value: Any, name: str, within: str, words: Wording) -> Iterator[tuple[str, str]]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        if value:
            yield within + place_of(name, words), value
    elif isinstance(value, tuple):
        for count, one in enumerate(value, start=1):
            yield from (
                _placed(one, name, within, words) if len(value) == 1 else _counted(one, name, count, within, words)
            )
    elif is_dataclass(value):
        inside = within + place_of(name, words)
        for field in fields(value):
            yield from _placed(getattr(value, field.name), field.name, inside, words)


def _counted(value: Any, name: str, count: int, within: str, words: Wording) -> Iterator[tuple[str, str]]:
    """One of several: ``当事人二姓名``."""
    for place, text in _placed(value, name, within, words):
        head = within + place_of(name, words)
        yield f"{head}{chinese_count(count)}{place.removeprefix(head)}", text


def place_of(name: str, words: Wording) -> str:
    """What the paper calls a field."""
    phrase = words.phrases.get(f"at_{name}")
    return (phrase if phrase is not None else words.phrases[name]).split("{", 1)[0].rstrip("：（")
