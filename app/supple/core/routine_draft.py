"""A routine while it is being edited: a value that every operation makes anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from supple.core.dose_format import PREPARE
from supple.core.routine import (
    Dose,
    DoseChange,
    Reps,
    Routine,
    RoutineStep,
    Source,
    Stretch,
)


class Part(StrEnum):
    """A number of a row that can be set."""

    HOLD = "hold"
    SETS = "sets"
    REST = "rest"
    PREPARE = "prepare"
    SWITCH = "switch"
    REPS = "reps"
    PACE = "pace"
    """Seconds one repetition takes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of the routine, and what is changed in its dose."""

    key: int
    """Its own in the draft; it keeps it wherever it is moved."""
    stretch: str
    change: DoseChange = field(default_factory=DoseChange)

    def dose(self, stretch: Stretch) -> Dose:
        """How it is done here; ``stretch`` is the row's."""
        return self.change.over(stretch.dose)


@dataclass(frozen=True, slots=True)
class RoutineDraft:
    """Name, sentence and rows. Nothing in it needs to be right yet."""

    id: str = ""
    """"" for a routine that was never saved."""
    name: str = ""
    summary: str = ""
    rows: tuple[Row, ...] = ()
    suits: tuple[str, ...] = ()
    source: tuple[Source, ...] = ()
    next_key: int = 0

    @staticmethod
    def of(routine: Routine, id_: str | None = None) -> RoutineDraft:
        """A draft of ``routine``; ``id_`` is another id for it, "" for a new routine."""
        rows = tuple(Row(n, step.stretch, step.change) for n, step in enumerate(routine.steps))
        return RoutineDraft(
            routine.id if id_ is None else id_,
            routine.name,
            routine.summary,
            rows,
            routine.suits,
            routine.source,
            len(rows),
        )

    def build(self, id_: str = "") -> Routine:
        """The routine, under ``id_`` or else its own id. Whether it is right is not looked at."""
        return Routine(
            id=id_ or self.id,
            name=self.name.strip(),
            steps=tuple(RoutineStep(row.stretch, row.change) for row in self.rows),
            summary=self.summary.strip(),
            suits=self.suits,
            source=self.source,
        )

    # Looking

    def place(self, key: int) -> int:
        """Where the row stands, from 0; -1 when there is none."""
        return next((n for n, row in enumerate(self.rows) if row.key == key), -1)

    def row(self, key: int) -> Row | None:
        """The row of that key."""
        return next((row for row in self.rows if row.key == key), None)

    def same_as(self, other: RoutineDraft, stretches: Mapping[str, Stretch]) -> bool:
        """Whether both come to the same routine, however their rows are keyed.

        A number that is what the stretch has anyway counts as no change of it.
        """
        return self._content(stretches) == other._content(stretches)

    def _content(self, stretches: Mapping[str, Stretch]) -> tuple[object, ...]:
        rows = tuple((row.stretch, _whole(row, stretches)) for row in self.rows)
        return self.name.strip(), self.summary.strip(), rows, self.suits, self.source

    # Changing

    def named(self, name: str) -> RoutineDraft:
        """With another name."""
        return replace(self, name=name)

    def summed_up(self, summary: str) -> RoutineDraft:
        """With another sentence about it."""
        return replace(self, summary=summary)

    def added(self, stretches: Sequence[str], at: int | None = None) -> RoutineDraft:
        """With a row for each of ``stretches``, in their own dose, before place ``at``; None: last.

        Their keys are ``next_key`` and those after it.
        """
        at = len(self.rows) if at is None else max(0, min(at, len(self.rows)))
        new = tuple(Row(self.next_key + n, stretch) for n, stretch in enumerate(stretches))
        return replace(
            self,
            rows=(*self.rows[:at], *new, *self.rows[at:]),
            next_key=self.next_key + len(new),
        )

    def moved(self, key: int, to: int) -> RoutineDraft:
        """With the row at place ``to``, as near as there is one."""
        row = self.row(key)
        if row is None:
            return self
        others = [other for other in self.rows if other.key != key]
        to = max(0, min(to, len(others)))
        return replace(self, rows=(*others[:to], row, *others[to:]))

    def duplicated(self, key: int) -> RoutineDraft:
        """With a second row like it right after it, whose key is ``next_key``."""
        row = self.row(key)
        if row is None:
            return self
        at = self.place(key) + 1
        twin = replace(row, key=self.next_key)
        rows = (*self.rows[:at], twin, *self.rows[at:])
        return replace(self, rows=rows, next_key=self.next_key + 1)

    def without(self, key: int) -> RoutineDraft:
        """With the row taken out."""
        return replace(self, rows=tuple(row for row in self.rows if row.key != key))

    def with_part(self, key: int, part: Part, value: float, stretch: Stretch) -> RoutineDraft:
        """With one number of a row set; ``stretch`` is the row's.

        The stretch's own number is not written down, so that it follows the stretch.
        """
        return self._with_rows(lambda row: row.key == key, part, value, {stretch.id: stretch})

    def with_more_prepare(self, more: float, stretches: Mapping[str, Stretch]) -> RoutineDraft:
        """With ``more`` seconds to get ready than each stretch has by itself.

        Rows that were given a time of their own keep it. No time goes over the format's limit.
        """
        before = self.more_prepare(stretches)
        rows = tuple(
            self._readied(row, stretches[row.stretch].dose, before, more)
            if row.stretch in stretches
            else row
            for row in self.rows
        )
        return replace(self, rows=rows)

    def more_prepare(self, stretches: Mapping[str, Stretch]) -> float:
        """Seconds to get ready that every row has beyond its stretch's own; 0 without rows.

        Of a row with the longest time there is, it cannot be told how much more was wanted.
        """
        rows = (row for row in self.rows if row.stretch in stretches)
        pairs = [(row, stretches[row.stretch].dose) for row in rows]
        told = [_beyond(row, own) for row, own in pairs if not _at_the_limit(row, own)]
        if not told:
            return max((_beyond(row, own) for row, own in pairs), default=0.0)
        return min((more for more in told if more >= 0), default=0.0)

    @staticmethod
    def _readied(row: Row, own: Dose, before: float, more: float) -> Row:
        beyond = _beyond(row, own)
        if beyond != before and not (beyond < before and _at_the_limit(row, own)):
            return row
        value = min(own.prepare_s + more, PREPARE.high)
        return replace(row, change=changed(row.change, Part.PREPARE, value, own))

    def _with_rows(
        self,
        wanted: Callable[[Row], bool],
        part: Part,
        value: float,
        stretches: Mapping[str, Stretch],
    ) -> RoutineDraft:
        rows = tuple(
            replace(row, change=changed(row.change, part, value, stretches[row.stretch].dose))
            if wanted(row) and row.stretch in stretches
            else row
            for row in self.rows
        )
        return replace(self, rows=rows)


def _beyond(row: Row, own: Dose) -> float:
    """Seconds to get ready beyond the stretch's own."""
    # To the millisecond: 17.1 less 7.1 is not quite 10.
    return round(row.change.over(own).prepare_s - own.prepare_s, 3)


def _at_the_limit(row: Row, own: Dose) -> bool:
    return row.change.over(own).prepare_s >= PREPARE.high


def names_of(rows: Iterable[Row], stretches: Mapping[str, Stretch]) -> list[str]:
    """What the rows' stretches are called; the id of one that is not there."""
    return [stretches[r.stretch].name if r.stretch in stretches else r.stretch for r in rows]


def changed(change: DoseChange, part: Part, value: float, own: Dose) -> DoseChange:
    """``change`` with one number set; ``own`` is the stretch's dose without it."""
    match part:
        case Part.HOLD:
            hold = None if value == own.hold_s else value
            span = change.hold_range_s
            if span is not None and not span[0] <= value <= span[1]:
                # The format refuses a hold outside the range that stands beside it.
                span = None
            return replace(change, hold_s=hold, hold_range_s=span)
        case Part.SETS:
            return replace(change, sets=None if value == own.sets else int(value))
        case Part.REST:
            return replace(change, rest_s=None if value == own.rest_s else value)
        case Part.PREPARE:
            return replace(change, prepare_s=None if value == own.prepare_s else value)
        case Part.SWITCH:
            return replace(change, switch_s=None if value == own.switch_s else value)
        case Part.REPS | Part.PACE:
            reps = _reps(change.reps or own.reps, part, value)
            return replace(change, reps=None if reps == own.reps else reps)


def _reps(reps: Reps | None, part: Part, value: float) -> Reps | None:
    if reps is None:
        return None
    if part is Part.REPS:
        return replace(reps, count=int(value))
    return replace(reps, pace_s=value)


def _whole(row: Row, stretches: Mapping[str, Stretch]) -> object:
    stretch = stretches.get(row.stretch)
    return row.change if stretch is None else row.dose(stretch)
