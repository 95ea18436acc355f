"""The shipped tables: whole, from a named source, and pointing only at codes that exist."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mediation_desk.domain.fields import spec_of
from mediation_desk.domain.records import ALL
from mediation_desk.reference.codes import table, table_names, versions
from mediation_desk.reference.deadlines import (
    arbitration_review_last_day,
    confirmation_last_day,
    deadline_rule,
    mediation_last_day,
)

TOWNSHIPS = {
    "410802": 9, "410803": 10, "410804": 7, "410811": 9, "410821": 9, "410822": 10,
    "410823": 16, "410825": 12, "410871": 6, "410882": 13, "410883": 11,
}  # fmt: skip


@pytest.mark.parametrize("name", table_names())
def test_each_table_says_what_it_is(name: str) -> None:
    codes = table(name)
    assert codes.name == name
    assert codes.version
    assert date(1991, 1, 1) <= codes.effective <= date(2026, 11, 24)
    assert codes.source
    assert codes.entries
    assert len({code.name_zh for code in codes}) == len(codes.entries) or name == "area"
    assert all(code.code and code.name_zh for code in codes)


@pytest.mark.parametrize("name", [name for name in table_names() if name != "area"])
def test_every_word_has_an_english_one(name: str) -> None:
    assert [code.code for code in table(name) if not code.name_en] == []


def test_every_coded_field_of_a_record_has_its_table() -> None:
    named = {field.facet.codes for record in ALL for field in spec_of(record) if field.facet.codes}
    assert named <= set(table_names())


def test_an_unknown_table_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        table("no_such_table")


def test_versions_that_were_replaced_stay_readable(tmp_path: Path) -> None:
    text = 'version = "{0}.1"\neffective = {0}-01-01\nsource = "表"\nentries = [{{ code = "1", name = "{0}" }}]\n'
    (tmp_path / "class.toml").write_text(text.format(2027), encoding="utf-8")
    (tmp_path / "class.2018.1.toml").write_text(text.format(2018), encoding="utf-8")
    (tmp_path / "classes.toml").write_text(text.format(2020), encoding="utf-8")
    assert {found.version: found["1"].name_zh for found in versions(tmp_path, "class")} == {
        "2018.1": "2018",
        "2027.1": "2027",
    }


def test_a_table_with_a_code_twice_is_refused(tmp_path: Path) -> None:
    rows = '{ code = "1", name = "甲" }, { code = "1", name = "乙" }'
    text = f'version = "1"\neffective = 2026-01-01\nsource = "表"\nentries = [{rows}]\n'
    (tmp_path / "class.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"class\.toml has a code twice"):
        versions(tmp_path, "class")


@pytest.mark.parametrize(
    ("name", "attribute", "target"),
    [
        ("dispute_class", "statistical", "statistical_class"),
        ("dispute_class", "deadline", "deadline_rule"),
        ("case_source", "statistics", "statistics_source"),
        ("centre_kind", "statistics", "statistics_body"),
        ("area", "parent", "area"),
    ],
)
def test_tables_point_only_at_codes_that_exist(name: str, attribute: str, target: str) -> None:
    pointed = {code.attributes[attribute] for code in table(name) if attribute in code.attributes}
    assert pointed <= {code.code for code in table(target)}


def test_every_dispute_class_rolls_up_and_has_a_period() -> None:
    for code in table("dispute_class"):
        assert {"statistical", "deadline"} <= set(code.attributes)
    assert {code.attributes["statistical"] for code in table("dispute_class")} == {
        code.code for code in table("statistical_class")
    }


def test_the_eighteen_classes_of_the_form() -> None:
    assert len(table("statistical_class").entries) == 18
    assert table("statistical_class")["10"].name_zh == "拖欠农民工工资纠纷"


def test_every_township_of_jiaozuo() -> None:
    areas = table("area")
    assert {code.code: len(areas.where("parent", code.code)) for code in areas.where("level", "county")} == TOWNSHIPS
    assert areas["410823001"].attributes["full"] == "焦作市武陟县木城街道"
    assert areas["410871203"].attributes["full"] == "焦作市城乡一体化示范区苏家作乡"
    assert all(code.code[:6] == code.attributes["parent"] for code in areas.where("level", "township"))


def test_ethnicities_are_printed_with_their_full_name() -> None:
    assert table("ethnicity")["01"].name_zh == "汉族"
    assert table("ethnicity")["03"].name_zh == "回族"
    assert len([code for code in table("ethnicity") if code.code <= "56"]) == 56


def test_the_words_of_the_sample_cases_are_there() -> None:
    for name, words in (
        ("dispute_class", ("邻里纠纷", "拖欠农民工工资纠纷", "信用卡纠纷", "金融借款合同纠纷")),
        ("case_source", ("当事人申请", "信访部门委托移送")),
        ("difficulty", ("简易",)),
        ("meeting_form", ("现场", "电话", "视频", "上门", "背靠背")),
        ("risk_flag", ("可能群体性上访",)),
        ("sex", ("男", "女")),
    ):
        for word in words:
            assert table(name).find(word) is not None, word


def test_no_fee_where_mediation_is_free() -> None:
    assert table("mediation_kind")["PM"].attributes["fee"] == "none"
    assert [code.code for code in table("mediation_kind").where("fee", "may")] == ["COM", "LAW"]


def test_periods_by_dispute_class() -> None:
    assert mediation_last_day("neighbour", date(2026, 9, 2)).last == date(2026, 10, 8)
    assert mediation_last_day("migrant_wages", date(2026, 8, 17)).last == date(2026, 9, 1)
    assert mediation_last_day("", date(2026, 9, 2)).last == date(2026, 10, 8)
    assert deadline_rule("medical").working
    assert mediation_last_day("medical", date(2026, 9, 2)).last == date(2026, 10, 20)


def test_the_last_days_of_the_three_sample_cases() -> None:
    assert confirmation_last_day(date(2026, 9, 9)).last == date(2026, 10, 9)
    assert confirmation_last_day(date(2026, 8, 20)).last == date(2026, 9, 21)
    assert arbitration_review_last_day(date(2026, 8, 20)).last == date(2026, 9, 4)
    assert confirmation_last_day(date(2026, 8, 10)).last == date(2026, 9, 9)


def test_a_basis_is_printed_with_every_period() -> None:
    for code in table("deadline_rule"):
        assert "《" in deadline_rule(code.code).basis or "法释" in deadline_rule(code.code).basis
    assert "第三十三条" in confirmation_last_day(date(2026, 9, 9)).basis
