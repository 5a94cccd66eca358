"""What the ring, the band and a screen reader say of a snapshot."""

from __future__ import annotations

import math

from supple.core.event import PauseReason
from supple.core.routine import Side
from supple.core.snapshot import Phase, Snapshot
from supple.core.step import StepKind
from supple.core.wording import NOTHING_DONE
from supple.ui.widgets.ring import MOST_DOTS, RingFace
from supple.ui.widgets.sideband import BandFace

_THE_END = "The end"
_LONG_S = 60.0
_GET_READY_ARCS = 5
_LEAD_IN_ARCS = 3
_SIDE_TOKENS = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "primary"}


def clock(seconds: float) -> str:
    """``8:20``, or ``1:02:03`` from an hour on; a part of a second counts as a whole one."""
    whole = max(0, math.ceil(seconds - 1e-6))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{left:02d}"
    return f"{minutes}:{left:02d}"


def counter(snapshot: Snapshot) -> tuple[str, str]:
    """Which stretch of how many, and how long the session still lasts."""
    place = f"{snapshot.block + 1} of {len(snapshot.blocks)}"
    if snapshot.pause_reason is PauseReason.HURTS:
        return place, "paused"
    return place, f"{clock(snapshot.session_left_s)} left"


def band(snapshot: Snapshot) -> BandFace:
    """The side band of this instant."""
    resting = snapshot.step.kind is StepKind.REST
    paused = snapshot.phase is Phase.PAUSED
    has_side = bool(snapshot.band.main)
    return BandFace(
        side=snapshot.step.side if has_side else Side.BOTH,
        main=snapshot.band.main,
        ghost=snapshot.band.ghost,
        soft=resting or paused,
        small=resting and snapshot.step.side is not Side.BOTH,
    )


def ring(snapshot: Snapshot) -> RingFace:
    """The ring of this instant, but for the length of its arc."""
    if snapshot.phase is Phase.LEAD_IN:
        return _lead_in(snapshot)
    step = snapshot.step
    if step.kind is StepKind.FINISH:
        return RingFace(label=_end(snapshot), tick=not _nothing_done(snapshot))
    paused = snapshot.phase is Phase.PAUSED
    color = "control" if paused else _color(step.kind, step.side)
    reps = step.kind is StepKind.REPS
    dots = step.sets if step.kind.is_work and not reps and step.sets <= MOST_DOTS else 0
    return RingFace(
        label=_label(snapshot),
        digits=_digits(snapshot),
        note=_note(snapshot),
        color=color,
        label_color=_label_color(snapshot),
        segments=_GET_READY_ARCS if step.kind is StepKind.PREPARE else 0,
        room=_room(snapshot),
        dots=dots,
        dot=step.set,
    )


def ring_part(snapshot: Snapshot) -> float:
    """How much of the ring is lit, 0 to 1."""
    if snapshot.phase is Phase.LEAD_IN:
        return min(1.0, snapshot.lead_in_left_s / _LEAD_IN_ARCS)
    if snapshot.step.kind is StepKind.FINISH:
        return 1.0
    if snapshot.step.kind is StepKind.PREPARE:
        # The arcs count the last five seconds; until then all are lit.
        return min(1.0, snapshot.left_s / _GET_READY_ARCS)
    return snapshot.left_s / snapshot.duration_s if snapshot.duration_s > 0 else 0.0


def spoken(snapshot: Snapshot) -> str:
    """The whole of it in one line: ``Right leg, hold, 24 seconds left``."""
    if snapshot.step.kind is StepKind.FINISH:
        return _end(snapshot)
    parts = [_who(snapshot), _label(snapshot).lower()]
    if snapshot.step.kind is StepKind.REPS and snapshot.rep:
        parts.append(f"{snapshot.rep} of {snapshot.reps}")
    else:
        parts.append(f"{_seconds(_left(snapshot))} left")
    text = ", ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def phase_words(snapshot: Snapshot) -> str:
    """What a screen reader is told when a new step or state begins."""
    parts = [_who(snapshot), snapshot.label]
    head = ", ".join(part for part in parts if part)
    return f"{head}. {snapshot.cue}" if snapshot.cue else head


def _lead_in(snapshot: Snapshot) -> RingFace:
    whole = max(1, math.ceil(snapshot.lead_in_left_s - 1e-6))
    color = _color(snapshot.step.kind, snapshot.step.side)
    return RingFace(
        label=snapshot.label,
        digits=str(whole),
        note="Going on",
        color=color,
        segments=_LEAD_IN_ARCS,
    )


def _label(snapshot: Snapshot) -> str:
    if snapshot.phase is Phase.RUNNING and snapshot.rep_word:
        return snapshot.rep_word.capitalize()
    return snapshot.label


def _label_color(snapshot: Snapshot) -> str:
    if snapshot.phase is Phase.PAUSED:
        return "ink"
    if snapshot.step.kind is StepKind.SWITCH and snapshot.step.side is not Side.BOTH:
        return f"{snapshot.step.side.value}-ink"
    return "muted"


def _color(kind: StepKind, side: Side) -> str:
    return "rest" if kind is StepKind.REST else _SIDE_TOKENS[side]


def _digits(snapshot: Snapshot) -> str:
    if snapshot.step.kind is StepKind.REPS:
        return str(snapshot.rep or snapshot.reps)
    if snapshot.duration_s >= _LONG_S:
        return clock(snapshot.left_s)
    return str(_left(snapshot))


def _room(snapshot: Snapshot) -> int:
    if snapshot.step.kind is StepKind.REPS:
        return len(str(snapshot.reps))
    return len(clock(snapshot.duration_s)) if snapshot.duration_s >= _LONG_S else 2


def _note(snapshot: Snapshot) -> str:
    step = snapshot.step
    if step.kind is StepKind.REPS:
        return f"of {snapshot.reps}" if snapshot.rep else "times"
    if step.kind is StepKind.PREPARE and step.sets > 1:
        return f"{step.sets} times"
    if step.kind is StepKind.HOLD and step.sets > MOST_DOTS:
        return f"{step.set} of {step.sets}"
    return ""


def _left(snapshot: Snapshot) -> int:
    left = snapshot.left_s
    if snapshot.phase is Phase.LEAD_IN:
        left = snapshot.lead_in_left_s
    return max(0, math.ceil(left - 1e-6))


def _who(snapshot: Snapshot) -> str:
    return snapshot.band.main.capitalize()


def _seconds(whole: int) -> str:
    return "1 second" if whole == 1 else f"{whole} seconds"


def _end(snapshot: Snapshot) -> str:
    return _THE_END if _nothing_done(snapshot) else snapshot.label


def _nothing_done(snapshot: Snapshot) -> bool:
    """Whether every stretch was left out, so that there is nothing to tick off."""
    return any(line.text == NOTHING_DONE for line in snapshot.step.lines)
