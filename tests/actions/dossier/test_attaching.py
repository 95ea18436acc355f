"""A signed paper comes back through the scanner and finds its place by itself."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.actions.dossier.told import told
from tests.documents.scans import made

from mediation_desk.actions.attaching import NO_CODE, OF_ANOTHER, OLD_DRAFT, attach_scans, attach_to
from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.issuing import issue_slot
from mediation_desk.actions.paper_slots import paper_in, slots_of
from mediation_desk.actions.papers_at_hand import papers_at_hand
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.pages import Pages
from mediation_desk.domain.records import Paper


def sheets(seat: Seat, paper: Paper, dpi: float = 150) -> list[Image.Image]:
    """The printed sheets of a paper, as a scanner sees them."""
    with Pages(seat.desk.blobs.get(paper.pdf)) as pages:
        return [
            Image.frombytes("RGB", (p.width, p.height), p.pixels, "raw", "RGB", p.stride) for p in pages.pictures(dpi)
        ]


def jpeg(folder: Path, name: str, image: Image.Image) -> Path:
    """A scan in a file."""
    path = folder / name
    image.save(path, "JPEG", quality=70)
    return path


def issued(seat: Seat, file: CaseFile, kind: str) -> Paper:
    """The first paper of a kind, issued."""
    return issue_slot(seat, file, slots_of(file, kind)[0])


def test_sheets_find_their_papers_and_their_order(seat: Seat, tmp_path: Path) -> None:
    """The back sheet first and upside down, another paper in between: each where it belongs, in order."""
    file = told(seat, "case1")
    meeting, rights = issued(seat, file, "meeting"), issued(seat, file, "rights")
    first, second = sheets(seat, meeting)
    scans = [
        jpeg(tmp_path, "1.jpg", second.rotate(180)),
        jpeg(tmp_path, "2.jpg", sheets(seat, rights)[0]),
        jpeg(tmp_path, "3.jpg", first),
    ]
    done, left = attach_scans(seat, load(seat, file.case.id), scans)
    assert left == []
    assert {one.paper.code: one.sheets for one in done} == {meeting.code: 2, rights.code: 1}
    now = load(seat, file.case.id)
    (copy,) = [c for c in now.signed_copies if c.paper_id == meeting.id]
    assert copy.recognised
    with Pages(seat.desk.blobs.get(copy.blobs[0])) as pages:
        assert len(pages) == 1
    states = {
        one.kind: one.scanned for one in papers_at_hand(now) if one.paper is not None and one.paper.id == rights.id
    }
    assert states == {"rights": True}


def test_a_stack_scanned_in_one_go_is_taken_apart(seat: Seat, tmp_path: Path) -> None:
    """One PDF of a sheet feeder with two papers in it, and a back page without a code that follows its front."""
    file = told(seat, "case1")
    meeting, notice = issued(seat, file, "meeting"), issued(seat, file, "application")
    leaves = [*sheets(seat, meeting), Image.new("RGB", (1240, 1754), "white"), *sheets(seat, notice)]
    path = tmp_path / "stack.pdf"
    leaves[0].save(path, "PDF", save_all=True, append_images=leaves[1:], resolution=150)
    done, left = attach_scans(seat, load(seat, file.case.id), [path])
    assert left == []
    assert {one.paper.code: one.sheets for one in done} == {meeting.code: 3, notice.code: 1}


def test_what_finds_no_paper_says_why_and_is_not_kept(seat: Seat, tmp_path: Path) -> None:
    """No code, another case's, an older draft's: three reasons, and no blob more than before."""
    other = told(seat, "case3")
    file = told(seat, "case1")
    of_other = issued(seat, other, "rights")
    assert file.paper is not None
    signed = jpeg(tmp_path, "signed.jpg", sheets(seat, issued(seat, file, "application"))[0])
    old = load(seat, file.case.id)
    old_paper = paper_in(old, slots_of(old, "application")[0])
    issue_slot(seat, old, slots_of(old, "application")[0])
    assert old_paper is not None
    before = len(seat.desk.blobs.paths())
    scans = [
        jpeg(tmp_path, "photo.jpg", made.photo()),
        jpeg(tmp_path, "other.jpg", sheets(seat, of_other)[0]),
        signed,
    ]
    done, left = attach_scans(seat, load(seat, file.case.id), scans)
    assert done == []
    assert [one.why.text for one in left] == [NO_CODE, OF_ANOTHER, OLD_DRAFT]
    assert len(seat.desk.blobs.paths()) == before


def test_a_sheet_whose_code_was_cut_off_is_attached_by_hand(seat: Seat, tmp_path: Path) -> None:
    """The mediator says which paper it is; a second scan takes the place of the first."""
    file = told(seat, "case1")
    paper = issued(seat, file, "rights")
    path = jpeg(tmp_path, "cut.jpg", made.photo())
    assert attach_to(seat, load(seat, file.case.id), paper, [path]).sheets == 1
    attach_to(seat, load(seat, file.case.id), paper, [jpeg(tmp_path, "again.jpg", made.photo(size=(400, 300)))])
    (copy,) = load(seat, file.case.id).signed_copies
    assert not copy.recognised


@pytest.mark.parametrize("kind", ["tiff", "pdf"])
def test_black_and_white_scans_are_read_too(seat: Seat, tmp_path: Path, kind: str) -> None:
    """The office copier scans in one bit."""
    file = told(seat, "case1")
    paper = issued(seat, file, "application")
    image = sheets(seat, paper, 200)[0].convert("1")
    path = tmp_path / f"scan.{kind}"
    if kind == "tiff":
        image.save(path, "TIFF", compression="group4")
    else:
        out = io.BytesIO()
        image.save(out, "PDF", resolution=200)
        with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
            pdf.save(path)
    done, left = attach_scans(seat, load(seat, file.case.id), [path])
    assert left == []
    assert done[0].paper.id == paper.id
