"""Facts: what has happened in the world stands, marked if need be; and what was signed stays as it was signed."""

from __future__ import annotations

import pytest
from tests.sync.builders import Chain, Log, groups, uid, with_case

from mediation_desk.domain.roles import AGREE, MEET, SIGN
from mediation_desk.journal.op import CREATE, RESTORE, VOID
from mediation_desk.records import frozen
from mediation_desk.sync.merge.answers import BY_UNAUTHORISED, CONFLICTED, REFUSED, TAKEN_OUT, TEXT_CHANGED
from mediation_desk.sync.merge.groups import ALL, COUNTS, SIGNED_CONTENT, WRITTEN_ONCE, is_fact


def with_agreement() -> tuple[Log, Chain]:
    """A case with an agreement of one term."""
    log, first = with_case()
    log.take(
        first.create("agr", "agreement", {"number": "1", "facts": "f"}, purpose=AGREE, seen=log.newest),
        first.create("term", "term", {"agreement_id": uid("agr"), "text": "pay"}, purpose=AGREE, seen=log.newest),
    )
    return log, first


def signing(chain: Chain, log: Log, name: str = "sig", **more: object) -> object:
    """A fact of signing on the agreement."""
    values = {"agreement_id": uid("agr"), "fact": more.pop("fact", "signature")}
    if retracts := more.pop("retracts", None):
        values["retracts"] = uid(str(retracts))
    more.setdefault("seen", log.newest)
    return chain.create(name, "signing", values, purpose=SIGN, **more)  # type: ignore[arg-type]


def test_the_same_kinds_are_written_once_as_in_the_database() -> None:
    """Central and the desk's own triggers guard the same."""
    assert frozenset(frozen.WRITE_ONCE) == WRITTEN_ONCE
    assert frozenset(frozen.SIGNED_CONTENT) == SIGNED_CONTENT


@pytest.mark.parametrize(
    ("record", "kind", "change"), [("agr", "agreement", {"facts": "x"}), ("term", "term", {"text": "x"})]
)
def test_what_is_signed_is_not_changed(record: str, kind: str, change: dict[str, object]) -> None:
    """Not even by one who had seen everything; his words wait beside it. The same words change nothing."""
    log, first = with_agreement()
    log.take(signing(first, log))
    other = Chain("b")
    changed = other.write(record, change, kind=kind, purpose=AGREE, seen=log.newest)
    out = other.write(record, kind=kind, action=VOID, purpose=AGREE, seen=log.newest)
    same = other.write(record, {"facts": "f"} if kind == "agreement" else {"text": "pay"}, kind=kind, seen=log.newest)
    log.take(changed, out, same)
    assert [list(log.answer(f).groups.values()) for f in (changed, out, same)] == [[CONFLICTED], [CONFLICTED], []]


def test_nothing_is_added_to_what_is_signed() -> None:
    """A further term, or one that was taken out before and would come back; a term of another agreement may."""
    log, first = with_agreement()
    log.take(
        first.create("term 2", "term", {"agreement_id": uid("agr"), "text": "x"}, purpose=AGREE, seen=log.newest),
        first.write("term 2", kind="term", action=VOID, purpose=AGREE, seen=log.newest),
        signing(first, log),
    )
    other = Chain("b")
    added = other.create("term 3", "term", {"agreement_id": uid("agr"), "text": "x"}, purpose=AGREE, seen=log.newest)
    back = other.write("term 2", kind="term", action=RESTORE, purpose=AGREE, seen=log.newest)
    free = other.create("term 4", "term", {"agreement_id": uid("agr 2"), "text": "x"}, purpose=AGREE, seen=log.newest)
    log.take(added, back, free)
    assert groups(log.answer(added), COUNTS, "content") == [CONFLICTED] * 2
    assert log.answer(back).groups == {COUNTS: CONFLICTED}
    assert log.answer(free).groups == {}


def test_a_signing_that_was_taken_back_holds_nothing() -> None:
    """As long as no other stands."""
    log, first = with_agreement()
    log.take(signing(first, log), signing(first, log, "sig 2"))
    log.take(signing(first, log, "back", fact="retracted", retracts="sig"))
    other = Chain("b")
    still = other.write("agr", {"facts": "x"}, kind="agreement", purpose=AGREE, seen=log.newest)
    log.take(still)
    log.take(signing(first, log, "back 2", fact="retracted", retracts="sig 2"))
    free = other.write("agr", {"method": "x"}, kind="agreement", purpose=AGREE, seen=log.newest)
    log.take(free)
    assert log.answer(still).outcome("facts") == CONFLICTED
    assert log.answer(free).groups == {}


def test_another_agreement_of_the_case_is_free() -> None:
    """Only what was signed is frozen."""
    log, first = with_agreement()
    log.take(first.create("agr 2", "agreement", {"number": "2"}, purpose=AGREE, seen=log.newest))
    log.take(signing(first, log))
    free = Chain("b").write("agr 2", {"facts": "x"}, kind="agreement", purpose=AGREE, seen=log.newest)
    log.take(free)
    assert log.answer(free).groups == {}


def test_an_agreement_outside_any_case_is_not_signed() -> None:
    """What no honest desk writes is judged all the same."""
    log, _ = with_agreement()
    loose = Chain("b").create("loose", "agreement", {"number": "9"}, case=None, purpose=AGREE, seen=log.newest)
    log.take(loose)
    assert log.answer(loose).groups == {}


@pytest.mark.parametrize(
    ("record", "kind", "change"),
    [("agr", "agreement", {"method": "x"}), ("term", "term", {"text": "x"}), ("agr", "agreement", None)],
)
def test_a_signing_of_a_text_that_had_changed_stands_and_is_marked(
    record: str, kind: str, change: dict[str, object] | None
) -> None:
    """The paper was signed as it was; somebody must know that the record says something else by now."""
    log, first = with_agreement()
    before = log.newest
    action = "amend" if change else VOID
    log.take(first.write(record, change or {}, kind=kind, action=action, purpose=AGREE, seen=before))
    late = signing(Chain("b"), log, seen=before)
    log.take(late)
    assert log.answer(late).marks == [TEXT_CHANGED]
    assert log.answer(late).stands(COUNTS)


def test_a_signing_is_judged_by_when_its_text_was_read() -> None:
    """Its own word for the fact counts; a signing by one who had seen all is marked with nothing."""
    log, first = with_agreement()
    before = log.newest
    log.take(first.write("agr", {"method": "x"}, kind="agreement", purpose=AGREE, seen=before))
    late = signing(Chain("b"), log, "s1", seen={ALL: log.newest, "fact": before})
    fresh = signing(Chain("c"), log, "s2", seen=log.newest)
    log.take(late)
    log.take(fresh)
    assert (log.answer(late).marks, log.answer(fresh).marks) == ([TEXT_CHANGED], [])


def test_a_text_of_ones_own_is_no_surprise() -> None:
    """The desk that changed the text signs it."""
    log, first = with_agreement()
    mine = [
        first.write("agr", {"method": "x"}, kind="agreement", purpose=AGREE, seen=log.newest),
        signing(first, log, seen=log.newest),
    ]
    log.take(*mine)
    assert log.answer(mine[1]).marks == []


def test_facts_stand_in_a_case_that_was_taken_out() -> None:
    """A signature, a paper, a meeting that was held; a meeting that is only planned waits."""
    log, first = with_agreement()
    before = log.newest
    log.take(first.create("held", "meeting", {"position": 1}, purpose=MEET, seen=before))
    seen = log.newest
    log.take(first.write(action=VOID, seen=seen))
    other = Chain("b")
    facts = [
        signing(other, log, seen=seen),
        other.create("paper", "paper", {"kind": "x"}, seen=seen),
        other.write("held", {"result": "agreed"}, kind="meeting", purpose=MEET, seen=seen),
        other.create("planned", "meeting", {"position": 2}, purpose=MEET, seen=seen),
    ]
    log.take(*facts)
    assert [log.answer(f).marks for f in facts] == [[TAKEN_OUT], [TAKEN_OUT], [TAKEN_OUT], []]
    assert [log.answer(f).outcome(COUNTS) for f in facts] == ["applied", "applied", "applied", CONFLICTED]


def test_a_fact_of_one_without_the_right_stands_and_is_marked() -> None:
    """And with it what belongs to the same unit."""
    log, _ = with_agreement()
    other = Chain("b")
    unit = [
        signing(other, log, actor="nobody", unit="u", seen=log.newest),
        other.create("step", "stage_change", {"stage": "signed"}, actor="nobody", unit="u", seen=log.newest),
    ]
    log.take(*unit)
    assert [log.answer(f).marks for f in unit] == [[BY_UNAUTHORISED], []]
    assert [log.answer(f).stands(COUNTS) for f in unit] == [True, True]


def test_what_cannot_stand_beside_a_fact_is_kept_beside_it() -> None:
    """The unit is not refused; without the fact it would be."""
    log, _ = with_agreement()
    other = Chain("b")
    unit = [
        signing(other, log, unit="u", seen=log.newest),
        other.write("claim", {"text": "x"}, kind="party", unit="u", seen=log.newest),
    ]
    log.take(*unit)
    assert log.answer(unit[0]).stands(COUNTS)
    assert list(log.answer(unit[1]).groups.values()) == [CONFLICTED]


def test_a_fact_of_a_liar_is_refused() -> None:
    """Who claims to have seen the future is not believed in anything."""
    log, _ = with_agreement()
    lie = signing(Chain("b"), log, seen=log.newest + 5)
    log.take(lie)
    assert log.answer(lie).status == REFUSED


def test_what_is_a_fact() -> None:
    """A meeting is one once it has a result; a planned one is not, nor one whose result was emptied."""
    chain = Chain("b")
    held = chain.write("m", {"result": "agreed"}, kind="meeting")
    planned = chain.write("m", {"place": "x"}, kind="meeting")
    emptied = chain.write("m", {"result": ""}, kind="meeting")
    print_ = chain.create("p", "printing", {})
    note = chain.write("p", kind="printing")
    case = chain.write("c", {"result": "x"}, action=CREATE)
    assert [is_fact(f.op) for f in (held, planned, emptied, print_, note, case)] == [
        True,
        False,
        False,
        True,
        False,
        False,
    ]
