"""Doubtful words in a term are hinted at; good ones are left alone."""

from __future__ import annotations

import pytest

from mediation_desk.domain.wording_hints import INTEREST_AFTER, WAIVER, WordingRule, broken_by_all, wording_hints


@pytest.mark.parametrize(
    "text",
    [
        "李㛃于2026年9月20日前修复",
        "于9月20日以前付清",
        "双方今后互不追究",
        "逾期两期的，全部到期",
        "已付订金一万元",
        "尽快修好",
        "不履行的，由人民法院判决",
        "赔偿医疗费，并补偿误工费",
        "子女抚养费和父母赡养费一并支付",
    ],
)
def test_doubtful_words_are_hinted_at(text: str) -> None:
    """Each would leave something open, or say what an agreement cannot (民诉法解释 Art. 358(5))."""
    assert len(wording_hints(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "李㛃于2026年9月20日前（含当日）修复",
        "双方就本次漏水再无其他争议。",
        "累计逾期两期的，未还部分全部到期",
        "连续逾期两期的，未还部分全部到期",
        "任何一期逾期超过三日的，未付部分全部到期",
        "已付定金一万元",
        "可共同向人民法院申请司法确认",
        "银行依法如实报送征信",
    ],
)
def test_clear_words_are_left_alone(text: str) -> None:
    """The terms of the three cases give no hint."""
    assert wording_hints(text) == ()


@pytest.mark.parametrize(
    ("texts", "rules"),
    [
        (("免除违约金1,932.50元。", "分12期付清。"), (WAIVER,)),
        (("免除违约金。", "累计逾期两期的，已减免部分恢复。"), ()),
        (("欠利息4,217.36元，计至2026年7月31日。", "于月底前付清。"), (INTEREST_AFTER,)),
        (("欠利息4,217.36元，计至2026年7月31日。", "自2026年8月1日起按期履行期间不再计收利息。"), ()),
        (("双方再无其他争议。",), ()),
    ],
)
def test_some_things_only_all_terms_together_say(texts: tuple[str, ...], rules: tuple[WordingRule, ...]) -> None:
    """A waiver that says whether it lapses, interest after the day it is reckoned to: wherever in the agreement."""
    assert tuple(broken_by_all(texts)) == rules
