"""A timeline whose steps can be made longer, shorter or gentler while it runs."""

from __future__ import annotations

import math
from dataclasses import replace

from supple.core import cues
from supple.core.marks import rep_count
from supple.core.speech_length import spoken_seconds
from supple.core.step import Line, LineKind, Step, StepKind
from supple.core.tally import Tally
from supple.core.timeline import Timeline
from supple.core.wording import HALF_AS_FAR

LONGEST_S = 900.0
"""No step grows beyond this by hand, in seconds."""
LEAST_WORK_S = 1.0
"""No hold shrinks below this by hand, in seconds."""
TINY = 1e-9
"""Parts of a repetition that are rounding and not time."""


class Plan:
    """The steps of a timeline with their lengths and words as they stand now. Seconds."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._steps = list(timeline.steps)
        self._eased: set[int] = set()
        self._begun: set[int] = set()
        """Stretches one is in, or was: more than getting ready for them."""
        self._tally = Tally(timeline)
        self._lengths = {line.text: line.length_s for step in self._steps for line in step.lines}
        self._sum_up()

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    def step(self, index: int) -> Step:
        """The step at ``index`` with its present length and words; its start is the planned one."""
        return self._steps[index]

    def following(self, index: int) -> Step | None:
        """The step after ``index``, or None after the last."""
        return self._steps[index + 1] if index + 1 < self.count else None

    def duration(self, index: int) -> float:
        """The length of a step now, in seconds."""
        return self._steps[index].duration_s

    def left_after(self, index: int) -> float:
        """Seconds of all steps behind ``index``."""
        return sum(step.duration_s for step in self._steps[index + 1 :])

    def blocks(self) -> tuple[float, ...]:
        """Seconds of each stretch, all its steps together; ``finish`` is not counted."""
        totals = [0.0] * self.timeline.blocks
        for step in self._steps:
            if step.kind is not StepKind.FINISH:
                totals[step.block] += step.duration_s
        return tuple(totals)

    def done_in_block(self, index: int) -> float:
        """Seconds of the steps of the same stretch before ``index``."""
        block = self.step(index).block
        return sum(step.duration_s for step in self._steps[:index] if step.block == block)

    def next_block(self, index: int) -> int:
        """Where the next stretch begins, or the finish."""
        block = self.step(index).block
        for step in self._steps[index + 1 :]:
            if step.block != block or step.kind is StepKind.FINISH:
                return step.index
        return index

    def work_from(self, index: int) -> Step:
        """The first work of the same stretch from ``index`` on; the step itself without any."""
        here = self.step(index)
        same = (step for step in self._steps[index:] if step.block == here.block)
        return next((step for step in same if step.kind.is_work), here)

    def again(self, index: int) -> int:
        """The step to repeat: this one, or the last work before a rest, switch or finish."""
        here = self.step(index)
        if here.kind.is_work or here.kind is StepKind.PREPARE:
            return index
        for step in reversed(self._steps[:index]):
            if step.kind.is_work:
                return step.index
        return index

    def is_eased(self, index: int) -> bool:
        """Whether the step belongs to a stretch that is done half as far."""
        return self.step(index).block in self._eased

    def entered(self, index: int) -> None:
        """The step at ``index`` begins: nobody is asked to let go of what was not taken up."""
        step = self.step(index)
        if step.kind is StepKind.PREPARE:
            self._begun.discard(step.block)
            lines = self.timeline.steps[index].lines
            if step.block and step.block - 1 not in self._begun:
                lines = cues.without_release(lines)
            self._steps[index] = replace(step, lines=lines)
        elif step.kind is not StepKind.FINISH:
            self._begun.add(step.block)
        self._sum_up()

    def completed(self, index: int) -> None:
        """The step at ``index`` went to its end: the last words will count it."""
        step = self.step(index)
        self._tally.completed(step.block, index)
        self._sum_up()

    def change(self, index: int, by_s: float, elapsed_s: float) -> None:
        """Make a step longer or shorter, at least as long as ``elapsed_s``.

        The same work on the other side, while still to come, changes with it, so that
        both sides stay equal. Repetitions change by whole ones.
        """
        step = self.step(index)
        by_s = _in_whole_reps(step, by_s)
        wanted = max(_first_end(step, elapsed_s), step.duration_s + by_s)
        self._set(index, min(wanted, max(LONGEST_S, step.duration_s)))
        if step.kind.is_work:
            for twin in self._twins(step):
                self._set(twin.index, self.duration(index))

    def eased_s(self, index: int, elapsed_s: float, most_s: float) -> float:
        """How long the hold at ``index``, or the next one of its stretch, would last if eased off.

        At most ``most_s`` seconds; 0 where the stretch has no more holds.
        """
        work = self.work_from(index)
        if work.kind is not StepKind.HOLD:
            return 0.0
        return min(most_s, work.duration_s - (elapsed_s if work.index == index else 0.0))

    def ease_off(self, index: int, duration_s: float, later_s: float) -> None:
        """Do the rest of a stretch half as far and shorter.

        Work at ``index`` ends after ``duration_s`` or with the repetition that runs then, the
        same stretch's holds after it after ``later_s``, on both sides; nothing gets longer.
        """
        here = self.step(index)
        self._eased.add(here.block)
        for step in self._steps[index:]:
            if step.block == here.block and step.kind.is_work:
                most = _first_end(step, duration_s) if step is here else later_s
                # Later repetitions keep their number, for both sides' sake, but not their words.
                limited = step is here or step.kind is StepKind.HOLD
                self._set(step.index, min(step.duration_s, most) if limited else step.duration_s)

    def _sum_up(self) -> None:
        """Let the last words tell what was done until now."""
        last, tally = self._steps[-1], self._tally
        stretch = self.timeline.stretch_of(last)
        begun = last.block in self._begun
        lines = cues.finish_lines(stretch, tally.done, tally.blocks, self._say, begun=begun)
        self._steps[-1] = replace(last, lines=cues.fit(lines, last.duration_s))

    def _set(self, index: int, duration_s: float) -> None:
        step = replace(self._steps[index], duration_s=duration_s)
        if step.reps is not None:
            count = max(1, rep_count(step, duration_s))
            step = replace(step, reps=replace(step.reps, count=count))
        self._steps[index] = replace(step, lines=self._lines(step))

    def _lines(self, step: Step) -> tuple[Line, ...]:
        """What is said in ``step`` at its present length: nothing of it may be stale."""
        lines = step.lines
        stretch = self.timeline.stretch_of(step)
        if step.kind is StepKind.HOLD:
            warned = next((x.text for x in lines if x.kind is LineKind.MISTAKE), "")
            lines = cues.hold_lines(
                stretch, step.side, step.set, step.duration_s, self._say, warned
            )
        elif step.reps is not None:
            lead = cues.reps_lead(stretch, step.reps, step.side, self._say)
            lines = cues.reps_lines(step.reps, lead, step.lead_s, self._say)
        if step.block in self._eased:
            lines = tuple(_eased(line) for line in lines)
        return lines

    def _say(self, text: str) -> float:
        return self._lengths.get(text) or spoken_seconds(text)

    def _twins(self, step: Step) -> list[Step]:
        return [
            s
            for s in self._steps[step.index + 1 :]
            if s.block == step.block
            and s.kind is step.kind
            and s.set == step.set
            and s.side is step.side.other
            and s.side is not step.side
        ]


def _in_whole_reps(step: Step, by_s: float) -> float:
    if step.reps is None:
        return by_s
    whole = max(1, round(abs(by_s) / step.reps.pace_s)) * step.reps.pace_s
    return whole if by_s > 0 else -whole


def _first_end(step: Step, at_s: float) -> float:
    """The first moment from ``at_s`` on at which ``step`` may end: no repetition is cut."""
    if step.reps is None:
        return max(at_s, LEAST_WORK_S if step.kind.is_work else 0.0)
    pace_s = step.reps.pace_s
    return step.lead_s + max(1, math.ceil((at_s - step.lead_s) / pace_s - TINY)) * pace_s


def _eased(line: Line) -> Line:
    return replace(line, text=HALF_AS_FAR) if line.kind is LineKind.HOLD else line
