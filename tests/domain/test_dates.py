"""Days are typed quickly and must come out as the day that was meant."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.dates import (
    CHINA,
    day_in_china,
    parse_date,
    parse_moment,
    print_by,
    print_date,
    print_moment,
)
from mediation_desk.domain.problem import KnownProblem

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20261124", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("2026-9-8", date(2026, 9, 8)),
        ("11-24", date(2026, 11, 24)),
        ("0905", date(2026, 9, 5)),
        ("9-5", date(2026, 9, 5)),
        ("2026年11月24日", date(2026, 11, 24)),
        ("2026 年 9 月 8 日", date(2026, 9, 8)),
        ("9月8号", date(2026, 9, 8)),
        ("2026.11.24", date(2026, 11, 24)),
        ("2026。11。24", date(2026, 11, 24)),
        ("2026/11/24", date(2026, 11, 24)),
        ("２０２６－１１－２４", date(2026, 11, 24)),
        ("+30", date(2026, 12, 24)),
        ("+7天", date(2026, 12, 1)),
        ("-3", date(2026, 11, 21)),
        ("今天", date(2026, 11, 24)),
        ("昨天", date(2026, 11, 23)),
        ("后天", date(2026, 11, 26)),
        ("Today", date(2026, 11, 24)),
    ],
)
def test_typed_days(typed: str, day: date) -> None:
    assert parse_date(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "24", "2026", "明年", "26-11-24-1", "2026-11", "１１", "11:24", "2026-11-24x"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(KnownProblem):
        parse_date(typed, TODAY)


@pytest.mark.parametrize("typed", ["20260230", "2026-13-01", "0229", "2026年2月29日", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused_as_such(typed: str) -> None:
    with pytest.raises(KnownProblem, match="no such day"):
        parse_date(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-09-05 09:30", datetime(2026, 9, 5, 9, 30, tzinfo=CHINA)),
        ("0905 0930", datetime(2026, 9, 5, 9, 30, tzinfo=CHINA)),
        ("9月5日9时30分", datetime(2026, 9, 5, 9, 30, tzinfo=CHINA)),
        ("2026年9月5日 9点半", datetime(2026, 9, 5, 9, 30, tzinfo=CHINA)),
        ("2026年9月5日15时", datetime(2026, 9, 5, 15, 0, tzinfo=CHINA)),
        ("2026-09-05T09:30", datetime(2026, 9, 5, 9, 30, tzinfo=CHINA)),
        ("２０２６－０９－０５　０９：３０", datetime(2026, 9, 5, 9, 30, tzinfo=CHINA)),
        ("今天 15:00", datetime(2026, 11, 24, 15, 0, tzinfo=CHINA)),
        ("明天9点", datetime(2026, 11, 25, 9, 0, tzinfo=CHINA)),
        ("+1 1400", datetime(2026, 11, 25, 14, 0, tzinfo=CHINA)),
        ("09:30", datetime(2026, 11, 24, 9, 30, tzinfo=CHINA)),
    ],
)
def test_typed_times(typed: str, moment: datetime) -> None:
    assert parse_moment(typed, TODAY) == moment


@pytest.mark.parametrize("typed", ["", "2026-09-05", "0905", "25:00", "09:61", "2026-09-05 2400", "下午", "9点半 x"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(KnownProblem):
        parse_moment(typed, TODAY)


def test_printed_forms() -> None:
    assert print_date(date(2026, 9, 8)) == "2026年9月8日"
    assert print_by(date(2026, 9, 20)) == "2026年9月20日前（含当日）"
    assert print_moment(datetime(2026, 9, 5, 1, 30, tzinfo=UTC)) == "2026年9月5日9时30分"
    assert print_moment(datetime(2026, 8, 3, 7, 0, tzinfo=UTC)) == "2026年8月3日15时00分"


def test_the_day_is_the_one_at_the_centre() -> None:
    assert day_in_china(datetime(2026, 9, 5, 16, 30, tzinfo=UTC)) == date(2026, 9, 6)


@given(st.dates(), st.dates())
def test_what_is_printed_reads_back(day: date, today: date) -> None:
    assert parse_date(day.isoformat(), today) == day
    assert parse_date(day.strftime("%Y%m%d").zfill(8), today) == day


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - given a zone below
def test_printed_times_read_back(at: datetime) -> None:
    moment = at.replace(second=0, microsecond=0, tzinfo=CHINA)
    assert parse_moment(print_moment(moment), TODAY) == moment


@given(st.text("0123456789年月日时分点半 :-/.+T今明天", max_size=16))
def test_any_text_is_read_or_refused(typed: str) -> None:
    for parse in (parse_date, parse_moment):
        try:
            parse(typed, TODAY)
        except KnownProblem:
            continue
