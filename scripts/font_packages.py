"""Fetching the typefaces' packages by the package tools at hand, and taking single files out of them."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path


class Unreachable(Exception):
    """A package could not be had; the text says why in half a sentence."""


@dataclass(frozen=True)
class Source:
    """A package that holds typefaces: ``kind`` is ``npm`` or ``deb``."""

    id: str
    kind: str
    package: str
    version: str
    licence: str


def fetch(source: Source, paths: list[str], into: Path) -> dict[str, Path]:
    """Download the package into the folder ``into`` and return where each wanted path of it now lies.

    A path the package no longer holds is left out. Raises ``Unreachable``.
    """
    taker = {"npm": _npm, "deb": _deb}[source.kind]
    tree = taker(source, paths, into)
    return {path: tree / path for path in paths if (tree / path).is_file()}


def _npm(source: Source, paths: list[str], into: Path) -> Path:
    # By itself npm tries for minutes to reach a registry that is not there.
    patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
    _run(["npm", "pack", "--loglevel=error", *patience, f"{source.package}@{source.version}"], into)
    tree = into / "tree"
    with tarfile.open(next(into.glob("*.tgz"))) as archive:
        for member in archive:
            packed = archive.extractfile(member) if member.name in paths else None
            if packed is not None:
                (tree / member.name).parent.mkdir(parents=True, exist_ok=True)
                with packed, (tree / member.name).open("wb") as out:
                    shutil.copyfileobj(packed, out)
    return tree


def _deb(source: Source, _paths: list[str], into: Path) -> Path:
    download = ["apt-get", "-q", "-o", "APT::Sandbox::User=root", "download", source.package]
    try:
        _run(download, into)
    except Unreachable:
        _run(["apt-get", "-q", "update"], into)
        _run(download, into)
    tree = into / "tree"
    _run(["dpkg-deb", "-x", str(next(into.glob("*.deb"))), str(tree)], into)
    return tree


def _run(command: list[str], where: Path) -> None:
    if shutil.which(command[0]) is None:
        raise Unreachable(f"{command[0]} is not on this machine")
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        telling = [line for line in lines if line.startswith("E:") or "reason:" in line]
        raise Unreachable((telling or lines)[0])
