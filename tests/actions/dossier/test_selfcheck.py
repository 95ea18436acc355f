"""What a reviewer would send back is found before: each with its rule and its field; a whole dossier gives nothing."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.actions.dossier.told import CASES, told
from tests.documents.scans import made

from mediation_desk.actions.case_document import record, show_case, to_json
from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.cases import amend_case
from mediation_desk.actions.dossier_binding import bind_dossier
from mediation_desk.actions.papers import issue
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.selfcheck import Checked, self_check
from mediation_desk.actions.signing import NewFact, record_facts
from mediation_desk.domain.effect import Fact
from mediation_desk.domain.finding import Severity
from mediation_desk.domain.records import SignedCopy

TODAY = date(2026, 11, 24)


def found(seat: Seat, file: CaseFile) -> list[Checked]:
    """What the check says of the case as it is stored."""
    now = load(seat, file.case.id)
    return self_check(now, seat.desk.store.clock(), TODAY)


def amended(seat: Seat, file: CaseFile, **changes: Any) -> CaseFile:
    """The case with parts of its document replaced."""
    document = msgspec.json.decode(to_json(show_case(seat, file.case.id)))
    record(seat, msgspec.json.encode(document | changes))
    return load(seat, file.case.id)


def whole(seat: Seat, file: CaseFile, folder: Path) -> CaseFile:
    """Nothing left to do: all papers issued, signed and scanned, copies handed over, evidence compared and scanned."""
    scan = seat.desk.blobs.put(made.two_sheets_tiff()).digest
    evidence = msgspec.json.decode(to_json(show_case(seat, file.case.id)))["evidence"]
    for item in evidence:
        item |= {"blobs": [scan], "checked_by": "牛建军", "pages": 2}
    file = amended(seat, file, evidence=evidence)
    bind_dossier(seat, file, folder / "dossier.pdf")
    file = load(seat, file.case.id)
    with seat.write("attach", file.case.centre_id) as unit:
        for paper in file.papers:
            unit.put(
                SignedCopy(
                    id=unit.new_id(),
                    centre_id=paper.centre_id,
                    case_id=paper.case_id,
                    paper_id=paper.id,
                    blobs=(scan,),
                )
            )
    facts = [NewFact(Fact.DELIVERED, date(2026, 9, 9), party_id=p.party.id) for p in file.parties]
    record_facts(seat, file, facts)
    return load(seat, file.case.id)


def test_a_whole_dossier_gives_nothing(seat: Seat, tmp_path: Path) -> None:
    """The leak of the sample, done to the end: a list that is never empty would never be read."""
    file = whole(seat, told(seat, "case1"), tmp_path)
    assert found(seat, file) == []


@pytest.mark.parametrize("name", CASES)
def test_each_finding_has_a_rule_and_a_place(seat: Seat, name: str) -> None:
    """A sentence without a rule convinces nobody; one without a place helps nobody. Warnings stand first."""
    checked = found(seat, told(seat, name))
    assert checked
    assert all(one.basis and one.page for one in checked)
    severities = [one.severity for one in checked]
    assert severities == sorted(severities, key=lambda s: s is Severity.HINT)


def test_what_must_be_there_and_is_not_is_named(seat: Seat) -> None:
    """必须 of the contents: application or registration form, rights, identity, minutes."""
    said = [str(one.what) for one in found(seat, told(seat, "case1")) if one.severity is Severity.WARN]
    for kind in (
        "人民调解申请书 / 人民调解受理登记表",
        "人民调解当事人权利义务告知书",
        "当事人身份证明",
        "人民调解记录",
    ):
        assert any(text.startswith(f"{kind}:") for text in said), kind


def test_days_in_disorder_are_found(seat: Seat) -> None:
    """A visit before the agreement took effect; an application to the court after the last day."""
    file = amended(
        seat,
        told(seat, "case1"),
        follow_ups=[{"at": "2026-09-01T09:00:00+08:00", "situation": "正常"}],
        confirmations=[{"body": "武陟县人民法院", "applied_on": "2026-10-10"}],
    )
    places = {(one.page, one.field) for one in found(seat, file)}
    assert {("follow_ups", "at"), ("confirmations", "applied_on")} <= places
    in_time = amended(seat, file, confirmations=[{"body": "武陟县人民法院", "applied_on": "2026-10-09"}])
    assert ("confirmations", "applied_on") not in {(one.page, one.field) for one in found(seat, in_time)}


def test_a_case_without_a_visit_is_told_so_a_month_after_the_last_payment(seat: Seat) -> None:
    """人民调解法 Art. 31: the last instalment was due on 2026-10-31."""
    file = amended(seat, told(seat, "case1"), follow_ups=[])
    now = seat.desk.store.clock()
    overdue = [one for one in self_check(file, now, date(2026, 12, 1)) if one.page == "follow_ups"]
    hint = [one for one in self_check(file, now, date(2026, 11, 30)) if one.page == "follow_ups"]
    assert (overdue[0].severity, hint[0].severity) == (Severity.WARN, Severity.HINT)


def test_a_record_that_moved_after_its_paper_is_found(seat: Seat, tmp_path: Path) -> None:
    """Paper and record must say the same: the paper by name."""
    file = whole(seat, told(seat, "case1"), tmp_path)
    amend_case(seat, dataclasses.replace(file.case, recorder="赵敏"), file.case)
    said = [str(one.what) for one in found(seat, file)]
    assert any("当事人身份证明" in text and "changed" in text for text in said)


def test_words_of_the_agreement_are_checked_term_by_term(seat: Seat) -> None:
    """Amounts that differ, vague days, a repair without a standard: each with its term and its field."""
    document = {
        "centre": "武陟县木城街道人民调解委员会",
        "parties": [{"side": "applicant", "name": "王伟"}, {"side": "respondent", "name": "李强"}],
        "agreement": {
            "facts": "欠款1,000.00元（壹仟贰佰元整）。",
            "number": "（2019）木字第7号",
            "terms": [
                {"term_kind": "act", "obligors": ["李强"], "text": "尽快修复围墙"},
                {"text": "双方互不追究，房屋归王伟所有。"},
            ],
        },
    }
    (done,) = record(seat, msgspec.json.encode(document))
    checked = {(one.page, one.field, one.place) for one in found(seat, load(seat, done.case_id))}
    assert {
        ("agreement", "facts", 0),
        ("agreement", "due", 1),
        ("agreement", "standard", 1),
        ("agreement", "terms", 1),
        ("agreement", "terms", 2),
        ("agreement", "text", 2),
        ("agreement", "number", 0),
    } <= checked


def test_too_few_copies_are_found(seat: Seat) -> None:
    """A party that joined after the paper was issued needs a copy of its own (人民调解法 Art. 29)."""
    document = {
        "centre": "武陟县木城街道人民调解委员会",
        "parties": [{"side": "applicant", "name": "王伟"}, {"side": "respondent", "name": "李强"}],
        "agreement": {"facts": "漏水。", "terms": [{"text": "双方再无其他争议。"}]},
    }
    (done,) = record(seat, msgspec.json.encode(document))

    issue(seat, load(seat, done.case_id))
    shown = msgspec.json.decode(to_json(show_case(seat, done.case_id)))
    file = amended(seat, load(seat, done.case_id), parties=[*shown["parties"], {"side": "third", "name": "赵敏"}])
    assert ("agreement", "court_copy") in {(one.page, one.field) for one in found(seat, file)}


def test_a_dispute_that_was_not_accepted_needs_its_notice_and_no_minutes(seat: Seat) -> None:
    """人民调解工作若干规定 Art. 22."""
    document = {
        "centre": "武陟县木城街道人民调解委员会",
        "parties": [{"side": "applicant", "name": "王伟"}],
        "stages": [{"stage": "registered", "on": "2026-09-01"}, {"stage": "declined", "on": "2026-09-02"}],
    }
    (done,) = record(seat, msgspec.json.encode(document))
    said = [str(one.what) for one in found(seat, load(seat, done.case_id)) if one.severity is Severity.WARN]
    assert any(text.startswith("不予受理通知书") for text in said)
    assert not any(text.startswith("人民调解记录") for text in said)
