"""What is to be said about a routine that is being edited: what has to be mended, what to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from supple.core import labels
from supple.core.dose_format import COUNT, HOLD, PACE, PREPARE, REST, SETS, SWITCH, WORD_S
from supple.core.format_fields import Span
from supple.core.routine import Dose, Reps, Stretch
from supple.core.routine_draft import Part, RoutineDraft, Row
from supple.core.routine_format import LONGEST_SESSION_S, MOST_STEPS, NAME_LENGTH, NOTE_LENGTH

SPANS: Mapping[Part, Span] = {
    Part.HOLD: HOLD,
    Part.SETS: SETS,
    Part.REST: REST,
    Part.PREPARE: PREPARE,
    Part.SWITCH: SWITCH,
    Part.REPS: COUNT,
    Part.PACE: PACE,
}
_NOUNS = {
    Part.HOLD: "The hold",
    Part.SETS: "How many times",
    Part.REST: "The rest",
    Part.PREPARE: "The time to get ready",
    Part.SWITCH: "The time to change legs",
    Part.REPS: "How many reps",
    Part.PACE: "The pace",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in plain words."""

    text: str
    key: int | None = None
    """The row it is about; None for the whole routine."""
    stops: bool = True
    """Whether it has to be mended before the routine can be saved."""


def findings(
    draft: RoutineDraft, stretches: Mapping[str, Stretch], total_s: float = 0.0
) -> tuple[Finding, ...]:
    """Everything there is to say, what stops first. ``total_s``: how long the routine takes."""
    every = [*_of_whole(draft, total_s)]
    for row in draft.rows:
        every += _of_row(row, stretches.get(row.stretch))
    return tuple(sorted(every, key=lambda finding: not finding.stops))


def outside_range(dose: Dose) -> str:
    """That a hold is not one the source speaks of, in a sentence; "" where it is."""
    span, hold = dose.hold_range_s, dose.hold_s
    if span is None or hold is None or span[0] <= hold <= span[1]:
        return ""
    return f"Outside what the source speaks of ({span[0]:g} to {labels.seconds_of(span[1])})."


def value_of(dose: Dose, part: Part) -> float | None:
    """The number of ``part`` in ``dose``; None where there is none of it."""
    reps = dose.reps
    values: dict[Part, float | None] = {
        Part.HOLD: dose.hold_s,
        Part.SETS: dose.sets,
        Part.REST: dose.rest_s,
        Part.PREPARE: dose.prepare_s,
        Part.SWITCH: dose.switch_s,
        Part.REPS: reps.count if reps else None,
        Part.PACE: reps.pace_s if reps else None,
    }
    return values[part]


def least_pace(reps: Reps) -> float:
    """The shortest pace in which all words of a repetition can be said, seconds."""
    return max(PACE.low, WORD_S * len(reps.words))


def _of_whole(draft: RoutineDraft, total_s: float) -> Iterator[Finding]:
    name = draft.name.strip()
    if not name:
        yield Finding("Give it a name.")
    if len(name) > NAME_LENGTH:
        yield Finding(f"The name has {len(name)} characters; {NAME_LENGTH} are the most.")
    if len(draft.summary.strip()) > NOTE_LENGTH:
        length = len(draft.summary.strip())
        yield Finding(f"The sentence has {length} characters; {NOTE_LENGTH} are the most.")
    if not draft.rows:
        yield Finding("Add at least one stretch.")
    if len(draft.rows) > MOST_STEPS:
        yield Finding(f"There are {len(draft.rows)} stretches; {MOST_STEPS} are the most.")
    if total_s > LONGEST_SESSION_S:
        yield Finding(f"It takes {labels.hours(total_s)}; 3 h is the most.")


def _of_row(row: Row, stretch: Stretch | None) -> Iterator[Finding]:
    if stretch is None:
        yield Finding(f"“{row.stretch}” is no longer in the library. Take it out.", row.key)
        return
    dose = row.dose(stretch)
    for part, span in SPANS.items():
        value = value_of(dose, part)
        if value is not None and not span.low <= value <= span.high:
            what = f"{_NOUNS[part]} of “{stretch.name}” is {value:g}"
            yield Finding(f"{what}; it goes from {span.low:g} to {span.high:g}.", row.key)
    if dose.reps is not None and dose.reps.pace_s < least_pace(dose.reps):
        least = labels.seconds_of(least_pace(dose.reps))
        yield Finding(f"“{stretch.name}” needs a pace of {least} for its words.", row.key)
    outside = outside_range(dose)
    if outside:
        yield Finding(outside, row.key, stops=False)
