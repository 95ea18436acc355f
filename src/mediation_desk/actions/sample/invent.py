"""Invented cases as case documents: plausible, in all stages, the same for the same seed and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from mediation_desk.actions.sample.course import COURSES, Course, Signed, days_of
from mediation_desk.actions.sample.people import People, invented
from mediation_desk.domain.instalments import monthly_days, split_equally
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.stages import Stage

_MINUTES = {
    "not_agreed": "调解员分别听取双方意见，指出争议所在，双方差距较大，未达成一致。",
    "continue": "双方愿意继续协商，约定下次调解时间。",
    "failed": "经反复劝导，一方明确表示不愿继续调解，调解不成。",
    "written": "经调解员释法说理，双方互谅互让，自愿达成书面协议。",
    "oral": "经调解员释法说理，双方互谅互让，达成口头协议，当场履行。",
}
_RESULTS = {
    Stage.FAILED: "failed",
    Stage.AGREED: "written",
    Stage.AGREED_ORALLY: "oral",
}


@dataclass(frozen=True, slots=True)
class Invented:
    """A case document, and how far its agreement is to be signed on which day."""

    document: dict[str, Any]
    signed: Signed
    on: date | None


def invent_cases(seed: int, today: date, centres: list[dict[str, Any]]) -> list[Invented]:
    """One case for each of ``COURSES``. ``centres``: the rows of ``desk.toml``."""
    random = Random(seed)
    people = People(random, today)
    disputes = invented()["disputes"]
    order = random.sample(disputes, len(disputes)) * (len(COURSES) // len(disputes) + 1)
    return [
        _case(course, dispute, centres[dispute["centre"]], people, random, today)
        for course, dispute in zip(COURSES, order, strict=False)
    ]


def _case(
    course: Course, dispute: dict[str, Any], centre: dict[str, Any], people: People, random: Random, today: date
) -> Invented:
    days = days_of(course, today, random)
    mediator, recorder = random.sample([m["name"] for m in centre["mediators"]], 2)
    against_body = dispute["against"] == "body"
    parties = [
        people.person("applicant"),
        people.body("respondent", dispute["bodies"], dispute["post"]) if against_body else people.person("respondent"),
    ]
    amount = random.randrange(dispute["amount"][0] * 100, dispute["amount"][1] * 100) if "amount" in dispute else None
    a, b = (p["name"] for p in parties)
    facts = dispute["facts"].format(a=a, b=b, amount=format_amount(amount) if amount else "")
    document: dict[str, Any] = {
        "centre": centre["name"],
        "point": centre["points"][0]["name"],
        "dispute_class": dispute["class"],
        "source": random.choice(("01", "01", "02", "06", "09")),
        "difficulty": random.choice(("simple", "simple", "ordinary", "complex")),
        "in_writing": random.random() < 0.5,
        "applied_on": days[Stage.REGISTERED].isoformat() if Stage.REGISTERED in days else None,
        "accepted_on": days[Stage.ACCEPTED].isoformat() if Stage.ACCEPTED in days else None,
        "facts": facts,
        "mediators": [mediator],
        "recorder": recorder,
        "people": 2,
        "stages": [{"stage": stage.value, "on": on.isoformat()} for stage, on in days.items()],
        "parties": parties,
        "claims": [{"text": dispute["claim"], "amount": _yuan(amount)}],
    }
    if Stage.INQUIRING in days:
        document["inquiries"] = [_inquiry(days[Stage.INQUIRING], mediator, recorder, b, random)]
    if Stage.MEDIATING in days:
        document["meetings"] = _meetings(days, centre, mediator, recorder, [a, b], random)
    agreed = days.get(Stage.AGREED) or days.get(Stage.AGREED_ORALLY)
    if agreed:
        document["agreement"] = {
            "form": "oral" if Stage.AGREED_ORALLY in days else "written",
            "facts": facts,
            "concluded_on": agreed.isoformat(),
            "mediators": [mediator],
            "recorder": recorder,
            "court": centre["court"],
            "court_copy": random.random() < 0.4,
            "terms": _terms(dispute, a, b, amount, agreed),
        }
    return Invented(document, course.signed, agreed)


def _inquiry(on: date, mediator: str, recorder: str, questioned: str, random: Random) -> dict[str, Any]:
    return {
        "at": _at(on, random),
        "place": "现场",
        "investigators": mediator,
        "questioned": questioned,
        "recorder": recorder,
        "minutes": f"{questioned}陈述了纠纷经过，调解员查看现场并核对有关材料。",
    }


def _meetings(
    days: dict[Stage, date], centre: dict[str, Any], mediator: str, recorder: str, present: list[str], random: Random
) -> list[dict[str, Any]]:
    def meeting(on: date, result: str) -> dict[str, Any]:
        return {
            "at": _at(on, random),
            "place": centre["points"][0]["name"],
            "form": "on_site",
            "mediators": [mediator],
            "recorder": recorder,
            "present": present,
            "minutes": _MINUTES[result],
            "result": result,
        }

    last = next((s for s in _RESULTS if s in days), None)
    first = meeting(days[Stage.MEDIATING], random.choice(("not_agreed", "continue")))
    return [first, meeting(days[last], _RESULTS[last])] if last else [first]


def _terms(dispute: dict[str, Any], a: str, b: str, amount: int | None, agreed: date) -> list[dict[str, Any]]:
    terms: list[dict[str, Any]] = []
    due = monthly_days(agreed, dispute.get("parts", 1) + 1)[1:]
    if "act" in dispute:
        terms.append(
            {
                "term_kind": "act",
                "obligors": [b],
                "obligees": [a],
                "text": dispute["act"],
                "due": due[0].isoformat(),
                "standard": dispute.get("standard", ""),
            }
        )
    if "pay" in dispute and amount is not None:
        payer, payee = (a, b) if dispute.get("payer") == "a" else (b, a)
        parts = split_equally(amount, len(due))
        whole = len(parts) == 1
        terms.append(
            {
                "term_kind": "pay",
                "obligors": [payer],
                "obligees": [payee],
                "text": dispute["pay"],
                "amount": _yuan(amount),
                "due": due[0].isoformat() if whole else None,
                "schedule": []
                if whole
                else [{"due": d.isoformat(), "amount": _yuan(p)} for d, p in zip(due, parts, strict=True)],
                "method": dispute["method"],
                "consequence": dispute["consequence"],
            }
        )
    if dispute.get("statement"):
        terms.append({"term_kind": "statement", "text": dispute["statement"]})
    return terms


def _yuan(fen: int | None) -> str | None:
    return None if fen is None else format_amount(fen).replace(",", "")


def _at(on: date, random: Random) -> str:
    return f"{on.isoformat()}T{random.choice((9, 10, 14, 15)):02d}:{random.choice((0, 30)):02d}:00+08:00"
