"""What a session says of one stretch, to be read before it is heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from supple.core import labels, wording
from supple.core.routine import Catalogue, Side, Stretch
from supple.core.speech_length import spoken_seconds
from supple.core.step import LineKind, Step, StepKind
from supple.core.stretch_draft import cleaned
from supple.core.timeline import Timeline, build_timeline, routine_of

NAMELESS: Final = "Your stretch"
_NOT_READ: Final = frozenset({LineKind.REP, LineKind.COUNTDOWN, LineKind.LAST})
"""Numbers and short words, which make no sense to read one after another."""


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of time with what is said in it."""

    head: str
    """Such as ``Hold, left``."""
    seconds: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """A whole session of one stretch."""

    parts: tuple[Part, ...] = ()
    total_s: float = 0.0

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every sentence in turn."""
        return tuple(line for part in self.parts for line in part.lines)


def timeline_of(draft: Stretch, say: Callable[[str], float] = spoken_seconds) -> Timeline | None:
    """The session of a draft as it stands; None while it has neither a hold nor movements."""
    stretch = cleaned(draft)
    stretch = replace(stretch, id=stretch.id or "draft", name=stretch.name or NAMELESS)
    if stretch.dose.hold_s is None and stretch.dose.reps is None:
        return None
    catalogue = Catalogue({stretch.id: stretch}, {})
    return build_timeline(routine_of(stretch), catalogue, say, {})


def script_of(draft: Stretch, say: Callable[[str], float] = spoken_seconds) -> Script:
    """What is said of the first side and on the way to the other; empty without a dose."""
    timeline = timeline_of(draft, say)
    if timeline is None:
        return Script()
    parts: list[Part] = []
    for step in timeline.steps:
        lines = tuple(line.text for line in step.lines if line.kind not in _NOT_READ)
        if step.side is Side.RIGHT and step.kind is not StepKind.SWITCH:
            continue  # the same again
        parts.append(Part(_head(step), step.duration_s, lines))
    return Script(tuple(parts), timeline.total_s)


def opening(draft: Stretch) -> tuple[str, ...]:
    """What "Hear it" says: the way into the stretch and out of it, for the side done first."""
    stretch = cleaned(draft)
    side = stretch.sides.order[0]
    first = wording.first_line(stretch, side)
    lines = [stretch.name and f"{stretch.name.rstrip('.')}.", first, *stretch.setup]
    lines += [stretch.hold_cue, stretch.release_cue, _switch(stretch)]
    return tuple(wording.for_side(line, side) for line in lines if line)


def _switch(stretch: Stretch) -> str:
    order = stretch.sides.order
    return wording.now_line(stretch, order[1]) if len(order) > 1 else ""


def _head(step: Step) -> str:
    label = wording.LABELS[step.kind]
    side = "" if step.side is Side.BOTH else f", {step.side.value}"
    again = f" {step.set} of {step.sets}" if step.sets > 1 and step.kind.is_work else ""
    return f"{label}{again}{side}, {labels.seconds_of(round(step.duration_s))}"
