"""Amounts in capital numerals (大写), both ways.

《支付结算办法》附件一《正确填写票据和结算凭证的基本规定》; for 整 after 角, the stricter 《会计基础工作规范》. The canonical
form keeps the 零 that the first rule leaves open (元 place zero and 角 not), as the bank's own example does.
"""

from __future__ import annotations

import re

from mediation_desk.domain.money import MOST_FEN, checked
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.typed import compact

PREFIX = "人民币"
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SPELLINGS = str.maketrans({"圆": "元", "正": "整", "陸": "陆", "貳": "贰", "参": "叁", "〇": "零"})
_YUAN_AND_REST = re.compile(r"(?:(?P<yuan>[^元角分整]{1,40})元)?(?:零?(?P<jiao>\w)角)?(?:零?(?P<fen>\w)分)?整?")


def to_capital(fen: int) -> str:
    """``人民币陆仟零柒元壹角肆分`` for 600714 fen. Defined from 0 to ``MOST_FEN``; else ``KnownProblem``."""
    yuan, rest = divmod(checked(fen), 100)
    jiao, cent = divmod(rest, 10)
    if not rest:
        return f"{PREFIX}{_whole(yuan)}元整"
    words = f"{_whole(yuan)}元" if yuan else ""
    if yuan and (yuan % 10 == 0 or jiao == 0):
        words += "零"
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    return f"{PREFIX}{words}{_DIGITS[cent]}分" if cent else f"{PREFIX}{words}整"


def from_capital(text: str) -> int:
    """The fen that capital numerals mean; the inverse of ``to_capital``.

    Also reads what others write: without 人民币, without the 零 the rule leaves open or with one more, 零角, 圆 for 元,
    正 for 整, 角 without 整. Everything else must be as ``to_capital`` writes it; otherwise ``KnownProblem``.
    """
    words = compact(text).translate(_SPELLINGS).removeprefix(PREFIX)
    written = _YUAN_AND_REST.fullmatch(words)
    if written is None or not words:
        raise _unreadable()
    fen = _value(written["yuan"]) * 100 + _digit(written["jiao"]) * 10 + _digit(written["fen"])
    if fen > MOST_FEN or _bare(to_capital(fen).removeprefix(PREFIX)) != _bare(words):
        raise _unreadable()
    return fen


def _whole(yuan: int) -> str:
    """Whole yuan without a unit; ``零`` for nothing."""
    high, low = divmod(yuan, 10**8)
    if not high:
        return _below_yi(low) or "零"
    words = f"{_below_yi(high)}亿"
    if low and low < 10**7:
        words += "零"
    return words + _below_yi(low)


def _below_yi(number: int) -> str:
    wan, rest = divmod(number, 10**4)
    if not wan:
        return _below_wan(rest)
    gap = "零" if rest and rest < 1000 else ""
    return f"{_below_wan(wan)}万{gap}{_below_wan(rest)}"


def _below_wan(number: int) -> str:
    words = ""
    for place, digit in enumerate(reversed(str(number))):
        words = (f"{_DIGITS[int(digit)]}{_PLACES[place]}" if digit != "0" else "零") + words
    return re.sub("零+", "零", words).rstrip("零")


def _value(words: str | None) -> int:
    """The number that 亿, 万, 仟, 佰, 拾 and digits make, 零 passed over."""
    if not words:
        return 0
    for unit, size in (("亿", 10**8), ("万", 10**4), ("仟", 1000), ("佰", 100), ("拾", 10)):
        head, found, tail = words.rpartition(unit)
        if found:
            return _value(head) * size + _value(tail)
    return _digit(words.strip("零") or "零")


def _digit(word: str | None) -> int:
    if word is None:
        return 0
    if len(word) != 1 or word not in _DIGITS:
        raise _unreadable()
    return _DIGITS.index(word)


def _bare(words: str) -> str:
    """Without what others write more or less of: 零 between digits, 零角, and 整."""
    return words.removesuffix("整").replace("零角", "").replace("零", "")


def _unreadable() -> KnownProblem:
    return KnownProblem("These capital numerals cannot be read as an amount. Write them like 人民币陆仟零柒元壹角肆分.")
