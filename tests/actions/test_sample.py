"""The sample desk: its three cases to the fen and to the day, and a life of cases in all stages around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.actions.conftest import CHEAP, Ticking

from mediation_desk.actions.agreements import copies_of
from mediation_desk.actions.case_document import record, show_case, to_json
from mediation_desk.actions.case_file import CaseFile, load_by_number
from mediation_desk.actions.checking import check
from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.due import age_of, due_of
from mediation_desk.actions.lists import CaseQuery, page
from mediation_desk.actions.sample.course import COURSES
from mediation_desk.actions.sample.make import PASSWORD, Sample, make_sample
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.sign_in import accounts_named
from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.effect import EffectState
from mediation_desk.domain.records import Subject
from mediation_desk.domain.records.agreement import PAY
from mediation_desk.domain.roles import ROLES
from mediation_desk.domain.stages import Stage
from mediation_desk.domain.terms import term_text
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import open_with_passphrase


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Profile, Sample]:
    """A sample desk, made once and only read by the tests."""
    profile = Profile(tmp_path_factory.mktemp("sample") / "desk")
    return profile, make_sample(profile, PASSWORD, clock=Ticking(), cost=CHEAP)


@pytest.fixture
def sample_desk(made: tuple[Profile, Sample]) -> Iterator[Desk]:
    """The sample desk, opened with the passphrase that the command printed."""
    profile, sample = made
    desk = open_desk(profile, open_with_passphrase(profile, sample.passphrase), Ticking())
    yield desk
    desk.close()


@pytest.fixture
def head(sample_desk: Desk) -> Seat:
    """Seated as the account of the command line."""
    return take_seat(sample_desk, accounts_named(sample_desk, "李国庆")[0])


def case(head: Seat, short_name: str) -> CaseFile:
    return load_by_number(head, f"（2026）{short_name}人调字第01001号")


def paid(file: CaseFile) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """Who is paid how much, and when."""
    return [
        (file.party(t.obligee_ids[0]).name, t.amount or 0, [(str(p.due), p.amount) for p in t.schedule])
        for t in file.terms
        if t.term_kind == PAY
    ]


def last_days(file: CaseFile) -> list[str]:
    return [str(d.deadline.last) for d in due_of(file)]


def ages(file: CaseFile) -> dict[str, int | None]:
    assert file.agreement is not None
    assert file.agreement.concluded_on is not None
    return {p.name: age_of(p, file.agreement.concluded_on) for p in file.parties}


def test_the_leak_is_as_it_came_to_the_counter(head: Seat) -> None:
    """Case 1: sums, days, ages and copies; signed on the 8th, in effect with the seal of the 9th."""
    file = case(head, "木城")
    assert file.case.title == "王𠮷与李㛃邻里纠纷"
    assert ages(file) == {"王𠮷": 58, "李㛃": 50}
    assert paid(file) == [("王𠮷", 600714, [("2026-09-15", 300000), ("2026-10-31", 300714)])]
    assert to_capital(600714) == "人民币陆仟零柒元壹角肆分"
    assert "人民币陆仟零柒元壹角肆分" in term_text(file.terms[1], lambda i: file.party(i).name)
    assert file.terms[0].due == date(2026, 9, 20)
    assert copies_of(file).total == 3
    assert {str(s.on) for s in file.signings if s.fact != "committee_sealed"} == {"2026-09-08"}
    assert file.effect is not None
    assert (file.effect.state, str(file.effect.on)) == (EffectState.EFFECTIVE, "2026-09-09")
    assert sorted(last_days(file)) == ["2026-10-08", "2026-10-09"]
    assert [(s.stage.value, str(s.on)) for s in file.steps] == [
        ("registered", "2026-09-01"),
        ("accepted", "2026-09-02"),
        ("inquiring", "2026-09-03"),
        ("mediating", "2026-09-05"),
        ("agreed", "2026-09-08"),
        ("performing", "2026-09-09"),
    ]


def test_the_wages_add_up_to_the_fen(head: Seat) -> None:
    """Case 2: five workers in three instalments each, one of them the agent of four, eight copies, three last days."""
    file = case(head, "焦非诉")
    due = ("2026-08-31", "2026-09-24", "2026-10-23")
    table = {
        "张喆": (1640902, (546967, 546967, 546968)),
        "刘堃": (1200000, (400000, 400000, 400000)),
        "陈昇": (980050, (326683, 326683, 326684)),
        "杨犇": (2000000, (666667, 666667, 666666)),
        "尉迟䶮": (760000, (253333, 253333, 253334)),
    }
    assert paid(file) == [(name, total, list(zip(due, parts, strict=True))) for name, (total, parts) in table.items()]
    assert sum(c.amount or 0 for c in file.claims) == sum(t.amount or 0 for t in file.terms) == 6580952
    assert file.agreement is not None
    assert to_capital(6580952) in file.agreement.facts
    columns = zip(*(parts for _, parts in table.values()), strict=True)
    assert [sum(column) for column in columns] == [2193650, 2193650, 2193652]
    by_agent = {p.name for p in file.parties if any(a.party_id == _id(file, "杨犇") for a in p.party.agents)}
    assert by_agent == {"张喆", "刘堃", "陈昇", "尉迟䶮"}
    assert copies_of(file).total == 8
    assert str(file.effect and file.effect.on) == "2026-08-20"
    assert sorted(last_days(file)) == ["2026-09-01", "2026-09-04", "2026-09-21"]


def _id(file: CaseFile, name: str) -> object:
    return next(p.party.id for p in file.parties if p.name == name)


def test_the_card_is_paid_in_twelve_months(head: Seat) -> None:
    """Case 3: what is waived, what is owed, twelve instalments, four copies, the last day of confirmation."""
    file = case(head, "焦金融")
    ((bank, total, parts),) = paid(file)
    assert (bank, total) == ("某银行焦作分行", 4075868)
    assert total == 4479986 - 193250 - 210868
    assert [a for _, a in parts] == [339656] * 11 + [339652]
    assert [d for d, _ in parts] == [f"2026-{m:02d}-05" for m in range(9, 13)] + [
        f"2027-{m:02d}-05" for m in range(1, 9)
    ]
    assert ages(file) == {"周敏𬱖": 36, "某银行焦作分行": None}
    assert copies_of(file).total == 4
    assert str(file.effect and file.effect.on) == "2026-08-10"
    assert "2026-09-09" in last_days(file)


def test_there_are_thirty_cases_in_all_stages(head: Seat, made: tuple[Profile, Sample]) -> None:
    """Every stage can be seen in the sample, and every state of an agreement's signing."""
    rows = page(head, CaseQuery(), 0, 100)
    assert len(rows) == made[1].cases == 30
    assert {row.stage for row in rows} == set(Stage)
    assert Counter(row.stage for row in rows) >= Counter(course.stage for course in COURSES)
    states = {file.effect.state for row in rows if (file := load_by_number(head, row.number)).effect}
    assert states == set(EffectState) - {EffectState.REFUSED}
    assert all(row.title.endswith("纠纷") for row in rows)


def test_rare_characters_are_among_the_names(head: Seat) -> None:
    """The sample shows what careless software breaks on."""
    with head.read() as reader:
        names = "".join(s.name for s in reader.find(Subject))
    assert any(ord(mark) > 0xFFFF for mark in names)


def test_each_account_has_its_role_at_each_centre(sample_desk: Desk, made: tuple[Profile, Sample]) -> None:
    """One can sign in as each role and see the same three centres."""
    seats = [take_seat(sample_desk, accounts_named(sample_desk, a.name)[0]) for a in made[1].accounts]
    assert {role for seat in seats for roles in seat.actor.roles.values() for role in roles} == set(ROLES)
    assert all(len(seat.actor.roles) == 3 for seat in seats)


def test_the_sample_is_whole(sample_desk: Desk) -> None:
    """Journal, tables, papers and scans of the sample agree."""
    assert check(sample_desk).sound


def test_the_sample_is_the_same_each_time_on_one_day(tmp_path: Path, head: Seat) -> None:
    """What a test or a picture shows today, another of today shows too."""
    profile = Profile(tmp_path / "again")
    again = make_sample(profile, PASSWORD, clock=Ticking(), cost=CHEAP)
    desk = open_desk(profile, open_with_passphrase(profile, again.passphrase), Ticking())
    try:
        seat = take_seat(desk, accounts_named(desk, "李国庆")[0])
        ours, theirs = (page(s, CaseQuery(), 0, 100) for s in (head, seat))
        assert sorted((r.number, r.title, r.stage) for r in ours) == sorted(
            (r.number, r.title, r.stage) for r in theirs
        )
    finally:
        desk.close()


def test_a_signed_case_of_the_sample_makes_the_round(head: Seat) -> None:
    """Signed and issued as well: what is shown is recorded without a change."""
    for short_name in ("木城", "焦非诉", "焦金融"):
        shown = to_json(show_case(head, case(head, short_name).case.id))
        (done,) = record(head, shown)
        assert not done.changed
