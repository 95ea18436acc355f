"""Amending a case by its document: by id and revision, signed content never."""

from __future__ import annotations

import copy
import dataclasses
from typing import Any

import msgspec
import pytest

from mediation_desk.actions.case_document import DocumentRefused, record, show_case, to_json
from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.cases import amend_case
from mediation_desk.actions.sample.plan import case_bytes, signings_of
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.effect import EffectState
from mediation_desk.domain.stages import Stage
from mediation_desk.records.history import of_case

Document = dict[str, Any]


class Kept:
    """A case at the desk and its document."""

    def __init__(self, seat: Seat, data: bytes) -> None:
        self.seat = seat
        (done,) = record(seat, data)
        self.id = done.case_id

    @property
    def shown(self) -> Document:
        document: Document = msgspec.json.decode(to_json(show_case(self.seat, self.id)))
        return document

    @property
    def file(self) -> CaseFile:
        return load(self.seat, self.id)

    def amend(self, document: Document) -> None:
        record(self.seat, msgspec.json.encode(document))

    def refused(self, document: Document) -> list[str]:
        with pytest.raises(DocumentRefused) as caught:
            self.amend(document)
        return [fault.path for fault in caught.value.faults]


@pytest.fixture
def leak(seat: Seat) -> Kept:
    """The first case, agreed and not signed."""
    return Kept(seat, case_bytes("case1"))


def test_only_what_was_changed_is_written(leak: Kept) -> None:
    """The journal holds the changes that were made, not the whole document again."""
    document = leak.shown
    with leak.seat.read() as reader:
        before = len(of_case(reader.connection, leak.id))
    document["facts"] = "改过的"
    document["meetings"][1]["others"] = ""
    document["claims"].append({"text": "赔礼道歉"})
    leak.amend(document)
    with leak.seat.read() as reader:
        written = of_case(reader.connection, leak.id)[before:]
    assert [(e.kind, e.field.name if e.field else "") for e in written] == [
        ("case", "facts"),
        ("claim", "position"),
        ("claim", "text"),
        ("meeting", "others"),
    ]


def test_a_document_made_before_another_change_is_refused(leak: Kept) -> None:
    """Nobody's change is overwritten by a file that was made before it."""
    stale = leak.shown
    file = leak.file
    amend_case(leak.seat, dataclasses.replace(file.case, recorder="赵敏"), was=file.case)
    stale["facts"] = "旧文件里的话"
    assert leak.refused(stale) == ["$.revision"]
    assert leak.file.case.facts == file.case.facts
    assert leak.file.case.recorder == "赵敏"


def test_an_id_needs_its_revision(leak: Kept) -> None:
    """A file without one could not say what its author had seen."""
    document = leak.shown
    del document["revision"]
    assert leak.refused(document) == ["$.revision"]
    document = leak.shown | {"id": "01a20b49-4568-7000-b14f-67f54a81006f"}
    assert leak.refused(document) == ["$.id"]


def test_entries_left_out_are_taken_out_and_order_is_kept(leak: Kept) -> None:
    """A list in a document is the whole list, in its order."""
    document = leak.shown
    evidence = document["evidence"]
    document["evidence"] = [evidence[3], {"name": "收据"}, evidence[0]]
    leak.amend(document)
    assert [e.name for e in leak.file.evidence] == ["现场照片四", "收据", "现场照片一"]
    assert [e["name"] for e in leak.shown["evidence"]] == ["现场照片四", "收据", "现场照片一"]


def test_a_party_in_a_term_cannot_be_left_out(leak: Kept) -> None:
    """No term is left that names nobody."""
    document = leak.shown
    del document["parties"][1]
    paths = leak.refused(document)
    assert "$.agreement.terms[0].obligors[0]" in paths


def test_the_title_follows_the_parties_until_someone_writes_one(leak: Kept) -> None:
    """A composed title is composed anew; a written one stays."""
    document = leak.shown
    document["parties"][1]["name"] = "李婕"
    leak.amend(document)
    assert leak.file.case.title == "王𠮷与李婕邻里纠纷"
    document = leak.shown
    document["title"] = "漏水案"
    document["parties"][1]["name"] = "李㛃"
    leak.amend(document)
    assert leak.file.case.title == "漏水案"


def test_signing_facts_are_added_and_never_changed(leak: Kept) -> None:
    """Signed is signed: facts come in by a document, and from then on neither they nor the content move."""
    document = leak.shown
    facts = signings_of("case1")
    document["agreement"]["signings"] = facts[:5]
    leak.amend(document)
    assert leak.file.effect is not None
    assert leak.file.effect.state is EffectState.AWAITING_SEAL
    document = leak.shown
    document["agreement"]["signings"].append(facts[5])
    leak.amend(document)
    assert leak.file.effect.state is EffectState.EFFECTIVE
    assert leak.file.stage is Stage.PERFORMING

    shown = leak.shown
    for edit, path in (
        (lambda d: d["agreement"]["signings"][0].update(on="2026-09-07"), "$.agreement.signings[0]"),
        (lambda d: d["agreement"]["signings"].pop(), "$.agreement.signings"),
        (lambda d: d.update(agreement=None), "$.agreement"),
        (lambda d: d["agreement"].update(facts="别的事实"), "$.agreement"),
        (lambda d: d["agreement"]["terms"][2].update(text="别的"), "$.agreement.terms[2]"),
        (lambda d: d["agreement"]["terms"].pop(), "$.agreement.terms"),
        (lambda d: d.update(number="（2026）木城人调字第01009号"), "$.number"),
    ):
        document = copy.deepcopy(shown)
        edit(document)
        assert path in leak.refused(document)
    assert leak.shown == shown


def test_a_fact_entered_by_mistake_is_taken_back_by_a_further_one(leak: Kept) -> None:
    """The mistaken entry stays, the retraction names it, and the content is free again."""
    document = leak.shown
    document["agreement"]["signings"] = [{"fact": "signed", "party": "李㛃", "on": "2026-09-08"}]
    leak.amend(document)
    document = leak.shown
    document["agreement"]["signings"].append({"fact": "retracted", "on": "2026-09-08", "retracts": 1})
    document["agreement"]["terms"][2]["text"] = "双方再无其他争议。"
    leak.amend(document)
    assert leak.file.terms[2].text == "双方再无其他争议。"
    assert leak.file.standing_signings == ()
    assert [s["fact"] for s in leak.shown["agreement"]["signings"]] == ["signed", "retracted"]


def test_a_person_known_by_his_number_is_the_same_subject(seat: Seat) -> None:
    """The same person in a second case is the same subject; another with other particulars is not."""
    first, second = Kept(seat, case_bytes("case1")), Kept(seat, case_bytes("case1"))
    assert first.file.parties[0].subject == second.file.parties[0].subject
    moved = msgspec.json.decode(case_bytes("case1"))
    moved["parties"][0]["phone"] = "13839100009"
    third = Kept(seat, msgspec.json.encode(moved))
    assert third.file.parties[0].subject.id != first.file.parties[0].subject.id


def test_sex_and_birth_are_filled_from_the_number(seat: Seat) -> None:
    """The number says them; the form need not."""
    document = {
        "centre": "武陟县木城街道人民调解委员会",
        "parties": [{"side": "applicant", "name": "王𠮷", "document_number": "４１０８２３ 19680312 1212"}],
    }
    subject = Kept(seat, msgspec.json.encode(document)).file.parties[0].subject
    assert (subject.document_type, subject.document_number) == ("111", "410823196803121212")
    assert (subject.sex, str(subject.born_on)) == ("1", "1968-03-12")


def test_new_facts_take_the_case_to_their_stages(seat: Seat) -> None:
    """A program that brings facts need not know of stages; one that writes stages is left alone."""
    new = {"centre": "焦作市金融纠纷人民调解委员会", "applied_on": "2026-11-02"}
    kept = Kept(seat, msgspec.json.encode(new))
    assert [s.stage for s in kept.file.steps] == [Stage.REGISTERED]
    document = kept.shown
    document["accepted_on"] = "2026-11-03"
    document["meetings"] = [{"at": "2026-11-05T09:00:00+08:00", "result": "failed"}]
    kept.amend(document)
    assert [(s.stage, str(s.on)) for s in kept.file.steps] == [
        (Stage.REGISTERED, "2026-11-02"),
        (Stage.ACCEPTED, "2026-11-03"),
        (Stage.MEDIATING, "2026-11-05"),
        (Stage.FAILED, "2026-11-05"),
    ]
