"""One who signs: what he has done so far, what he usually does in one press, and anything else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.signers import Signer
from mediation_desk.domain.effect import FACT_LABELS, Fact
from mediation_desk.domain.records import Signing
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.words import Words

USUAL = {
    (Fact.SIGNED, Fact.FINGERPRINTED): N_("Signed and fingerprinted"),
    (Fact.SIGNED, Fact.PARTY_SEALED): N_("Signed and sealed"),
    (Fact.MEDIATOR_SIGNED,): N_("Signed"),
    (Fact.COMMITTEE_SEALED,): N_("Seal affixed"),
    (Fact.DELIVERED,): N_("Has had a copy"),
}


class SignerRow(QWidget):
    """``usual`` and ``other`` carry the signer, ``fact`` a recorded fact that was pressed."""

    usual = Signal(object, object)
    other = Signal(object)
    fact = Signal(object)

    def __init__(self, signer: Signer, about: str, *, locked: bool, effective: bool) -> None:
        super().__init__()
        self.signer = signer
        self.usual_button: Button | None = None
        head = row(self, (0, 4), 8)
        named = FlowLayout(gap=8)
        named.add(Words(signer.name))
        if about:
            named.add(Words(about, Type.SMALL, quiet=True))
        named.add(self._state(), *(self._fact(one, locked=locked) for one in signer.facts))
        head.addLayout(named, 1)
        if not locked:
            for button in self._buttons(effective=effective):
                head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _state(self) -> Badge:
        if self.signer.refused:
            return Badge(_("Refused to sign"), Tone.STOP)
        if self.signer.done:
            return Badge(_("done"), Tone.ACT)
        person = self.signer.party_id or self.signer.mediator_id
        return Badge(_("Not signed yet") if person else _("Seal not affixed yet"), Tone.PLAIN)

    def _buttons(self, *, effective: bool) -> list[Button]:
        out = []
        usual: tuple[Fact, ...] = self.signer.usual if not self.signer.done else ()
        if effective and self.signer.party_id is not None and not self.signer.delivered:
            usual = (Fact.DELIVERED,)
        if usual:
            self.usual_button = Button(_(USUAL[usual]))
            self.usual_button.clicked.connect(lambda: self.usual.emit(self.signer, usual))
            out.append(self.usual_button)
        if self.signer.party_id is not None:
            other = Button(_("Other…"), Weight.QUIET)
            other.setAccessibleName(_("Something else: {name}").format(name=self.signer.name))
            other.clicked.connect(lambda: self.other.emit(self.signer))
            out.append(other)
        return out

    def _fact(self, one: Signing, *, locked: bool) -> Button:
        words = f"{one.on:%m-%d} {_(FACT_LABELS[Fact(one.fact)])}"
        if one.by:
            words = _("{fact} (by {name})").format(fact=words, name=one.by)
        refused = one.fact == Fact.REFUSED
        button = Button(words, Weight.QUIET, mark=Mark.CLOSE if refused else Mark.TICK)
        told = [one.on.isoformat(), one.place, one.reason, one.witness]
        button.setToolTip("\n".join([*filter(None, told), "" if locked else _("Press to take a mistake back")]).strip())
        button.clicked.connect(lambda: self.fact.emit(one))
        button.setEnabled(not locked)
        return button
