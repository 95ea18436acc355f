"""A record keeps a code; the words come from the table it was made under."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mediation_desk.domain.codes import Code, CodeTable, in_force

TABLE = CodeTable(
    name="case_source",
    version="2026.1",
    effective=date(2026, 1, 1),
    source="人民调解法第十七条",
    entries=(
        Code("01", "当事人申请", "Party's application", {"statistics": "applied"}),
        Code("08", "12345热线转办", "", {"statistics": "other"}),
    ),
)


def test_lookup() -> None:
    assert TABLE["01"].name_zh == "当事人申请"
    assert "08" in TABLE
    assert "99" not in TABLE
    assert [code.code for code in TABLE] == ["01", "08"]
    with pytest.raises(KeyError, match="case_source: 99"):
        TABLE["99"]


def test_the_name_in_either_language() -> None:
    assert TABLE["01"].name("en") == "Party's application"
    assert TABLE["01"].name("zh_CN") == "当事人申请"
    assert TABLE["08"].name("en") == "12345热线转办"


def test_typed_words_find_their_code() -> None:
    assert TABLE.find(" 当事人申请 ") is TABLE["01"]
    assert TABLE.find("01") is TABLE["01"]
    assert TABLE.find("当事人") is None


def test_a_code_of_a_newer_table_is_shown_as_it_is() -> None:
    assert TABLE.name_zh("77") == "77"


def test_the_version_in_force_on_a_day() -> None:
    later = replace(TABLE, version="2027.1", effective=date(2027, 1, 1))
    both = (later, TABLE)
    assert in_force(both, None) is later
    assert in_force(both, date(2026, 12, 31)) is TABLE
    assert in_force(both, date(2027, 1, 1)) is later
    assert in_force(both, date(2020, 1, 1)) is TABLE


def test_entries_by_attribute() -> None:
    assert [code.code for code in TABLE.where("statistics", "other")] == ["08"]
