"""Setting up, first: the centre, its kind and area, and how its case numbers will read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mediation_desk.domain.codes import Code
from mediation_desk.domain.numbers import CaseNumber, format_number
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, say
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.code_field import CodeField
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.typed_field import TypedField

INFIX = N_("Each computer of a centre has its own two digits, so that two never give the same number.")


class CentreCard(Card):
    """``name``, ``kind``, ``area``, ``short_name`` and ``infix`` hold what was told."""

    def __init__(self, today: date, over: str, back: Callable[[], object], on: Callable[[], object]) -> None:
        super().__init__(
            _("Your centre"), _("As on its seal: this name stands at the head of every paper."), over=over, width=600
        )
        self._today = today
        self.form = Form()
        self.name = self.form.add(
            _("Name of the centre"), LineField(hint="武陟县木城街道人民调解委员会"), wide=True, required=True
        )
        self.kind = self.form.add(_("Kind of body"), CodeField(table("centre_kind")), wide=True, required=True)
        self.area = self.form.add(_("Area"), CodeField(places(), hint=_("Type a part of it")), wide=True)
        self.short_name = self.form.add(_("Short name in numbers"), LineField(hint="木城"), required=True)
        self.infix = self.form.add(
            _("This computer"), TypedField[str](_two_digits, str, lambda _digits: _(INFIX)), required=True
        )
        self.infix.set_value("01")
        self.inside.addWidget(self.form)
        self.begins_with(self.name)
        self.goes_back(_("Back"), back)
        self.goes_on(_("Go on"), lambda: self._check(on))
        self.short_name.edited.connect(self.show_sample)
        self.infix.edited.connect(self.show_sample)
        self.show_sample()

    def show_sample(self) -> None:
        """The first number of the year, as it will print."""
        short, infix = self.short_name.value(), self.infix.text().strip()
        try:
            number = format_number(CaseNumber(self._today.year, short or "木城", 1, infix))
        except KnownProblem as problem:
            self.form.say(self.short_name, say(problem.sentence), Tone.SOON)
            return
        self.form.say(self.short_name, _("Numbers will read {number}").format(number=number), Tone.PLAIN)

    def _check(self, on: Callable[[], object]) -> None:
        for field in (self.name, self.kind, self.short_name, self.infix):
            if not field.value():
                self.form.say(field, _("This is needed."), Tone.STOP)
                field.setFocus()
                return
        on()


def places() -> list[Code]:
    """The areas by their full names, townships first found by their own."""
    return [Code(e.code, e.attributes.get("full", e.name_zh), e.name_en) for e in table("area")]


def _two_digits(text: str) -> str:
    digits = text.strip().zfill(2)
    format_number(CaseNumber(2000, "木城", 1, digits))
    return digits
