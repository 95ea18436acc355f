"""Issued papers are PDF/A-1b, by an independent validator, and the same each time."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from tests.documents import agreement_cases

from mediation_desk.documents.agreement import render_agreement

JARS = Path("/usr/share/java")
WANTED = ("pdfbox2", "fontbox2", "xmpbox", "preflight", "commons-logging", "jaxb-api", "javax.activation", "bcprov")


@pytest.fixture(scope="module")
def validator() -> list[str]:
    """The command that judges PDF/A-1b."""
    missing = [name for name in WANTED if not (JARS / f"{name}.jar").is_file()]
    if shutil.which("java") is None or missing:
        pytest.skip(
            "PDF/A was not judged: Java or PDFBox Preflight is not on this machine (Debian: default-jre-headless "
            "libpdfbox2-java libcommons-logging-java libjaxb-api-java libbcprov-java)"
        )
    path = ":".join(str(JARS / f"{name}.jar") for name in WANTED)
    return ["java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b"]


@pytest.mark.parametrize("case", list(agreement_cases.ALL))
def test_an_issued_agreement_is_valid_pdf_a_1b(case: str, validator: list[str], tmp_path: Path) -> None:
    """It must open in thirty years, its faces inside it; HanaMinB's odd em included."""
    file = tmp_path / f"{case}.pdf"
    file.write_bytes(render_agreement(agreement_cases.ALL[case], draft=False))
    judged = subprocess.run([*validator, str(file)], capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    assert "is a valid PDF/A-1b file" in judged.stdout


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
