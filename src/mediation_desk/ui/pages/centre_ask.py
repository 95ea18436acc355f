"""The question about a further centre: one desk may serve several."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.actions.centre_plan import CentrePlan, MediatorPlan, PointPlan
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.set_up import add_centre
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _
from mediation_desk.ui.entrance.centre_card import places
from mediation_desk.ui.entrance.people_card import names_in
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.code_field import CodeField
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.sheet import Scrolled
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.work import Progress, run


class CentreAsk(Ask):
    """Accepted once the centre is set up. Whoever adds it has his roles there from his next sign-in on."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(
            _("A further centre"),
            _(
                "This desk will keep its register too. You have the same roles there as here, from your next sign-in on."
            ),
            parent,
        )
        self._seat = seat
        self.form = Form()
        self.name = self.form.add(_("Name of the centre"), LineField(), wide=True, required=True)
        self.kind = self.form.add(_("Kind of body"), CodeField(table("centre_kind")), wide=True, required=True)
        self.mediation = self.form.add(_("Kind of mediation"), CodeField(table("mediation_kind")), wide=True)
        self.mediation.set_value("PM")
        self.area = self.form.add(_("Area"), CodeField(places(), hint=_("Type a part of it")), wide=True)
        self.court = self.form.add(_("Court for confirmation"), LineField(), wide=True)
        self.short_name = self.form.add(_("Short name in numbers"), LineField(), wide=True, required=True)
        self.points = self.form.add(_("Points"), TextField(1, 3, hint=_("One a line")), wide=True)
        self.mediators = self.form.add(_("Mediators"), TextField(2, 4, hint=_("One a line")), wide=True)
        self.inside.addWidget(Scrolled(self.form))
        self.goes_on(_("Add the centre")).clicked.connect(self._add)
        self.resize(look().px(460), min(look().px(690), parent.window().height() * 9 // 10))

    def _add(self) -> None:
        plan = CentrePlan(
            name=self.name.value(),
            short_name=self.short_name.value(),
            legal_kind=self.kind.value(),
            mediation_kind=self.mediation.value() or "PM",
            area=self.area.value(),
            court=self.court.value(),
            points=tuple(PointPlan(name) for name in names_in(self.points.value())),
            mediators=tuple(MediatorPlan(name) for name in names_in(self.mediators.value())),
        )
        self.setEnabled(False)

        def work(_progress: Progress) -> object:
            return add_centre(self._seat, plan)

        run(work, lambda _done: self.accept(), self._refused, self)

    def _refused(self, problem: KnownProblem) -> None:
        self.setEnabled(True)
        self.banner.problem(problem)
