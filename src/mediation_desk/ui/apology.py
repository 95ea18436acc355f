"""Our own mistakes: the work on the screen is kept, a report without personal data is written, the program goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from mediation_desk.reference.language import _


def report(kind: type[BaseException], trace: TracebackType | None, at: datetime) -> str:
    """What happened, for those who mend the program: the kind of error and the places it passed through.

    Never the error's own words and never the values of anything: either may hold a name or a number.
    """
    import importlib.metadata
    import platform
    import traceback

    import PySide6

    lines = [
        f"mediation-desk {importlib.metadata.version('mediation-desk')}",
        f"at {at:%Y-%m-%d %H:%M:%S}",
        f"python {platform.python_version()}, qt {PySide6.__version__}, {platform.system()} {platform.machine()}",
        f"error {kind.__module__}.{kind.__qualname__}",
    ]
    for frame, line in traceback.walk_tb(trace):
        code = frame.f_code
        lines.append(f"  {_within(Path(code.co_filename))}:{line} {code.co_qualname}")
    return "\n".join(lines) + "\n"


def _within(file: Path) -> str:
    """The file from its package on: the folders before it may hold a person's name."""
    parts = file.parts
    for root in ("mediation_desk", "site-packages", "PySide6"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return file.name


class Apology:
    """Hears every error nobody expected. ``keep`` saves the drafts on the screen, ``show`` says the sentence,
    ``now`` is the clock. Reports go into ``folder``, one file each; at most the last twenty stay."""

    most = 20

    def __init__(
        self, folder: Path, keep: Callable[[], object], show: Callable[[str], object], now: Callable[[], datetime]
    ) -> None:
        self._folder, self._keep, self._show, self._now = folder, keep, show, now
        self._speaking = False

    def install(self) -> None:
        """Listen from now on, in this whole process."""
        sys.excepthook = self.hear

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take one error: keep the work, write the report, apologise."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        if self._speaking:
            return
        self._speaking = True
        try:
            self._keep()
        finally:
            self._speaking = False
            self._show(self._sentence(self._write(kind, trace)))

    def _write(self, kind: type[BaseException], trace: TracebackType | None) -> Path | None:
        at = self._now()
        file = self._folder / f"report-{at:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as out:
                out.write(report(kind, trace, at))
            for old in sorted(self._folder.glob("report-*.txt"))[: -self.most]:
                old.unlink()
        except OSError:
            return None
        return file

    @staticmethod
    def _sentence(file: Path | None) -> str:
        if file is None:
            return _("We made a mistake in the program. What you typed is kept. No report could be written.")
        return _(
            "We made a mistake in the program. What you typed is kept; you can go on. A report without names or "
            "numbers is in {file}."
        ).format(file=file.name)
