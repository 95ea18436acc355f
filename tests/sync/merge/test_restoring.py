"""Central restored from a backup: what it had signed comes back as it was, and what it went on without is judged anew."""

from __future__ import annotations

from tests.sync.builders import CENTRE, Chain, Log, uid, with_case

from mediation_desk.sync.merge.accept import Tip
from mediation_desk.sync.merge.answers import CONFLICTED
from mediation_desk.sync.merge.held import HeldLog, needed, reads_case
from mediation_desk.sync.merge.restoring import left_over, new_epoch, taken_back
from mediation_desk.sync.wire.keys import signing_key
from mediation_desk.sync.wire.log import Kept, Pulled, marks
from mediation_desk.sync.wire.revisions import epoch_of, number_of, revision
from mediation_desk.sync.wire.seals import START, Mark, sign_head

CENTRAL = signing_key(b"c" * 32)


def pulled(log: Log, after: int = 0) -> list[Pulled]:
    """The log's entries as a desk has them, from a number on."""
    places = marks(START, log.entries)
    ops = [w.op for w in log.written]
    return [Pulled(e, m, o) for e, m, o in zip(log.entries, places, ops, strict=True)][after:]


def kept(log: Log, after: int, upto: int) -> tuple[Kept, list[Pulled]]:
    """A stretch that a desk gives back."""
    whole = pulled(log)
    start = whole[after - 1].mark if after else START
    part = whole[after:upto]
    head = sign_head(CENTRAL, CENTRE, part[-1].mark)
    return Kept(start=start, entries=[p.entry for p in part], head=head), part


def place(log: Log, number: int) -> Mark:
    """The place of an entry."""
    return pulled(log)[number - 1].mark


def test_what_goes_on_from_the_end_is_taken_back_unchanged() -> None:
    """From wherever before the end it begins."""
    log, _ = with_case()
    tip = Tip(place(log, 2), place(log, 2).revision, frozenset({0}))
    for start in (0, 1, 2):
        given, part = kept(log, start, 4)
        assert taken_back(given, part, tip, lambda _: False) == (
            part[2 - start :],
            Tip(place(log, 4), place(log, 4).revision, frozenset({0})),
        )


def test_what_is_there_already_adds_nothing() -> None:
    """Another desk was first."""
    log, _ = with_case()
    given, part = kept(log, 0, 2)
    assert taken_back(given, part, log.tip, lambda m: m == place(log, 2)) == ((), log.tip)


def test_what_does_not_go_on_from_the_end_is_left_over() -> None:
    """Its log is one that central went on without."""
    log, _ = with_case()
    given, part = kept(log, 2, 4)
    elsewhere = Tip(Mark(2, "sha256:other"), 2, frozenset({0}))
    assert taken_back(given, part, elsewhere, lambda _: False) is None
    batches = left_over(part)
    assert [f.digest for batch in batches for f in batch] == [p.entry.digest for p in part]


def test_left_over_ops_are_batches_of_one_desk_each() -> None:
    """In the order in which central once had them."""
    log, first = with_case()
    b = Chain("b")
    ones = [first.write(changes={"title": "1"}), b.write(changes={"title": "2"}), b.write(changes={"title": "3"})]
    for one in (*ones, first.write(changes={"title": "4"})):
        log.take(one)
    tail = pulled(log)[-4:]
    assert [[f.op.desk_id for f in batch] for batch in left_over(tail)] == [
        [first.desk_id],
        [b.desk_id] * 2,
        [first.desk_id],
    ]


def test_a_tail_is_taken_back_also_after_a_new_epoch_began_empty() -> None:
    """Numbers go on from it, in the new epoch; and the old ones are known as given."""
    log, _ = with_case()
    tip = new_epoch(Tip(place(log, 2), 2, frozenset({0})), minute=9)
    given, part = kept(log, 2, 4)
    taken = taken_back(given, part, tip, lambda _: False)
    assert taken is not None
    end = taken[1]
    assert (epoch_of(end.counter), number_of(end.counter), end.epochs) == (9, 4, frozenset({0}))


def test_no_epoch_is_used_twice() -> None:
    """It is the minute in which it began, and later than the last."""
    assert epoch_of(new_epoch(Tip(Mark(5, "x"), revision(3, 5)), minute=90).counter) == 90
    assert epoch_of(new_epoch(Tip(Mark(5, "x"), revision(90, 5)), minute=90).counter) == 91


def test_who_had_seen_a_lost_entry_has_not_seen_what_came_in_its_place() -> None:
    """The reason for epochs: the same number is another revision."""
    log, first = with_case()
    lost = log.newest + 1
    log.tip = new_epoch(log.tip, minute=10)
    log.take(first.write(changes={"title": "in its place"}, seen=log.tip.mark.revision))
    assert number_of(log.newest) == lost
    assert epoch_of(log.newest) == 10
    late = Chain("b").write(changes={"title": "b"}, seen=lost)
    log.take(late)
    assert log.answer(late).outcome("title") == CONFLICTED
    assert log.tip.epochs == {0, 10}


def test_what_judging_reads_is_named_before() -> None:
    """Its records, the cases they are in, and whole cases only where a signature or a taking-out needs them."""
    chain = Chain("b")
    plain = chain.write("claim", {"text": "x"}, kind="claim")
    loose = chain.write("person", {"name": "x"}, kind="subject", case=None)
    found = needed([plain.op, loose.op])
    assert (found.records, found.cases, found.kinds) == (
        {uid("claim"), uid("case"), uid("person")},
        set(),
        {"role_grant"},
    )
    whole = [
        chain.write("agr", {"facts": "x"}, kind="agreement"),
        chain.create("sig", "signing", {"fact": "x"}),
        chain.write("case", action="void"),
    ]
    assert [reads_case(f.op) for f in (*whole, chain.write("case", {"title": "x"}))] == [True, True, True, False]
    assert needed([whole[0].op]).cases == {uid("case")}


def test_a_log_in_memory_is_read_by_record_case_and_kind() -> None:
    """In the order of its revisions."""
    log, _ = with_case()
    held = HeldLog(log.written)
    assert [w.op.kind for w in held.of_case(uid("case"))] == ["case", "claim"]
    assert [w.op.kind for w in held.of_record(uid("claim"))] == ["claim"]
    assert len(held.of_kind("role_grant")) == 1
    assert (held.of_case("x"), held.of_record("x"), held.of_kind("x")) == ((), (), ())


def test_what_is_handed_over_is_enough_to_judge() -> None:
    """Only what ``needed`` names, and the answers are the same as with the whole log."""
    log, first = with_case()
    log.take(first.create("other", changes={"title": "x"}, seen=log.newest))
    change = Chain("b").write("claim", {"text": "y"}, kind="claim", seen=log.newest)
    wanted = needed([change.op])
    part = [
        w
        for w in log.written
        if w.op.record_id in wanted.records or w.op.case_id in wanted.cases or w.op.kind in wanted.kinds
    ]
    assert len(part) < len(log.written)
    log.written = part
    log.take(change)
    assert log.answer(change).groups == {}
