"""A party that believes an agreement is in force when it is not loses its thirty days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.effect import (
    BINDING,
    FACT_LABELS,
    KINDS,
    STATE_LABELS,
    Effect,
    EffectState,
    Fact,
    SigningFact,
    oral_effect,
    written_effect,
)

D8, D9, D10 = date(2026, 9, 8), date(2026, 9, 9), date(2026, 9, 10)
PARTIES = ("wang", "li")
MEDIATORS = ("guoqing",)


def fact(kind: Fact, who: str | None = None, on: date = D8, **more: str) -> SigningFact:
    return SigningFact(kind, who, on, **more)


SIGNED = (
    fact(Fact.SIGNED, "wang"),
    fact(Fact.FINGERPRINTED, "wang"),
    fact(Fact.SIGNED, "li"),
    fact(Fact.FINGERPRINTED, "li"),
    fact(Fact.MEDIATOR_SIGNED, "guoqing"),
)
SEALED = (*SIGNED, fact(Fact.COMMITTEE_SEALED, on=D9))


def effect(*facts: SigningFact) -> Effect:
    return written_effect(facts, PARTIES, MEDIATORS)


def test_nothing_yet() -> None:
    found = effect()
    assert found.state is EffectState.UNSIGNED
    assert found.missing == ("wang", "li", "guoqing")
    assert found.seal_missing


def test_one_party_signed() -> None:
    found = effect(fact(Fact.SIGNED, "wang"))
    assert found.state is EffectState.PARTLY_SIGNED
    assert found.missing == ("li", "guoqing")
    assert found.on is None


def test_the_first_case_awaits_its_seal_for_a_day_and_takes_effect_with_it() -> None:
    assert effect(*SIGNED).state is EffectState.AWAITING_SEAL
    assert effect(*SEALED) == Effect(EffectState.EFFECTIVE, on=D9)


def test_the_last_of_party_mediator_and_seal_decides() -> None:
    late = (*SEALED[:2], fact(Fact.SIGNED, "li", D10), *SEALED[4:])
    assert effect(*late).on == D10


def test_a_seal_put_on_first_does_not_bind_the_parties() -> None:
    found = effect(fact(Fact.COMMITTEE_SEALED), fact(Fact.SIGNED, "wang"))
    assert found.state is EffectState.PARTLY_SIGNED
    assert not found.seal_missing


@pytest.mark.parametrize("kind", sorted(BINDING))
def test_signature_seal_or_fingerprint_each_bind_a_party(kind: Fact) -> None:
    facts = (fact(kind, "wang"), fact(kind, "li", D9), SEALED[4], fact(Fact.COMMITTEE_SEALED))
    assert effect(*facts) == Effect(EffectState.EFFECTIVE, on=D9)


def test_a_later_fingerprint_does_not_put_the_effect_off() -> None:
    assert effect(*SEALED, fact(Fact.FINGERPRINTED, "wang", D10)).on == D9


def test_a_needed_party_who_refuses_prevents_effect() -> None:
    facts = (fact(Fact.SIGNED, "wang"), fact(Fact.REFUSED, "li"), SEALED[4], fact(Fact.COMMITTEE_SEALED))
    found = effect(*facts)
    assert found.state is EffectState.REFUSED
    assert found.refused_by == ("li",)
    assert found.on is None


def test_a_refusal_after_signing_counts_and_signing_again_lifts_it() -> None:
    refused = (*SIGNED, fact(Fact.REFUSED, "li", D9))
    assert effect(*refused).state is EffectState.REFUSED
    signed_again = (*refused, fact(Fact.SIGNED, "li", D10), fact(Fact.COMMITTEE_SEALED, on=D9))
    assert effect(*signed_again) == Effect(EffectState.EFFECTIVE, on=D10)


def test_every_mediator_named_must_sign() -> None:
    found = written_effect(SEALED, PARTIES, ("guoqing", "xiumei"))
    assert found.state is EffectState.PARTLY_SIGNED
    assert found.missing == ("xiumei",)


def test_with_no_mediator_named_one_signature_of_any_is_needed() -> None:
    assert written_effect(SEALED, PARTIES, ()) == Effect(EffectState.EFFECTIVE, on=D9)
    unsigned = written_effect((*SEALED[:4], SEALED[5]), PARTIES, ())
    assert unsigned.state is EffectState.PARTLY_SIGNED
    assert unsigned.unsigned_mediator


def test_an_agreement_of_nobody_is_never_in_effect() -> None:
    assert written_effect(SEALED[4:], (), MEDIATORS).state is EffectState.PARTLY_SIGNED


def test_other_bodies_need_no_seal() -> None:
    assert written_effect(SIGNED, PARTIES, MEDIATORS, needs_seal=False) == Effect(EffectState.EFFECTIVE, on=D8)


def test_an_entry_taken_back_counts_for_nothing() -> None:
    seal = fact(Fact.COMMITTEE_SEALED, on=D9, id="seal")
    back = fact(Fact.RETRACTED, on=D9, id="back", retracts="seal")
    assert effect(*SIGNED, seal, back).state is EffectState.AWAITING_SEAL
    again = fact(Fact.RETRACTED, on=D9, retracts="back")
    assert effect(*SIGNED, seal, back, again).state is EffectState.EFFECTIVE


def test_handing_over_a_copy_changes_nothing() -> None:
    assert effect(*SEALED, fact(Fact.DELIVERED, "wang", D10)) == effect(*SEALED)
    assert effect(fact(Fact.DELIVERED, "wang")).state is EffectState.UNSIGNED


def test_a_stranger_cannot_sign_for_a_party() -> None:
    assert effect(fact(Fact.SIGNED, "zhao"), *SIGNED[2:], SEALED[5]).missing == ("wang",)


def test_oral_agreements_take_effect_the_day_they_are_reached() -> None:
    assert oral_effect(D8) == Effect(EffectState.EFFECTIVE, on=D8)
    assert oral_effect(None).state is EffectState.UNSIGNED


def test_everything_has_a_label() -> None:
    assert set(STATE_LABELS) == set(EffectState)
    assert set(FACT_LABELS) == set(Fact)
    assert KINDS[0] == "signed"


@given(st.permutations(SEALED))
def test_without_refusals_the_order_of_entry_does_not_matter(facts: list[SigningFact]) -> None:
    assert effect(*facts) == Effect(EffectState.EFFECTIVE, on=D9)


ANY_FACT = st.builds(
    SigningFact,
    st.sampled_from(sorted(set(Fact) - {Fact.RETRACTED})),
    st.sampled_from(["wang", "li", "guoqing", None]),
    st.sampled_from([D8, D9, D10]),
)


@given(st.lists(ANY_FACT, max_size=12))
def test_effect_means_that_nothing_is_missing_and_the_last_day_decided(facts: list[SigningFact]) -> None:
    found = effect(*facts)
    assert (found.state is EffectState.EFFECTIVE) == (found.on is not None)
    if found.on is not None:
        assert found.on in {one.on for one in facts}
        assert any(one.kind is Fact.COMMITTEE_SEALED and one.on <= found.on for one in facts)
        for party in PARTIES:
            assert any(one.who == party and one.kind in BINDING and one.on <= found.on for one in facts)
    else:
        assert found.missing or found.seal_missing
