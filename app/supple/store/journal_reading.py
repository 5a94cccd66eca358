"""Taking in what stands in the shared folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from supple.core.contents import Contents
from supple.core.merge import merge
from supple.core.problem import UserError
from supple.store.history import History
from supple.store.journal_folder import Found, Reader, is_away
from supple.store.journal_lines import Row, Unread, contents_of, read_line
from supple.store.journal_memory import Mark, Memory

BATCH = 50
"""Rows in one transaction: while it lasts, the window cannot write."""


class Reading:
    """One look through the folder.

    ``program`` is this program's version: what it cannot understand it reads again once it is
    another one. ``keep`` is called whenever ``memory`` has changed.
    """

    def __init__(
        self,
        folder: Path,
        history: History,
        memory: Memory,
        program: str,
        keep: Callable[[], None],
    ) -> None:
        self._folder = folder
        self._history = history
        self._memory = memory
        self._program = program
        self._keep = keep
        self.taken = 0
        """Rows of the history that changed."""
        self.skipped = 0
        """Lines that gave nothing."""
        self.unreadable: list[tuple[str, OSError]] = []
        self.altered: set[str] = set()
        """Files of which something that was read is gone."""

    def take_in(self, found: Mapping[str, Found]) -> None:
        """Read what is new in the files of ``found``. Raises UserError from the history."""
        for name in [name for name in self._memory.marks if name not in found]:
            if not is_away(self._folder, name):
                self._lost(name)
                del self._memory.marks[name]
                self._keep()
        for name, file in found.items():
            mark = self._mark(name)
            if mark is not None and file.is_read(mark):
                continue
            try:
                self._read(name, mark)
            except OSError as error:
                self.unreadable.append((name, error))

    def _mark(self, name: str) -> Mark | None:
        mark = self._memory.marks.get(name)
        if mark is not None and mark.newer and mark.by != self._program:
            return None
        return mark

    def _read(self, name: str, mark: Mark | None) -> None:
        with Reader(self._folder / name, mark) as reader:
            if reader.began_anew:
                self._lost(name)
                mark = None
            unread = {Unread.DAMAGED: 0, Unread.NEWER: 0}
            batch: list[Row] = []
            for text in reader.lines():
                if text == b"":
                    continue
                row = Unread.DAMAGED if text is None else read_line(text)
                if isinstance(row, Unread):
                    unread[row] += 1
                    continue
                batch.append(row)
                if len(batch) == BATCH:
                    unread[Unread.DAMAGED] += self._take(batch)
                    batch = []
            unread[Unread.DAMAGED] += self._take(batch)
        self.skipped += sum(unread.values())
        damaged, newer = (mark.damaged, mark.newer) if mark else (0, 0)
        self._memory.marks[name] = reader.mark(
            damaged + unread[Unread.DAMAGED], newer + unread[Unread.NEWER], self._program
        )
        self._keep()

    def _take(self, batch: Sequence[Row]) -> int:
        """Put rows into the history; returns how many of them it refused."""
        try:
            self.taken += self._put(batch)
        except UserError as error:
            if _is_trouble(error):
                raise
            return 1 if len(batch) == 1 else sum(self._take([row]) for row in batch)
        return 0

    def _put(self, batch: Sequence[Row]) -> int:
        if not batch:
            return 0
        # One row may stand there in several states.
        return self._history.take_in(merge(contents_of(batch), Contents()), from_journal=True)

    def _lost(self, name: str) -> None:
        """Have all rows written that are not in the folder any more."""
        # Before anything else is noted, so that a crash in between does not forget it.
        if not self.altered:
            self._history.send_all()
        self.altered.add(name)


def _is_trouble(error: UserError) -> bool:
    """Whether the database failed, and not the row."""
    cause = error.__cause__
    about_the_row = isinstance(cause, sqlite3.IntegrityError | sqlite3.DataError)
    return isinstance(cause, sqlite3.Error) and not about_the_row
