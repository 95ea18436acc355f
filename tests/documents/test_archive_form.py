"""Issued papers are PDF/A-1b, by an independent validator, and the same each time."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from tests.documents import agreement_cases, paper_cases
from tests.documents.validator import invalid

from mediation_desk.documents.agreement import render_agreement
from mediation_desk.documents.paper import render
from mediation_desk.documents.papers.kinds import KINDS


def test_every_issued_paper_is_valid_pdf_a_1b(tmp_path: Path) -> None:
    """It must open in thirty years, its faces inside it; HanaMinB's odd em included."""
    papers = {case: render_agreement(view, draft=False) for case, view in agreement_cases.ALL.items()}
    papers |= {"-".join(key): render(KINDS[key[0]], view, draft=False) for key, view in paper_cases.ALL.items()}
    assert invalid(papers, tmp_path) == ""


def test_the_judge_is_not_asleep(tmp_path: Path) -> None:
    """A draft is no archive file: the same judge says so."""
    assert "draft.pdf" in invalid({"draft": render_agreement(agreement_cases.LEAK, draft=True)}, tmp_path)


@pytest.mark.parametrize("key", [pytest.param(key, id="-".join(key)) for key in paper_cases.ALL if key[1] != "long"])
def test_the_same_view_of_any_paper_gives_the_same_bytes(key: tuple[str, str]) -> None:
    """Whatever was made in between, and in whatever order."""
    kind, view = KINDS[key[0]], paper_cases.ALL[key]
    assert render(kind, view, draft=False) == render(kind, view, draft=False)


def test_the_same_view_gives_the_same_bytes() -> None:
    """A digest stands for the paper: making it again, after others, must not change it."""
    first = render_agreement(agreement_cases.WAGES, draft=False)
    render_agreement(agreement_cases.CARD, draft=False)
    assert render_agreement(agreement_cases.WAGES, draft=False) == first


def test_every_face_is_embedded_and_no_name_stands_in_the_head_of_the_file() -> None:
    """Private stays private: title and dates are there, people are not."""
    with pikepdf.open(io.BytesIO(render_agreement(agreement_cases.LEAK, draft=False))) as paper:
        fonts = [font for page in paper.pages for font in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
        assert str(paper.docinfo.Title) == "人民调解协议书"
        stamp = datetime(2026, 9, 8, 2, 21, tzinfo=UTC).strftime("D:%Y%m%d%H%M%SZ")
        assert str(paper.docinfo.CreationDate) == stamp
        head = paper.Root.Metadata.read_bytes().decode() + repr(dict(paper.docinfo))
    assert not any(party.name in head for party in agreement_cases.LEAK.parties)
