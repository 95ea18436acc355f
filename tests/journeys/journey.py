"""Somebody on a journey through the windows, with what he has in mind and what he leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.check_report import CheckReport
from mediation_desk.actions.checking import check
from mediation_desk.records.vault import Cost
from mediation_desk.ui.tour import way_in
from mediation_desk.ui.tour.person import Person
from mediation_desk.ui.tour.told import Told

CHEAP = Cost(memory_kib=32, iterations=1, lanes=1)


@dataclass
class Journey:
    """``told``: the cases in mind. ``folder``: where saved papers go."""

    person: Person
    told: list[Told]
    folder: Path

    def come_in(self) -> None:
        """Set the desk up for the centre of the first case, add the centres of the others, and sign in."""
        first, *others = self.told
        way_in.set_up(self.person, first.centre)
        way_in.sign_in(self.person)
        for one in others:
            way_in.add_centre(self.person, one.centre)
        if others:
            way_in.sign_in_again(self.person)

    @property
    def file(self) -> CaseFile:
        """The case whose dossier is open, as it stands in the records."""
        return load(self.person.desk.seat, self.person.space.case_id)

    def pdf(self, told: Told) -> Path:
        """Where the paper of a case is saved."""
        return self.folder / f"{told.name}.pdf"

    def check(self) -> CheckReport:
        """Everything the desk keeps, looked at."""
        return check(self.person.desk.seat.desk)
