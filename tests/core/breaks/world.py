"""A made-up world for the policy: a person, a desktop and clocks, all known in advance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from supple.core.breaks.event import Closed, Event, Held, LetGo, Prompted, Reason, Rested, Soon
from supple.core.breaks.look import Busy, Look
from supple.core.breaks.policy import Breaks
from supple.core.breaks.rules import Rules

Span = tuple[float, float]
FAR = 10.0**9


@lru_cache(maxsize=200_000)
def _instant(name: str, local: datetime) -> float:
    return local.replace(tzinfo=ZoneInfo(name), fold=0).timestamp()


class Place:
    """The clocks of one place, from Python's zone database."""

    def __init__(self, name: str = "Europe/Berlin") -> None:
        self.name = name
        self._zone = ZoneInfo(name)

    def local(self, utc: float) -> datetime:
        return datetime.fromtimestamp(utc, self._zone).replace(tzinfo=None)

    def instant(self, local: datetime) -> float:
        return _instant(self.name, local)


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

    tells_all: bool = False
    """Whether the desktop also signals what is else asked for now and then."""

    def signals(self) -> list[float]:
        """When the desktop tells of something by itself."""
        edges = [edge for span in self.locked for edge in span]
        edges += [at for at, _ in self.sleeps]
        if self.tells_all:
            edges += [edge for begin, end, _ in self.busy for edge in (begin, end)]
            edges += [begin for begin, _, _ in self.works]
            edges += [at for at, _ in self.clock_set]
        return edges


Plan = tuple[float, str, tuple[object, ...]]
"""When, which method, with what."""


class Run:
    """One policy in one world."""

    def __init__(self, world: World, plans: Iterable[Plan] = ()) -> None:
        self.world = world
        self.t = 0.0
        self.breaks = Breaks(world.rules, world.place, world.look(0.0))
        self.events: list[Event] = []
        self.looks = 0
        self._still, self._looked_at = 0, -1.0
        self.plans = sorted(plans, key=lambda plan: plan[0])
        self.answer: Callable[[float], list[Plan]] = lambda at: []
        """What the person does about a prompt."""

    def until(self, end: float, also: Iterable[float] = ()) -> Run:
        """Look when the policy wants it, when the desktop signals, and at ``also``."""
        extra = sorted({t for t in [*also, *self.world.signals()] if self.t < t <= end})
        extra.reverse()
        while True:
            deadline = self.breaks.deadline
            ends = [end if deadline is None else max(deadline, self.t), *extra[-1:]]
            self.t = min([end, *ends, *(plan[0] for plan in self.plans[:1])])
            while extra and self.t >= extra[-1]:
                extra.pop()
            if self.plans and self.t >= self.plans[0][0]:
                _, name, values = self.plans.pop(0)
                self.act(name, *values)
                continue
            self._take(self.breaks.advance(self.world.look(self.t)))
            if self.t >= end:
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

    def stretches(self, after_s: float = 10.0, for_s: float = 240.0) -> Run:
        """Every prompt is answered with Start, and the session is done."""
        self.answer = lambda at: [
            (at + after_s, "start", ()),
            (at + after_s, "session_started", ()),
            (at + after_s + for_s, "session_ended", (True,)),
        ]
        return self

    def _take(self, events: Iterable[Event]) -> None:
        self.looks += 1
        self._still = self._still + 1 if self.t == self._looked_at else 0
        self._looked_at = self.t
        assert self._still < 30, "the policy wants to look again and again at one instant"
        for event in events:
            self.events.append(event)
            if isinstance(event, Prompted):
                self.plans += self.answer(event.at)
                self.plans.sort(key=lambda plan: plan[0])

    def told(self) -> list[str]:
        """What happened but for the announcements, a word each."""
        return [word_of(event) for event in self.events if not isinstance(event, Soon)]

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


def word_of(event: Event) -> str:
    """An event in short: ``Closed started``, ``Held typing``."""
    match event:
        case Closed(how=detail) | LetGo(why=detail) | Rested(rest=detail):
            return f"{type(event).__name__} {detail}"
        case Held(holds=holds):
            return " ".join(["Held", *holds])
        case Prompted(prompt=prompt):
            return "Prompted quiet" if prompt.quiet else f"Prompted {prompt.reason}"
        case _:
            return type(event).__name__


def last(run: Run) -> Prompted:
    """The newest prompt."""
    return [event for event in run.events if isinstance(event, Prompted)][-1]
