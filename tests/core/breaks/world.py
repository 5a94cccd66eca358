"""A made-up world for the policy: a person, a desktop and clocks, all known in advance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from supple.core.breaks.event import Event, Prompted, Reason
from supple.core.breaks.look import Busy, Look
from supple.core.breaks.policy import Breaks
from supple.core.breaks.rules import Rules

Span = tuple[float, float]
FAR = 10.0**9


class Place:
    """The clocks of one place, from Python's zone database."""

    def __init__(self, name: str = "Europe/Berlin") -> None:
        self.name = name

    def local(self, utc: float) -> datetime:
        return datetime.fromtimestamp(utc, ZoneInfo(self.name)).replace(tzinfo=None)

    def instant(self, local: datetime) -> float:
        return local.replace(tzinfo=ZoneInfo(self.name), fold=0).timestamp()


@dataclass
class World:
    """Seconds count from the start of the monotonic clock at ``begin``."""

    rules: Rules = field(default_factory=Rules)
    begin: datetime = datetime(2026, 10, 22, 9, 0)  # noqa: DTZ001 - what the wall shows
    place: Place = field(default_factory=Place)
    works: list[tuple[float, float, float]] = field(default_factory=lambda: [(0.0, FAR, 10.0)])
    """From, until, seconds between two keys."""
    busy: list[tuple[float, float, Busy]] = field(default_factory=list)
    locked: list[Span] = field(default_factory=list)
    sleeps: list[Span] = field(default_factory=list)
    """At, and for how long, with a monotonic clock that stands still."""
    clock_set: list[Span] = field(default_factory=list)
    """At, and by how much the wall clock is set."""
    knows_idle: bool = True
    knows_sleep: bool = True

    def last_key(self, t: float) -> float:
        """When a key was pressed last, up to ``t``."""
        last = -FAR
        for begin, end, beat in self.works:
            if begin <= t:
                last = max(last, begin + (min(t, end) - begin) // beat * beat)
        return last

    def utc(self, t: float) -> float:
        moved = sum(d for at, d in (*self.sleeps, *self.clock_set) if at <= t)
        return self.place.instant(self.begin) + t + moved

    def local(self, t: float) -> datetime:
        return self.place.local(self.utc(t))

    def look(self, t: float) -> Look:
        return Look(
            t,
            self.utc(t),
            t - self.last_key(t) if self.knows_idle else None,
            frozenset(kind for begin, end, kind in self.busy if begin <= t < end),
            any(begin <= t < end for begin, end in self.locked),
            sum(d for at, d in self.sleeps if at <= t) if self.knows_sleep else None,
        )

    def signals(self) -> list[float]:
        """When the desktop tells of something by itself."""
        edges = [edge for span in self.locked for edge in span]
        return sorted([*edges, *(at for at, _ in self.sleeps)])


Act = Callable[[Breaks, Look], Iterable[Event]]


class Run:
    """One policy in one world."""

    def __init__(self, world: World, begin_at: float = 0.0) -> None:
        self.world = world
        self.t = begin_at
        self.breaks = Breaks(world.rules, world.place, world.look(begin_at))
        self.events: list[Event] = []
        self.looks = 0

    def until(self, end: float, also: Iterable[float] = ()) -> Run:
        """Look when the policy wants it, when the desktop signals, and at ``also``."""
        extra = sorted(t for t in [*also, *self.world.signals()] if self.t < t <= end)
        while True:
            deadline = self.breaks.deadline
            ends = [end if deadline is None else max(deadline, self.t), *extra[:1]]
            self.t = min(ends)
            if self.t >= end:
                break
            if extra and self.t >= extra[0]:
                extra.pop(0)
            self._take(self.breaks.advance(self.world.look(self.t)))
        self.t = end
        self._take(self.breaks.advance(self.world.look(end)))
        return self

    def each(self, step: float, end: float) -> Run:
        """Look every ``step`` seconds, whatever the policy wants."""
        while self.t < end:
            self.t = min(end, self.t + step)
            self._take(self.breaks.advance(self.world.look(self.t)))
        return self

    def act(self, name: str, *values: object) -> Run:
        """A wish of the person, now."""
        self._take(getattr(self.breaks, name)(self.world.look(self.t), *values))
        return self

    def _take(self, events: Iterable[Event]) -> None:
        self.looks += 1
        assert self.looks < 500_000
        self.events += events

    def of(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    def prompts(self, *reasons: Reason) -> list[float]:
        """When prompts came, in seconds."""
        return [
            e.at
            for e in self.events
            if isinstance(e, Prompted) and (not reasons or e.prompt.reason in reasons)
        ]

    def clocks(self) -> list[str]:
        """When prompts came, as the wall showed."""
        return [f"{self.world.local(at):%a %H:%M}" for at in self.prompts()]


def minutes(*values: float) -> list[float]:
    return [value * 60.0 for value in values]


WEEK_S = timedelta(days=7).total_seconds()
