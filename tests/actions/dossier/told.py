"""The three cases of the sample on a desk: recorded, their agreements issued and signed, and what came afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from mediation_desk.actions.case_document import record, show_case, to_json
from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.papers import issue
from mediation_desk.actions.sample.plan import CASES, case_bytes, signings_of
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.signing import NewFact, record_facts
from mediation_desk.domain.effect import Fact

AFTERWARDS: dict[str, dict[str, Any]] = {
    "case1": {
        "follow_ups": [
            {
                "at": datetime(2026, 11, 3, 2, tzinfo=UTC).isoformat(),
                "way": "上门回访",
                "visitor": "李国庆",
                "performed": "按期履行",
                "situation": "渗漏已于9月18日修复，闭水试验合格；两期赔偿款均已付清。双方满意，没有新的矛盾。",
            }
        ],
        "volumes": [{"retention": "30年", "filed_by": "牛建军", "filed_on": "2026-11-10", "checked_by": "李国庆"}],
    },
    "case2": {
        "mandates": [{"party": "张喆", "agent": "杨犇", "begins": "2026-08-17", "further": "代为申请司法确认。"}],
        "confirmations": [{"body": "焦作市山阳区人民法院", "applied_on": "2026-09-10"}],
        "volumes": [{"retention": "永久", "filed_by": "张海燕", "situation": "劳动合同原件由当事人自行保存。"}],
    },
    "case3": {
        "undisputed": [
            {
                "on": "2026-08-03",
                "facts": "本金38,650.00元。\n利息4,217.36元。\n违约金1,932.50元，计至2026年7月31日。",
                "mediators": ["张海燕"],
                "recorder": "李国庆",
            }
        ],
        "service_addresses": [
            {
                "party": "周敏𬱖",
                "address": "焦作市山阳区太行街道锦祥花园6号楼",
                "electronic": True,
                "mobile": "13939100031",
            }
        ],
        "confirmations": [{"body": "焦作市解放区人民法院"}],
    },
}
PERFORMED: dict[str, list[dict[str, Any]]] = {
    "case1": [
        {"on": "2026-09-15", "term": 2, "amount": "3000.00"},
        {"on": "2026-09-18", "term": 1, "note": "双方到场验收。"},
        {"on": "2026-10-31", "term": 2, "amount": "3007.14"},
    ],
}
LAST_DAYS = {"case1": date(2026, 10, 9), "case2": date(2026, 9, 21), "case3": date(2026, 9, 9)}


def told(seat: Seat, name: str) -> CaseFile:
    """One case from the counter to the archive."""
    (done,) = record(seat, case_bytes(name))
    issue(seat, load(seat, done.case_id))
    facts = signings_of(name)
    for day in sorted({f["on"] for f in facts}):
        file = load(seat, done.case_id)
        record_facts(seat, file, [_fact(file, f) for f in facts if f["on"] == day])
    document = msgspec.json.decode(to_json(show_case(seat, done.case_id)))
    document |= AFTERWARDS[name]
    document["agreement"]["performances"] = PERFORMED.get(name, [])
    record(seat, msgspec.json.encode(document))
    return load(seat, done.case_id)


def _fact(file: CaseFile, fact: dict[str, Any]) -> NewFact:
    parties = {p.name: p.party.id for p in file.parties}
    mediators = {m.name: m.id for m in file.mediators.values()}
    return NewFact(
        Fact(fact["fact"]),
        date.fromisoformat(fact["on"]),
        party_id=parties[fact["party"]] if "party" in fact else None,
        mediator_id=mediators[fact["mediator"]] if "mediator" in fact else None,
        by=fact.get("by", ""),
    )


__all__ = ["CASES", "LAST_DAYS", "told"]
