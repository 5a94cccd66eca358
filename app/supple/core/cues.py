"""What is said during each step, and when.

A line never overlaps the next one and always ends before its step does: where
two want the same moment the one of lower priority is dropped, never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from supple.core import wording
from supple.core.routine import Reps, Side, Stretch
from supple.core.step import Line, Priority

Speech = Callable[[str], float]
"""How many seconds a sentence takes to say."""

BREATH_S = 0.4
"""Least silence between two lines, in seconds."""
ACT_S = 1.4
"""Least time to do what a set-up line asks before the next one, in seconds."""
ACT_MOST_S = 4.0
SETTLE_S = 1.2
"""Silence between the last line of a step and the step's end, in seconds."""
FEEL_AFTER_S = 2.0
PART_MARGIN_S = 0.2


def fit(lines: Iterable[Line], duration_s: float) -> tuple[Line, ...]:
    """The lines that can all be said whole within ``duration_s``, in order of time.

    Of two that overlap the one with the higher priority stays, then the earlier.
    """
    kept: list[Line] = []
    for line in sorted(lines, key=lambda x: (-x.priority, x.offset_s)):
        if line.end_s > duration_s or not line.text:
            continue
        if all(line.end_s <= k.offset_s or k.end_s <= line.offset_s for k in kept):
            kept.append(line)
    return tuple(sorted(kept, key=lambda x: x.offset_s))


def in_turn(
    texts: Iterable[tuple[str, Priority, float]], say: Speech, start_s: float = 0.0
) -> tuple[Line, ...]:
    """Lines one after another, each followed by its own silence in seconds."""
    lines: list[Line] = []
    at = start_s
    for text, priority, silence in texts:
        if not text:
            continue
        length = say(text)
        lines.append(Line(at, text, priority, length))
        at += length + silence
    return tuple(lines)


def end_of(lines: Iterable[Line]) -> float:
    """When the last line has been said, in seconds; 0 without lines."""
    return max((line.end_s for line in lines), default=0.0)


def prepare_lines(
    stretch: Stretch, side: Side, intro: str, release: str, least_s: float, say: Speech
) -> tuple[Line, ...]:
    """Let go of the last stretch, hear the name and the side, then get into position.

    The set-up lines spread over ``least_s`` where that leaves more time to act.
    """
    legs = f"{side.value.capitalize()} leg first." if side is not Side.BOTH else ""
    setup = [wording.for_side(t, side) for t in stretch.setup]
    spoken = sum(say(t) + BREATH_S for t in (release, intro, legs) if t)
    spoken += sum(say(t) for t in setup)
    spare = (least_s - SETTLE_S - spoken) / max(1, len(setup))
    pause = min(ACT_MOST_S, max(ACT_S, spare))
    texts = [(release, Priority.SWITCH, BREATH_S), (intro, Priority.NAME, BREATH_S)]
    texts.append((legs, Priority.NAME, BREATH_S))
    texts += [(t, Priority.NAME, pause) for t in setup]
    return in_turn(texts, say)


def rest_lines(release: str, again: str, say: Speech) -> tuple[Line, ...]:
    """Let go, then what comes after the rest."""
    return in_turn(
        [(release, Priority.SWITCH, BREATH_S * 2), (again, Priority.NAME, BREATH_S)], say
    )


def switch_lines(stretch: Stretch, side: Side, say: Speech) -> tuple[Line, ...]:
    """Let go, then the coming leg, named."""
    now = wording.for_side(stretch.switch_cue, side) or f"Now the {side.value} leg."
    return in_turn(
        [(stretch.release_cue, Priority.SWITCH, BREATH_S), (now, Priority.SWITCH, BREATH_S)], say
    )


def finish_lines(release: str, say: Speech) -> tuple[Line, ...]:
    """Let go of the last stretch; the end."""
    return in_turn(
        [(release, Priority.SWITCH, BREATH_S * 2), (wording.FINISHED, Priority.NAME, BREATH_S)],
        say,
    )


def hold_lines(
    stretch: Stretch, side: Side, set_number: int, hold_s: float, say: Speech
) -> tuple[Line, ...]:
    """The hold's one instruction, then few and calm remarks."""
    lines = list(in_turn([(wording.for_side(stretch.hold_cue, side), Priority.NAME, 0.0)], say))
    lines += _remarks(hold_s, say)
    if set_number == 1 and hold_s >= 25:
        feel = wording.for_side(stretch.feel, side)
        lines.append(_remark(end_of(lines[:1]) + FEEL_AFTER_S, feel, Priority.COUNT, say))
    return fit(lines, hold_s)


def _remark(offset_s: float, text: str, priority: Priority, say: Speech) -> Line:
    return Line(offset_s, text, priority, say(text) if text else 0.0, passing=True)


def _remarks(hold_s: float, say: Speech) -> list[Line]:
    remarks = []
    if hold_s >= 20:
        remarks.append(_remark(hold_s / 2, wording.HALF_WAY, Priority.HALF, say))
    if hold_s >= 30:
        remarks.append(_remark(hold_s - 10, wording.TEN_MORE, Priority.HALF, say))
    if hold_s >= 45:
        remarks.append(_remark(hold_s * 0.3, wording.BREATHE, Priority.COUNT, say))
    return remarks


def reps_lead(stretch: Stretch, reps: Reps, side: Side, say: Speech) -> Line:
    """The instruction said before the first repetition."""
    text = wording.reps_intro(stretch, reps, side)
    return Line(0.0, text, Priority.NAME, say(text))


def reps_lines(reps: Reps, lead: Line, lead_s: float, say: Speech) -> tuple[Line, ...]:
    """The words or numbers of the repetitions, the half and the last one."""
    counts = [line for i in range(reps.count) for line in _rep_lines(reps, i, lead_s, say)]
    marks = [_rep_mark(reps, i, lead_s, say) for i in range(reps.count)]
    return fit([lead, *counts, *(m for m in marks if m)], lead_s + reps.duration_s)


def _rep_lines(reps: Reps, index: int, lead_s: float, say: Speech) -> list[Line]:
    start = lead_s + index * reps.pace_s
    if not reps.words:
        text = f"{wording.number(index + 1).capitalize()}."
        fits = say(text) + PART_MARGIN_S <= reps.pace_s
        return [Line(start, text, Priority.COUNT, say(text), passing=True)] if fits else []
    part = reps.pace_s / len(reps.words)
    texts = [f"{word.capitalize()}." for word in reps.words]
    if any(say(t) + PART_MARGIN_S > part for t in texts):
        return []
    return [
        Line(start + j * part, t, Priority.COUNT, say(t), passing=True) for j, t in enumerate(texts)
    ]


def _rep_mark(reps: Reps, index: int, lead_s: float, say: Speech) -> Line | None:
    text = ""
    if reps.count >= 3 and index == reps.count - 1:
        text = wording.LAST_REP
    elif reps.count >= 8 and index == reps.count // 2:
        text = wording.HALF_WAY
    if not text:
        return None
    return Line(lead_s + index * reps.pace_s, text, Priority.HALF, say(text), passing=True)
