"""A timeline whose steps can be made longer or shorter while it runs."""

from __future__ import annotations

from supple.core.step import Step, StepKind
from supple.core.timeline import Timeline

LONGEST_S = 900.0
"""No step grows beyond this by hand, in seconds."""


class Plan:
    """The steps of a timeline with their lengths as they stand now. Seconds."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._durations = [step.duration_s for step in timeline.steps]

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self._durations)

    def step(self, index: int) -> Step:
        """The step at ``index``."""
        return self.timeline.steps[index]

    def duration(self, index: int) -> float:
        """The length of a step now, in seconds."""
        return self._durations[index]

    def left_after(self, index: int) -> float:
        """Seconds of all steps behind ``index``."""
        return sum(self._durations[index + 1 :])

    def blocks(self) -> tuple[float, ...]:
        """Seconds of each stretch, all its steps together; ``finish`` is not counted."""
        totals = [0.0] * self.timeline.blocks
        for step, duration in zip(self.timeline.steps, self._durations, strict=True):
            if step.kind is not StepKind.FINISH:
                totals[step.block] += duration
        return tuple(totals)

    def done_in_block(self, index: int) -> float:
        """Seconds of the steps of the same stretch before ``index``."""
        block = self.step(index).block
        return sum(
            duration
            for step, duration in zip(self.timeline.steps[:index], self._durations, strict=False)
            if step.block == block
        )

    def next_block(self, index: int) -> int:
        """Where the next stretch begins, or the finish."""
        block = self.step(index).block
        for step in self.timeline.steps[index + 1 :]:
            if step.block != block or step.kind is StepKind.FINISH:
                return step.index
        return index

    def again(self, index: int) -> int:
        """The step to repeat: this one, or the last work before a rest, switch or finish."""
        here = self.step(index)
        if here.kind.is_work or here.kind is StepKind.PREPARE:
            return index
        for step in reversed(self.timeline.steps[:index]):
            if step.kind.is_work:
                return step.index
        return index

    def change(self, index: int, by_s: float, elapsed_s: float) -> None:
        """Make a step longer or shorter, at least as long as ``elapsed_s``.

        The same work on the other side, while still to come, changes with it, so that
        both sides stay equal. Repetitions change by whole ones.
        """
        step = self.step(index)
        by_s = self._in_whole_reps(step, by_s)
        wanted = max(elapsed_s, self._least(step), self._durations[index] + by_s)
        self._durations[index] = min(wanted, max(LONGEST_S, self._durations[index]))
        if step.kind.is_work:
            for twin in self._twins(step):
                self._durations[twin.index] = self._durations[index]

    def shorten_to(self, index: int, duration_s: float) -> None:
        """End a step after at most ``duration_s``; the other side keeps its length."""
        self._durations[index] = min(self._durations[index], duration_s)

    def _in_whole_reps(self, step: Step, by_s: float) -> float:
        if step.reps is None or step.kind is not StepKind.REPS:
            return by_s
        whole = max(1, round(abs(by_s) / step.reps.pace_s)) * step.reps.pace_s
        return whole if by_s > 0 else -whole

    def _least(self, step: Step) -> float:
        if step.reps is not None and step.kind is StepKind.REPS:
            return step.lead_s + step.reps.pace_s
        return 1.0 if step.kind.is_work else 0.0

    def _twins(self, step: Step) -> list[Step]:
        return [
            s
            for s in self.timeline.steps[step.index + 1 :]
            if s.block == step.block
            and s.kind is step.kind
            and s.set == step.set
            and s.side is step.side.other
            and s.side is not step.side
        ]
