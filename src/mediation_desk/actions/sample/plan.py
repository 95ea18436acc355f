"""The sample desk as data: its centres, accounts and cases in ``resources/sample``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from mediation_desk.actions.centre_plan import CentrePlan, MediatorPlan, PointPlan
from mediation_desk.actions.set_up import FirstAccount, SetUp
from mediation_desk.reference.place import resources

CASES = ("case1", "case2", "case3")


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """An account of the sample desk, with its roles at every centre."""

    name: str
    roles: tuple[str, ...]


def sample_plan(password: str) -> SetUp:
    """What the sample desk is set up with; its first account is the one of the command line."""
    data = _desk()
    first = sample_accounts()[0]
    return SetUp(
        centres=tuple(_centre(row) for row in data["centres"]),
        account=FirstAccount(first.name, first.name, password, first.roles),
        infix=data["infix"],
    )


def sample_accounts() -> tuple[SampleAccount, ...]:
    """The accounts of the sample desk, the one of the command line first."""
    return tuple(SampleAccount(row["name"], tuple(row["roles"])) for row in _desk()["accounts"])


def centre_rows() -> list[dict[str, Any]]:
    """The centres as ``desk.toml`` tells them."""
    rows: list[dict[str, Any]] = _desk()["centres"]
    return rows


def case_bytes(name: str) -> bytes:
    """One of the three cases told in full, as a case document without the facts of its signing."""
    return (resources() / "sample" / f"{name}.json").read_bytes()


def signings_of(name: str) -> list[dict[str, Any]]:
    """The facts of signing of one of the three cases, in the order they happened."""
    facts: list[dict[str, Any]] = msgspec.json.decode((resources() / "sample" / f"{name}.signings.json").read_bytes())
    return facts


@cache
def _desk() -> dict[str, Any]:
    return tomllib.loads((resources() / "sample" / "desk.toml").read_text(encoding="utf-8"))


def _centre(row: dict[str, Any]) -> CentrePlan:
    own = {key: value for key, value in row.items() if key not in ("points", "mediators")}
    return CentrePlan(
        **own,
        points=tuple(PointPlan(**p) for p in row["points"]),
        mediators=tuple(MediatorPlan(**m) for m in row["mediators"]),
    )
