"""Finding: by any two characters, by initials, by numbers whole or their last four; never what was taken out."""

from __future__ import annotations

import dataclasses

import pytest
from tests.desk_fixtures import centre_of, person

from mediation_desk.actions.cases import NewParty, amend_case, blank, register
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Case, Party, Subject
from mediation_desk.domain.roles import AMEND
from mediation_desk.records.search import cases_with
from mediation_desk.records.search_words import initials, pairs


def dispute(seat: Seat, name: str, facts: str = "", **of_person: object) -> Case:
    """A registered case of one applicant."""
    case = dataclasses.replace(blank(seat, centre_of(seat)), facts=facts)
    return register(seat, case, [NewParty(person(seat, name, **of_person), "applicant")])


def found(seat: Seat, typed: str, limit: int = 50) -> list[Case]:
    """The cases that are found, in their order."""
    with seat.read() as reader:
        ids = cases_with(reader.connection, typed, limit)
        return [case for case in (reader.get(Case, i) for i in ids) if case is not None]


@pytest.mark.parametrize(
    "typed",
    [
        "卫生间",  # a longer word
        "渗漏",  # two characters, the common query
        "漏",  # one
        "王𠮷",  # beyond the basic plane
        "𠮷",
        "和平街18号",
        "ＶＩＰ",  # full width, other case
        "渗漏 王𠮷",  # words of the case and of its party together
        "13839100001",
        "0001",
        "410823196803121212",
        "1212",
        "41102319680312121x",
    ],
)
def test_a_case_is_found_by(seat: Seat, typed: str) -> None:
    """Texts of the case and its parties, and numbers whole or by their last four."""
    case = dispute(
        seat,
        "王𠮷",
        "卫生间渗漏，vip 单元",
        address="木城街道和平街18号2单元",
        phone="13839100001",
        document_number="41102319680312121X" if typed.endswith("x") else "410823196803121212",
    )
    dispute(seat, "李㛃", "噪声扰民", phone="13700000022")
    assert found(seat, typed) == [case]


@pytest.mark.parametrize("typed", ["渗间", "生卫", "王李", "渗漏 李㛃", "12", "9999", "", "  "])
def test_a_case_is_not_found_by(seat: Seat, typed: str) -> None:
    """Characters that do not stand together, words of two different cases, nothing at all."""
    dispute(seat, "王𠮷", "卫生间渗漏", phone="13839100001")
    dispute(seat, "李㛃", "噪声扰民")
    assert found(seat, typed) == []


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("单志强", {"szq", "dzq", "czq"}),
        ("仇建国", {"qjg", "cjg"}),
        ("解学军", {"xxj", "jxj"}),
        ("区小平", {"oxp", "qxp"}),
        ("曾国华", {"zgh", "cgh"}),
        ("查良", {"zl", "cl"}),
    ],
)
def test_a_surname_is_typed_by_any_of_its_readings(name: str, ways: set[str]) -> None:
    """Whoever types 单 as dan must find Mr Shan."""
    assert ways <= initials(name)


def test_initials_find_a_party(seat: Seat) -> None:
    """Two letters on the keyboard, without the input method; the beginning is enough."""
    case = dispute(seat, "张海燕")
    dispute(seat, "李国庆")
    assert found(seat, "zhy") == found(seat, "ZH") == [case]


def test_the_newest_acceptance_comes_first_and_the_number_is_limited(seat: Seat) -> None:
    """What a mediator looks for is mostly what he did last."""
    days = [seat.desk.today.replace(month=month) for month in (3, 9, 6)]
    cases = []
    for day in days:
        case = dataclasses.replace(blank(seat, centre_of(seat)), facts="渗漏", applied_on=day, accepted_on=day)
        cases.append(register(seat, case))
    assert [c.accepted_on for c in found(seat, "渗漏")] == sorted(days, reverse=True)
    assert [c.accepted_on for c in found(seat, "渗漏", limit=2)] == sorted(days, reverse=True)[:2]


def test_a_new_day_of_acceptance_moves_a_case(seat: Seat) -> None:
    """The order is that of the days as they are now; a case that is not accepted yet stands with the newest."""
    today = seat.desk.today
    first, second = (dispute(seat, name, "渗漏") for name in ("王𠮷", "李㛃"))
    for case, day in ((first, today), (second, today.replace(month=3))):
        amend_case(seat, dataclasses.replace(case, accepted_on=day), case)
    third = dispute(seat, "张海燕", "渗漏")
    assert [c.id for c in found(seat, "渗漏")] == [third.id, first.id, second.id]
    case = found(seat, "渗漏")[1]
    amend_case(seat, dataclasses.replace(case, accepted_on=today.replace(month=1)), case)
    assert [c.id for c in found(seat, "渗漏")] == [third.id, second.id, first.id]


def test_a_name_changed_once_is_found_in_every_case_of_his(seat: Seat) -> None:
    """A person is one over many cases; a party taken out of one is found by the other alone."""
    who = person(seat, "王𠮷")
    cases = [
        register(seat, blank(seat, centre_of(seat)), [NewParty(who, "applicant", known=known)])
        for known in (False, True)
    ]
    with seat.write(AMEND, who.centre_id) as unit:
        unit.put(dataclasses.replace(who, name="李㛃"), was=who)
    assert {c.id for c in found(seat, "李㛃")} == {c.id for c in cases}
    assert {c.id for c in found(seat, "lj")} == {c.id for c in cases}
    with seat.read() as reader:
        [party] = reader.of_case(Party, cases[0].id)
    with seat.write(AMEND, who.centre_id) as unit:
        unit.void(party)
    assert [c.id for c in found(seat, "李㛃")] == [cases[1].id]
    with seat.write(AMEND, who.centre_id) as unit:
        unit.restore(party)
    assert {c.id for c in found(seat, "李㛃")} == {c.id for c in cases}


def test_a_longer_word_stands_together_in_one_text(seat: Seat) -> None:
    """Its pairs spread over several texts, or over one in another order, are not the word."""
    dispute(seat, "天花", "花板", address="天花 花板")
    case = dispute(seat, "李㛃", "天花板")
    assert found(seat, "天花板") == [case]
    dispute(seat, "王一飞", "ab bc cd")
    named = dispute(seat, "阿斌", "abcd")
    assert found(seat, "abc") == [named]


def test_what_was_changed_is_found_by_its_new_words_alone(seat: Seat) -> None:
    """The index changes in the transaction of the change."""
    case = dispute(seat, "王𠮷", "卫生间渗漏")
    with seat.write(AMEND, case.centre_id) as unit:
        unit.put(dataclasses.replace(case, facts="噪声扰民"), was=case)
    assert found(seat, "渗漏") == []
    assert [c.id for c in found(seat, "噪声")] == [case.id]


def test_a_person_who_was_taken_out_is_not_found(seat: Seat) -> None:
    """Neither by name nor by number."""
    dispute(seat, "王𠮷", phone="13839100001")
    with seat.read() as reader:
        [king] = reader.find(Subject)
    with seat.write(AMEND, king.centre_id) as unit:
        unit.void(king)
    assert found(seat, "13839100001") == []
    with seat.read() as reader:
        keys = reader.connection.exec_driver_sql(
            "SELECT count(*) FROM search_key WHERE record_id = ?", (king.id.bytes,)
        )
        assert keys.scalar_one() == 0


def test_signs_of_the_query_language_are_only_signs(seat: Seat) -> None:
    """A quote or a star in the box is looked for, not obeyed."""
    case = dispute(seat, "王𠮷", '称"不修"* OR 1')
    assert found(seat, '"不修"*') == [case]
    assert found(seat, "x' OR '1'='1") == []


def test_pairs_do_not_reach_across_white_space() -> None:
    """The last character of one word and the first of the next were never written together."""
    assert list(pairs("卫生 间")) == [f"{ord('卫'):x}z{ord('生'):x}"]
