"""Scans and photographs of evidence: taken into the desk as encrypted blobs, and looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mediation_desk.actions.seat import Seat
from mediation_desk.documents.scans.kinds import JPEG, PDF, PNG, TIFF, kind_of
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_

MOST_BYTES = 100 * 2**20
NOT_A_SCAN = N_("This file is no PDF, JPEG, PNG or TIFF. Nothing was taken in.")
TOO_LARGE = N_("This file is larger than {most} MB. Nothing was taken in. Scan it at 300 dpi or in parts.")
UNREADABLE = N_("This file cannot be read: it is gone, or one may not read it. Nothing was taken in.")


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan as it was taken in: what kind of file (``pdf``, ``jpeg``, ``png``, ``tiff``), and its bytes."""

    kind: str
    content: bytes


def take_in(seat: Seat, path: Path) -> str:
    """Store the file; its digest, by which evidence names it. It is safe on the disk when this returns.

    ``KnownProblem`` when it cannot be read, is too large, or is no PDF, JPEG, PNG or TIFF (by what it holds, not by its name).
    """
    return seat.desk.blobs.put(read_scan(path)).digest


def read_scan(path: Path) -> bytes:
    """The file's bytes, when it is a scan that may be taken in; else ``KnownProblem`` as ``take_in`` says it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownProblem(TOO_LARGE, most=MOST_BYTES // 2**20)
        content = path.read_bytes()
    except OSError as error:
        raise KnownProblem(UNREADABLE) from error
    if kind_of(content) is None:
        raise KnownProblem(NOT_A_SCAN)
    return content


def scan(seat: Seat, digest: str) -> Scan:
    """The scan of that digest. ``KnownProblem`` when it is missing or damaged on the disk."""
    content = seat.desk.blobs.get(digest)
    kind = kind_of(content)
    if kind is None:
        raise KnownProblem(NOT_A_SCAN)
    return Scan(kind, content)


__all__ = [
    "JPEG",
    "MOST_BYTES",
    "NOT_A_SCAN",
    "PDF",
    "PNG",
    "TIFF",
    "TOO_LARGE",
    "UNREADABLE",
    "Scan",
    "kind_of",
    "read_scan",
    "scan",
    "take_in",
]
