"""人民调解协议书: everything the view says is on the paper, nothing is cut, and signatures never stand alone."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.documents import agreement_cases
from tests.documents.readers import by_poppler, rare_characters

from mediation_desk.documents.agreement import (
    PAPER,
    agreement_text,
    blocks,
    furniture,
    missing_characters,
    render_agreement,
)
from mediation_desk.documents.agreement_view import (
    AgreementForm,
    AgreementView,
    DeclaredBlank,
    TermView,
    view_bytes,
    view_from,
)
from mediation_desk.documents.check import comparable, differences, page_texts
from mediation_desk.documents.flow import paged
from mediation_desk.documents.paper_view import placed_texts
from mediation_desk.documents.render import TEXT_HEIGHT, TEXT_WIDTH
from mediation_desk.domain.money import format_amount
from mediation_desk.reference.papers import wording, wording_on

LEAK, WAGES, CARD = agreement_cases.LEAK, agreement_cases.WAGES, agreement_cases.CARD
SENTENCE = "双方对事实均无异议，愿意互谅互让；依照《中华人民共和国人民调解法》的规定，经调解员主持，协商一致。"


def long_view(parties: int = 40, terms: int = 60, facts: int = 20_000) -> AgreementView:
    """The largest agreement we promise to print."""
    chance = random.Random(1)
    people = tuple(
        replace(LEAK.parties[place % 2], name=f"当事人{chance.choice('甲乙丙丁')}{place}") for place in range(parties)
    )
    clauses = tuple(TermView(text=f"第{place}项：{SENTENCE * (1 + place % 4)}") for place in range(terms))
    story = (SENTENCE * (facts // len(SENTENCE) + 1))[:facts]
    return replace(LEAK, parties=people, terms=clauses, facts=story)


LONG = {
    "everything": long_view(),
    "facts": long_view(parties=2, terms=1),
    "parties": long_view(terms=1, facts=100),
    "terms": long_view(parties=2, facts=100),
}


@pytest.mark.parametrize("case", list(agreement_cases.ALL))
def test_two_readers_find_the_records_text_to_the_character(case: str) -> None:
    """Promise 7, for the three cases that come to the counter."""
    view = agreement_cases.ALL[case]
    pdf = render_agreement(view, draft=False)
    assert differences(pdf, agreement_text(view), furniture(view)) == []
    assert comparable(by_poppler(pdf)) == comparable("".join(page_texts(pdf)))


@pytest.mark.parametrize("case", [*agreement_cases.ALL, *LONG])
def test_every_text_of_the_view_is_in_the_papers_text(case: str) -> None:
    """The expected text is made from the same blocks as the drawing: so that no block forgets a field, all are sought."""
    view = {**agreement_cases.ALL, **LONG}[case]
    whole = comparable(agreement_text(view) + furniture(view).text(2, 2))
    for place, text in placed_texts(view, wording(PAPER, view.wording)):
        assert comparable(text) in whole, place
    for term in view.terms:
        for schedule in term.schedules:
            for day, fen in schedule.instalments:
                assert format_amount(fen) in whole
                assert f"{day.year}年{day.month}月{day.day}日前（含当日）" in whole
    for party in view.parties:
        assert party.age is None or f"{party.age}周岁" in whole


@pytest.mark.parametrize("case", list(LONG))
def test_nothing_is_cut_however_long(case: str) -> None:
    """One deployed product cuts facts to five lines. 20,000 characters, 40 parties, 60 terms flow over pages."""
    view = LONG[case]
    pdf = render_agreement(view, draft=False)
    assert differences(pdf, agreement_text(view), furniture(view)) == []
    assert len(page_texts(pdf)) > 3


@pytest.mark.parametrize("case", [*agreement_cases.ALL, "facts", "terms"])
def test_the_signature_block_is_whole_and_travels_with_the_last_sentences(case: str) -> None:
    """Nobody signs a sheet that says nothing: effect, copies and all signatures are on one page."""
    view = {**agreement_cases.ALL, **LONG}[case]
    last = comparable(page_texts(render_agreement(view, draft=False))[-1])
    assert comparable(view.copies) in last
    assert "之日起生效" in last
    assert all(f"{party.role}{party.name}（" in last for party in view.parties)
    assert "（人民调解委员会印章）" in last


def test_at_every_length_of_the_facts_the_signatures_are_never_alone() -> None:
    """The page break is tried at each place it can fall: a line more each time, over more than a page."""
    for lines in range(60):
        view = replace(LEAK, facts="甲" * 31 * lines + "乙")
        last = comparable(page_texts(render_agreement(view, draft=True))[-1])
        assert comparable(view.copies) in last, lines
        assert "王𠮷（签名" in last, lines


def test_forty_signatures_flow_and_the_seal_has_company() -> None:
    """Where no page can hold the block, mediator and seal still stand with the last parties' lines."""
    last = comparable(page_texts(render_agreement(LONG["parties"], draft=False))[-1])
    assert "（人民调解委员会印章）" in last
    assert f"{LONG['parties'].parties[-1].name}（签名" in last


def test_nothing_is_drawn_outside_the_text_area() -> None:
    """Every piece of every case ends above the foot."""
    for view in (*agreement_cases.ALL.values(), *LONG.values()):
        pieces = [piece for block in blocks(view) for piece in block.pieces(TEXT_WIDTH)]
        for page in paged(pieces, TEXT_HEIGHT):
            assert page[-1].top + page[-1].piece.height <= TEXT_HEIGHT + 0.001


def test_head_and_foot_say_which_paper_page_and_draft() -> None:
    """Pages of two drafts never mix; a loose sheet says where it belongs."""
    view = replace(WAGES, draft=2)
    pages = [comparable(text) for text in page_texts(render_agreement(view, draft=False))]
    for number, text in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in text
        assert f"{view.code}第2稿" in text
        assert "当事人签名或按指印：人民调解员签名：" in text
        assert ("人民调解协议书（2026）焦非诉人调字第00217号" in text) == (number > 1)
        assert text.endswith("骑缝章")


def test_a_draft_says_so_and_an_issued_paper_does_not() -> None:
    """草稿 lies across every page of a preview."""
    assert all("草稿" in text for text in page_texts(render_agreement(LEAK, draft=True)))
    assert not any("草稿" in text for text in page_texts(render_agreement(LEAK, draft=False)))


def test_a_character_without_a_face_is_named_with_its_place() -> None:
    """Promise 7: it stops the issue. The place is in the paper's own words."""
    odd = replace(LEAK.parties[1], name="李\U000323af")
    view = replace(LEAK, parties=(LEAK.parties[0], odd))
    assert missing_characters(LEAK) == []
    assert missing_characters(view) == [("当事人二姓名", "\U000323af", "U+323AF")]
    with pytest.raises(ValueError, match=r"U\+323AF"):
        render_agreement(view, draft=False)


def test_a_declared_blank_is_left_for_the_hand_and_explained() -> None:
    """The way out: an underlined space where the character stands, and a sentence saying so."""
    odd = replace(LEAK.parties[1], name="李\U000323af芳")
    view = replace(LEAK, parties=(LEAK.parties[0], odd), declared_blanks=(DeclaredBlank(char="\U000323af"),))
    assert missing_characters(view) == []
    pdf = render_agreement(view, draft=False)
    assert differences(pdf, agreement_text(view), furniture(view)) == []
    whole = comparable("".join(page_texts(pdf)))
    assert "说明：“当事人二姓名”中有打印不出的字，此字留空格手写并按指印。" in whole
    assert "被申请人李芳（" in whole


def test_a_changed_character_is_found_with_its_page() -> None:
    """The comparison can fail: one digit more in the record than on the paper."""
    pdf = render_agreement(LEAK, draft=False)
    changed = agreement_text(LEAK).replace("3,007.14元", "3,007.15元")
    assert [(found.page, found.expected, found.found) for found in differences(pdf, changed, furniture(LEAK))] == [
        (1, "5", "4")
    ]


def test_an_oral_agreement_needs_no_partys_signature() -> None:
    """人民调解法 Art. 28: put down by the mediator, in effect on the day it was reached."""
    view = replace(LEAK, form=AgreementForm.ORAL)
    pdf = render_agreement(view, draft=False)
    assert differences(pdf, agreement_text(view), furniture(view)) == []
    whole = comparable("".join(page_texts(pdf)))
    assert "人民调解口头协议登记表" in whole
    assert "备注：此表由人民调解委员会填写。" in whole
    assert "申请人王𠮷（签名" not in whole


def test_rare_names_everywhere_are_printed_and_read_back() -> None:
    """A hundred characters of Ext A to F as names and in the facts."""
    rare = rare_characters(100, seed=5)
    view = replace(LEAK, facts=rare, mediators=(rare[:3],), recorder=rare[3:6])
    assert differences(render_agreement(view, draft=False), agreement_text(view), furniture(view)) == []


@pytest.mark.parametrize("case", list(agreement_cases.ALL))
def test_a_view_is_stored_and_comes_back_the_same(case: str) -> None:
    """The frozen view is what a signed paper is checked against years later."""
    view = agreement_cases.ALL[case]
    assert view_from(view_bytes(view)) == view
    assert view_bytes(view_from(view_bytes(view))) == view_bytes(view)


def test_the_wording_is_dated_and_known() -> None:
    """A paper keeps the wording it was made under; an unknown version is our mistake, loudly."""
    assert wording_on(PAPER, LEAK.issued.date()).version == LEAK.wording
    with pytest.raises(KeyError):
        wording(PAPER, "1999.1")
