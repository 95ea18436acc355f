"""The tour as it is called: in a process of its own, off the screen, with nothing but a folder to write into."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from tests.cli.called import in_own_process
from tests.documents.readers import by_poppler
from tests.journeys.expected import ALL

from mediation_desk.documents.check import comparable, page_texts

LEAST = 40
"""So many pictures at least show all there is."""


def test_it_leaves_pictures_and_the_issued_papers(tmp_path: Path) -> None:
    """One call, a minute's walk: everything it promises lies in the folder afterwards."""
    done = in_own_process("tour", "--out", tmp_path, timeout=900)
    assert (done.returncode, "Traceback" in done.stderr.decode()) == (0, False), done.stderr.decode()
    said = done.stdout.decode().splitlines()
    assert [line.partition("：")[0] for line in said[2:]] == ["case1.pdf", "case2.pdf", "case3.pdf"]
    for name in ALL:
        _hold_paper(tmp_path, name)
    _hold_pictures(tmp_path)


def _hold_paper(folder: Path, name: str) -> None:
    """The paper that was saved from the window says what the case says; each page lies beside it as a picture."""
    expected, pdf = ALL[name], (folder / f"{name}.pdf").read_bytes()
    pages = page_texts(pdf)
    text = comparable("".join(pages))
    assert comparable(by_poppler(pdf)) == text
    assert comparable(expected.centre) in text
    for number in expected.numbers.values():
        assert number in text
    assert len(list(folder.glob(f"{name}-page*.png"))) == len(pages)


def _hold_pictures(folder: Path) -> None:
    """As large as the window, numbered without a gap, and none is an empty sheet."""
    pictures = sorted(folder.glob("[0-9][0-9]-*.png"))
    assert len(pictures) >= LEAST
    assert [int(p.name[:2]) for p in pictures] == list(range(1, len(pictures) + 1))
    for picture in pictures:
        with Image.open(picture) as image:
            assert image.size == (1280, 800), picture.name
            assert len(image.convert("RGB").getcolors(1 << 20) or []) > 20, picture.name


def test_a_folder_that_takes_nothing_is_a_sentence(tmp_path: Path) -> None:
    """Exit code 1 and one line on stderr, as of every command."""
    taken = tmp_path / "file"
    taken.write_text("")
    done = in_own_process("tour", "--out", taken)
    assert (done.returncode, done.stdout) == (1, b"")
    assert len(done.stderr.decode().splitlines()) == 1
