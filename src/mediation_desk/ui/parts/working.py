"""Work under way in the background: how far it is, and the button that stops it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QProgressBar, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.work import Job


class Working(QWidget):
    """Hidden until it watches a job, and again when that has ended."""

    def __init__(self) -> None:
        super().__init__()
        self._job: Job[Any] | None = None
        self._words = Words("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.stop = Button(_("Stop"))
        self.stop.clicked.connect(self._stop)
        across = row(self, 0, 8)
        across.addWidget(self._words)
        across.addWidget(self._bar, 1)
        across.addWidget(self.stop)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a job is being watched."""
        return self._job is not None

    def watch(self, job: Job[Any], words: str) -> None:
        """Show this job; ``words`` say what is being done."""
        self._job = job
        self._words.setText(words)
        self._bar.setRange(0, 0)
        job.progress.connect(self._at)
        job.ended.connect(self._ended)
        self.show()

    def _at(self, part: float) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(part * 1000))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _ended(self) -> None:
        self._job = None
        self.hide()
