"""How many stretches were really done."""

from __future__ import annotations

from supple.core.event import StepEnded
from supple.core.timeline import Timeline


class Tally:
    """Counts the stretches of which every hold and every repetition went to its end."""

    def __init__(self, timeline: Timeline) -> None:
        self._open: dict[int, set[int]] = {}
        self._works: dict[int, dict[int, float]] = {}
        """For each stretch the planned seconds of its holds and repetitions."""
        self._parts: dict[int, float] = {}
        """How much of a step was done, 0 to 1."""
        for step in timeline.steps:
            if step.kind.is_work:
                self._open.setdefault(step.block, set()).add(step.index)
                works = self._works.setdefault(step.block, {})
                works[step.index] = step.duration_s - step.work_from_s

    @property
    def blocks(self) -> int:
        """How many stretches there are."""
        return len(self._open)

    @property
    def done(self) -> int:
        """How many are done, every set of every side."""
        return sum(not steps for steps in self._open.values())

    def completed(self, block: int, index: int) -> None:
        """The step ``index`` of stretch ``block`` went to its end; other steps do not count."""
        self._open.get(block, set()).discard(index)

    def left(self, event: StepEnded) -> None:
        """Count what was done of a step, to its end or not."""
        step = event.step
        if not step.kind.is_work:
            return
        if event.completed:
            self.completed(step.block, step.index)
        part = 1.0 if event.completed else event.held_s / (event.planned_s or 1.0)
        self._parts[step.index] = min(1.0, self._parts.get(step.index, 0.0) + part)

    @property
    def shares(self) -> tuple[float, ...]:
        """How much of each stretch was held and moved, 0 to 1; getting ready is no part of it."""
        return tuple(self._share(works) for _, works in sorted(self._works.items()))

    def _share(self, works: dict[int, float]) -> float:
        done = sum(planned * self._parts.get(index, 0.0) for index, planned in works.items())
        return done / (sum(works.values()) or 1.0)
