"""Age in full years (周岁), and what the law attaches to it."""

from __future__ import annotations

import calendar
from datetime import date
from enum import StrEnum


def full_years(born: date, on: date) -> int | None:
    """Full years on a day; None where the birth lies after it.

    A year is full on the birthday. Someone born on 29 February completes a common year on 28 February:
    民法典 Art. 202, 没有对应日的，月末日为期间的最后一日.
    """
    if born > on:
        return None
    birthday = (born.month, born.day)
    if birthday == (2, 29) and not calendar.isleap(on.year):
        birthday = (2, 28)
    return on.year - born.year - ((on.month, on.day) < birthday)


class Capacity(StrEnum):
    """Capacity for civil acts (民事行为能力)."""

    FULL = "full"
    LIMITED = "limited"
    NONE = "none"


def capacity_by_age(born: date, on: date) -> Capacity | None:
    """Capacity by age alone: none below 8 (民法典 Art. 20), limited below 18 (Arts. 17, 19), else full (Art. 18).

    A person of 16 who lives by own work counts as full (Art. 18); that, and capacity lost in age or illness
    (Arts. 21, 22), only people can say.
    """
    years = full_years(born, on)
    if years is None:
        return None
    if years < 8:
        return Capacity.NONE
    return Capacity.LIMITED if years < 18 else Capacity.FULL
