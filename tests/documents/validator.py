"""PDFBox Preflight, the independent judge of PDF/A-1b; one start of Java for any number of papers."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

_JARS = Path("/usr/share/java")
_WANTED = ("pdfbox2", "fontbox2", "xmpbox", "preflight", "commons-logging", "jaxb-api", "javax.activation", "bcprov")


def invalid(papers: Mapping[str, bytes], folder: Path) -> str:
    """What the judge says of papers that are not all PDF/A-1b; empty when they are. ``folder`` is empty. Skips without Java."""
    lacking = [name for name in _WANTED if not (_JARS / f"{name}.jar").is_file()]
    if shutil.which("java") is None or lacking:
        pytest.skip(
            "PDF/A was not judged: Java or PDFBox Preflight is not on this machine (Debian: default-jre-headless "
            "libpdfbox2-java libcommons-logging-java libjaxb-api-java libbcprov-java)"
        )
    for name, pdf in papers.items():
        (folder / f"{name}.pdf").write_bytes(pdf)
    # "batch" judges every file of a folder.
    path = ":".join(str(_JARS / f"{name}.jar") for name in _WANTED)
    command = ["java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", "batch", str(folder)]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    said = judged.stdout + judged.stderr
    valid = said.count("is a valid PDF/A-1b file")
    return "" if judged.returncode == 0 and valid == len(papers) else said
