"""What a document may not say: every place named by its path, and nothing of the file recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from mediation_desk.actions.case_document import DocumentRefused, record, show, to_json
from mediation_desk.actions.lists import CaseQuery, count
from mediation_desk.actions.sample.plan import case_bytes
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.roles import REGISTRAR
from mediation_desk.records.store import Actor
from mediation_desk.reference.language import say

Edit = Callable[[dict[str, Any]], object]


def case1() -> dict[str, Any]:
    """The first case, to be spoilt."""
    document: dict[str, Any] = msgspec.json.decode(case_bytes("case1"))
    return document


def refused(seat: Seat, document: Any) -> dict[str, str]:
    """The faults of a document by path, in English."""
    with pytest.raises(DocumentRefused) as caught:
        record(seat, msgspec.json.encode(document))
    return {fault.path: str(fault.rule) for fault in caught.value.faults}


@pytest.mark.parametrize(
    ("edit", "path"),
    [
        (lambda d: d.update(colour="red"), "$.colour"),
        (lambda d: d["parties"][1].update(nmae="x"), "$.parties[1].nmae"),
        (lambda d: d.pop("centre"), "$.centre"),
        (lambda d: d.update(centre="另一个调委会"), "$.centre"),
        (lambda d: d.update(applied_on="2026-02-30"), "$.applied_on"),
        (lambda d: d["meetings"][0].update(at="2026-09-05T09:30:00"), "$.meetings[0].at"),
        (lambda d: d["claims"][1].update(amount=6007.14), "$.claims[1].amount"),
        (lambda d: d["claims"][1].update(amount="6,007.14"), "$.claims[1].amount"),
        (lambda d: d["claims"][1].update(amount="10000000000000.01"), "$.claims[1].amount"),
        (lambda d: d["claims"].append("付钱"), "$.claims[2]"),
        (lambda d: d.update(claims={}), "$.claims"),
        (lambda d: d.update(dispute_class="漏水"), "$.dispute_class"),
        (lambda d: d["parties"][0].update(sex="男性"), "$.parties[0].sex"),
        (lambda d: d["parties"][0].update(name=" "), "$.parties[0].name"),
        (lambda d: d.update(mediators=["王秀梅"]), "$.mediators[0]"),
        (lambda d: d.update(point="别的点"), "$.point"),
        (lambda d: d["agreement"]["terms"][0].update(obligors=["赵敏"]), "$.agreement.terms[0].obligors[0]"),
        (lambda d: d["agreement"]["terms"][1]["schedule"][0].update(amount="3000.01"), "$.agreement.terms[1].schedule"),
        (lambda d: d["agreement"]["terms"][1].update(term_kind="gift"), "$.agreement.terms[1].term_kind"),
        (
            lambda d: d["agreement"].update(signings=[{"fact": "signed", "on": "2026-09-08"}]),
            "$.agreement.signings[0].party",
        ),
        (
            lambda d: d["agreement"].update(signings=[{"fact": "signed", "party": "李㛃", "on": "2026-11-25"}]),
            "$.agreement.signings[0].on",
        ),
        (
            lambda d: d["agreement"].update(performances=[{"on": "2026-09-15", "term": 4}]),
            "$.agreement.performances[0].term",
        ),
        (lambda d: d["parties"][0].update(ref="甲") or d["parties"][1].update(ref="甲"), "$.parties[1].ref"),
        (lambda d: d["claims"][0].update(id="01a20b49-4568-7000-b14f-67f54a81006f"), "$.claims[0].id"),
        (lambda d: d.update(number=" "), "$.number"),
        (lambda d: d.update(revision="abc"), "$.id"),
        (lambda d: d.update(facts="漏\u0000水"), "$.facts"),
        (lambda d: d.update(accepted_on="9999-12-31"), "$.accepted_on"),
        (lambda d: d["meetings"][0].update(at="0001-01-01T00:00:00+08:00"), "$.meetings[0].at"),
        (
            lambda d: d["agreement"]["terms"][1]["schedule"][1].update(due="0001-01-01"),
            "$.agreement.terms[1].schedule[1].due",
        ),
        (lambda d: d.update(people=10**30), "$.people"),
    ],
)
def test_a_document_is_refused_at_the_very_place(seat: Seat, edit: Edit, path: str) -> None:
    """Whatever is wrong is named by its path, in a Chinese sentence, and no case is made."""
    document = case1()
    edit(document)
    faults = refused(seat, document)
    assert path in faults
    assert count(seat, CaseQuery()) == 0


def test_all_faults_are_told_at_once_without_what_is_personal(seat: Seat) -> None:
    """Someone who mends a file mends it once; and what he is told may stand in a log."""
    document = case1()
    document["parties"][0]["born_on"] = "四月"
    document["parties"][1]["phone"] = 13839100002
    document["source"] = "隔壁老王"
    with pytest.raises(DocumentRefused) as caught:
        record(seat, msgspec.json.encode(document))
    told = say(caught.value.sentence)
    assert [f.path for f in caught.value.faults] == ["$.parties[0].born_on", "$.parties[1].phone"]
    for personal in ("王𠮷", "13839100002", "四月", "隔壁老王"):
        assert personal not in told
    document["parties"][0]["born_on"], document["parties"][1]["phone"] = "1968-03-12", "13839100002"
    document["agreement"]["court"] = "x\u0007"
    assert list(refused(seat, document)) == ["$.source", "$.agreement.court"]


def test_what_is_no_json_is_said_to_be_none(seat: Seat) -> None:
    """A spreadsheet handed in by mistake gives a sentence, not a traceback."""
    for data in (b"PK\x03\x04", b"", b"{", b'{"centre": "\xff"}', b"[" * 100_000):
        with pytest.raises(KnownProblem):
            record(seat, data)


def test_one_bad_case_in_a_file_keeps_all_of_it_out(seat: Seat) -> None:
    """All of a file or nothing, over the centres as well."""
    other = msgspec.json.decode(case_bytes("case2"))
    bad = case1()
    bad["mediators"] = ["无此人"]
    assert list(refused(seat, [case1(), other, bad])) == ["$[2].mediators[0]"]
    assert count(seat, CaseQuery()) == 0
    done = record(seat, msgspec.json.encode([case1(), other, case1()]))
    assert [one.number for one in done] == [
        "（2026）木城人调字第01001号",
        "（2026）焦非诉人调字第01001号",
        "（2026）木城人调字第01002号",
    ]


def test_a_number_is_given_once(seat: Seat) -> None:
    """An old case keeps its number, the desk's own serials stay apart from it, and no number is taken twice."""
    old = case1() | {"number": "（2019）木城人调字第12号"}
    assert record(seat, msgspec.json.encode(old))[0].number == "（2019）木城人调字第12号"
    assert record(seat, msgspec.json.encode(case1()))[0].number == "（2026）木城人调字第01001号"
    assert list(refused(seat, old)) == ["$.number"]
    odd = case1() | {"number": "木调 1998-7"}
    assert record(seat, msgspec.json.encode(odd))[0].number == "木调 1998-7"
    assert record(seat, msgspec.json.encode(case1()))[0].number == "（2026）木城人调字第01002号"


def test_a_role_may_record_only_what_it_may_write(seat: Seat) -> None:
    """A registrar takes a dispute in; the meeting and the agreement are the mediator's."""
    centre = seat.account.centre_id
    registrar = Seat(seat.desk, seat.account, Actor(seat.account.id, {centre: frozenset({REGISTRAR})}))
    assert {p.partition("[")[0] for p in refused(registrar, case1())} == {
        "$.meetings",
        "$.agreement",
        "$.agreement.terms",
    }
    taken_in = {k: v for k, v in case1().items() if k not in ("meetings", "agreement")}
    (done,) = record(registrar, msgspec.json.encode(taken_in))
    assert msgspec.json.decode(to_json(show(registrar, done.number)))["title"] == "王𠮷与李㛃邻里纠纷"
    other = msgspec.json.decode(case_bytes("case2"))
    assert list(refused(registrar, other)) == ["$.centre"]
