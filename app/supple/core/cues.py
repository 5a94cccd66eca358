"""What is said during each step, and when.

A line never overlaps the next one and always ends before its step does: where
two want the same moment the one of lower priority is dropped, never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from supple.core import wording
from supple.core.moves import Move
from supple.core.routine import Position, Reps, Side, Stretch
from supple.core.step import Line, LineKind

Speech = Callable[[str], float]
"""How many seconds a sentence takes to say."""
Said = tuple[LineKind, str, float]
"""What a sentence is for, the sentence, and the seconds of silence behind it."""

BREATH_S = 0.4
"""Least silence between two lines, in seconds."""
ACT_S = 1.4
"""Least time to do what a set-up line asks before the next one, in seconds."""
ACT_MOST_S = 4.0
SETTLE_S = 1.2
"""Silence between the last line of a step and the step's end, in seconds."""
LONG_MOVE_S = 20.0
"""A move as long as this gets a word in the middle, in seconds."""
BACK_IN_S = 4.0
"""Time to get back into a stretch after a rest or a change of legs, in seconds."""
FEEL_AFTER_S = 2.0
FEEL_FROM_S = 30.0
"""The shortest hold in which it is said what it feels like, in seconds."""
PART_MARGIN_S = 0.2
COUNTED_EVERY = (1, 5, 10)
"""Which repetitions are counted aloud, the first of these for which there is time."""
HALF_FROM_S = 20.0
"""The shortest hold that is halved aloud, in seconds."""
TEN_FROM_S = 30.0
COUNTDOWN_FROM_S = 20.0
BREATHE_FROM_S = 45.0


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


def in_turn(said: Iterable[Said], say: Speech, start_s: float = 0.0) -> tuple[Line, ...]:
    """Lines one after another from ``start_s`` on, each followed by its own silence."""
    lines: list[Line] = []
    at = start_s
    for kind, text, silence in said:
        if text:
            lines.append(Line(at, text, kind, say(text)))
            at = lines[-1].end_s + silence
    return tuple(lines)


def end_of(lines: Iterable[Line]) -> float:
    """When the last line has been said, in seconds; 0 without lines."""
    return max((line.end_s for line in lines), default=0.0)


def prepare_lines(
    stretch: Stretch,
    side: Side,
    intro: tuple[str, str],
    release: str,
    move: Move,
    say: Speech,
) -> tuple[Line, ...]:
    """Let go of the last stretch, hear what comes, get there, then get into position.

    ``intro`` is the name and, where that is news, what the stretch is good for.

    The set-up lines spread over the stretch's own time to prepare where that leaves more
    time to act.
    """
    first = wording.first_line(stretch, side)
    opening = in_turn(
        [
            (LineKind.RELEASE, release, BREATH_S),
            (LineKind.SETUP, move.leave, BREATH_S),
            (LineKind.NAME, intro[0], BREATH_S),
            (LineKind.WHY, intro[1], BREATH_S),
            (LineKind.SETUP, move.equipment, BREATH_S),
            (LineKind.SETUP, move.place, BREATH_S),
        ],
        say,
    )
    setup = [wording.for_side(text, side) for text in stretch.setup]
    spoken = sum(say(text) + BREATH_S for text in (release, intro[0], first) if text)
    spoken += sum(say(text) for text in setup)
    spare = (stretch.dose.prepare_s - SETTLE_S - spoken) / max(1, len(setup))
    pause = min(ACT_MOST_S, max(ACT_S, spare))
    there = end_of(opening) + max(BREATH_S, move.time_s)
    if move.time_s >= LONG_MOVE_S:
        # Long silence makes one wonder whether it is still going.
        middle = end_of(opening) + (move.time_s - say(wording.NO_HURRY)) / 2
        opening += in_turn([(LineKind.SETUP, wording.NO_HURRY, 0.0)], say, middle)
    then = [(LineKind.SIDE, first, BREATH_S), *((LineKind.SETUP, text, pause) for text in setup)]
    return (*opening, *in_turn(then, say, there))


def without_release(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """``lines`` of getting ready without letting go of the stretch before; the rest comes sooner.

    For when that one was left out before anybody was in it.
    """
    kept = tuple(line for line in lines if line.kind is not LineKind.RELEASE)
    by_s = kept[0].offset_s if kept else 0.0
    return tuple(replace(line, offset_s=line.offset_s - by_s) for line in kept)


def rest_lines(
    stretch: Stretch, side: Side, again: str, least_s: float, say: Speech
) -> tuple[Line, ...]:
    """Let go, then what comes after the rest, then back into the stretch."""
    lines = in_turn(
        [
            (LineKind.RELEASE, wording.release_line(stretch, side), BREATH_S * 2),
            (LineKind.REST, again, BREATH_S),
        ],
        say,
    )
    return (*lines, *_back_in(stretch, side, end_of(lines), least_s, say))


def switch_lines(stretch: Stretch, side: Side, least_s: float, say: Speech) -> tuple[Line, ...]:
    """Let go, then the coming leg, named, then back into the stretch."""
    lines = in_turn(
        [
            (LineKind.RELEASE, wording.release_line(stretch, side.other), BREATH_S),
            (LineKind.SIDE, wording.now_line(stretch, side), BREATH_S),
        ],
        say,
    )
    return (*lines, *_back_in(stretch, side, end_of(lines), least_s, say))


def _back_in(
    stretch: Stretch, side: Side, after_s: float, least_s: float, say: Speech
) -> tuple[Line, ...]:
    """What gets one back into the stretch, as late as leaves time to do it."""
    text = wording.for_side(stretch.return_cue, side)
    if not text:
        return ()
    late = least_s - BACK_IN_S - say(text)
    return in_turn([(LineKind.SETUP, text, 0.0)], say, max(after_s + ACT_S, late))


def finish_lines(
    last: Stretch, done: int, of: int, say: Speech, *, begun: bool = True
) -> tuple[Line, ...]:
    """Let go of the last stretch, where it was begun; the end, what was done; up from the floor."""
    release = wording.release_line(last) if begun else ""
    end = wording.FINISHED if done else wording.NOTHING_DONE
    up = wording.GET_UP if last.position is Position.LYING else ""
    return in_turn(
        [
            (LineKind.RELEASE, release, BREATH_S * 2),
            (LineKind.SETUP, wording.leave_line(last.equipment), BREATH_S),
            (LineKind.FINISH, end, BREATH_S),
            (LineKind.FINISH, wording.done_line(done, of), BREATH_S),
            (LineKind.FINISH, up, BREATH_S),
        ],
        say,
    )


def hold_lines(
    stretch: Stretch,
    side: Side,
    set_number: int,
    hold_s: float,
    say: Speech,
    mistake: str = "",
) -> tuple[Line, ...]:
    """The hold's one instruction, then few and calm remarks.

    ``mistake`` is what to watch for, said where there is room for it; "" for nothing.
    """
    begin = [(LineKind.HOLD, wording.for_side(stretch.hold_cue, side), BREATH_S)]
    if set_number == 1:
        begin.append((LineKind.LENGTH, wording.length_line(hold_s), BREATH_S))
    lines = list(in_turn(begin, say))
    if set_number == 1 and hold_s >= FEEL_FROM_S:
        feel = wording.for_side(stretch.feel, side)
        lines += in_turn([(LineKind.FEEL, feel, 0.0)], say, end_of(lines) + FEEL_AFTER_S)
    lines = list(fit([*lines, *_remarks(hold_s, say)], hold_s))
    return tuple(_with_mistake(lines, mistake, hold_s, say)) if mistake else tuple(lines)


def _with_mistake(lines: list[Line], text: str, hold_s: float, say: Speech) -> list[Line]:
    """``lines`` with a warning in the first silence that holds it; without one it is left out."""
    length_s = say(text)
    ends = [*(line.offset_s for line in lines[1:]), hold_s]
    for before, end in zip(lines, ends, strict=False):
        start = before.end_s + FEEL_AFTER_S
        if start + length_s + BREATH_S <= end:
            line = Line(start, text, LineKind.MISTAKE, length_s)
            return sorted([*lines, line], key=lambda x: x.offset_s)
    return lines


def _remarks(hold_s: float, say: Speech) -> Iterator[Line]:
    def remark(offset_s: float, kind: LineKind, text: str) -> Line:
        return Line(offset_s, text, kind, say(text))

    if hold_s >= HALF_FROM_S:
        yield remark(hold_s / 2, LineKind.HALF, wording.HALF_WAY)
    if hold_s >= TEN_FROM_S:
        yield remark(hold_s - 10, LineKind.TIME, wording.TEN_MORE)
    if hold_s >= BREATHE_FROM_S:
        yield remark(hold_s * 0.3, LineKind.FEEL, wording.BREATHE)
    if hold_s >= COUNTDOWN_FROM_S:
        # A number that lasts over a second would run into the next one.
        for left in (3, 2, 1):
            yield remark(hold_s - left, LineKind.COUNTDOWN, wording.count_line(left))


def reps_lead(stretch: Stretch, reps: Reps, side: Side, say: Speech) -> Line:
    """The instruction said before the first repetition."""
    text = wording.reps_intro(stretch, reps, side)
    return Line(0.0, text, LineKind.HOLD, say(text))


def reps_lines(reps: Reps, lead: Line, lead_s: float, say: Speech) -> tuple[Line, ...]:
    """The words or numbers of the repetitions, the half and the last one."""
    counts = _rep_lines(reps, lead_s, say)
    marks = [mark for i in range(reps.count) for mark in _rep_marks(reps, i, lead_s, say)]
    return fit([lead, *counts, *marks], lead_s + reps.duration_s)


def _rep_lines(reps: Reps, lead_s: float, say: Speech) -> list[Line]:
    """The words of each repetition, or its number where there are none or no time for them.

    Where numbers come too fast as well only every fifth or tenth is said: whoever lies on the
    floor has to hear the pace, and nothing may be hurried.
    """
    lines: list[Line] = []
    for index, texts in enumerate(_rep_texts(reps, say)):
        for part, text in enumerate(texts):
            at = lead_s + (index + part / len(texts)) * reps.pace_s
            lines.append(Line(at, text, LineKind.REP, say(text)))
    return lines


def _rep_texts(reps: Reps, say: Speech) -> list[list[str]]:
    words = [f"{word.capitalize()}." for word in reps.words]
    if words and _fits(words, reps.pace_s / len(words), say):
        return [words] * reps.count
    counts = [wording.count_line(n + 1) for n in range(reps.count)]
    for every in COUNTED_EVERY:
        if _fits(counts[every - 1 :: every], every * reps.pace_s, say):
            return [[text] if (n + 1) % every == 0 else [] for n, text in enumerate(counts)]
    return []


def _fits(texts: Iterable[str], each_s: float, say: Speech) -> bool:
    return all(say(text) + PART_MARGIN_S <= each_s for text in texts)


def _rep_marks(reps: Reps, index: int, lead_s: float, say: Speech) -> Iterator[Line]:
    at = lead_s + index * reps.pace_s
    if reps.count >= 3 and index == reps.count - 1:
        yield Line(at, wording.LAST_REP, LineKind.LAST, say(wording.LAST_REP))
    elif reps.count >= 8 and index == reps.count // 2:
        yield Line(at, wording.HALF_WAY, LineKind.HALF, say(wording.HALF_WAY))
