"""The three cases as the sample tells them: read once, typed by the hands."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec

from mediation_desk.actions.sample.plan import case_bytes, centre_rows, signings_of
from mediation_desk.domain.dates import CHINA

Row = dict[str, Any]


class Told:
    """One case: ``case`` as a case document, ``signings`` the facts of its signing, ``centre`` the row of its centre."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.case: Row = msgspec.json.decode(case_bytes(name))
        self.signings: list[Row] = signings_of(name)
        self.centre = centre_row(self.case["centre"])

    @property
    def agreement(self) -> Row:
        """The agreement."""
        row: Row = self.case["agreement"]
        return row

    def names(self, side: str) -> list[str]:
        """The parties of a side, in order."""
        return [p["name"] for p in self.case["parties"] if p["side"] == side]

    @property
    def applied(self) -> date:
        """The day of the application."""
        return day(self.case["applied_on"])

    @property
    def concluded(self) -> date:
        """The day of the agreement."""
        return day(self.agreement["concluded_on"])


def centre_row(name: str) -> Row:
    """A centre as ``desk.toml`` tells it."""
    return next(row for row in centre_rows() if row["name"] == name)


def day(text: str) -> date:
    """A day as written in the case."""
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    """A moment as written in the case, in China's time."""
    return datetime.fromisoformat(text).astimezone(CHINA)
