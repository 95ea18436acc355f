"""Bring the typefaces of ``resources/fonts/fonts.toml`` into ``resources/fonts``: by package, checked, cached.

    python scripts/fonts.py

A face lies ready when its digest is right. Else it is taken from the machine's cache, from a file laid by hand into
``resources/fonts``, or from its package. Exit 1, with one sentence for each, when a required face is missing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from font_outlines import to_truetype
from font_packages import Source, Unreachable, fetch

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"


@dataclass(frozen=True)
class Face:
    """One typeface file: where its package holds it, its digest there, and its digest as it is used."""

    file: str
    source: Source
    path: str
    sha256: str
    required: bool
    covers: str
    result_sha256: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the file as it lies in ``resources/fonts``."""
        return self.sha256 if self.result_sha256 is None else self.result_sha256

    @property
    def original(self) -> str:
        """The file's name inside its package."""
        return Path(self.path).name


def read_list() -> list[Face]:
    """The faces of ``fonts.toml``, in order."""
    table = tomllib.loads((FONTS / "fonts.toml").read_text(encoding="utf-8"))
    sources = {row["id"]: Source(**row) for row in table["source"]}
    return [Face(**{**row, "source": sources[row["source"]]}) for row in table["face"]]


def cache() -> Path:
    """The folder that spares a second checkout on this machine the fetching."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "mediation-desk" / "fonts"


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex; empty when there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def place(face: Face, original: Path) -> str:
    """Check, convert if need be, and lay the face into ``resources/fonts`` and the cache. Returns what went wrong."""
    if digest(original) != face.sha256:
        return f"{face.original} is not the file that fonts.toml names (SHA-256 differs)"
    made = FONTS / f".{face.file}"
    if face.result_sha256 is None:
        shutil.copyfile(original, made)
    else:
        print(f"converting {face.original} ...", flush=True)
        to_truetype(original, made)
    if digest(made) != face.digest:
        found = digest(made)
        made.unlink()
        return f"{face.file} came out with SHA-256 {found}, not as fonts.toml says: is fontTools the locked one?"
    made.replace(FONTS / face.file)
    keep(face)
    return ""


def keep(face: Face) -> None:
    """Remember a good face in the cache; a cache that cannot be written is done without."""
    kept = cache() / f"{face.digest[:16]}-{face.file}"
    if kept.is_file():
        return
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FONTS / face.file, kept.with_suffix(".part"))
        kept.with_suffix(".part").replace(kept)
    except OSError as reason:
        print(f"the cache of typefaces could not be written: {reason.strerror}", file=sys.stderr)


def from_this_machine(face: Face) -> bool:
    """Whether the face was ready, cached, or brought by hand."""
    target = FONTS / face.file
    if digest(target) == face.digest:
        return True
    kept = cache() / f"{face.digest[:16]}-{face.file}"
    if digest(kept) == face.digest:
        shutil.copyfile(kept, target)
        return True
    return digest(FONTS / face.original) == face.sha256 and not place(face, FONTS / face.original)


def from_packages(faces: Iterable[Face]) -> dict[Face, str]:
    """Fetch each package once; returns the faces that could not be had, with the reason."""
    missing: dict[Face, str] = {}
    by_source: dict[Source, list[Face]] = {}
    for face in faces:
        by_source.setdefault(face.source, []).append(face)
    for source, wanted in by_source.items():
        print(f"fetching {source.package} {source.version} ...", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            try:
                found = fetch(source, [face.path for face in wanted], Path(folder))
            except Unreachable as reason:
                missing.update(dict.fromkeys(wanted, str(reason)))
                continue
            for face in wanted:
                reason_why = place(face, found.get(face.path, Path(folder) / "absent"))
                if reason_why:
                    missing[face] = reason_why
    return missing


def report(missing: dict[Face, str]) -> None:
    """Say once for each package which faces are missing, why, and how to bring them by hand."""
    together: dict[tuple[Source, str, bool], list[Face]] = {}
    for face, reason in missing.items():
        together.setdefault((face.source, reason, face.required), []).append(face)
    for (source, reason, required), faces in together.items():
        files, originals = (", ".join(names) for names in zip(*((f.file, f.original) for f in faces), strict=True))
        package = f"{source.kind} {source.package} {source.version}"
        chinese, english = (
            ("缺字体", "Missing") if required else ("缺字体（可用别的代替）", "Missing, though another stands in")
        )
        print(
            f"{chinese} {files}（{reason}）。可在别处从软件包 {package} 里取出 {originals}，放进 {FONTS}，再执行一次。\n"
            f"{english}: {files} ({reason}). Elsewhere, take {originals} out of the package {package}, lay them into "
            f"{FONTS}, and run this again.",
            file=sys.stderr,
        )


def main() -> int:
    """Exit code: 0, or 1 when a required face is missing."""
    FONTS.mkdir(parents=True, exist_ok=True)
    missing = from_packages([face for face in read_list() if not from_this_machine(face)])
    report(missing)
    return int(any(face.required for face in missing))


if __name__ == "__main__":
    raise SystemExit(main())
