"""The log as it travels: what a desk takes in is what central signed, whole and without a gap."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from tests.sync.builders import CENTRE, Chain, Log, uid, with_case

from mediation_desk.journal.op import digest
from mediation_desk.sync.wire.keys import public_text, signing_key
from mediation_desk.sync.wire.log import (
    Entry,
    Kept,
    Page,
    Pulled,
    after,
    check_kept,
    check_page,
    marks,
    shown,
    without_own,
)
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.packing import pack, unpack
from mediation_desk.sync.wire.revisions import revision
from mediation_desk.sync.wire.seals import START, Mark, head_holds, sign_head

CENTRAL = signing_key(b"c" * 32)
PUBLIC = public_text(CENTRAL)


def none(_: str) -> bytes | None:
    """A desk that has no op of its own."""
    return None


def page_of(log: Log, start: int = 0) -> Page:
    """Everything after an entry."""
    places = [START, *marks(START, log.entries)]
    return Page(
        centre_id=CENTRE,
        start=places[start],
        entries=log.entries[start:],
        end=sign_head(CENTRAL, CENTRE, places[-1]),
        newest=log.newest,
    )


def mixed() -> Log:
    """A log of two desks, one after the other and in turns."""
    log, first = with_case()
    b = Chain("b")
    for n in range(3):
        log.take(first.write(changes={"title": f"{n}"}, seen=log.newest))
        log.take(b.write(changes={"facts": f"{n}"}, seen=log.newest), b.write(changes={"recorder": f"{n}"}))
    return log


@pytest.mark.parametrize("start", [0, 1, 4])
def test_a_page_arrives_as_it_was_signed(start: int) -> None:
    """With one's own ops' bytes left out, with none, and from anywhere."""
    log = mixed()
    page = page_of(log, start)
    mine = {w.op.op_id: e for w, e in zip(log.written, log.entries, strict=True) if w.op.desk_id == uid("b")}
    bodies = {e.digest: e.body for e in mine.values()}
    cases: list[tuple[Callable[[str], bool], Callable[[str], bytes | None]]] = [
        (lambda _: False, none),
        (bodies.__contains__, bodies.get),
    ]
    for own, body in cases:
        travelled = unpack(pack(without_own(page, own)), Page)
        read = check_page(travelled, PUBLIC, body)
        assert [p.entry for p in read] == page.entries
        assert [p.op for p in read] == [w.op for w in log.written[start:]]
        assert [p.mark for p in read] == marks(START, log.entries)[start:]
    assert len(pack(without_own(page, bodies.__contains__))) < len(pack(without_own(page, lambda _: False)))
    assert len(pack(without_own(page, lambda _: False))) < len(pack(page))


def test_an_empty_page_says_where_the_log_ends() -> None:
    """Nothing new, under central's word."""
    log = mixed()
    page = page_of(log, len(log.entries))
    assert check_page(page, PUBLIC, none) == []
    with pytest.raises(Malformed, match="signed"):
        check_page(msgspec.structs.replace(page, start=Mark(3, "x")), PUBLIC, none)


def test_whatever_is_changed_in_a_page_is_found() -> None:
    """An answer, a branch, an op, a place, the signature, the centre, the order."""
    log = mixed()
    page = page_of(log)
    first, second, *rest = page.entries
    changed = msgspec.structs.replace
    for entries in (
        [changed(first, answer=b'{"status":"refused"}'), second, *rest],
        [changed(first, branch=1), second, *rest],
        [changed(first, digest=second.digest), second, *rest],
        [changed(first, body=second.body), second, *rest],
        [second, *rest],
        [first, *rest],
        page.entries[:-1],
    ):
        with pytest.raises(Malformed):
            check_page(changed(page, entries=entries), PUBLIC, none)
    other = signing_key(b"d" * 32)
    for end in (
        sign_head(other, CENTRE, page.end.mark),
        sign_head(CENTRAL, uid("else"), page.end.mark),
        changed(page.end, algorithm="sm2"),
        changed(page.end, signature=b""),
    ):
        with pytest.raises(Malformed, match="signed"):
            check_page(changed(page, end=end), PUBLIC, none)
    assert not head_holds(changed(page.end, mark=Mark(9, page.end.mark.digest)), PUBLIC)


def test_an_own_op_that_is_not_there_is_asked_for_again() -> None:
    """The desk was restored from a backup."""
    log = mixed()
    short = without_own(page_of(log), lambda _: True)
    with pytest.raises(Malformed, match="does not have"):
        check_page(short, PUBLIC, none)
    with pytest.raises(Malformed, match="digest"):
        check_page(short, PUBLIC, lambda _: b"{}")


def test_bytes_that_are_no_op_are_not_taken_in() -> None:
    """Though central signed them."""
    log = mixed()
    entry = msgspec.structs.replace(log.entries[0], body=b"{}", digest="")
    page = page_of(log)
    with pytest.raises(Malformed, match="cannot be read"):
        check_page(resigned(page, [entry]), PUBLIC, none)


def resigned(page: Page, entries: list[Entry]) -> Page:
    """A page over entries that central signed, whatever they are."""
    whole = [msgspec.structs.replace(e, digest=digest(e.body)) for e in entries]
    end = marks(page.start, whole)[-1]
    return msgspec.structs.replace(page, entries=entries, end=sign_head(CENTRAL, CENTRE, end))


def test_what_is_given_back_is_checked_against_centrals_own_word() -> None:
    """A desk cannot give back what central never signed."""
    log = mixed()
    places = marks(START, log.entries)
    head = sign_head(CENTRAL, CENTRE, places[4])
    kept = Kept(start=places[1], entries=log.entries[2:5], head=head)
    read = check_kept(unpack(pack(kept), Kept), PUBLIC)
    assert read == [Pulled(e, m, w.op) for e, m, w in zip(log.entries[2:5], places[2:5], log.written[2:5], strict=True)]
    for wrong in (
        msgspec.structs.replace(kept, start=places[0]),
        msgspec.structs.replace(kept, entries=log.entries[2:4]),
        msgspec.structs.replace(kept, head=sign_head(signing_key(b"d" * 32), CENTRE, places[4])),
    ):
        with pytest.raises(Malformed):
            check_kept(wrong, PUBLIC)


def test_the_digest_of_a_log_is_over_all_of_an_entry() -> None:
    """And over all before it."""
    entry = mixed().entries[0]
    changed = msgspec.structs.replace
    digests = {
        after("", entry),
        after("x", entry),
        after("", changed(entry, revision=2)),
        after("", changed(entry, branch=1)),
        after("", changed(entry, digest="y")),
        after("", changed(entry, answer=b"x")),
    }
    assert len(digests) == 6
    assert after("", changed(entry, body=b"")) == after("", entry)


def test_a_log_has_no_gap() -> None:
    """Not within an epoch, and not from one to the next."""
    log = mixed()
    with pytest.raises(Malformed, match="gap"):
        marks(START, log.entries[1:])
    later = [msgspec.structs.replace(e, revision=revision(5, n)) for n, e in enumerate(log.entries[2:4], start=3)]
    assert [m.revision for m in marks(marks(START, log.entries)[1], later)] == [revision(5, 3), revision(5, 4)]


def test_the_places_shown_go_ever_further_back() -> None:
    """So that two logs of a million entries find where they part in a few steps."""
    assert shown(0) == [0]
    assert shown(1) == [1, 0]
    assert shown(10) == [10, 9, 7, 3, 0]
    assert len(shown(1_000_000)) < 25
