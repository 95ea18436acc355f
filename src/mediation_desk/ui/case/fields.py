"""From a record's own facts about its fields to the widgets they are filled in with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.codes import Code
from mediation_desk.domain.dates import parse_date, parse_moment
from mediation_desk.domain.fields import FieldSpec
from mediation_desk.domain.money import format_amount, parse_amount
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.typed import compact
from mediation_desk.domain.words import N_
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.case.binding import Binding, CodeBinding, MomentBinding, TypedBinding
from mediation_desk.ui.case.picks import Option, Picks
from mediation_desk.ui.parts.code_field import CodeField
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.masked_field import MaskedField, Reading
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.parts.typed_field import DateField, MomentField, MoneyField, TypedField, weekday

NOT_A_NUMBER = N_("This is not a whole number.")


def label_of(spec: FieldSpec) -> str:
    """The field's label, in the chosen language."""
    return _(spec.facet.label)


def day(today: Callable[[], date], about: Callable[[date], str] = weekday) -> Binding:
    """A day; typed without a year it is of ``today``'s."""
    return TypedBinding(DateField(lambda text: parse_date(text, today()), about))


def moment(today: Callable[[], date]) -> Binding:
    """A day and a time, in China."""
    return MomentBinding(MomentField(lambda text: parse_moment(text, today())))


def money() -> Binding:
    """An amount in fen, its capital numerals beneath."""
    return TypedBinding(MoneyField(parse_amount, format_amount, to_capital))


def count() -> Binding:
    """A whole number, not below zero."""
    return TypedBinding(TypedField[int](_whole, str))


def _whole(text: str) -> int:
    digits = compact(text)
    if not digits.isascii() or not digits.isdigit():
        raise KnownProblem(NOT_A_NUMBER)
    return int(digits)


def coded(name: str) -> Binding:
    """A code of a table, found by Chinese, initials or the code itself."""
    return CodeBinding(CodeField(table(name)))


def one_of(options: Iterable[Option]) -> Binding:
    """One of a few that lie open."""
    return Binding(Picks(options, single=True))


def yes_no(yes: str, no: str) -> Binding:
    """Yes or no, in words that say what either means."""
    return one_of([(True, yes), (False, no)])


def codes_of(name: str) -> list[Option]:
    """The entries of a small table, to lie open."""
    return [(entry.code, entry.name(chosen())) for entry in table(name)]


class IdsBinding(Binding):
    """Records chosen by identity."""

    def typed(self) -> Any:
        return [str(i) for i in self._mean()]

    def retype(self, typed: Any) -> None:
        self._fill(tuple(UUID(i) for i in typed))


def many_ids(options: Iterable[tuple[UUID, str]]) -> Binding:
    """Any number of records, by identity."""
    return IdsBinding(Picks(options))


class IdBinding(CodeBinding):
    """One record, by identity, found by typing its name."""

    def _mean(self) -> UUID | None:
        code = self._line.value()
        return UUID(code) if code else None

    def _fill(self, value: UUID | str | None) -> None:
        super()._fill(str(value) if value else "")


def one_id(options: Iterable[tuple[UUID, str]]) -> Binding:
    """One record, by identity."""
    return IdBinding(CodeField([Code(str(key), words) for key, words in options]))


class ChosenCodes(Binding):
    """Any number of codes of a small table."""

    def retype(self, typed: Any) -> None:
        self._fill(tuple(typed))


def many_codes(name: str) -> Binding:
    """Any number of codes of a small table."""
    return ChosenCodes(Picks(codes_of(name)))


def line(hint: str = "") -> Binding:
    """A line."""
    return Binding(LineField(hint=hint))


def suggested(words: Sequence[str]) -> Binding:
    """A line with words to choose from; anything else may be typed as well."""
    return CodeBinding(CodeField([Code(w, w) for w in dict.fromkeys(filter(None, words))], free=True))


def text(least: int = 3, most: int | None = None, hint: str = "") -> Binding:
    """A text of many lines."""
    return Binding(TextField(least, most, hint))


class LinesBinding(Binding):
    """Several short texts, each on a line of its own."""

    def _mean(self) -> tuple[str, ...]:
        return tuple(line for raw in str(super()._mean()).splitlines() if (line := raw.strip()))

    def _fill(self, value: Sequence[str]) -> None:
        super()._fill("\n".join(value))

    def typed(self) -> Any:
        return list(self._mean())


def lines(hint: str = "") -> Binding:
    """A list, one a line."""
    return LinesBinding(TextField(2, None, hint))


def masked(read: Callable[[str], Reading], mask: Callable[[str], str]) -> Binding:
    """A number that nobody should read over a shoulder."""
    return Binding(MaskedField(read, mask))


def for_field(spec: FieldSpec, today: Callable[[], date]) -> Binding:
    """The usual widget of a field, from its type and its code table."""
    if spec.facet.codes:
        return many_codes(spec.facet.codes) if spec.plain is not str else coded(spec.facet.codes)
    makers: dict[Any, Callable[[], Binding]] = {
        bool: lambda: yes_no(_("Yes"), _("No")),
        int: money if spec.name == "amount" else count,
        date: lambda: day(today),
        str: line,
    }
    maker = makers.get(spec.plain)
    return maker() if maker else moment(today)
