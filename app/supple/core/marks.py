"""The moments inside a step at which something happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from supple.core.step import Line, Step, StepKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment of a step: a sentence, a repetition, or the step's own start."""

    offset_s: float
    line: Line | None = None
    rep: int = 0

    @property
    def is_entry(self) -> bool:
        """Whether it is the step's own start, which comes however short the step has become."""
        return self.line is None and not self.rep


def rep_count(step: Step, duration_s: float) -> int:
    """How many repetitions fit in a reps step of ``duration_s`` seconds; 0 for other kinds."""
    if step.kind is not StepKind.REPS or step.reps is None:
        return 0
    return max(0, round((duration_s - step.lead_s) / step.reps.pace_s))


def marks_from(step: Step, elapsed_s: float, duration_s: float) -> tuple[Mark, ...]:
    """The moments of ``step`` still to come when it is entered at ``elapsed_s``, in order.

    The first is the entry itself. A line or repetition that falls exactly on the entry
    is among them.
    """
    inner = sorted(_inner(step, duration_s), key=lambda m: (m.offset_s, m.line is not None))
    coming = (m for m in inner if elapsed_s <= m.offset_s < duration_s)
    return (Mark(elapsed_s), *coming)


def _inner(step: Step, duration_s: float) -> Iterator[Mark]:
    for line in step.lines:
        yield Mark(line.offset_s, line=line)
    if step.reps is not None:
        for rep in range(rep_count(step, duration_s)):
            yield Mark(step.lead_s + rep * step.reps.pace_s, rep=rep + 1)
