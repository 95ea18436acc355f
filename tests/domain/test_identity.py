"""Numbers fill sex and birth date; a wrong card is warned of and never refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.identity import check_character, mask_identity, normalise_identity, read_identity

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("number", "sex", "born"),
    [
        ("11010519491231002X", "女", date(1949, 12, 31)),
        ("34052419800101001X", "男", date(1980, 1, 1)),
        ("440524188001010014", "男", date(1880, 1, 1)),
        ("410823196803121212", "男", date(1968, 3, 12)),
        ("410823197511022129", "女", date(1975, 11, 2)),
        ("410821198506143315", "男", date(1985, 6, 14)),
        ("410822197903221518", "男", date(1979, 3, 22)),
        ("410882199109082712", "男", date(1991, 9, 8)),
        ("410825197601184511", "男", date(1976, 1, 18)),
        ("410811199411301239", "男", date(1994, 11, 30)),
        ("41081119900501404X", "女", date(1990, 5, 1)),
    ],
)
def test_a_good_number_gives_sex_and_birth_and_no_finding(number: str, sex: str, born: date) -> None:
    reading = read_identity(number, TODAY)
    assert (reading.text, reading.sex, reading.born, reading.findings) == (number, sex, born, ())


@pytest.mark.parametrize(
    "typed", ["11010519491231002x", " 110105 19491231 002Ｘ ", "１１０１０５１９４９１２３１００２ｘ"]
)
def test_lower_case_full_width_and_spaces_are_normalised(typed: str) -> None:
    assert normalise_identity(typed) == "11010519491231002X"


def test_the_code_of_the_sex_is_the_one_records_keep() -> None:
    assert read_identity("410823196803121212", TODAY).sex_code == "1"
    assert read_identity("410823197511022129", TODAY).sex_code == "2"
    assert read_identity("4108", TODAY).sex_code == ""


def _with_check(first: str) -> str:
    return first + check_character(first)


@pytest.mark.parametrize("region", ["810000", "820000", "830000", "999156", "419001", "000000"])
def test_no_region_is_refused(region: str) -> None:
    reading = read_identity(_with_check(f"{region}19900101001"), TODAY)
    assert reading.findings == ()
    assert reading.born == date(1990, 1, 1)


def test_a_wrong_check_digit_warns_and_still_fills_the_form() -> None:
    reading = read_identity("410823196803121213", TODAY)
    assert reading.born == date(1968, 3, 12)
    assert [str(finding) for finding in reading.findings] == [
        "The check digit does not fit: compare the number with the card."
    ]


@pytest.mark.parametrize(
    ("birth", "sentence"),
    [
        ("19900230", "The birth date in the number does not exist."),
        ("20261125", "The birth date in the number lies in the future."),
    ],
)
def test_an_impossible_or_future_birth_warns_and_fills_no_date(birth: str, sentence: str) -> None:
    reading = read_identity(_with_check(f"410823{birth}121"), TODAY)
    assert reading.born is None
    assert reading.sex == "男"
    assert [str(finding) for finding in reading.findings] == [sentence]


def test_someone_born_today_is_no_future_birth() -> None:
    assert read_identity(_with_check("41082320261124121"), TODAY).findings == ()


def test_a_first_generation_number_is_read_and_warned_of() -> None:
    reading = read_identity("110105491231002", TODAY)
    assert (reading.sex, reading.born) == ("女", date(1949, 12, 31))
    assert "first-generation" in str(reading.findings[0])


@pytest.mark.parametrize("typed", ["4108231968031212", "4108231968031212120", "41082319680312121A", "４１"])
def test_other_shapes_warn_and_fill_nothing(typed: str) -> None:
    reading = read_identity(typed, TODAY)
    assert (reading.sex, reading.born) == (None, None)
    assert len(reading.findings) == 1


def test_nothing_typed_is_no_mistake() -> None:
    assert read_identity("  ", TODAY).findings == ()


@given(st.text("0123456789", min_size=17, max_size=17), st.integers(0, 16), st.integers(1, 9))
def test_every_single_wrong_digit_is_noticed(first: str, place: int, step: int) -> None:
    good = _with_check(first)
    wrong = good[:place] + str((int(good[place]) + step) % 10) + good[place + 1 :]
    assert check_character(wrong[:17]) != wrong[17]


@given(st.text())
def test_no_text_makes_reading_fail(typed: str) -> None:
    read_identity(typed, TODAY)


def test_no_finding_repeats_the_number() -> None:
    for typed in ("410823196803121213", "41082319680", "41082319900230121X"):
        for finding in read_identity(typed, TODAY).findings:
            assert typed not in repr(finding)


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("410802199001011234", "410802********1234"),
        ("41081119900501404x", "410811********404X"),
        ("E12345678", "*****5678"),
        ("1234", "****"),
        ("", ""),
    ],
)
def test_masks_show_region_and_last_four(number: str, masked: str) -> None:
    assert mask_identity(number) == masked
