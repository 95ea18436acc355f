"""``check`` finds whatever is not as it was written, names it, and changes nothing; ``mend`` sets the tables right."""

from __future__ import annotations

from random import Random

import pytest
from sqlalchemy import Connection, Engine
from tests.actions.keeping.signed import Signed, signed_case
from tests.desk_fixtures import ACCOUNT, PASSPHRASE, PASSWORD, HandClock

from mediation_desk.actions import checking
from mediation_desk.actions.check_report import CheckReport
from mediation_desk.actions.checking import check
from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.mending import mend
from mediation_desk.actions.rebuilding import fill_from
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case, Signing, Subject
from mediation_desk.domain.roles import SIGN
from mediation_desk.records.drafts import keep, kept
from mediation_desk.records.engine import writing
from mediation_desk.records.vault import open_with_passphrase


@pytest.fixture
def signed(seat: Seat) -> Signed:
    """A desk that has something to check."""
    return signed_case(seat)


def said(report: CheckReport) -> list[str]:
    """The faults as sentences."""
    return [str(fault) for fault in report.faults]


def run(desk: Desk, *statements: str) -> None:
    """Write past the door: as a fault of the disk or of a program would, with the triggers out of the way."""
    with writing(desk.store.engine) as connection:
        for name in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").scalars().all():
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_whole_desk_is_whole_and_says_how_many_of_each(desk: Desk, signed: Signed) -> None:
    """Counted: pages, changes, records, cases, papers, signings, blobs."""
    report = check(desk)
    assert said(report) == []
    assert report.sound
    n = report.counted
    assert (n.cases, n.papers, n.signings, n.blobs, n.orphans) == (1, 1, 1, 3, 0)
    assert n.ops > n.records > 20
    assert n.pages > 50
    assert "SQLCipher" in report.cipher
    assert len(list(report.lines())) == 5


def test_checking_changes_nothing(desk: Desk, signed: Signed) -> None:
    """Neither in the folder nor in the records; nothing readable or unreadable is left behind."""
    check(desk)
    before = {p: p.stat().st_mtime_ns for p in desk.profile.folder.rglob("*") if p.is_file() and "-" not in p.suffix}
    check(desk)
    assert {p: p.stat().st_mtime_ns for p in before} == before
    assert list(desk.profile.temporary.iterdir()) == []


@pytest.mark.parametrize("seed", range(5))
def test_one_changed_byte_of_an_op_is_named_by_desk_and_number(desk: Desk, signed: Signed, seed: int) -> None:
    """In the middle of the journal, wherever in the op."""
    place = 12
    with writing(desk.store.engine) as connection:
        connection.exec_driver_sql("DROP TRIGGER once_op_update")
        body = bytearray(connection.exec_driver_sql("SELECT body FROM op WHERE place = ?", (place,)).scalar_one())
        body[Random(seed).randrange(len(body))] ^= 1
        connection.exec_driver_sql("UPDATE op SET body = ? WHERE place = ?", (bytes(body), place))
    report = check(desk)
    assert said(report) == [
        f"Journal of desk {desk.store.desk_id}, entry {place}: its content was changed after it was written."
    ]
    assert not report.mendable


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DELETE FROM op WHERE place = 12", "entry 13: an entry is missing before it"),
        ("DELETE FROM op WHERE place = (SELECT max(place) FROM op)", "are missing at its end"),
        ("UPDATE op SET desk_seq = 99 WHERE place = 12", "entry 99: it does not stand at its own place"),
    ],
)
def test_a_broken_chain_is_named_and_not_mended(desk: Desk, signed: Signed, statement: str, sentence: str) -> None:
    """Also what was cut off at the end, where nothing follows that could miss it."""
    run(desk, statement)
    report = check(desk)
    assert any(sentence in fault for fault in said(report))
    assert not report.mendable
    with pytest.raises(KnownProblem, match="journal itself"):
        mend(desk)


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE subject SET phone = '13839100009' WHERE name = '王𠮷'", "subject"),
        ("UPDATE signing SET \"on\" = '2026-11-25'", "signing"),
        ("UPDATE agreement SET facts = 'x'", "agreement"),
        ("DELETE FROM party", "party"),
        ("UPDATE op SET actor = zeroblob(16) WHERE place = 12", "op"),
        ("UPDATE case_summary SET stage = 'closed'", "case_summary"),
        ("DELETE FROM search_key", "search_key"),
    ],
)
def test_a_changed_row_is_named_and_mended(desk: Desk, signed: Signed, statement: str, table: str) -> None:
    """The journal is the record; what the tables say otherwise is wrong and can be set right."""
    run(desk, statement)
    report = check(desk)
    assert [fault.startswith(f"Table {table}: ") for fault in said(report)] == [True]
    assert report.mendable
    mended = mend(desk)
    assert said(check(mended)) == []
    mended.close()


def test_a_fault_names_the_case_it_belongs_to(desk: Desk, signed: Signed) -> None:
    """By its number; names of people are in no sentence that may be copied into a mail."""
    run(desk, "UPDATE agreement SET facts = 'x'")
    [fault] = said(check(desk))
    assert signed.case.number in fault
    assert "王𠮷" not in fault


@pytest.mark.parametrize("which", ["view", "pdf", "scan"])
@pytest.mark.parametrize("how", ["changed", "gone", "cut"])
def test_a_damaged_blob_is_named_with_its_paper(desk: Desk, signed: Signed, which: str, how: str) -> None:
    """The file, and what it was for."""
    digest = {"view": signed.paper.view, "pdf": signed.paper.pdf, "scan": signed.scan}[which]
    path = desk.blobs.path_of(digest)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    match how:
        case "changed":
            path.write_bytes(content)
        case "gone":
            path.unlink()
        case "cut":
            path.write_bytes(content[:10])
    faults = said(check(desk))
    owner = signed.case.number if which == "scan" else "Paper K7-1"
    assert any(owner in fault for fault in faults)
    assert any(path.name[:12] in fault for fault in faults) is (how != "gone")


def test_a_paper_whose_agreement_is_another_is_found(desk: Desk, signed: Signed) -> None:
    """A signature must refer to the paper that was signed. Written through the journal, so that only this check sees it."""
    seat = sign_in(desk, ACCOUNT, PASSWORD)
    with seat.write(SIGN, signed.case.centre_id) as unit:
        for paper_id in (signed.paper.id, unit.new_id()):
            unit.put(
                Signing(
                    id=unit.new_id(),
                    centre_id=signed.case.centre_id,
                    case_id=signed.case.id,
                    agreement_id=unit.new_id(),
                    paper_id=paper_id,
                    fact="signed",
                    on=desk.today,
                )
            )
    first, second = said(check(desk))
    assert "belongs to another agreement" in first
    assert "names a paper that is not there" in second


def test_a_file_that_nobody_names_is_counted_and_no_fault(desk: Desk, signed: Signed) -> None:
    """A power cut between blob and commit leaves one; the disk is a little fuller, nothing is lost."""
    desk.blobs.put(b"never committed")
    report = check(desk)
    assert report.sound
    assert report.counted.orphans == 1


@pytest.mark.parametrize("seed", range(8))
def test_one_changed_byte_of_the_database_file_is_found(
    desk: Desk, signed: Signed, clock: HandClock, seed: int
) -> None:
    """Whatever the byte: at opening or by the check, in a sentence and never a traceback."""
    desk.close()
    path = desk.profile.database
    content = bytearray(path.read_bytes())
    content[Random(seed).randrange(len(content))] ^= 0x40
    path.write_bytes(content)
    try:
        again = open_desk(desk.profile, open_with_passphrase(desk.profile, PASSPHRASE), clock)
    except KnownProblem:
        return
    try:
        assert any("damaged" in fault for fault in said(check(again)))
    except KnownProblem as problem:
        assert "damaged" in str(problem)
    finally:
        again.close()


def test_mending_keeps_what_is_in_no_journal(desk: Desk, seat: Seat, signed: Signed, clock: HandClock) -> None:
    """Drafts, the desk's facts and identity; the present file is kept aside; work goes on where it stopped."""
    keep(desk.store, seat.account.id, "case:1", {"facts": "写到一半"})
    desk_id, infix = desk.store.desk_id, desk.store.fact("infix")
    run(desk, "DELETE FROM party")
    mended = mend(desk)
    assert (mended.store.desk_id, mended.store.fact("infix")) == (desk_id, infix)
    draft = kept(mended.store, seat.account.id, "case:1")
    assert draft is not None
    assert draft.content == {"facts": "写到一半"}
    assert len(list(mended.profile.aside.iterdir())) == 1
    again = sign_in(mended, ACCOUNT, PASSWORD)
    signed_case(again)
    with again.read() as reader:
        assert len(reader.find(Case)) == 2
        assert len(reader.find(Subject)) == 4
    assert check(mended).sound
    mended.close()


def test_a_desk_that_is_open_elsewhere_is_not_mended(desk: Desk, signed: Signed, clock: HandClock) -> None:
    """The other window would go on writing into the file that is put aside."""
    run(desk, "DELETE FROM party")
    other = open_desk(desk.profile, open_with_passphrase(desk.profile, PASSPHRASE), clock)
    with pytest.raises(KnownProblem, match="another window"):
        mend(desk)
    assert check(other).mendable
    other.close()


def test_what_is_made_anew_for_comparing_is_as_secret_as_the_desk(
    desk: Desk, signed: Signed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lies inside the profile, encrypted, for as long as the check takes."""
    seen: list[bytes] = []

    def look(live: Connection, target: Engine) -> None:
        fill_from(live, target)
        seen.extend(path.read_bytes() for path in desk.profile.temporary.rglob("*.db*"))

    monkeypatch.setattr(checking, "fill_from", look)
    assert check(desk).sound
    assert seen
    for content in seen:
        assert "李国庆".encode() not in content
        assert b"SQLite format" not in content
