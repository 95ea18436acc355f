"""Pieces of the system that no Python package can bring: which are missing, and what Debian calls them.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


class Missing(Exception):
    """Something this machine lacks and set-up could not bring: the same sentence in Chinese and in English."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(f"{chinese}\n{english}")


@dataclass(frozen=True)
class Piece:
    """One Debian package, and the library, command, module or file whose presence proves that it is there."""

    package: str
    proof: str

    def is_there(self) -> bool:
        """Ask the machine itself, not its package list: other systems name their packages otherwise."""
        if ".so." in self.proof:
            try:
                ctypes.CDLL(self.proof)
            except OSError:
                return False
            return True
        if self.proof.startswith("/"):
            return Path(self.proof).is_file()
        return bool(shutil.which(self.proof) or importlib.util.find_spec(self.proof))


NEEDED = (
    Piece("python3-venv", "ensurepip"),
    Piece("libegl1", "libEGL.so.1"),
    Piece("libgl1", "libGL.so.1"),
    Piece("libx11-6", "libX11.so.6"),
    Piece("libxkbcommon0", "libxkbcommon.so.0"),
    Piece("libdbus-1-3", "libdbus-1.so.3"),
    Piece("libfontconfig1", "libfontconfig.so.1"),
    Piece("libfreetype6", "libfreetype.so.6"),
    Piece("libglib2.0-0", "libgthread-2.0.so.0"),
)
"""Without these no window opens, not even one that is drawn off the screen."""

FOR_THE_SCREEN = (
    Piece("libxcb-cursor0", "libxcb-cursor.so.0"),
    Piece("libxcb-icccm4", "libxcb-icccm.so.4"),
    Piece("libxcb-image0", "libxcb-image.so.0"),
    Piece("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    Piece("libxcb-randr0", "libxcb-randr.so.0"),
    Piece("libxcb-render-util0", "libxcb-render-util.so.0"),
    Piece("libxcb-shape0", "libxcb-shape.so.0"),
    Piece("libxcb-sync1", "libxcb-sync.so.1"),
    Piece("libxcb-xfixes0", "libxcb-xfixes.so.0"),
    Piece("libxcb-xkb1", "libxcb-xkb.so.1"),
    Piece("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    Piece("libcups2", "libcups.so.2"),
)
"""A window on a real screen, and a real printer."""

FOR_THE_TESTS = (
    Piece("poppler-utils", "pdftotext"),
    Piece("xvfb", "Xvfb"),
    Piece("gnome-keyring", "gnome-keyring-daemon"),
    Piece("dbus-daemon", "dbus-run-session"),
    Piece("default-jre-headless", "java"),
    Piece("libpdfbox2-java", "/usr/share/java/preflight.jar"),
    Piece("libcommons-logging-java", "/usr/share/java/commons-logging.jar"),
    Piece("libjaxb-api-java", "/usr/share/java/jaxb-api.jar"),
    Piece("libbcprov-java", "/usr/share/java/bcprov.jar"),
)
"""A second reader of our PDFs, a screen, a real keyring, and a judge of archive PDFs."""


def absent(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """The Debian packages of those pieces that are not there."""
    return tuple(piece.package for piece in pieces if not piece.is_there())


def bring(packages: tuple[str, ...]) -> str:
    """Install Debian packages. Gives the reason in a few words when it could not be done, else nothing."""
    apt = shutil.which("apt-get")
    if apt is None:
        return "no apt-get"
    if os.geteuid() != 0:
        return "not root"
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [apt, "install", "-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120", *packages]
    for command in ([apt, "update", "-qq"], install):
        done = subprocess.run(command, env=quiet, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode == 0:
        return ""
    said = [line for line in done.stderr.splitlines() if line.startswith("E:")] or done.stderr.splitlines()
    return said[0] if said else f"apt-get: {done.returncode}"
