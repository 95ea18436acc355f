"""Order is advice: it must be given where it helps and stay silent in the usual course."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.stages import STAGE_LABELS, Stage, StageStep, current_stage, order_warnings

DAY = date(2026, 9, 2)


def walk(*stages: Stage) -> list[str]:
    """All warnings of a case that takes these stages on one day after the other."""
    history: list[StageStep] = []
    said = []
    for count, stage in enumerate(stages):
        on = DAY + timedelta(count)
        said += [str(found) for found in order_warnings(history, stage, on)]
        history.append(StageStep(stage, on))
    return said


@pytest.mark.parametrize(
    "course",
    [
        (Stage.REGISTERED, Stage.ROUTED, Stage.CONSENT_ASKED, Stage.ACCEPTED, Stage.INFORMED, Stage.INQUIRING,
         Stage.MEDIATING, Stage.MEDIATING, Stage.AGREED, Stage.PERFORMING, Stage.FOLLOWED_UP, Stage.ARCHIVED),
        (Stage.ACCEPTED, Stage.MEDIATING, Stage.INQUIRING, Stage.MEDIATING, Stage.AGREED, Stage.ENFORCING,
         Stage.PERFORMING, Stage.ARCHIVED),
        (Stage.ACCEPTED, Stage.MEDIATING, Stage.SUSPENDED, Stage.MEDIATING, Stage.FAILED, Stage.ARCHIVED),
        (Stage.REGISTERED, Stage.DECLINED, Stage.ARCHIVED),
        (Stage.REGISTERED, Stage.REFERRED_OUT),
        (Stage.ACCEPTED, Stage.AGREED_ORALLY, Stage.FOLLOWED_UP, Stage.ARCHIVED),
        (Stage.ACCEPTED, Stage.WITHDRAWN, Stage.ARCHIVED),
    ],
)  # fmt: skip
def test_the_usual_courses_are_silent(course: tuple[Stage, ...]) -> None:
    assert walk(*course) == []


def test_mediating_before_acceptance() -> None:
    assert walk(Stage.REGISTERED, Stage.MEDIATING) == ["The case has not been accepted yet."]


def test_performing_without_agreement() -> None:
    assert walk(Stage.ACCEPTED, Stage.MEDIATING, Stage.PERFORMING) == ["No agreement has been reached yet."]


def test_going_back() -> None:
    assert walk(Stage.ACCEPTED, Stage.MEDIATING, Stage.INFORMED) == ["This stage usually comes before Mediation."]


def test_taking_up_an_ended_case() -> None:
    said = walk(Stage.ACCEPTED, Stage.MEDIATING, Stage.FAILED, Stage.MEDIATING)
    assert said == ["The case had ended (No agreement) and is taken up again."]


def test_the_same_stage_twice() -> None:
    assert walk(Stage.REGISTERED, Stage.REGISTERED) == ["The case is at this stage already."]


def test_an_earlier_day() -> None:
    (found,) = order_warnings([StageStep(Stage.ACCEPTED, DAY)], Stage.MEDIATING, DAY - timedelta(1))
    assert found.values == {"last": DAY}


def test_the_stage_is_that_of_the_latest_day_whatever_was_entered_last() -> None:
    late_entry = [StageStep(Stage.MEDIATING, DAY + timedelta(3)), StageStep(Stage.ACCEPTED, DAY)]
    assert current_stage(late_entry) is Stage.MEDIATING
    assert current_stage([StageStep(Stage.ACCEPTED, DAY), StageStep(Stage.MEDIATING, DAY)]) is Stage.MEDIATING
    assert current_stage([]) is None
    assert order_warnings(late_entry, Stage.AGREED, DAY + timedelta(4)) == ()


def test_every_stage_has_a_label() -> None:
    assert set(STAGE_LABELS) == set(Stage)


@given(st.lists(st.builds(StageStep, st.sampled_from(Stage), st.dates()), max_size=6), st.sampled_from(Stage))
def test_nothing_is_ever_blocked(history: list[StageStep], new: Stage) -> None:
    for found in order_warnings(history, new, DAY):
        assert str(found)
