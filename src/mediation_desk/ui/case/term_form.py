"""The fields of one term, those of its kind only: what another kind needed is set aside, not thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from mediation_desk.actions.case_words import TERM_KINDS
from mediation_desk.domain.fields import spec_of
from mediation_desk.domain.records import Term
from mediation_desk.domain.records.agreement import ACT, PAY, STATEMENT
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import day, label_of, line, many_ids, money, one_of, suggested, text
from mediation_desk.ui.case.instalments_field import InstalmentsBinding, InstalmentsField
from mediation_desk.ui.parts.form import Form

_OF_KIND: Final[dict[str, tuple[str, ...]]] = {
    PAY: (
        "obligor_ids",
        "obligee_ids",
        "text",
        "amount",
        "due",
        "schedule",
        "method",
        "account",
        "standard",
        "consequence",
    ),
    ACT: ("obligor_ids", "obligee_ids", "text", "due", "standard", "consequence"),
    STATEMENT: ("text",),
}
TEXT_LABEL: Final = {PAY: N_("Paid for"), ACT: N_("What is done"), STATEMENT: N_("Text")}
_NOTHING: Final[dict[str, Any]] = {"obligor_ids": [], "obligee_ids": [], "schedule": []}
_WAYS = ("现金，收款人出具收条", "银行转账", "微信转账", "支付宝转账", "当场付清，收款人出具收条")


class TermForm(Form):
    """Bound to a term. ``fields`` are its bindings by name."""

    def __init__(
        self, bound: BoundRecord[Term], parties: Sequence[tuple[UUID, str]], today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._bound = bound
        self._aside: dict[str, Any] = {}
        self.kind = one_of([(kind, _(words)) for kind, words in TERM_KINDS.items()])
        self._amount = money()
        self.schedule = InstalmentsField(today, self._amount.value)
        wide = {"obligor_ids": many_ids(parties), "obligee_ids": many_ids(parties), "text": text(2)}
        close = {"amount": self._amount, "due": day(today)}
        ways = {
            "schedule": InstalmentsBinding(self.schedule),
            "method": suggested(_WAYS),
            "account": line(_("Holder, bank, number")),
            "standard": line(_("How one sees that it is done")),
            "consequence": line(_("What is owed then; never “the court decides”")),
        }
        made: dict[str, Binding] = {"term_kind": self.kind, **wide, **close, **ways}
        for name, binding in made.items():
            label = label_of(spec_of(Term).field(name))
            self.add(label, binding.widget, wide=name not in close)
            bound.bind(name, binding)
        self.fields = made
        self.kind.on_edited(self._turned)
        self._amount.on_edited(self.schedule.add_up)
        self.schedule.add_up()
        self.show_kind()

    @property
    def shown_kind(self) -> str:
        """The kind chosen."""
        return str(self.kind.value())

    def show_kind(self) -> None:
        """Show the fields of the kind, and any other that is filled in."""
        kind = self.shown_kind
        for name, binding in self.fields.items():
            if name != "term_kind":
                self.show_field(binding.widget, name in _OF_KIND[kind] or self._filled(name))
        words = _(TEXT_LABEL[kind])
        self.row(self.fields["text"].widget).label.setText(words)
        self.fields["text"].widget.setAccessibleName(words)

    def _filled(self, name: str) -> bool:
        typed = self.fields[name].typed()
        return any(typed.values()) if isinstance(typed, dict) else bool(typed)

    def _turned(self) -> None:
        """Another kind: what it has no use for is set aside, and comes back with the kind it belonged to."""
        used = _OF_KIND[self.shown_kind]
        for name, binding in self.fields.items():
            if name == "term_kind":
                continue
            if name not in used and self._filled(name):
                self._aside[name] = binding.typed()
                binding.retype(_NOTHING.get(name, _empty(binding)))
            elif name in used and name in self._aside and not self._filled(name):
                binding.retype(self._aside.pop(name))
        self.show_kind()


def _empty(binding: Binding) -> Any:
    return {"code": "", "text": ""} if isinstance(binding.typed(), dict) else ""
