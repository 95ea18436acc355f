"""A long list read a page at a time: only what is looked at is ever fetched."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mediation_desk.ui.look.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
PAGE: Final = 128
_KEPT: Final = 24
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)


class Source(Protocol):
    """Where the rows come from. Quick: it is asked while the window paints."""

    def count(self) -> int:
        """How many rows there are."""
        ...

    def fetch(self, offset: int, limit: int, sort: str, descending: bool) -> Sequence[Any]:
        """At most ``limit`` rows from ``offset`` on, in the order of column ``sort`` ("" is the source's own)."""
        ...


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, the words of a row in it, how wide (in body characters), and whether it takes spare room."""

    title: str
    words: Callable[[Any], str]
    width: int = 10
    stretch: int = 0
    sort: str = ""
    """The name the source sorts by; "" where it cannot."""
    tone: Callable[[Any], Tone] | None = None
    right: bool = False


class PagedModel(QAbstractTableModel):
    """Rows of a ``Source`` as a Qt model, so that keyboard, selection and screen readers know it."""

    resorted = Signal()

    def __init__(self, columns: Sequence[Column], source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source = source
        self._count = source.count()
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self.sort_column = -1
        self.descending = False

    def renew(self, source: Source | None = None) -> None:
        """Read again, from another source if one is given."""
        self.beginResetModel()
        self._source = source or self._source
        self._count = self._source.count()
        self._pages.clear()
        self.endResetModel()

    def row(self, number: int) -> Any:
        """The row with this number, or None where the list has become shorter meanwhile."""
        page, at = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            name = self.columns[self.sort_column].sort if self.sort_column >= 0 else ""
            rows = self._pages[page] = self._source.fetch(page * PAGE, PAGE, name, self.descending)
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        return rows[at] if at < len(rows) else None

    def order(self, column: int) -> None:
        """Sort by a column; by the same once more, the other way round."""
        if not 0 <= column < len(self.columns) or not self.columns[column].sort:
            return
        self.descending = not self.descending if column == self.sort_column else False
        self.sort_column = column
        self.renew()
        self.resorted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role != _DISPLAY:
            return None
        row = self.row(index.row())
        return "" if row is None else self.columns[index.column()].words(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            arrow = ("  ↓" if self.descending else "  ↑") if section == self.sort_column else ""
            return column.title + arrow
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
