"""How long a routine that is being edited takes, and what it looks like in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from supple.core.moves import move_between
from supple.core.routine import Catalogue, Position, Side, Stretch
from supple.core.routine_draft import RoutineDraft, Row
from supple.core.step import Step
from supple.core.step_kind import StepKind
from supple.core.timeline import build_timeline


class Tint(StrEnum):
    """What a stretch of time is for."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    REST = "rest"
    """Rest, change of legs, and getting ready."""


_TINTS = {Side.LEFT: Tint.LEFT, Side.RIGHT: Tint.RIGHT, Side.BOTH: Tint.BOTH}


_ON_THE_FLOOR = frozenset({Position.LYING, Position.FLOOR, Position.HALF_KNEELING})


@dataclass(frozen=True, slots=True)
class Way:
    """The part of getting ready that depends on what comes before."""

    words: str
    """What it is for, such as ``getting up``."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time that is all for one thing. Seconds from the start."""

    key: int
    """The row it belongs to."""
    tint: Tint
    start_s: float
    end_s: float
    way: Way | None = None
    """The way there, in the first segment of a row; None where there is none."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A draft laid out in time. Seconds throughout."""

    total_s: float = 0.0
    """The whole session, its end included."""
    rows: Mapping[int, float] = field(default_factory=dict)
    """How long each row takes, by its key."""
    segments: tuple[Segment, ...] = ()
    """What follows what, without gaps; the end of the session is left out."""

    @property
    def end_s(self) -> float:
        """Seconds of the end, which belong to no row."""
        return max(0.0, self.total_s - sum(self.rows.values()))


def lay_out(draft: RoutineDraft, catalogue: Catalogue, say: Callable[[str], float]) -> Layout:
    """Lay out ``draft``; ``say`` gives the seconds a sentence takes.

    Rows whose stretch is not there are passed over.
    """
    rows = [row for row in draft.rows if row.stretch in catalogue.stretches]
    if not rows:
        return Layout()
    timeline = build_timeline(replace(draft, rows=tuple(rows)).build(), catalogue, say)
    steps = [step for step in timeline.steps if step.kind is not StepKind.FINISH]
    lengths = dict.fromkeys((row.key for row in rows), 0.0)
    for step in steps:
        lengths[rows[step.block].key] += step.duration_s
    ways = dict(zip(lengths, _ways(catalogue.stretches[row.stretch] for row in rows), strict=True))
    return Layout(timeline.total_s, lengths, tuple(_segments(steps, rows, ways)))


def said(layout: Layout, draft: RoutineDraft, stretches: Mapping[str, Stretch]) -> str:
    """The order of things in words, for who cannot see the bar."""
    told = []
    ways = {segment.key: segment.way for segment in layout.segments if segment.way is not None}
    for row in draft.rows:
        stretch, seconds = stretches.get(row.stretch), layout.rows.get(row.key)
        if stretch is not None and seconds is not None:
            way = ways.get(row.key)
            of_that = f", {_spoken(way.seconds)} of it for {way.words}" if way else ""
            told.append(f"{stretch.name}, {_spoken(seconds)}{of_that}")
    return ". ".join(told)


def _ways(stretches: Iterable[Stretch]) -> Iterable[Way | None]:
    """For each of ``stretches`` how one comes to it from the one before."""
    before: Stretch | None = None
    for stretch in stretches:
        seconds = move_between(before, stretch).time_s
        yield Way(_getting(before, stretch), seconds) if seconds else None
        before = stretch


def _getting(before: Stretch | None, stretch: Stretch) -> str:
    was, now = before.position if before else Position.SEATED, stretch.position
    had = before.equipment if before else ()
    fetches = any(thing not in had for thing in stretch.equipment)
    if was is now:
        return "fetching what it needs"
    if now in _ON_THE_FLOOR:
        words = "turning over" if was in _ON_THE_FLOOR else "getting down to the floor"
    elif was in _ON_THE_FLOOR:
        words = "getting up"
    else:
        words = "sitting down" if now is Position.SEATED else "standing up"
    return f"{words} and fetching what it needs" if fetches else words


def _spoken(seconds: float) -> str:
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return f"{rest} seconds"
    unit = "minute" if minutes == 1 else "minutes"
    return f"{minutes} {unit} {rest}" if rest else f"{minutes} {unit}"


def _segments(
    steps: Iterable[Step], rows: list[Row], ways: Mapping[int, Way | None]
) -> Iterable[Segment]:
    open_: Segment | None = None
    for step in steps:
        key = rows[step.block].key
        tint = _TINTS[step.side] if step.kind.is_work else Tint.REST
        if open_ is not None and (open_.key, open_.tint) == (key, tint):
            open_ = replace(open_, end_s=step.end_s)
            continue
        if open_ is not None:
            yield open_
        begins = open_ is None or open_.key != key
        open_ = Segment(key, tint, step.start_s, step.end_s, ways[key] if begins else None)
    if open_ is not None:
        yield open_
