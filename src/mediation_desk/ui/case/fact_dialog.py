"""What a party did at the signing when it was not the usual: refused, cannot read, only a fingerprint, another's hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.signers import Signer
from mediation_desk.domain.effect import FACT_LABELS, Fact
from mediation_desk.reference.language import _
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.fields import day, line, suggested, text
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.form import Form

POSSIBLE = (
    Fact.SIGNED,
    Fact.FINGERPRINTED,
    Fact.PARTY_SEALED,
    Fact.CANNOT_READ_FINGERPRINTED,
    Fact.REFUSED,
    Fact.DELIVERED,
)


class FactDialog(Ask):
    """``told`` carries the ``NewFact``s."""

    told = Signal(object)

    def __init__(self, signer: Signer, today: Callable[[], date], on: date, place: str, parent: QWidget) -> None:
        super().__init__(_("At the signing"), signer.name, parent)
        self._signer = signer
        self.setMinimumWidth(look().px(560))
        self.facts = Picks([(fact, _(FACT_LABELS[fact])) for fact in POSSIBLE])
        self.day: Binding = day(today)
        self.by, self.place = suggested(signer.hands), line()
        self.reason, self.witness = text(2), line()
        self.form = Form()
        for label, widget in (
            (_("What he did"), self.facts),
            (_("On"), self.day.widget),
            (_("Place"), self.place.widget),
            (_("By the hand of"), self.by.widget),
            (_("Reason"), self.reason.widget),
            (_("Witness"), self.witness.widget),
        ):
            self.form.add(label, widget, wide=True)
        self.day.show(on)
        self.place.show(place)
        self.by.show(signer.hands[0])
        self.inside.addWidget(self.form)
        self.facts.edited.connect(self._show)
        self.go_button = self.goes_on(_("Record"))
        self.go_button.clicked.connect(self._tell)
        self._show()

    def _show(self) -> None:
        chosen = self.facts.value()
        self.form.show_field(self.reason.widget, Fact.REFUSED in chosen)
        self.form.show_field(
            self.witness.widget, bool({Fact.REFUSED, Fact.CANNOT_READ_FINGERPRINTED}.intersection(chosen))
        )
        QTimer.singleShot(0, self, self.fit)

    def _tell(self) -> None:
        for binding in (self.day, self.place, self.by, self.reason, self.witness):
            binding.settle()
        chosen, on = self.facts.value(), self.day.value()
        if not chosen:
            self._lacks(self.facts, _("Choose at least one."))
        elif on is None:
            self._lacks(self.day.widget, _("Type the day."))
        elif Fact.REFUSED in chosen and not self.reason.value().strip():
            self._lacks(self.reason.widget, _("Write why, and who saw it."))
        else:
            facts = self._signer.new(chosen, on, self.place.value(), self.by.value())
            self.accept()
            self.told.emit([replace(f, reason=self.reason.value(), witness=self.witness.value()) for f in facts])

    def _lacks(self, widget: QWidget, words: str) -> None:
        self.form.say(widget, words, Tone.STOP)
        widget.setFocus()
