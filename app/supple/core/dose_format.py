"""Reading how long and how often: the dose of a stretch, or what a step changes in it."""

from __future__ import annotations

from typing import Final

from supple.core.format_fields import Fields, Span
from supple.core.routine import DoseChange, Reps

_SECONDS: Final = "seconds"
HOLD: Final = Span(1, 600, _SECONDS)
SETS: Final = Span(1, 20, whole=True)
REST: Final = Span(0, 600, _SECONDS)
PREPARE: Final = Span(3, 120, _SECONDS)
SWITCH: Final = Span(3, 120, _SECONDS)
COUNT: Final = Span(1, 200, whole=True)
PACE: Final = Span(0.5, 20, _SECONDS)
WORD_S: Final = 0.4
"""The least time to say one word of a repetition without hurry."""


def dose_change(group: Fields) -> DoseChange:
    """Take every dose field from ``group``, a dose or a step of a routine."""
    sets = group.number("sets", SETS)
    change = DoseChange(
        hold_s=group.number("hold_s", HOLD),
        hold_range_s=_range(group),
        sets=None if sets is None else int(sets),
        rest_s=group.number("rest_s", REST),
        prepare_s=group.number("prepare_s", PREPARE),
        switch_s=group.number("switch_s", SWITCH),
        reps=_reps(group),
    )
    hold, span = change.hold_s, change.hold_range_s
    if hold is not None and span is not None and not span[0] <= hold <= span[1]:
        what = f"The hold of {hold:g} s is outside its own range, {span[0]:g} to {span[1]:g} s."
        group.findings.add(group.at("hold_s"), what, "Change the hold, or widen hold_range_s.")
    return change


def _range(group: Fields) -> tuple[float, float] | None:
    there, value = group.take("hold_range_s")
    path = group.at("hold_range_s")
    if not there:
        return None
    if not isinstance(value, list) or len(value) != 2:
        group.wrong(path, value, "two numbers, the shortest and the longest hold: [15, 60]")
        return None
    low = group.number_at((*path, 0), value[0], HOLD)
    high = group.number_at((*path, 1), value[1], HOLD)
    if low is None or high is None:
        return None
    if low > high:
        what = f"The range runs backwards, from {low:g} to {high:g}."
        group.findings.add(path, what, f"Write [{high:g}, {low:g}].")
        return None
    return low, high


def _reps(group: Fields) -> Reps | None:
    reps = group.group("reps", "repetitions", example='{"count": 10, "pace_s": 3}')
    if reps is None:
        return None
    count = reps.number("count", COUNT, need="how many, such as 10")
    pace = reps.number("pace_s", PACE, need="seconds for one whole repetition, such as 3")
    words = reps.texts("words", 20, most=6)
    during = reps.flag("during_hold")
    reps.finish()
    if pace is not None and words and pace / len(words) < WORD_S:
        what = f"{len(words)} words in {pace:g} s leave no time to say them."
        mend = f"Give each word at least {WORD_S:g} s: a pace of {len(words) * WORD_S:g} or more."
        group.findings.add(reps.at("pace_s"), what, mend)
    if count is None or pace is None:
        return None
    return Reps(int(count), pace, words, during)
