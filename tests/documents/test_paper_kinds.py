"""What single papers must say, and how the generic piece treats drafts, blank forms and tables."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.documents.paper_cases import ALL, SHORT

from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.documents.paper import blocks, furniture, paper_differences, paper_text, render
from mediation_desk.documents.papers.decline import DeclineReason
from mediation_desk.documents.papers.ending import TerminationReason
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.documents.typefaces import Role
from mediation_desk.reference.codes import table


def test_a_changed_character_is_found() -> None:
    """The comparison can fail."""
    kind: Any = KINDS["receipt"]
    view: Any = SHORT["receipt"]
    pdf = render(kind, view, draft=False)
    assert paper_differences(kind, replace(view, amount=300_001), pdf) != []


def test_the_head_of_a_table_stands_again_on_every_page_it_goes_on_to() -> None:
    """A contents list of two sheets can be read on the second; the comparison knows what is repeated."""
    kind, view = KINDS["contents"], ALL["contents", "long"]
    pages = [comparable(text) for text in page_texts(render(kind, view, draft=False))]
    assert len(pages) > 3
    assert all("序号文书名称页号备注" in page for page in pages)
    assert furniture(kind, view).repeated[1:] == ("序号\n文书名称\n页号\n备注",) * (len(pages) - 1)


def test_a_blank_form_says_so_and_leaves_the_number_for_the_hand() -> None:
    """For days without power: with a leased number, or with its form to be filled in."""
    kind = KINDS["registration"]
    leased, open_ = ALL["registration", "blank"], replace(ALL["registration", "blank"], number="")
    assert f"编号：{leased.number}" in paper_text(kind, leased)
    assert "编号：（）人调字第号" in comparable(paper_text(kind, open_))
    page = comparable(page_texts(render(kind, open_, draft=False))[0])
    assert "空白表" in page
    assert "第1稿" not in page


def test_a_draft_says_so() -> None:
    """草稿 lies across the preview of every kind."""
    for key, kind in KINDS.items():
        assert "草稿" in page_texts(render(kind, SHORT[key], draft=True))[0]


def test_the_notice_prints_the_last_day_in_bold_with_its_reckoning() -> None:
    """A lost thirty days cannot be got back: the day is what the eye falls on."""
    kind, view = KINDS["effect_notice"], SHORT["effect_notice"]
    bold = [part for part in blocks(kind, view) if getattr(part, "role", None) is Role.SONG_BOLD]
    assert [part.text() for part in bold] == [
        "共同申请司法确认的最后一日：2026年9月21日",
        "共同申请仲裁审查的最后一日：2026年9月4日",
    ]
    text = paper_text(kind, view)
    assert (
        "自2026年8月21日起算三十日，第三十日为2026年9月19日。该日为休息日，顺延至休息日后的第一个工作日2026年9月21日。"
        in text
    )


def test_both_wordings_of_the_registration_print() -> None:
    """Two openings are in use; each paper keeps its own."""
    kind, view = KINDS["registration"], SHORT["registration"]
    short = replace(view, wording="2011.1-short")
    assert "依当事人申请（人民调解委员会主动调解）" in paper_text(kind, view)
    assert "2026年9月2日，本人民调解委员会经当事人同意，调解王𠮷、李㛃之间的纠纷。" in paper_text(kind, short)


def test_reasons_on_papers_are_the_codes_of_the_tables() -> None:
    """A reason chosen in the record can always be printed."""
    assert [one.value for one in DeclineReason] == [entry.code for entry in table("decline_reason").entries]
    assert [one.value for one in TerminationReason] == [entry.code for entry in table("termination_reason").entries]
