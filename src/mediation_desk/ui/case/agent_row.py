"""One agent of a party: somebody by name, or a fellow party (委托代理人, 民法典 Art. 165)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.codes import Code
from mediation_desk.domain.identity import mask_identity, normalise_identity
from mediation_desk.domain.phones import mask_phone, read_phone
from mediation_desk.domain.records import Agent
from mediation_desk.reference.language import _
from mediation_desk.ui.case.fields import codes_of
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.case.readings import Kept
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.code_field import CodeField
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.masked_field import MaskedField


class AgentRow(QWidget):
    """``edited`` follows typing, ``removed`` carries the row. ``fellows``: the other parties of the case by name."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, agent: Agent, fellows: Mapping[str, UUID]) -> None:
        super().__init__()
        self._fellows = fellows
        self.form = Form()
        self.name = CodeField([Code(name, name) for name in fellows], free=True)
        self.authority = Picks(codes_of("authority"), single=True)
        self.relation = LineField(hint=_("Relative, lawyer, colleague …"))
        self.phone = MaskedField(read_phone, mask_phone)
        self.document = MaskedField(lambda text: Kept(normalise_identity(text)), mask_identity)
        self.form.add(_("Agent"), self.name)
        self.form.add(_("Authority"), self.authority)
        self.form.add(_("Relation"), self.relation)
        self.form.add(_("Telephone"), self.phone)
        self.form.add(_("Document number"), self.document)
        remove = Button(_("Take this agent out"), Weight.QUIET)
        remove.clicked.connect(lambda: self.removed.emit(self))
        inside = column(self, 0, 4)
        inside.addWidget(self.form)
        beneath = row(None, 0, 0)
        beneath.addStretch(1)
        beneath.addWidget(remove)
        inside.addLayout(beneath)
        self._remove = remove
        self._show(agent)
        for field in (self.name, self.authority, self.relation, self.phone, self.document):
            field.edited.connect(self.edited)
        self.name.committed.connect(self._fit)

    def _show(self, agent: Agent) -> None:
        self.name.set_value(agent.name)
        self.authority.set_value(agent.authority)
        self.relation.set_value(agent.relation)
        self.phone.set_value(agent.phone)
        self.document.set_value(agent.document_number)
        self._fit()

    def _fit(self) -> None:
        """A fellow party's own particulars are in the case already."""
        fellow = self._typed_name() in self._fellows
        for field in (self.relation, self.phone, self.document):
            self.form.show_field(field, not fellow or bool(field.value()))

    def _typed_name(self) -> str:
        return self.name.text().strip()

    def agent(self) -> Agent:
        """The agent as typed."""
        name = self._typed_name()
        return Agent(
            name=name,
            authority=self.authority.value() or "general",
            relation=self.relation.value(),
            phone=self.phone.value(),
            document_number=self.document.value(),
            party_id=self._fellows.get(name),
        )

    @property
    def blank(self) -> bool:
        """Whether nothing was typed into it."""
        return not any((self._typed_name(), self.relation.value(), self.phone.value(), self.document.value()))

    def commit(self) -> None:
        """Finish what is being typed."""
        for field in (self.name, self.relation, self.phone, self.document):
            field.commit()

    def lock(self) -> None:
        """Only to be read."""
        self._remove.hide()
        self.form.setEnabled(False)
