"""This desk: the centre's own facts, its lock and backup choices."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.centre_settings import save_centre
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Centre
from mediation_desk.domain.roles import SET_UP, SETTINGS
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.sides import Sides
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.pages.centre_ask import CentreAsk
from mediation_desk.ui.pages.record_ask import RecordForm
from mediation_desk.ui.pages.section import Section
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.words import quiet
from mediation_desk.ui.work import Progress

FIELDS = (
    "name", "legal_kind", "area", "address", "phone", "court", "lock_minutes", "meeting_lock_minutes", "backup_days",
)  # fmt: skip
ADDED = N_("The centre is added. Sign in again to work for it.")


class CentreSection(Section):
    """One centre's settings; without the right to change them they can be read. ``sign_out``: to sign in again."""

    sign_out = Signal()

    def __init__(self, seat: Seat, centre_id: UUID) -> None:
        super().__init__(_("The centre"))
        self._seat, self._centre_id = seat, centre_id
        self._may = seat.may(SETTINGS, centre_id)
        self.form: RecordForm[Centre] | None = None
        self._place = QWidget()
        self.inside.addWidget(self._place)
        self.inside.addStretch(1)
        self.number = quiet("", wrap=True)
        self.sheet.inside.addWidget(self.number)
        self.go = Button(_("Save"), Weight.PRIMARY, Key.SAVE)
        self.go.clicked.connect(self._save)
        self.further = Button(_("A further centre"), key=Key.ADD)
        self.further.clicked.connect(self._add)
        self.sheet.inside.addWidget(Sides(self.further, self.go))
        self.go.setVisible(self._may)
        self.further.setVisible(seat.may(SET_UP))

    def shown(self) -> None:
        if self.form is not None and self.form.bound.dirty:
            return

        def work(_progress: Progress) -> Centre:
            return next(c for c in self._seat.centres() if c.id == self._centre_id)

        self.do(work, self._show)

    def _show(self, centre: Centre) -> None:
        form = RecordForm(self._seat, centre, FIELDS)
        if not self._may:
            for binding in form.bound.fields.values():
                binding.lock()
        self.inside.replaceWidget(self._place, form)
        self._place.hide()
        self._place.deleteLater()
        self._place = self.form = form
        self.number.setText(
            _("The short name {name} stands in case numbers and stays as it is.").format(name=centre.short_name)
        )

    def _add(self) -> None:
        ask = CentreAsk(self._seat, self)
        ask.accepted.connect(lambda: self.banner.say(_(ADDED), Tone.ACT, _("Sign in again"), self.sign_out.emit))
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def _save(self) -> None:
        form = self.form
        if form is None or not form.settled():
            return
        value, was = form.bound.value(), form.bound.base

        def work(_progress: Progress) -> Centre:
            return save_centre(self._seat, value, was)

        def done(written: Centre) -> None:
            form.bound.written(written)
            self.said(_("Saved."))

        self.do(work, done)
