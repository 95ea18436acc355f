"""Case documents of every shape, for tests that try many."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from mediation_desk.domain.dates import CHINA

CENTRE = "焦作市非诉讼服务中心人民调解委员会"
MEDIATORS = ("王秀梅", "张海燕")

words = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t王𠮷㛃䶮·"), max_size=12)
filled = words.filter(lambda text: bool(text.strip()))
days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)
past = st.dates(date(2000, 1, 1), date(2026, 11, 24)).map(date.isoformat)
moments = (
    st.datetimes(timezones=st.sampled_from((UTC, CHINA)))
    .filter(lambda at: 1900 < at.year < 2100)
    .map(datetime.isoformat)
)
amounts = st.integers(0, 10**15).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
mediators = st.lists(st.sampled_from(MEDIATORS), max_size=2, unique=True)


def maybe(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | one


@st.composite
def parties(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to four parties: some share a name and are told apart by their ref; one may be another's agent."""
    count = draw(st.integers(0, 4))
    found: list[dict[str, Any]] = []
    for place in range(count):
        found.append(
            {
                "ref": f"当事人{place}",
                "side": draw(st.sampled_from(("applicant", "被申请人", "third"))),
                "subject_kind": draw(st.sampled_from(("person", "organisation"))),
                "name": draw(st.sampled_from(("王伟", "王伟", "李㛃")) | filled),
                "sex": draw(st.sampled_from(("", "1", "女"))),
                "born_on": draw(maybe(days)),
                "document_number": draw(st.sampled_from(("", "410823196803121212", "a b")) | words),
                "phone": draw(words),
                "address": draw(words),
                "limited": draw(st.booleans()),
                "agents": [
                    {
                        "name": draw(filled),
                        "authority": draw(st.sampled_from(("general", "特别授权"))),
                        "party": draw(st.none() | st.integers(0, count - 1).map(lambda i: f"当事人{i}")),
                    }
                    for _ in range(draw(st.integers(0, 2)))
                ],
            }
        )
    return found


@st.composite
def terms(draw: st.DrawFn, refs: st.SearchStrategy[list[str]]) -> dict[str, Any]:
    parts = sorted(draw(st.lists(days, max_size=3)))
    sums = [draw(st.integers(1, 10**9)) for _ in parts]
    yuan = [f"{fen // 100}.{fen % 100:02d}" for fen in sums]
    total = sum(sums)
    return {
        "term_kind": draw(st.sampled_from(("act", "pay", "statement"))),
        "obligors": draw(refs),
        "obligees": draw(refs),
        "text": draw(words),
        "amount": f"{total // 100}.{total % 100:02d}" if parts else draw(maybe(amounts)),
        "due": draw(maybe(days)),
        "schedule": [{"due": d, "amount": a} for d, a in zip(parts, yuan, strict=True)],
        "method": draw(words),
        "consequence": draw(words),
    }


@st.composite
def signings(draw: st.DrawFn, refs: list[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(("signed", "mediator_signed", "committee_sealed", "retracted")))
        if kind == "signed" and refs:
            found.append({"fact": kind, "on": draw(past), "party": draw(st.sampled_from(refs)), "by": draw(words)})
        elif kind == "mediator_signed":
            found.append({"fact": kind, "on": draw(past), "mediator": draw(st.sampled_from(MEDIATORS))})
        elif kind == "retracted" and found:
            found.append({"fact": kind, "on": draw(past), "retracts": draw(st.integers(1, len(found)))})
        else:
            found.append({"fact": "committee_sealed", "on": draw(past)})
    return found


@st.composite
def case_documents(draw: st.DrawFn) -> dict[str, Any]:
    """A new case with everything in it."""
    who = draw(parties())
    refs = [p["ref"] for p in who]
    some = st.lists(st.sampled_from(refs), unique=True, max_size=2) if refs else st.just([])
    agreed = draw(st.booleans())
    lines = draw(st.lists(terms(some), max_size=3))
    agreement = {
        "form": draw(st.sampled_from(("written", "oral"))),
        "facts": draw(words),
        "concluded_on": draw(maybe(past)),
        "mediators": draw(mediators),
        "court_copy": draw(st.booleans()),
        "terms": lines,
        "signings": draw(signings(refs)),
        "performances": [
            {
                "on": draw(past),
                "term": draw(st.integers(1, len(lines))) if lines else None,
                "amount": draw(maybe(amounts)),
            }
            for _ in range(draw(st.integers(0, 2)))
        ],
    }
    return {
        "centre": CENTRE,
        "title": draw(words),
        "point": draw(maybe(st.just("非诉讼服务中心接访点"))),
        "dispute_class": draw(st.sampled_from(("", "neighbour", "信用卡纠纷"))),
        "applied_on": draw(maybe(past)),
        "accepted_on": draw(maybe(past)),
        "facts": draw(words),
        "mediators": draw(mediators),
        "people": draw(maybe(st.integers(0, 10**6))),
        "risks": draw(st.lists(st.sampled_from(("suicide", "可能群体性上访")), max_size=2)),
        "stages": [
            {
                "stage": draw(st.sampled_from(("registered", "accepted", "mediating"))),
                "on": draw(past),
                "note": draw(words),
            }
            for _ in range(draw(st.integers(0, 3)))
        ],
        "parties": who,
        "claims": [{"text": draw(filled), "amount": draw(maybe(amounts))} for _ in range(draw(st.integers(0, 2)))],
        "inquiries": [
            {"at": draw(maybe(moments)), "questioned": draw(words), "minutes": draw(words)}
            for _ in range(draw(st.integers(0, 2)))
        ],
        "evidence": [
            {
                "name": draw(filled),
                "pages": draw(maybe(st.integers(0, 999))),
                "evidence_kind": draw(st.sampled_from(("", "书证"))),
            }
            for _ in range(draw(st.integers(0, 2)))
        ],
        "meetings": [
            {"at": draw(maybe(moments)), "mediators": draw(mediators), "present": draw(some), "minutes": draw(words)}
            for _ in range(draw(st.integers(0, 2)))
        ],
        "agreement": agreement if agreed else None,
        **draw(dossiers(refs)),
    }


@st.composite
def dossiers(draw: st.DrawFn, refs: list[str]) -> dict[str, Any]:
    """What stands behind the other papers; a signed copy needs a paper, which a new case has not."""
    some = st.lists(st.sampled_from(refs), unique=True, max_size=2) if refs else st.just([])
    listed: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        "undisputed": st.fixed_dictionaries({"on": maybe(past), "facts": words, "mediators": mediators}),
        "disclosures": st.fixed_dictionaries({"mediator": maybe(st.sampled_from(MEDIATORS)), "statement": words}),
        "non_acceptances": st.fixed_dictionaries(
            {"on": maybe(past), "reason": st.sampled_from(("", "refused", "其他"))}
        ),
        "terminations": st.fixed_dictionaries({"reasons": st.lists(st.sampled_from(("expired", "其他")), max_size=2)}),
        "referrals": st.fixed_dictionaries(
            {
                "direction": st.sampled_from(("in", "out")),
                "materials": st.lists(words, max_size=2),
                "sent_on": maybe(past),
            }
        ),
        "follow_ups": st.fixed_dictionaries(
            {
                "at": maybe(moments),
                "parties": some,
                "performed": st.sampled_from(("", "按期履行", "partly")),
                "outside_cause": maybe(st.booleans()),
                "situation": words,
            }
        ),
        "confirmations": st.fixed_dictionaries(
            {"way": st.sampled_from(("judicial", "支付令")), "applied_on": maybe(past), "number": words}
        ),
        "volumes": st.fixed_dictionaries({"retention": st.sampled_from(("", "30年")), "filed_on": maybe(past)}),
        "inspections": st.fixed_dictionaries({"reader": words, "copied": st.booleans()}),
    }
    if refs:
        party = st.sampled_from(refs)
        listed["mandates"] = st.fixed_dictionaries({"party": party, "agent": filled, "begins": maybe(past)})
        listed["service_addresses"] = st.fixed_dictionaries({"party": party, "electronic": maybe(st.booleans())})
    return {name: draw(st.lists(one, max_size=2)) for name, one in listed.items()}
