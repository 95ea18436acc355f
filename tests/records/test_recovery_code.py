"""The recovery code survives a hand: what is copied well opens, what is copied badly is named."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.recovery_code import ALPHABET, GROUPS, new_recovery_code, read_recovery_code

codes = st.integers(0, 2**64).map(lambda seed: new_recovery_code(Random(seed).randbytes))
WHOLE = new_recovery_code(Random(7).randbytes)


def test_the_code_holds_at_least_130_bits() -> None:
    """It stands alone against anyone who has the disk."""
    assert 5 * GROUPS * math.log2(len(ALPHABET)) > 130


@given(codes)
def test_a_code_reads_as_itself_however_it_is_typed(code: str) -> None:
    """Lower case, full width, spaces, other dashes, none: an input method must not lock anyone out."""
    full_width = "".join(chr(ord(letter) + 0xFEE0) if letter != "-" else "　" for letter in code)
    for typed in (
        code,
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        code.replace("-", "——"),
        full_width,
    ):
        assert read_recovery_code(typed) == code


@given(codes, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(code: str, place: int, letter: str) -> None:
    """The person is sent to the group, not back to the beginning."""
    index = place + place // 6
    wrong = code[:index] + letter + code[index + 1 :]
    if wrong != code:
        assert group_named(wrong) == place // 6 + 1


@given(codes, st.integers(0, GROUPS - 1), st.integers(0, 4))
def test_two_neighbours_exchanged_name_their_group(code: str, group: int, place: int) -> None:
    """The commonest slip of a hand."""
    index = group * 7 + place
    wrong = code[:index] + code[index + 1] + code[index] + code[index + 2 :]
    if wrong != code:
        assert group_named(wrong) == group + 1


@given(codes, st.permutations(range(GROUPS)))
def test_groups_in_another_order_are_found(code: str, order: list[int]) -> None:
    """A group copied into another's line is not a code."""
    groups = code.split("-")
    wrong = "-".join(groups[place] for place in order)
    if wrong != code:
        with pytest.raises(KnownProblem):
            read_recovery_code(wrong)


def test_a_group_left_out_or_shortened_is_said() -> None:
    """A missing group is counted, a short one named."""
    groups = WHOLE.split("-")
    with pytest.raises(KnownProblem, match="5 were typed"):
        read_recovery_code("-".join(groups[:5]))
    with pytest.raises(KnownProblem, match=r"Group 3 .* mistyped"):
        read_recovery_code("-".join([*groups[:2], groups[2][:-1], *groups[3:]]))
    with pytest.raises(KnownProblem, match="0 were typed"):
        read_recovery_code(" ")


def test_a_character_that_is_never_used_is_said() -> None:
    """An O cannot be right whatever the check says."""
    with pytest.raises(KnownProblem, match=r"Group 1 .* never uses"):
        read_recovery_code("O" + WHOLE[1:])


def group_named(wrong: str) -> object:
    with pytest.raises(KnownProblem) as caught:
        read_recovery_code(wrong)
    return caught.value.sentence.values["group"]
