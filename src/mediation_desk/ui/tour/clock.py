"""The clock on the tour's wall: it shows the day and hour of the story."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from mediation_desk.domain.dates import CHINA


class StoryClock:
    """Stands at the moment it was set to. Each look at it is a millisecond later, so that things keep their order."""

    def __init__(self, day: date, at: time = time(9, 0)) -> None:
        self._now = _instant(day, at)

    def __call__(self) -> datetime:
        self._now += timedelta(milliseconds=1)
        return self._now

    def set(self, day: date, at: time = time(9, 0)) -> None:
        """Go to a day and hour in China."""
        self._now = _instant(day, at)


def _instant(day: date, at: time) -> datetime:
    return datetime.combine(day, at, CHINA).astimezone(UTC)
