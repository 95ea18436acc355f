"""The list of cases and the search box over real cases."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.actions.case_document import record
from mediation_desk.actions.lists import CaseQuery, Sort, count, find, page
from mediation_desk.actions.sample.plan import CASES, case_bytes
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.stages import Stage
from mediation_desk.records.store import Actor


@pytest.fixture
def three(seat: Seat) -> Seat:
    """A seat at a desk with the three cases."""
    for name in CASES:
        record(seat, case_bytes(name))
    return seat


def titles(seat: Seat, query: CaseQuery) -> list[str]:
    rows = page(seat, query, 0, 50)
    assert count(seat, query) == len(rows)
    return [row.title for row in rows]


def test_the_list_is_newest_first_and_narrowed_by_each_of_its_filters(three: Seat) -> None:
    """What a mediator narrows the list by leaves exactly the cases it names."""
    leak, wages, card = (
        "王𠮷与李㛃邻里纠纷",
        "张喆等五人与焦作市金山建筑劳务有限公司拖欠农民工工资纠纷",
        "周敏𬱖与某银行焦作分行信用卡纠纷",
    )
    assert titles(three, CaseQuery()) == [leak, wages, card]
    assert titles(three, CaseQuery(descending=False)) == [card, wages, leak]
    assert titles(three, CaseQuery(mediator="张海燕")) == [card]
    assert titles(three, CaseQuery(mediator="张")) == []
    assert titles(three, CaseQuery(from_date=date(2026, 8, 17), to_date=date(2026, 9, 1))) == [wages]
    assert titles(three, CaseQuery(from_date=date(2026, 8, 18))) == [leak]
    assert titles(three, CaseQuery(text="李㛃")) == [leak]
    assert titles(three, CaseQuery(stage=Stage.AGREED)) == [leak, wages, card]
    assert titles(three, CaseQuery(stage=Stage.ACCEPTED)) == []
    for sort in Sort:
        assert len(titles(three, CaseQuery(sort=sort))) == 3


def test_pages_from_either_end_make_one_list(three: Seat) -> None:
    """The second half of a list, read from its end, continues the first without a gap or a repeat."""
    query = CaseQuery(sort=Sort.TITLE, descending=False)
    whole = page(three, query, 0, 50)
    for size in (1, 2):
        pieces = [row for offset in range(0, 3, size) for row in page(three, query, offset, size, 3)]
        assert pieces == whole
    assert page(three, query, 3, 10, 3) == []


def test_a_case_not_accepted_yet_stands_with_the_newest(seat: Seat) -> None:
    """A dispute just registered is not lost at the end of the list, and no range of days holds it."""
    record(seat, case_bytes("case1"))
    record(seat, '{"centre": "焦作市金融纠纷人民调解委员会", "title": "新来的"}'.encode())
    assert titles(seat, CaseQuery())[0] == "新来的"
    assert titles(seat, CaseQuery(from_date=date(2020, 1, 1))) == ["王𠮷与李㛃邻里纠纷"]
    assert titles(seat, CaseQuery(stage=Stage.REGISTERED)) == ["新来的"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王𠮷", 1),
        ("wj", 1),  # 𠮷 has no reading and answers to any letter
        ("wz", 1),
        ("lj", 1),
        ("天花板", 1),
        ("第01001号", 3),
        ("410823196803121212", 1),
        ("1212", 1),
        ("0001", 1),
        ("李国庆", 0),  # a mediator is no searched text
        ("周敏 40,758", 0),
        ("周敏 38,650.00", 1),
    ],
)
def test_the_search_box_finds_people_numbers_and_words(three: Seat, typed: str, found: int) -> None:
    """Names, initials, numbers of papers and of cases, and any words of the record lead to the case."""
    assert len(find(three, typed)) == found


def test_no_one_sees_a_case_of_a_centre_where_he_has_no_role(three: Seat) -> None:
    """Lists and search stay within the centres whose cases one may read."""
    own = three.account.centre_id
    actor = Actor(three.account.id, {own: three.actor.roles[own]})
    narrow = Seat(three.desk, three.account, actor)
    assert titles(narrow, CaseQuery()) == ["王𠮷与李㛃邻里纠纷"]
    assert [row.title for row in find(narrow, "纠纷")] == ["王𠮷与李㛃邻里纠纷"]
    other = next(c.id for c in three.centres() if c.id != own)
    assert titles(narrow, CaseQuery(centre_id=other)) == []
