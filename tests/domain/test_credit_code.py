"""A mistyped code names another company in a paper that a court reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.credit_code import check_symbol, read_credit_code


@pytest.mark.parametrize(
    "code",
    [
        "9144030071526726XG",
        "914403001922038216",
        "91330100799655058B",
        "91110000802100433B",
        "91110108551385082Q",
        "91410811MA0X1Y2T5X",
        "91410800MA0B7K3C7X",
    ],
)
def test_valid_codes_have_no_finding(code: str) -> None:
    assert read_credit_code(code).findings == ()


def test_a_wrong_check_symbol_warns() -> None:
    (finding,) = read_credit_code("911100001000003962").findings[-1:]
    assert "compare the code with the licence" in str(finding)


def test_the_organisation_code_inside_is_checked_too() -> None:
    wrong_inside = "91410811MA0X1Y2T6"
    (finding,) = read_credit_code(wrong_inside + check_symbol(wrong_inside)).findings
    assert "organisation code" in str(finding)


def test_lower_case_full_width_and_spaces_are_normalised() -> None:
    assert read_credit_code(" 91410811 ma0x1y2t5ｘ ").text == "91410811MA0X1Y2T5X"


@pytest.mark.parametrize(
    "typed", ["91410811MA0X1Y2T5", "91410811MA0X1Y2T5XX", "91410811MAOX1Y2T5X", "91410811MA0X1Y2T5-"]
)
def test_wrong_length_or_symbols_warn(typed: str) -> None:
    assert len(read_credit_code(typed).findings) == 1


def test_a_committee_without_a_code_is_no_mistake() -> None:
    assert read_credit_code("").findings == ()


@given(st.text())
def test_no_text_makes_reading_fail(typed: str) -> None:
    read_credit_code(typed)
