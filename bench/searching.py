"""Searching 100,000 cases, encrypted: every answer held against a plain look through all texts, then timed.

Each query asks for what the search box shows: the fifty newest cases.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from random import Random

from bench.figures import Figure, high, median, seconds
from mediation_desk.actions.lists import FOUND_AT_MOST, find
from mediation_desk.actions.seat import Seat
from mediation_desk.records.search_words import initials

TIMES = 7
COMMON = (
    "漏水",
    "赔偿",
    "邻居",
    "工资",
    "物业",
    "彩礼",
    "押金",
    "赡养",
    "电梯",
    "采光",
    "调解",
    "山阳",
    "博爱",
    "武陟",
    "协商",
)
RARE = ("鸵鸟", "鲸骨", "磷肥", "茯苓", "唢呐", "犀角", "榫卯", "氆氇", "鼋头", "航母", "陨石", "赌场")
LONGER = (
    "玻璃钢",
    "钟乳石",
    "擀面杖",
    "和平街",
    "请求赔偿损失",
    "调解委员会",
    "一方到现场查看",
    "龙源路299号",
    "因鱼塘污染",
)
TOGETHER = ("漏水 赔偿", "山阳区 唢呐", "彩礼 鲸骨", "王 漏水", "犀角 榫卯", "太行路 照片")


def measure(seat: Seat) -> Iterator[Figure]:
    """The figures of searching; ``AssertionError`` where an answer is not the right one."""
    names = _names(seat)
    two = [*COMMON, *RARE, *(n for n in names if len(n) == 2)]
    words = [*two, *LONGER, *TOGETHER, *(n for n in names if len(n) == 3)]
    texts = _texts(seat)
    for word in words:
        if _answer(seat, word) != _looked_through(texts, word):
            raise AssertionError(f"the search for {word} does not find what is there")
    yield Figure("search, two characters, p95", "ms", _slow(seat, two), None, 5, 0.5)
    yield Figure("search, longer and several words, p95", "ms", _slow(seat, words[len(two) :]), None, None, None)
    letters = sorted({min(initials(n)) for n in names if len(n) == 3})
    yield Figure("search by pinyin initials, p95", "ms", _slow(seat, letters), None, 5, 0.2)


def _slow(seat: Seat, words: Sequence[str]) -> float:
    """The 95th of a hundred words, each at the median of its times, in milliseconds."""
    return high([median([seconds(partial(find, seat, w)) for _ in range(TIMES)]) for w in words]) * 1000


def _names(seat: Seat) -> list[str]:
    with seat.read() as reader:
        names = reader.connection.exec_driver_sql("SELECT DISTINCT name FROM subject ORDER BY name").scalars().all()
    return Random(5).sample(list(names), 60)


def _answer(seat: Seat, word: str) -> list[bytes]:
    return [row.case_id.bytes for row in find(seat, word)]


def _texts(seat: Seat) -> list[tuple[bytes, str]]:
    """Every case with all its searched words, newest first."""
    query = """SELECT c.id, c.number || char(10) || c.title || char(10) || c.facts || char(10) || (
        SELECT group_concat(s.name || char(10) || s.address, char(10)) FROM party p JOIN subject s ON s.id = p.subject_id
        WHERE p.case_id = c.id) FROM "case" c ORDER BY c.accepted_on DESC, c.id DESC"""
    with seat.read() as reader:
        return [tuple(row) for row in reader.connection.exec_driver_sql(query)]


def _looked_through(texts: Sequence[tuple[bytes, str]], typed: str) -> list[bytes]:
    found: list[bytes] = []
    for case_id, text in texts:
        if all(word in text for word in typed.split()):
            found.append(case_id)
            if len(found) == FOUND_AT_MOST:
                break
    return found
