"""All copies at once, each saying whom it is for."""

from __future__ import annotations

import pytest
from tests.actions.dossier.told import told

from mediation_desk.actions.case_file import load
from mediation_desk.actions.issuing import issue_slot
from mediation_desk.actions.paper_copies import all_copies, certified_copy, copy_labels
from mediation_desk.actions.paper_slots import slots_of
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.check import page_texts
from mediation_desk.domain.problem import KnownProblem


def test_eight_copies_of_the_wages_each_for_one(seat: Seat) -> None:
    """六方各一份，调委会一份，法院一份: labelled, in one file, and otherwise the issued paper."""
    file = told(seat, "case2")
    (slot,) = slots_of(file, "agreement")
    labels = copy_labels(file, slot)
    assert len(labels) == 8
    assert labels[0] == "张喆　存"
    assert labels[6:] == ("焦作市山阳区人民法院", "焦作市非诉讼服务中心人民调解委员会　存档")
    assert file.paper is not None
    texts = page_texts(all_copies(seat, file, slot))
    assert len(texts) == 8 * file.paper.pages
    plain = page_texts(seat.desk.blobs.get(file.paper.pdf))
    for copy, label in enumerate(labels):
        own = texts[copy * file.paper.pages : (copy + 1) * file.paper.pages]
        assert label.replace("　", "") in own[0].replace("　", "").replace(" ", "")
        assert own[1:] == plain[1:]


def test_a_notice_goes_to_each_party(seat: Seat) -> None:
    """One for each and one for the dossier; before it is issued there is nothing to print."""
    file = told(seat, "case1")
    (slot,) = slots_of(file, "effect_notice")
    assert copy_labels(file, slot) == ("王𠮷　存", "李㛃　存", "武陟县木城街道人民调解委员会　存档")
    with pytest.raises(KnownProblem):
        all_copies(seat, file, slot)
    issue_slot(seat, file, slot)
    assert len(page_texts(all_copies(seat, load(seat, file.case.id), slot))) % 3 == 0


def test_a_certified_copy_says_so(seat: Seat) -> None:
    """与原件核对无异, with a blank for the name and the day."""
    file = told(seat, "case1")
    assert file.paper is not None
    first = page_texts(certified_copy(seat, file, file.paper, "牛建军"))[0]
    assert "与原件核对无异" in first and "牛建军" in first
