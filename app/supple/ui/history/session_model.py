"""The rows of the sessions table: however many there are, only those looked at are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from supple.core.history_view import SessionRow

BLOCK = 100
"""Rows that are asked for at once."""
KEPT = 40 * BLOCK
"""Rows that are kept at most."""
_AT_ONCE = 3
"""Blocks asked for in one go: dragging the scroll bar passes by a thousand."""
COLUMNS = ("Date", "Time", "Routine", "Held", "Pain", "Note", "")
ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class SessionModel(QAbstractTableModel):
    """``wanted`` says what is missing; the answer comes through ``take``."""

    wanted = Signal(int, int)
    """Number of the first row that is wanted, and how many."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._rows: dict[int, SessionRow] = {}
        self._asked: set[int] = set()
        self._queue: list[int] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    @property
    def total(self) -> int:
        """How many rows there are, read or not."""
        return self._total

    def forget(self) -> None:
        """Other filters: nothing is known any more. The first rows are asked for at once."""
        self.beginResetModel()
        self._total = 0
        self._rows.clear()
        self.endResetModel()
        self.refresh()

    def refresh(self, first: int = 0) -> None:
        """Read the rows about ``first`` anew, and the others when they are looked at next."""
        self._asked.clear()
        self._queue.clear()
        block = first // BLOCK
        self._asked.add(block)
        self.wanted.emit(block * BLOCK, BLOCK)

    def take(self, rows: Sequence[SessionRow], total: int, offset: int) -> None:
        """Rows from the one with the number ``offset`` on, of ``total``."""
        if total != self._total:
            self.beginResetModel()
            self._total = total
            # What was read before may stand in another place now.
            self._rows.clear()
            self._asked.intersection_update({offset // BLOCK})
            self._put(rows, offset)
            self.endResetModel()
            return
        self._put(rows, offset)
        if rows:
            first, last = (
                self.index(offset, 0),
                self.index(offset + len(rows) - 1, len(COLUMNS) - 1),
            )
            self.dataChanged.emit(first, last)

    def take_out(self, session: str) -> None:
        """Leave a row out at once; the rows after it move up."""
        row = self.row_of(session)
        if row < 0:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        self._total -= 1
        del self._rows[row]
        self._rows = {n - (n > row): kept for n, kept in self._rows.items()}
        self.endRemoveRows()

    def row_of(self, session: str) -> int:
        """The row of an id among those that were read, or -1."""
        return next((n for n, row in self._rows.items() if row.id == session), -1)

    def session(self, row: int) -> SessionRow | None:
        """The session in ``row``; None while it is not read."""
        found = self._rows.get(row)
        if 0 <= row < self._total:
            self._want(row)
        return found

    # Qt's own

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.session(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        cells = (row.day, row.time, row.routine, row.length, row.pain, row.note, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # The first cell is the one the keys are in: it says the whole line.
            return spoken(row) if index.column() == 0 else cells[index.column()]
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    # Inside

    def _put(self, rows: Sequence[SessionRow], offset: int) -> None:
        self._rows.update(enumerate(rows, offset))
        if len(self._rows) > KEPT:
            near = sorted(self._rows, key=lambda n: abs(n - offset))
            for far in near[KEPT // 2 :]:
                del self._rows[far]
            self._asked = {block for block in self._asked if block * BLOCK in self._rows}

    def _want(self, row: int) -> None:
        block = row // BLOCK
        if block not in self._asked:
            self._asked.add(block)
            self._queue.append(block)
            # Not while the table is being drawn.
            self._soon.start()

    def _ask(self) -> None:
        passed, self._queue = self._queue[:-_AT_ONCE], self._queue[-_AT_ONCE:]
        self._asked.difference_update(passed)
        blocks, self._queue = self._queue, []
        for block in blocks:
            self.wanted.emit(block * BLOCK, BLOCK)


def spoken(row: SessionRow) -> str:
    """The line in words."""
    if row.spoken:
        return row.spoken
    pain = f"pain {row.pain}" if row.pain[:1].isdigit() else row.pain
    return ", ".join(
        part for part in (row.day, row.time, row.routine, row.length, pain, row.note) if part
    )
