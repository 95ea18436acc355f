"""The agents of a party: none, one or several, each a small form of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.records import Agent
from mediation_desk.journal.values import plain, revive
from mediation_desk.reference.language import _
from mediation_desk.ui.case.agent_row import AgentRow
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.parts.button import Button


class AgentsField(QWidget):
    """``value`` is a tuple of ``Agent``; a row nobody typed into is none. Signals as of every field."""

    edited = Signal()
    committed = Signal()

    def __init__(self, fellows: Mapping[str, UUID], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fellows = fellows
        self.rows: list[AgentRow] = []
        self._inside = column(self, 0, 12)
        self.add_button = Button(_("Add an agent"))
        self.add_button.clicked.connect(self._add_and_go)
        beneath = row(None, 0, 0)
        beneath.addWidget(self.add_button)
        beneath.addStretch(1)
        self._inside.addLayout(beneath)

    def value(self) -> tuple[Agent, ...]:
        """The agents, in order."""
        return tuple(r.agent() for r in self.rows if not r.blank)

    def set_value(self, value: tuple[Agent, ...]) -> None:
        """Show these."""
        for old in list(self.rows):
            self._drop(old)
        for agent in value:
            self._add(agent)

    def commit(self) -> None:
        """Finish what is being typed."""
        for one in self.rows:
            one.commit()

    def _add(self, agent: Agent) -> AgentRow:
        made = AgentRow(agent, self._fellows)
        made.edited.connect(self.edited)
        made.removed.connect(self._take_out)
        self.rows.append(made)
        self._inside.insertWidget(self._inside.count() - 1, made)
        return made

    def _add_and_go(self) -> None:
        self._add(Agent("")).name.setFocus()

    def _take_out(self, gone: AgentRow) -> None:
        self._drop(gone)
        self.add_button.setFocus()
        self.edited.emit()

    def _drop(self, gone: AgentRow) -> None:
        self.rows.remove(gone)
        self._inside.removeWidget(gone)
        gone.hide()
        gone.deleteLater()


class AgentsBinding(Binding):
    """The agents of a party."""

    def __init__(self, fellows: Mapping[str, UUID]) -> None:
        self._field = AgentsField(fellows)
        super().__init__(self._field)

    def typed(self) -> Any:
        return plain(self._field.value())

    def retype(self, typed: Any) -> None:
        self._fill(revive(typed, tuple[Agent, ...]))

    def lock(self) -> None:
        self.locked = True
        self._field.add_button.hide()
        for one in self._field.rows:
            one.lock()
