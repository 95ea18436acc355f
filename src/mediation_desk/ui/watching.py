"""Noticing what changed on this desk: by this process at once, by another one (a second window, a command) soon."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from sqlalchemy import Connection, func, select

from mediation_desk.journal.op import from_bytes
from mediation_desk.records.door import Changed
from mediation_desk.records.store import Store
from mediation_desk.records.tables import OP
from mediation_desk.ui.changed import Named, changed

EVERY = 2000
"""Milliseconds between two looks at the database."""
_MOST = 500
"""So many changes of another process are named; whoever wrote more has changed what every list shows anyway."""


class Watch(QObject):
    """``wrote`` carries a ``frozenset[Changed]``, always in the window's thread; the window's ``changed`` signal is told
    the same. One for a desk that is open; ``stop`` before the desk is closed."""

    wrote = Signal(object)
    _own = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._told: Counter[UUID] = Counter()
        self._look_out = store.engine.raw_connection()
        self._version = self._data_version()
        with store.read() as reader:
            self._place = _last_place(reader.connection)
        self._own.connect(self._heard)
        self._deafen = store.on_changed(self._own.emit)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now: one PRAGMA outside any transaction; the journal is only asked when the file has moved."""
        version = self._data_version()
        if version == self._version:
            return
        self._version = version
        with self._store.read() as reader:
            last = _last_place(reader.connection)
            written = _written(reader.connection, self._place, last)
        self._place = last
        told, self._told = self._told, Counter()
        others = frozenset(one for one, times in written.items() if times > told[one.id])
        if others:
            self._tell(others)

    def stop(self) -> None:
        """Look no more, and let go of the database."""
        self._timer.stop()
        self._deafen()
        self._look_out.close()

    def _heard(self, records: frozenset[Changed]) -> None:
        self._told.update(one.id for one in records)
        self._tell(records)

    def _tell(self, records: frozenset[Changed]) -> None:
        self.wrote.emit(records)
        changed().tell(Named(one.kind, str(one.id)) for one in records)

    def _data_version(self) -> int:
        cursor = self._look_out.cursor()
        try:
            cursor.execute("PRAGMA data_version")
            row: Any = cursor.fetchone()
            return int(row[0])
        finally:
            cursor.close()


def _last_place(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(OP.c.place), 0))).scalar_one())


def _written(connection: Connection, after: int, until: int) -> Counter[Changed]:
    """The records that units behind ``after`` wrote, and in how many units each."""
    query = select(OP.c.unit_id, OP.c.record_id, OP.c.case_id, OP.c.body).where(OP.c.place > after, OP.c.place <= until)
    seen: set[tuple[UUID, UUID]] = set()
    written: Counter[Changed] = Counter()
    for unit_id, record_id, case_id, body in connection.execute(query.order_by(OP.c.place).limit(_MOST)):
        if (unit_id, record_id) not in seen:
            seen.add((unit_id, record_id))
            written[Changed(from_bytes(body).kind, record_id, case_id)] += 1
    return written
