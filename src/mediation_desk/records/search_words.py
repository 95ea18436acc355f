"""What is looked for and what is found by it, as index words: pairs of characters, pinyin initials, numbers.

A text is indexed as overlapping pairs of its characters, made here: a two-character word is the common query, and SQLite's
own trigram index cannot answer it. A character is written as its code point, so that no tokenizer of SQLite has an opinion
on a rare one. Initials begin with ``i`` and numbers with ``n``, which no code point does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import Any

from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.names import is_han
from mediation_desk.domain.records import Case, Subject

DOCUMENT = "document"
PHONE = "phone"
ANY = "?"
_APART: Any = list  # each character without a reading by itself, which the library's annotations leave out
_READINGS_AT_MOST = 16
_LETTERS_AT_MOST = 6
_LAST = 4


def fold(value: str) -> str:
    """The form in which texts are compared: compatible forms as one, small letters. Never stored as the text itself."""
    return unicodedata.normalize("NFKC", value).casefold()


def pairs(folded: str) -> Iterator[str]:
    """The overlapping pairs of a folded text as index words; pairs across white space are left out."""
    for word in folded.split():
        yield from map("z".join, pairwise(map(_point, word)))


@lru_cache(maxsize=1 << 15)
def _point(character: str) -> str:
    return f"{ord(character):x}"


def text_of(record: Record) -> str:
    """All searched fields of a record, folded, one a line."""
    values = (getattr(record, f.name) for f in spec_of(type(record)) if f.facet.searched)
    return fold("\n".join(v for v in values if v))


@lru_cache(maxsize=50_000)
def initials(name: str) -> frozenset[str]:
    """The pinyin initials a name may be typed by: every reading of its first character, the common one of the rest.

    A Han character without a reading (𠮷) is written ``?`` and answers to any letter; Latin letters stand for themselves.
    """
    from pypinyin import Style, pinyin  # its dictionaries take 0.2 s and 30 MB, and reading needs none of them

    first = (
        [_initial(r) for r in pinyin(name[:1], style=Style.NORMAL, heteronym=True, errors=_APART)[0]] if name else []
    )
    rest = [_initial(way[0]) for way in pinyin(name[1:], style=Style.NORMAL, errors=_APART)] if name[1:] else []
    made = {"".join(way) for way in product(sorted(set(first)), *([c] for c in rest))}
    return frozenset(sorted(w for w in made if w)[:_READINGS_AT_MOST])


def _initial(reading: str) -> str:
    letter = fold(reading)[:1]
    if not letter.isascii():
        return ANY if is_han(letter) else ""
    return letter if letter.isalnum() else ""


def keys_of(record: Record) -> Iterator[tuple[str, str]]:
    """The exact keys of a record: document number and phone, whole and by their last four; a case's number."""
    if isinstance(record, Subject):
        for what, value in ((DOCUMENT, record.document_number or record.credit_code), (PHONE, record.phone)):
            digits = fold(value).replace(" ", "").replace("-", "")
            if digits:
                yield what, digits
                yield what, digits[-_LAST:]
    elif isinstance(record, Case):
        yield "number", fold(record.number)


def tokens(texts: Iterable[str], names: Iterable[str], numbers: Iterable[str]) -> Iterator[str]:
    """The index words of a case: of its folded texts, its parties' names, their numbers; each once."""
    found: dict[str, None] = {}
    for folded in texts:
        found.update(dict.fromkeys(pairs(folded)))
        found.update(dict.fromkeys(map(_point, set("".join(folded.split())))))
    for name in names:
        for way in initials(name):
            found.update(dict.fromkeys(_initial_word(way[:n]) for n in range(1, min(len(way), _LETTERS_AT_MOST) + 1)))
            found[_initial_word(way)] = None
    found.update(dict.fromkeys(_number_word(number) for number in numbers))
    yield from found


def text_match_of(word: str) -> str:
    """What FTS5 is asked for a folded word in texts: all of its pairs, or its one character."""
    return " AND ".join(f'"{w}"' for w in dict.fromkeys(pairs(word) if len(word) > 1 else [_point(word)]))


def key_match_of(word: str) -> str:
    """What it is asked for a word of letters as initials, or of figures as a number; empty for any other word."""
    star = " *" if len(word) > _LETTERS_AT_MOST else ""
    ways = [f'"{_initial_word(way)}"{star}' for way in _ways(word)]
    if word[:-1].isdigit() and len(word) >= _LAST:
        ways.append(f'"{_number_word(word)}"')
    return " OR ".join(ways)


def _initial_word(way: str) -> str:
    return "i" + way.replace(ANY, "〇")


def _number_word(number: str) -> str:
    return "n" + "".join(c for c in number if c.isalnum())


def _ways(word: str) -> list[str]:
    """The beginnings of initials a word of letters means: as typed, and with one letter for a character that has none."""
    if not (word.isascii() and word.isalpha()):
        return []
    return [word, *(word[:i] + ANY + word[i + 1 :] for i in range(min(len(word), _LETTERS_AT_MOST)))]
