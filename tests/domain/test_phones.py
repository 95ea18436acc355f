"""Telephones are kept as they can be dialled, and shown without telling whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.bank_account import mask_account, normalise_account
from mediation_desk.domain.phones import PhoneKind, last_four, mask_phone, read_phone


@pytest.mark.parametrize(
    ("typed", "kept", "kind"),
    [
        ("13839100001", "13839100001", PhoneKind.MOBILE),
        (" 138 3910 0001 ", "13839100001", PhoneKind.MOBILE),
        ("138-3910-0001", "13839100001", PhoneKind.MOBILE),
        ("+8613839100001", "13839100001", PhoneKind.MOBILE),
        ("+86 138 3910 0001", "13839100001", PhoneKind.MOBILE),
        ("１３８３９１００００１", "13839100001", PhoneKind.MOBILE),
        ("0391-2345678", "0391-2345678", PhoneKind.LANDLINE),
        ("03912345678", "0391-2345678", PhoneKind.LANDLINE),
        ("+86-03912345678", "0391-2345678", PhoneKind.LANDLINE),
        ("（0391）2345678转801", "0391-2345678-801", PhoneKind.LANDLINE),
        ("010-62345678", "010-62345678", PhoneKind.LANDLINE),
        ("12345", "12345", PhoneKind.SERVICE),
        ("95599", "95599", PhoneKind.SERVICE),
        ("400-820-8820", "400-820-8820", PhoneKind.SERVICE),
    ],
)
def test_numbers_are_normalised(typed: str, kept: str, kind: PhoneKind) -> None:
    reading = read_phone(typed)
    assert (reading.text, reading.kind, reading.findings) == (kept, kind, ())


@pytest.mark.parametrize("typed", ["1383910000", "138391000011", "2345678", "儿子代接", "12839100001"])
def test_what_is_odd_is_kept_and_said(typed: str) -> None:
    reading = read_phone(typed)
    assert reading.text == typed
    assert len(reading.findings) == 1


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13812345678", "138****5678"),
        ("0391-2345678", "0391-***5678"),
        ("13812345678、13987654321", "138****5678、139****4321"),
        ("12345", "*2345"),
        ("", ""),
    ],
)
def test_masks_hide_the_middle(number: str, masked: str) -> None:
    assert mask_phone(number) == masked


@given(st.text("0123456789 -转", max_size=30))
def test_no_mask_shows_seven_digits_in_a_row(text: str) -> None:
    runs = "".join(mark if mark.isdigit() else " " for mark in mask_phone(text)).split()
    assert all(len(run) < 5 for run in runs)


@pytest.mark.parametrize(
    ("number", "four"), [("13839100001", "0001"), ("41081119900501404x", "404X"), ("0391-2345678", "5678"), ("12", "")]
)
def test_last_four_find_a_number(number: str, four: str) -> None:
    assert last_four(number) == four


def test_accounts_are_kept_without_spaces_and_shown_by_their_last_four() -> None:
    assert normalise_account("6228 4800 0000 0000 011") == "6228480000000000011"
    assert mask_account("6228 4800 0000 0000 011") == "****0011"
    assert mask_account("011") == "***"
