"""A centre's own wording: the same on all its desks, refused by place and rule when broken, and the shipped one still prints."""

from __future__ import annotations

from datetime import date

import pytest
from tests.actions.dossier.told import told

from mediation_desk.actions.case_file import load
from mediation_desk.actions.centre_wording import WordingRefused, take_wording, words_for
from mediation_desk.actions.issuing import issue_slot, preview_slot, stands
from mediation_desk.actions.paper_slots import paper_in, slots_of
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import CentreWording, Phrase

GOOD = """
version = "2026.1"
effective = 2026-01-01
source = "本中心2026年第一次会议"

[phrases]
title = "人民调解申请书（木城）"
sign = "申请人{name}（本人）"
""".encode()


def test_papers_are_printed_in_it_and_stand(seat: Seat) -> None:
    """From then on, for this kind and this centre; the paper notes which wording it was made in."""
    file = told(seat, "case1")
    take_wording(seat, file.case.centre_id, "application", GOOD)
    now = load(seat, file.case.id)
    (slot,) = slots_of(now, "application")
    paper = issue_slot(seat, now, slot)
    text = comparable("".join(page_texts(seat.desk.blobs.get(paper.pdf))))
    assert "人民调解申请书（木城）" in text and "申请人王𠮷（本人）" in text
    assert paper.wording == "木城/2026.1"
    assert stands(load(seat, file.case.id), slot)
    other = told(seat, "case3")
    assert words_for(other, "application").phrases["title"] == "人民调解申请书"


def test_the_agreement_can_be_worded_too(seat: Seat) -> None:
    """The main paper is no exception; one that was signed stays in the words it was signed in."""
    file = told(seat, "case1")
    signed = file.paper
    wording = GOOD.decode().replace("申请书", "协议书").replace('sign = "申请人{name}（本人）"\n', "").encode()
    take_wording(seat, file.case.centre_id, "agreement", wording)
    now = load(seat, file.case.id)
    assert now.paper == signed
    (slot,) = slots_of(now, "agreement")
    assert stands(now, slot)
    assert "人民调解协议书（木城）" in comparable("".join(page_texts(preview_slot(now, slot, seat.desk.store.clock()))))


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ('titel = "申请书"', ["titel"]),
        ('title = ""', ["title"]),
        ('sign = "申请人"', ["sign"]),
        ('sign = "申请人{name}{age}"', ["sign"]),
        ('sign = "申请人{name"', ["sign"]),
        ('title = "申请书\U000323af"', ["title"]),
        ('titel = "x"\nsign = "申请人"', ["titel", "sign"]),
    ],
)
def test_a_broken_one_is_refused_by_place_and_rule(seat: Seat, lines: str, places: list[str]) -> None:
    """All faults at once; nothing is taken, and papers print as before."""
    file = told(seat, "case1")
    broken = GOOD.decode().partition("[phrases]")[0] + "[phrases]\n" + lines
    with pytest.raises(WordingRefused) as refused:
        take_wording(seat, file.case.centre_id, "application", broken.encode())
    assert [fault.place for fault in refused.value.faults] == places
    now = load(seat, file.case.id)
    assert now.wordings == ()
    assert words_for(now, "application").phrases["title"] == "人民调解申请书"


def test_what_is_no_wording_at_all_is_refused_in_words(seat: Seat) -> None:
    """No TOML; no such paper; a head that lacks its lines."""
    centre = seat.account.centre_id
    with pytest.raises(KnownProblem):
        take_wording(seat, centre, "application", b"\xff\xfe")
    with pytest.raises(KnownProblem):
        take_wording(seat, centre, "no_such_paper", GOOD)
    with pytest.raises(WordingRefused) as refused:
        take_wording(seat, centre, "application", b'[phrases]\ntitle = "x"\n')
    assert {fault.place for fault in refused.value.faults} == {"version", "effective", "source"}


def test_a_broken_one_from_elsewhere_is_left_aside(seat: Seat) -> None:
    """Records come by line and stick: the shipped wording prints where the record cannot."""
    file = told(seat, "case1")
    with seat.write("settings", file.case.centre_id) as unit:
        unit.put(
            CentreWording(
                id=unit.new_id(),
                centre_id=file.case.centre_id,
                paper_kind="application",
                version="9",
                base="2011.1-henan",
                effective=date(2026, 1, 1),
                source="别处",
                phrases=(Phrase("sign", "申请人"),),
            )
        )
    now = load(seat, file.case.id)
    (slot,) = slots_of(now, "application")
    assert issue_slot(seat, now, slot).wording == "2011.1-henan"
    assert paper_in(load(seat, file.case.id), slot) is not None
