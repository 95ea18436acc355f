"""From the start of the process to the first paint of the window, and the memory held once it has settled.

Beside a bare PySide6 window, in turns, each start a process of its own: ``python -m bench.first_paint bare|desk``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench import desk
from bench.figures import Figure, median
from bench.installed import installed

ROUNDS = 9
SETTLED = 3_000
"""Milliseconds after the first paint at which the memory is read: what is loaded behind the window is there by then."""

_STARTED = "MEDIATION_DESK_BENCH_STARTED"


def measure(folder: Path) -> Iterator[Figure]:
    """The two figures of starting."""
    profile = folder / "start"
    with desk.opened(profile) as (seat, maker):
        desk.write(seat, maker.graphs(30))
    secret = folder / "passphrase.txt"
    secret.write_text(desk.PASSPHRASE, encoding="utf-8")
    called = ("desk", "--profile", str(profile), "--passphrase-file", str(secret))
    starts: dict[str, list[tuple[float, float]]] = {"bare": [], "desk": []}
    for round_ in range(ROUNDS + 1):
        for what, arguments in (("bare", ("bare",)), ("desk", called)):
            once = _start(folder, arguments)
            if round_:  # the first brings files into memory
                starts[what].append(once)
    (ours, held), (limit, _) = (tuple(median(v) for v in zip(*starts[what], strict=True)) for what in ("desk", "bare"))
    yield Figure("first paint, against a bare window", "ms", ours, limit, 4, 2)
    yield Figure("resident memory after start", "MB", held, None, 150, 95)


def _start(folder: Path, arguments: tuple[str, ...]) -> tuple[float, float]:
    environment = installed(folder, QT_QPA_PLATFORM="offscreen", HOME=str(folder), **{_STARTED: repr(time.time())})
    done = subprocess.run(
        [sys.executable, "-m", "bench.first_paint", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    paint, memory = done.stdout.split()[-2:]
    return float(paint), float(memory)


def _run(what: str, arguments: list[str]) -> None:
    """Show one window, note its first paint and later its memory, and end."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    class Watch(QObject):
        painted = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.painted and isinstance(watched, QWidget):
                self.painted = (time.time() - float(os.environ[_STARTED])) * 1000
                QTimer.singleShot(SETTLED, self.end)
            return False

        def end(self) -> None:
            QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            sys.stdout.write(f"{self.painted:.1f} {resident():.1f}\n")
            sys.stdout.flush()
            os._exit(0)

    watch = Watch()
    made = QApplication.__init__

    def watched(app: QApplication, *told: object) -> None:
        made(app, *told)
        app.installEventFilter(watch)

    QApplication.__init__ = watched  # type: ignore[method-assign, assignment]
    if what == "desk":
        from mediation_desk.cli.main import main

        main(arguments)
        return
    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    app.exec()


def resident() -> float:
    """The memory this process holds, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    raise RuntimeError("this system does not tell how much memory a process holds")


if __name__ == "__main__":
    _run(sys.argv[1], sys.argv[2:])
