"""A dossier with days out of order, or signed by a child alone, comes back from the review."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.consistency import CaseDays, PartyFacts, day_findings, party_findings
from mediation_desk.domain.finding import Severity

TODAY = date(2026, 11, 24)
GOOD = CaseDays(
    applied=date(2026, 9, 1),
    accepted=date(2026, 9, 2),
    meetings=(date(2026, 9, 8), date(2026, 9, 5)),
    agreed=date(2026, 9, 8),
    signings=(date(2026, 9, 9), date(2026, 9, 8)),
    closed=date(2026, 10, 31),
)
ADULT = date(1968, 3, 12)
SIGNING = date(2026, 9, 8)


def test_the_first_case_is_in_order() -> None:
    assert day_findings(GOOD, TODAY) == ()


def test_all_on_one_day_is_in_order() -> None:
    day = date(2026, 8, 20)
    assert day_findings(CaseDays(day, day, (day,), day, (day,), day), TODAY) == ()


def test_a_case_just_begun_has_nothing_to_compare() -> None:
    assert day_findings(CaseDays(applied=date(2026, 9, 1)), TODAY) == ()


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (
            CaseDays(applied=date(2026, 9, 3), accepted=date(2026, 9, 2)),
            "Out of order: the acceptance (2026-09-02) lies before the application (2026-09-03).",
        ),
        (
            CaseDays(accepted=date(2026, 9, 2), meetings=(date(2026, 9, 5), date(2026, 9, 1))),
            "Out of order: the first meeting (2026-09-01) lies before the acceptance (2026-09-02).",
        ),
        (
            CaseDays(meetings=(date(2026, 9, 5), date(2026, 9, 8)), agreed=date(2026, 9, 7)),
            "Out of order: the agreement (2026-09-07) lies before the last meeting (2026-09-08).",
        ),
        (
            CaseDays(agreed=date(2026, 9, 8), signings=(date(2026, 9, 9), date(2026, 9, 7))),
            "Out of order: the first signature (2026-09-07) lies before the agreement (2026-09-08).",
        ),
        (
            CaseDays(accepted=date(2026, 9, 2), closed=date(2026, 9, 1)),
            "Out of order: the closing (2026-09-01) lies before the acceptance (2026-09-02).",
        ),
        (CaseDays(agreed=date(2026, 11, 25)), "A day in the record has not come yet."),
    ],
)
def test_days_out_of_order_are_said_once(days: CaseDays, sentence: str) -> None:
    assert [str(found) for found in day_findings(days, TODAY)] == [sentence]


def test_an_adult_with_a_card_signs_without_a_word() -> None:
    assert party_findings(PartyFacts(born=ADULT, document=True), SIGNING) == ()


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (PartyFacts(born=date(2008, 9, 9), document=True), "A minor would sign alone"),
        (PartyFacts(born=date(2019, 1, 1), document=True), "Below 8 years"),
        (PartyFacts(born=ADULT, limited=True, document=True), "limited capacity would sign alone"),
        (PartyFacts(limited=True, document=True), "limited capacity would sign alone"),
        (PartyFacts(born=date(2026, 9, 9), document=True), "The birth date lies after"),
    ],
)
def test_who_should_not_sign_alone(party: PartyFacts, words: str) -> None:
    (found,) = party_findings(party, SIGNING)
    assert words in str(found)
    assert found.severity is Severity.WARN


def test_a_guardian_settles_it() -> None:
    assert party_findings(PartyFacts(born=date(2010, 1, 1), guardian=True, document=True), SIGNING) == ()


def test_no_document_is_a_hint_at_the_agreement() -> None:
    (found,) = party_findings(PartyFacts(born=ADULT), SIGNING)
    assert found.severity is Severity.HINT
