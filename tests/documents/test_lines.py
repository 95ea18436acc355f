"""Lines break where Chinese typography allows, and lose nothing."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_breakables

from mediation_desk.documents.breaks import _NEVER_FIRST, _NEVER_LAST, break_before
from mediation_desk.documents.clusters import drawable
from mediation_desk.documents.lines import broken
from mediation_desk.documents.typefaces import Role, chain

NOT_FIRST = "，。；：！？、）》」』】〕〉”’…·％,.;:!?)]}%"
NOT_LAST = "（《「『【〔〈“‘(["

LEGAL = (
    "申请人王𠮷（男，汉族，1968年3月12日生）与被申请人李㛃（女，回族）因卫生间渗漏发生纠纷。2026年9月5日，双方在“木城街道调解点”第一次调解："
    "李㛃认为“漏水系管道老化”，不同意赔偿；王𠮷坚持赔偿6,007.14元（人民币陆仟零柒元壹角肆分）！依据《中华人民共和国民法典》第一千一百六十五条、"
    "《物业管理条例》等规定……调解员释明：相邻权利人应当“有利生产、方便生活、团结互助、公平合理”；双方遂达成一致——修复、赔偿、互谅。"
)
MIXED = (
    "银行卡6228480000000000011（中国农业银行焦作分行）于2026-08-31前转入65,809.52元；联系人：阿依古丽·买买提，电话0391-2345678转8001，"
    "邮箱mediation.desk@example.com，见https://www.example.com/a/very/long/path?query=value&more=1。利率3.85%／年，温度-5℃～30℃，"
    '「一」『二』【三】〔四〕〈五〉——‘六’“七”……John Smith（美国）said: "OK, fine." 第1/2/3期，共3期？是！'
)
QUOTES = "他说：“（见《‘甲’合同》、附件……）”，签了【（「丙」）】。" * 20
WIDTHS = [round(112 + 7.7 * step, 1) for step in range(50)]  # 8 to 35 characters: narrower than any column of a paper


@pytest.mark.parametrize("text", [LEGAL * 4, MIXED * 4, QUOTES], ids=["legal", "mixed", "quotes"])
def test_no_line_begins_or_ends_against_the_rules_at_fifty_widths(text: str) -> None:
    """避头尾: the commonest blemish of Chinese papers made by programs (82 in 897 lines with ReportLab's own)."""
    for width in WIDTHS:
        lines = broken(text, Role.FANG, 14, width, 28)
        for before, line in pairwise(lines):
            assert line.text[0] not in NOT_FIRST, (width, before.text, line.text)
            assert before.text[-1] not in NOT_LAST, (width, before.text, line.text)


@pytest.mark.parametrize("text", [LEGAL * 4, MIXED * 4, QUOTES])
def test_nothing_is_lost_and_nothing_is_too_wide(text: str) -> None:
    """All characters are on some line, in order; no line reaches over the edge."""
    for width in WIDTHS:
        lines = broken(text, Role.FANG, 14, width, 28)
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
        for place, line in enumerate(lines):
            room = width - 28 if place == 0 else width
            assert line.width <= room + 0.001 or len(line.text) == 1
            assert line.width == pytest.approx(chain(Role.FANG).width(line.text) * 14 / 1000)


def test_a_word_longer_than_the_line_is_cut_not_spilled() -> None:
    """A number of 400 digits has no place to break by the rules, and must still stay on the sheet."""
    lines = broken("9" * 400 + "，完。", Role.SONG, 12, 200)
    assert len(lines) > 5
    assert all(line.width <= 200 for line in lines)
    assert not any(line.text.startswith("，") for line in lines)


def test_newlines_begin_paragraphs_with_their_own_indent() -> None:
    """Typed paragraphs stay paragraphs, empty ones too."""
    lines = broken("甲\n\n乙乙乙乙乙", Role.SONG, 10, 40, 20)
    assert [(line.text, line.last) for line in lines] == [
        ("甲", True),
        ("", True),
        ("乙乙", False),
        ("乙乙乙", True),
    ]


_ANY = st.text(
    st.sampled_from(
        "甲乙𠮷㛃一 　,.!?()[]“”‘’（）《》、，。；：…—-·／/%℃$￥0123456789abcXYZé\u0301\n々ーゥ가\U0001f1e8\U0001f1f3"
    ),
    max_size=60,
)


@settings(max_examples=400)
@given(_ANY)
def test_breaks_are_those_of_the_standard_plus_our_few(text: str) -> None:
    """Asking piece by piece must give what UAX #14 gives for the whole, but for the marks of GB/T 15834."""
    ours = list(break_before(text))
    whole = [int(flag) for flag in line_break_breakables(text)]
    for place in range(1, len(text)):
        tailored = text[place] in _NEVER_FIRST or text[place - 1] in _NEVER_LAST
        assert ours[place] == (0 if tailored else whole[place]), (text[:place], text[place:])


def test_a_long_text_with_control_characters_keeps_its_words() -> None:
    """What has no shape takes no room and leaves no hole."""
    chance = random.Random(7)
    noisy = "".join(char + chance.choice(["", "\u200b", "\ufeff", "\x07"]) for char in LEGAL)
    assert "".join(line.text for line in broken(noisy, Role.SONG, 14, 300)) == drawable(noisy) == LEGAL
