"""What a court would not confirm is hinted at by its article; what it would is left alone."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from mediation_desk.domain.confirmable import doubts
from mediation_desk.domain.records import Term

ONE, OTHER = UUID(int=1), UUID(int=2)
DAY = date(2026, 9, 20)


def term(text: str = "", **more: Any) -> Term:
    """A statement, unless it is said to be more."""
    return Term(id=UUID(int=9), centre_id=ONE, case_id=ONE, agreement_id=ONE, position=0, text=text, **more)


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("双方自愿离婚", "第三项"),
        ("确认双方收养关系解除", "第三项"),
        ("位于山阳区的房屋归王某所有", "第五项"),
        ("该注册商标归甲公司所有", "第五项"),
        ("甲公司申请破产后另行清偿", "第四项"),
        ("乙方不再报案", "第一项"),
        ("银行删除周某的不良征信记录", "第一项至第三项"),
    ],
)
def test_what_is_excluded_names_its_article(text: str, article: str) -> None:
    """民诉法解释 Arts. 355 and 358, by the item that applies."""
    (doubt,) = doubts(term(text))
    assert article in doubt.basis


@pytest.mark.parametrize(
    "text",
    [
        "双方就本次漏水再无其他争议。",
        "银行依法如实报送征信",
        "王某于月底前把房屋腾空并交还李某",
        "双方共同到不动产登记机构办理过户登记",
        "每月探望子女两次",
    ],
)
def test_what_a_court_confirms_gives_no_doubt(text: str) -> None:
    """Things to be done, not rights to be found."""
    assert list(doubts(term(text))) == []


def test_a_payment_says_who_whom_how_much_when_and_how() -> None:
    """内容不明确: each part by its field, so that one key leads there."""
    bare = term(term_kind="pay")
    assert [d.field for d in doubts(bare)] == ["obligor_ids", "due", "amount", "obligee_ids", "method"]
    whole = term(term_kind="pay", obligor_ids=(ONE,), obligee_ids=(OTHER,), amount=100, due=DAY, method="现金")
    assert list(doubts(whole)) == []


def test_a_repair_has_its_standard_and_a_waiver_needs_no_day() -> None:
    """修复 without 验收标准 cannot be enforced; 免除 is done by the agreement itself."""
    repair = term("修复卫生间渗漏", term_kind="act", obligor_ids=(ONE,), due=DAY)
    assert [d.field for d in doubts(repair)] == ["standard"]
    assert list(doubts(term("免除违约金1,932.50元", term_kind="act", obligor_ids=(ONE,)))) == []
