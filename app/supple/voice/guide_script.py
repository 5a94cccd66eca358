"""A whole session as a list of sounds at their instants, for a sound file. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from supple.core.clockwork import Clockwork
from supple.core.event import Event, LineDue
from supple.core.plan import Plan
from supple.core.state import Done
from supple.core.step import LineKind, StepKind
from supple.core.timeline import Timeline
from supple.voice import chime
from supple.voice.cues import chime_for

LEAD_S = 1.0
"""Silence before the title: players fade in, and loudspeakers wake up."""
PAUSE_S = 6.0
"""From the end of the title to the session's first instant, to put the phone down."""
TAIL_S = 3.0
"""Silence behind the session's last instant."""
BREATH_S = 0.4
"""Least silence between two sounds where one would have run into the next."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence, or a chime by its name, and when it begins. Seconds from the file's start."""

    at_s: float
    text: str = ""
    chime: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the file that a player can jump to. Seconds from the file's start."""

    start_s: float
    title: str


@dataclass(frozen=True, slots=True)
class Script:
    """What is heard, in order; never two at once. Seconds."""

    title: str
    spots: tuple[Spot, ...]
    chapters: tuple[Chapter, ...]
    """The first one begins at 0, each ends where the next begins."""
    session_from_s: float
    """Where the session's own clock shows 0."""
    total_s: float


def opening_line(timeline: Timeline) -> str:
    """What is said before the session: which one it is, how long it takes, and when to stop."""
    minutes = max(1, round(timeline.total_s / 60))
    lasts = "1 minute" if minutes == 1 else f"{minutes} minutes"
    return (
        f"{timeline.routine.name}. {lasts}. Put this where you can hear it. "
        "If something hurts, let go and stop."
    )


def texts_of(timeline: Timeline, kinds: frozenset[LineKind]) -> tuple[str, ...]:
    """Every different sentence of ``kinds`` that the session says, in order of first use."""
    lines = (line for step in timeline.steps for line in step.lines)
    return tuple(dict.fromkeys(line.text for line in lines if line.kind in kinds))


def write_script(
    timeline: Timeline,
    kinds: frozenset[LineKind],
    length_of: Callable[[str], float],
    *,
    chimes: bool = False,
) -> Script:
    """Lay the session out as it is heard live: sentences of ``kinds``, each at its instant.

    ``length_of`` gives the real seconds of a sentence. With ``chimes`` the soft chimes of a
    session without words mark the steps, and no title is said.
    """
    title = opening_line(timeline)
    opening = Spot(LEAD_S, chime=chime.START) if chimes else Spot(LEAD_S, title)
    zero = LEAD_S + _length(opening, length_of) + PAUSE_S
    spots = [opening]
    for event in _events(timeline):
        at_s = zero + event.at
        if isinstance(event, LineDue) and event.line.kind in kinds:
            spots.append(Spot(at_s, event.line.text))
        if chimes and (name := chime_for(event)):
            spots.append(Spot(at_s, chime=name))
    apart = tuple(_apart(spots, length_of))
    end = max(zero + timeline.total_s, apart[-1].at_s + _length(apart[-1], length_of))
    return Script(
        timeline.routine.name, apart, tuple(_chapters(timeline, zero)), zero, end + TAIL_S
    )


def _events(timeline: Timeline) -> Iterator[Event]:
    """What a session would tell that nobody touches: the very clockwork of a live one."""
    clockwork = Clockwork(Plan(timeline))
    clockwork.enter(0, 0.0)
    now = 0.0
    while not isinstance(clockwork.state, Done):
        yield from clockwork.run(now)[0]
        now = clockwork.next_due(now) or now


def _apart(spots: list[Spot], length_of: Callable[[str], float]) -> Iterator[Spot]:
    """Never two at once: what would begin too early waits, as in a live session."""
    free_from = 0.0
    for spot in spots:
        late = spot.at_s < free_from
        at_s = free_from + BREATH_S if late else spot.at_s
        kept = Spot(at_s, spot.text, spot.chime)
        free_from = at_s + _length(kept, length_of)
        yield kept


def _length(spot: Spot, length_of: Callable[[str], float]) -> float:
    return chime.length_s(spot.chime) if spot.chime else length_of(spot.text)


def _chapters(timeline: Timeline, zero: float) -> Iterator[Chapter]:
    yield Chapter(0.0, timeline.routine.name)
    for step in timeline.steps:
        if step.kind is StepKind.FINISH:
            yield Chapter(zero + step.start_s, "Done")
        elif step.kind is StepKind.PREPARE:
            name = timeline.stretch_of(step).name
            yield Chapter(zero + step.start_s, f"{step.block + 1}. {name}")
