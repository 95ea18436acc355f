"""This desk: its centre, people, accounts, backups; a list of sections at the left, the one chosen at the right."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.roles import ACCOUNTS
from mediation_desk.reference.language import _
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.pages.desk_about import AboutSection
from mediation_desk.ui.pages.desk_accounts import AccountsSection
from mediation_desk.ui.pages.desk_blank import BlankSection
from mediation_desk.ui.pages.desk_centre import CentreSection
from mediation_desk.ui.pages.desk_keeping import KeepingSection
from mediation_desk.ui.pages.desk_own import OwnSection
from mediation_desk.ui.pages.desk_register import mediator_section, point_section
from mediation_desk.ui.pages.section import Section
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.sheet import Sheet
from mediation_desk.ui.parts.words import title

WIDTH = 168


class DeskPage(QWidget):
    """``sign_out``, ``restore``, ``language`` and ``backed_up`` pass on what its sections say."""

    sign_out = Signal()
    restore = Signal()
    language = Signal(str)
    backed_up = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._centres = seat.centres()
        self.list = Entries(_("This desk"))
        self.list.chosen.connect(self.open)
        self._stack = QStackedWidget()
        self._which = Picks([(c.id, c.name) for c in self._centres], single=True)
        self._which.edited.connect(self._build)
        self._side = Sheet(8, 4)
        self._side.inside.addWidget(self.list)
        self._side.inside.addStretch(1)
        across = row(None, 0, 12)
        across.addWidget(self._side)
        across.addWidget(self._stack, 1)
        whole = column(self, 0, 12)
        whole.addWidget(title(_("This desk")))
        whole.addWidget(self._which)
        whole.addLayout(across, 1)
        self._which.setVisible(len(self._centres) > 1)
        self.keeping: KeepingSection
        if self._centres:
            self._which.set_value(self._centres[0].id)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def begins_at(self) -> QWidget:
        """The list of sections."""
        return self.list

    def _fit(self) -> None:
        self._side.setFixedWidth(look().gap(WIDTH) if look().scale.factor == 1 else look().px(WIDTH - 24))

    def _build(self) -> None:
        """The sections of the centre chosen."""
        for old in [entry.key for entry in self.list.entries]:
            self._stack.removeWidget(old)
            old.deleteLater()
        centre: UUID = self._which.value()
        seat = self._seat
        centre_section = CentreSection(seat, centre)
        sections: list[Section] = [OwnSection(seat), centre_section]
        sections += [mediator_section(seat, centre), point_section(seat, centre)]
        if seat.may(ACCOUNTS, centre):
            sections.append(AccountsSection(seat, centre))
        self.keeping = KeepingSection(seat, centre)
        sections += [BlankSection(seat, centre), self.keeping, AboutSection()]
        for section in sections:
            self._stack.addWidget(section)
        own = sections[0]
        assert isinstance(own, OwnSection)
        own.sign_out.connect(self.sign_out)
        centre_section.sign_out.connect(self.sign_out)
        own.language.connect(self.language)
        self.keeping.restore.connect(self.restore)
        self.keeping.backed_up.connect(self.backed_up)
        self.list.show_entries([Entry(s, s.name) for s in sections])
        self._show(sections[0])

    def _show(self, section: Section) -> None:
        self._stack.setCurrentWidget(section)
        self.list.here(section)
        section.shown()

    def open(self, section: Section) -> None:
        """Show a section and put the keyboard in it."""
        self._show(section)
        section.setFocus()
        section.focusNextChild()

    @property
    def section(self) -> Section:
        """The section shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Section)
        return shown

    def sections(self) -> list[Section]:
        """All sections, as listed. They are made when they are first wanted: nobody waits for them to sign in."""
        if not self.list.entries:
            self._build()
        return [entry.key for entry in self.list.entries]

    def to_backup(self) -> None:
        """Show the backups, the keyboard on the button that makes one."""
        self.sections()
        self._show(self.keeping)
        self.keeping.backup_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sections()
        self.section.shown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list of sections."""
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
