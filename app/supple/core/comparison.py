"""What taking a file into the history would bring: new, the same, different, deleted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from supple.core.contents import Contents
from supple.core.day_off import DayOff
from supple.core.differences import Row, differences, title
from supple.core.labels import plural

LISTED = 50
"""Differing rows that are named one by one; the others are counted."""
_R = TypeVar("_R", bound=Row)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that is in the history already, and is another one in the file."""

    ours: Row
    theirs: Row
    differing: tuple[str, ...]
    """Phrases such as ``pain after is 3 here, 5 in the file``."""

    @property
    def line(self) -> str:
        """Which row it is and what differs."""
        return f"{title(self.ours)}: {'; '.join(self.differing)}."


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every row of the file, sorted by what becomes of it."""

    new: Contents = field(default_factory=Contents)
    """What the history does not hold; rows deleted elsewhere included, which stay deleted."""
    equal: int = 0
    """Rows that are here just so."""
    conflicts: tuple[Conflict, ...] = ()
    """Rows of which the history keeps its own."""
    deleted_here: tuple[Row, ...] = ()
    """Rows the person deleted here; they stay deleted."""

    @property
    def adds(self) -> bool:
        """Whether there is anything to take in."""
        return any(True for _ in _rows(self.new))

    @property
    def headline(self) -> str:
        """Such as ``12 new sessions, 1 new check`` or ``Nothing new in this file``."""
        counts = self._counts()
        if counts:
            return ", ".join(counts)
        return "Only deleted entries are new" if self.adds else "Nothing new in this file"

    def lines(self, most: int = LISTED) -> tuple[str, ...]:
        """Sentences on every row, at most ``most`` of them on single rows that differ."""
        counts = self._counts()
        added = f"To be added: {', '.join(counts)}." if counts else "Nothing to be added."
        return (added, *self.details(most))

    def details(self, most: int = LISTED) -> tuple[str, ...]:
        """:meth:`lines` without what ``headline`` says already."""
        gone = sum(bool(r.deleted_at) for r in _rows(self.new))
        return (
            *([f"Deleted in the file, and stays deleted: {_entries(gone)}."] if gone else []),
            *([f"Here already, the same: {_entries(self.equal)}."] if self.equal else []),
            *self._deleted_lines(),
            *self._conflict_lines(most),
        )

    def _counts(self) -> list[str]:
        kinds = (
            (self.new.sessions, "new session"),
            (self.new.assessments, "new check"),
            (self.new.days_off, "new day off"),
        )
        found = [(sum(not r.deleted_at for r in rows), noun) for rows, noun in kinds]
        many = {"new day off": "new days off"}
        return [plural(n, noun, many.get(noun, "")) for n, noun in found if n]

    def _deleted_lines(self) -> list[str]:
        if not self.deleted_here:
            return []
        return [f"Deleted here, and stays deleted: {_entries(len(self.deleted_here))}."]

    def _conflict_lines(self, most: int) -> list[str]:
        if not self.conflicts:
            return []
        head = f"Here already, but not the same; yours are kept: {_entries(len(self.conflicts))}."
        more = len(self.conflicts) - most
        rest = [f"And {more} more."] if more > 0 else []
        return [head, *(c.line for c in self.conflicts[:most]), *rest]


def compare(ours: Contents, theirs: Contents) -> Comparison:
    """What ``theirs`` holds beside ``ours``. Both with deleted rows; nothing is changed.

    A day marked off here is kept as it is even where the file marks it under another id, as only
    one mark of a day is shown.
    """
    sorter = _Sorter()
    marked = {d.day: d for d in ours.days_off if d.deleted_at is None}
    sessions = tuple(sorter.new(_by_id(ours.sessions), theirs.sessions))
    assessments = tuple(sorter.new(_by_id(ours.assessments), theirs.assessments))
    days_off = tuple(sorter.new_days(_by_id(ours.days_off), marked, theirs.days_off))
    new = Contents(sessions, assessments, days_off)
    return Comparison(new, sorter.equal, tuple(sorter.conflicts), tuple(sorter.deleted_here))


class _Sorter:
    def __init__(self) -> None:
        self.equal = 0
        self.conflicts: list[Conflict] = []
        self.deleted_here: list[Row] = []

    def new(self, ours: Mapping[str, _R], theirs: Iterable[_R]) -> Iterator[_R]:
        """Those of ``theirs`` that are not in ``ours``; the others are sorted."""
        for row in theirs:
            mine = ours.get(row.id)
            if mine is None:
                yield row
            else:
                self._sort(mine, row)

    def new_days(
        self,
        ours: Mapping[str, DayOff],
        marked: Mapping[date, DayOff],
        theirs: Iterable[DayOff],
    ) -> Iterator[DayOff]:
        for row in self.new(ours, theirs):
            mine = marked.get(row.day)
            if mine is None:
                yield row
            else:
                self._sort(mine, replace(row, id=mine.id))

    def _sort(self, mine: Row, row: Row) -> None:
        if mine.deleted_at is not None and row.deleted_at is None:
            self.deleted_here.append(mine)
            return
        if mine.deleted_at is not None:
            self.equal += 1
            return
        differing = ("it is deleted in the file",) if row.deleted_at else differences(mine, row)
        if differing:
            self.conflicts.append(Conflict(mine, row, differing))
        else:
            self.equal += 1


def _by_id(rows: Iterable[_R]) -> dict[str, _R]:
    return {row.id: row for row in rows}


def _rows(contents: Contents) -> Iterator[Row]:
    yield from contents.sessions
    yield from contents.assessments
    yield from contents.days_off


def _entries(n: int) -> str:
    return plural(n, "entry", "entries")
