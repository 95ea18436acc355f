"""Invented people and bodies: names with rare characters among them, numbers that pass their checks."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from mediation_desk.domain.credit_code import check_symbol, organisation_check
from mediation_desk.domain.identity import check_character
from mediation_desk.reference.codes import table
from mediation_desk.reference.place import resources

_RARE_IN = 5  # one given name in so many holds a rare character
_ORGANISATION_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@cache
def invented() -> dict[str, Any]:
    """The phrases of ``resources/sample/invented.toml``."""
    return tomllib.loads((resources() / "sample" / "invented.toml").read_text(encoding="utf-8"))


class People:
    """Invents parties; the same seed gives the same ones, and no two bear one name."""

    def __init__(self, random: Random, today: date) -> None:
        self._random = random
        self._today = today
        self._names: set[str] = set()
        self._bodies: dict[str, dict[str, Any]] = {}
        self._phones = 0

    def person(self, side: str) -> dict[str, Any]:
        """A natural person as a party of a case document."""
        random, words = self._random, invented()
        county = random.choice(
            [c for c in table("area").where("level", "county") if "statistical_only" not in c.attributes]
        )
        town = random.choice(table("area").where("parent", county.code))
        born = self._today - timedelta(days=random.randrange(20 * 366, 75 * 365))
        male = random.random() < 0.55
        return {
            "side": side,
            "name": self._name(),
            "sex": "1" if male else "2",
            "ethnicity": "01" if random.random() < 0.92 else "03",
            "born_on": born.isoformat(),
            "document_type": "111",
            "document_number": self._identity(county.code, born, male),
            "occupation": random.choice(words["occupations"]),
            "phone": self._phone(),
            "address": f"{town.attributes['full']}{self._street()}",
        }

    def body(self, side: str, names: list[str], post: str) -> dict[str, Any]:
        """A company or a branch of a bank; met again, it is the same, with another agent."""
        name = self._random.choice(names)
        if name not in self._bodies:
            self._bodies[name] = self._new_body(name, post)
        agent = {"name": self._name(), "authority": "special", "relation": "职员", "phone": self._phone()}
        return {"side": side, **self._bodies[name], "agents": [agent]}

    def _new_body(self, name: str, post: str) -> dict[str, Any]:
        return {
            "subject_kind": "organisation",
            "name": name,
            "credit_code": self._credit_code(),
            "address": f"焦作市山阳区{self._random.choice(invented()['streets'])}{self._random.randrange(1, 300)}号",
            "phone": self._phone(),
            "representative": self._name(),
            "representative_post": post,
        }

    def _name(self) -> str:
        random, words = self._random, invented()
        while True:
            compound = random.random() < 0.04
            surname = random.choice(words["compound_surnames"] if compound else words["surnames"])
            given = [random.choice(words["given"]) for _ in range(random.choice((1, 2, 2)))]
            if random.randrange(_RARE_IN) == 0:
                given[-1] = random.choice(words["rare"])
            name = "".join((surname, *given))
            if name not in self._names:
                self._names.add(name)
                return name

    def _identity(self, county: str, born: date, male: bool) -> str:
        order = self._random.randrange(500) * 2 + male
        digits = f"{county}{born:%Y%m%d}{order:03d}"
        return digits + check_character(digits)

    def _credit_code(self) -> str:
        body = "MA" + "".join(self._random.choice(_ORGANISATION_DIGITS) for _ in range(6))
        digits = f"91410800{body}{organisation_check(body)}"
        return digits + check_symbol(digits)

    def _phone(self) -> str:
        self._phones += 1
        return f"1370000{self._phones + 1000:04d}"

    def _street(self) -> str:
        random, words = self._random, invented()
        street, estate = random.choice(words["streets"]), random.choice(words["estates"])
        return f"{street}{random.randrange(1, 300)}号{estate}{random.randrange(1, 30)}号楼{random.randrange(1, 5)}单元"
