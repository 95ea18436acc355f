"""Every paper of the three cases, from what was typed once: issued, read back, issued anew when the record moved."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
from tests.actions.dossier.told import CASES, LAST_DAYS, told

from mediation_desk.actions.case_document import record
from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.cases import amend_case
from mediation_desk.actions.issuing import issue_slot, preview_slot, stands
from mediation_desk.actions.paper_slots import PAPER_KINDS, PaperSlot, all_slots, paper_in, slots_of
from mediation_desk.actions.papers_at_hand import papers_at_hand
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.documents.paper import paper_differences, view_from
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.domain.dates import print_date
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper, SignedCopy

CENTRE = "武陟县木城街道人民调解委员会"


def text_of(seat: Seat, paper: Paper) -> str:
    """What can be copied out of an issued paper, without white space."""
    return comparable("".join(page_texts(seat.desk.blobs.get(paper.pdf))))


def only(file: CaseFile, kind: str) -> PaperSlot:
    """The one paper of a kind."""
    (slot,) = slots_of(file, kind)
    return slot


@pytest.mark.parametrize("name", CASES)
def test_every_paper_at_hand_is_issued_and_says_what_its_record_says(seat: Seat, name: str) -> None:
    """What the list calls ready can be issued; the stored file equals the stored view to the character, and both stand."""
    file = told(seat, name)
    ready = [one for one in papers_at_hand(file) if one.can_be_issued and one.paper is None]
    assert len(ready) > 10
    for one in ready:
        assert one.slot is not None
        paper = issue_slot(seat, load(seat, file.case.id), one.slot)
        kind = KINDS[one.kind]
        view = view_from(kind, seat.desk.blobs.get(paper.view))
        assert paper_differences(kind, view, seat.desk.blobs.get(paper.pdf)) == []
        assert kind.bare or paper.code in text_of(seat, paper)
    now = load(seat, file.case.id)
    for slot in all_slots(now):
        if paper_in(now, slot):
            assert stands(now, slot), slot.kind


@pytest.mark.parametrize("name", CASES)
def test_the_notice_names_the_last_day_and_how_it_is_counted(seat: Seat, name: str) -> None:
    """2026-10-09, 2026-09-21, 2026-09-09: a party who loses the day loses enforcement."""
    file = told(seat, name)
    text = text_of(seat, issue_slot(seat, file, only(file, "effect_notice")))
    assert f"共同申请司法确认的最后一日：{print_date(LAST_DAYS[name])}" in text
    assert file.effect is not None and file.effect.on is not None
    assert f"协议于{print_date(file.effect.on)}生效" in text


def test_the_notice_of_the_wages_says_what_a_stricter_reader_would_say(seat: Seat) -> None:
    """A Sunday that is worked lies between the thirtieth day and the last: named, with the fifteen days of arbitration."""
    file = told(seat, "case2")
    text = text_of(seat, issue_slot(seat, file, only(file, "effect_notice")))
    assert "第三十日为2026年9月19日" in text
    assert "2026年9月20日" in text
    assert "共同申请仲裁审查的最后一日：2026年9月4日" in text


def test_powers_of_attorney_are_made_from_the_agents_of_the_parties(seat: Seat) -> None:
    """Four workers and the company: five papers, and only the one that says more was typed twice over."""
    file = told(seat, "case2")
    slots = slots_of(file, "attorney")
    assert [s.called for s in slots][:2] == ["张喆—杨犇", "刘堃—杨犇"]
    assert len(slots) == 5
    assert [s.written for s in slots] == [True, False, False, False, False]
    paper = issue_slot(seat, file, slots[1])
    now = load(seat, file.case.id)
    assert [m.agent for m in now.mandates] == ["杨犇", "杨犇"]
    assert paper.subject_id == now.mandates[1].id
    assert "代为申请司法确认。" in text_of(seat, issue_slot(seat, now, slots_of(now, "attorney")[0]))


def test_receipts_count_the_instalments_and_what_is_still_owed(seat: Seat) -> None:
    """To the fen: 3,000.00 paid leaves 3,007.14; the second settles it; the repair is an act."""
    file = told(seat, "case1")
    first, repair, second = (text_of(seat, issue_slot(seat, file, slot)) for slot in slots_of(file, "receipt"))
    assert "￥3,000.00" in first and "￥3,007.14" in first and "第一期" in first and "以现金支付" in first
    assert "修复卫生间渗漏" in repair and "闭水试验" in repair
    assert "￥3,007.14" in second and "已全部履行完毕" in second


def test_a_record_that_moved_makes_a_further_draft_of_the_same_paper(seat: Seat) -> None:
    """作废重打: both drafts are kept, the second replaces the first, and pages of the two cannot be taken for each other."""
    file = told(seat, "case1")
    first = issue_slot(seat, file, only(file, "application"))
    now = load(seat, file.case.id)
    amend_case(seat, dataclasses.replace(now.case, facts="楼上卫生间地漏松动，水渗到楼下。"), now.case)
    now = load(seat, file.case.id)
    assert not stands(now, only(now, "application"))
    second = issue_slot(seat, now, only(now, "application"))
    assert (second.draft, second.supersedes, second.code == first.code) == (2, first.id, False)
    assert "第2稿" in text_of(seat, second)
    assert "第1稿" in text_of(seat, first)


def test_what_was_signed_and_scanned_is_not_issued_again_unchanged(seat: Seat) -> None:
    """A signed copy in the dossier is the paper; a second one of the same words would only raise the question which counts."""
    file = told(seat, "case1")
    paper = issue_slot(seat, file, only(file, "rights"))
    with seat.write("attach", file.case.centre_id) as unit:
        copy = SignedCopy(id=unit.new_id(), centre_id=paper.centre_id, case_id=paper.case_id, paper_id=paper.id)
        unit.put(copy)
    now = load(seat, file.case.id)
    with pytest.raises(KnownProblem):
        issue_slot(seat, now, only(now, "rights"))


def test_what_lacks_something_names_the_page_and_the_field(seat: Seat) -> None:
    """A case of the first minute: nothing can be issued, and each sentence leads somewhere."""
    new = {"centre": CENTRE, "parties": [{"side": "applicant", "name": "王伟"}]}
    (done,) = record(seat, msgspec.json.encode(new))
    file = load(seat, done.case_id)
    found = {one.kind: one for one in papers_at_hand(file)}
    assert set(found) == set(PAPER_KINDS)
    assert not found["application"].can_be_issued
    assert {m.page for m in found["application"].lacking} == {"case", "claims"}
    assert found["meeting"].slot is None and found["meeting"].lacking[0].page == "meetings"
    slot = found["application"].slot
    assert slot is not None
    with pytest.raises(KnownProblem):
        issue_slot(seat, file, slot)


def test_a_preview_is_never_stored(seat: Seat) -> None:
    """Looking does not issue: no paper, no blob, no change."""
    file = told(seat, "case3")
    before = len(seat.desk.blobs.paths())
    for slot in all_slots(file):
        assert "草稿" in "".join(page_texts(preview_slot(file, slot, seat.desk.store.clock())))
    assert len(seat.desk.blobs.paths()) == before
    assert load(seat, file.case.id).papers == file.papers
