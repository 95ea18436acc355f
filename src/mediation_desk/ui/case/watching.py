"""Noticing what changed: by this window, by another window or command on the same desk."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from sqlalchemy import func, select

from mediation_desk.records.door import Changed
from mediation_desk.records.store import Store
from mediation_desk.records.tables import OP
from mediation_desk.ui.changed import Named, changed

EVERY = 2000
"""Milliseconds between two looks at the database."""


class Watch(QObject):
    """``wrote`` carries the changes of a unit of this process, at once; ``elsewhere`` says that the journal has grown
    since the last look, by whomever.

    Both arrive in the window's thread. The window's ``changed`` signal is told of the former too.
    """

    wrote = Signal(object)
    elsewhere = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._connection = store.engine.raw_connection()
        self._version = self._data_version()
        self._head = self._journal_head()
        self._stop_listening = store.on_changed(self.wrote.emit)
        self.wrote.connect(self._tell)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now: one PRAGMA outside any transaction, and one number of the journal when it moved."""
        version = self._data_version()
        if version == self._version:
            return
        self._version = version
        head = self._journal_head()
        if head != self._head:
            self._head = head
            self.elsewhere.emit()

    def stop(self) -> None:
        """Look no more, and let go of the database."""
        self._timer.stop()
        self._stop_listening()
        self._connection.close()

    @staticmethod
    def _tell(records: frozenset[Changed]) -> None:
        changed().tell(Named(r.kind, str(r.id)) for r in records)

    def _data_version(self) -> int:
        cursor = self._connection.cursor()
        try:
            cursor.execute("PRAGMA data_version")
            row: Any = cursor.fetchone()
            return int(row[0])
        finally:
            cursor.close()

    def _journal_head(self) -> int:
        with self._store.read() as reader:
            return int(reader.connection.execute(select(func.coalesce(func.max(OP.c.place), 0))).scalar_one())
