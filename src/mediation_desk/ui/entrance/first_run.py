"""The first run: a few calm steps, each one sheet; nothing is written until the last of them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.profile import Profile
from mediation_desk.reference.language import _
from mediation_desk.ui.conditions import USUAL, Conditions
from mediation_desk.ui.entrance.account_card import AccountCard
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.centre_card import CentreCard
from mediation_desk.ui.entrance.codes_card import CodesCard
from mediation_desk.ui.entrance.codes_paper import print_codes
from mediation_desk.ui.entrance.passphrase_card import PassphraseSetUp
from mediation_desk.ui.entrance.people_card import PeopleCard
from mediation_desk.ui.work import Progress, run

if TYPE_CHECKING:
    from mediation_desk.actions.desk import Desk
    from mediation_desk.actions.set_up import SetUp, Welcome

STEPS = 5
Make = Callable[["SetUp", "str | None", bool], "tuple[Desk, Welcome]"]
"""Makes the desk from the plan, the passphrase and whether the keyring keeps the key; in the background."""


class FirstRun(QStackedWidget):
    """``made`` carries the desk as soon as there is one, ``finished`` the account name once the codes are on paper;
    ``back`` leaves the set-up."""

    made = Signal(object)
    finished = Signal(str)
    back = Signal()

    def __init__(self, profile: Profile, conditions: Conditions = USUAL, make: Make | None = None) -> None:
        super().__init__()
        self._conditions, self._today = conditions, day_in_china(conditions.clock())
        self._make = make or _Making(profile, conditions)
        self._keyring = False
        self.centre = CentreCard(self._today, self._over(1), self.back.emit, lambda: self._show(self.people))
        self.people = PeopleCard(self._over(2), lambda: self._show(self.centre), lambda: self._show(self.account))
        self.account = AccountCard(self._over(3), lambda: self._show(self.people), self._to_passphrase)
        self.passphrase: PassphraseSetUp | None = None
        self.codes: CodesCard | None = None
        for card in (self.centre, self.people, self.account):
            self.addWidget(card)

    @staticmethod
    def _over(step: int) -> str:
        return _("Step {step} of {steps}").format(step=step, steps=STEPS)

    def _show(self, card: Card) -> None:
        self.setCurrentWidget(card)

    def _to_passphrase(self) -> None:
        """Ask the keyring first: it decides whether the passphrase is needed."""
        if self.passphrase is not None:
            self._show(self.passphrase)
            return

        def work(_progress: Progress) -> bool:
            from mediation_desk.actions.opening import keyring_keeps

            return self._conditions.keyring and keyring_keeps()

        self.account.busy(_("Looking for this computer's keyring…"))
        run(work, self._with_keyring, self.account.refuse, self)

    def _with_keyring(self, keeps: bool) -> None:
        self.account.calm()
        self._keyring = keeps
        self.passphrase = PassphraseSetUp(self._over(4), keeps, lambda: self._show(self.account), self._set_up)
        self.addWidget(self.passphrase)
        self._show(self.passphrase)

    def _set_up(self) -> None:
        from mediation_desk.actions.centre_plan import CentrePlan, MediatorPlan, PointPlan
        from mediation_desk.actions.set_up import FirstAccount, SetUp

        card = self.passphrase
        assert card is not None
        plan = SetUp(
            centres=(
                CentrePlan(
                    name=self.centre.name.value(),
                    short_name=self.centre.short_name.value(),
                    legal_kind=self.centre.kind.value(),
                    area=self.centre.area.value(),
                    points=tuple(PointPlan(name) for name in self.people.point_names),
                    mediators=tuple(MediatorPlan(name) for name in self.people.mediator_names),
                ),
            ),
            account=FirstAccount(self.account.name.value(), self.account.person.value(), self.account.password.value()),
            infix=self.centre.infix.value() or "",
        )
        passphrase, keyring = card.passphrase, self._keyring

        def work(_progress: Progress) -> tuple[Desk, Welcome]:
            return self._make(plan, passphrase, keyring)

        card.busy(_("Making the desk and its keys…"))
        run(work, self._welcome, self._refused, self)

    def _refused(self, problem: KnownProblem) -> None:
        """Back to the step where it can be set right."""
        from mediation_desk.actions.centre_plan import PlanRefused

        assert self.passphrase is not None
        self.passphrase.calm()
        card: Card = self.passphrase
        if isinstance(problem, PlanRefused):
            path = problem.fault.path
            card = self.people if path.startswith(("points", "mediators")) else self.centre
            card = self.account if path.startswith("account") else card
        self._show(card)
        card.refuse(problem)

    def _welcome(self, made: tuple[Desk, Welcome]) -> None:
        desk, welcome = made
        self.made.emit(desk)
        name = self.account.name.value()
        centre = self.centre.name.value()
        asked = secrets.randbelow(len(welcome.recovery_code.split("-"))) + 1
        self.codes = CodesCard(
            self._over(5),
            welcome.recovery_code,
            welcome.reset_codes,
            asked,
            lambda: print_codes(self, centre, welcome.recovery_code, welcome.reset_codes, self._today),
            lambda: self.finished.emit(name),
        )
        self.addWidget(self.codes)
        self._show(self.codes)


class _Making:
    """The real making of a desk."""

    def __init__(self, profile: Profile, conditions: Conditions) -> None:
        self._profile, self._conditions = profile, conditions

    def __call__(self, plan: SetUp, passphrase: str | None, keyring: bool) -> tuple[Desk, Welcome]:
        from mediation_desk.actions.set_up import set_up
        from mediation_desk.records.vault import USUAL as USUAL_COST

        under = self._conditions
        cost = under.cost or USUAL_COST
        return set_up(self._profile, plan, passphrase, keyring=keyring, clock=under.clock, cost=cost)
