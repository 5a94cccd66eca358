"""From a routine to a flat, timed list of steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from supple.core import cues, wording
from supple.core.moves import move_between
from supple.core.problem import UserError
from supple.core.routine import (
    Catalogue,
    Dose,
    DoseChange,
    Reps,
    Routine,
    RoutineStep,
    Side,
    Stretch,
)
from supple.core.speech_length import spoken_seconds
from supple.core.step import Line, Step, StepKind
from supple.core.wording import Coming

LEAD_IN_S = 3.0
"""Seconds between "go on" and the clock running again."""
FINISH_S = 4.0
WARN_EVERY = 5
"""Sessions with a stretch between two warnings of a mistake."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A routine laid out in time. Seconds throughout."""

    routine: Routine
    stretches: tuple[Stretch, ...]
    """The stretch of each block, in order."""
    steps: tuple[Step, ...]

    @property
    def total_s(self) -> float:
        """Length of the whole session."""
        return self.steps[-1].end_s

    @property
    def blocks(self) -> int:
        """How many stretches the session has."""
        return len(self.stretches)

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every different sentence the session says, in order of first use, and then the
        answers it may have to give at once."""
        planned = [line.text for step in self.steps for line in step.lines]
        resumed = [wording.resume_line(self.stretch_of(step), step.side) for step in self.steps]
        answers = [wording.LET_GO, *resumed]
        return tuple(dict.fromkeys([*planned, *answers, wording.HALF_AS_FAR]))

    def stretch_of(self, step: Step) -> Stretch:
        """The stretch ``step`` belongs to; ``finish`` belongs to the last one."""
        return self.stretches[step.block]

    def other_comes(self, step: Step) -> Coming:
        """When the other side of ``step``'s stretch is done, seen from ``step``."""
        later = [s for s in self.steps[step.index + 1 :] if s.block == step.block]
        if not any(s.kind is StepKind.SWITCH for s in later):
            return Coming.DONE
        # The rest of this set, such as repetitions in the hold, is still this side.
        rest = [s for s in later if s.kind in (StepKind.REST, StepKind.SWITCH)]
        next_up = step.kind.is_work and rest[0].kind is StepKind.SWITCH
        return Coming.NEXT if next_up else Coming.AFTER


def routine_of(stretch: Stretch) -> Routine:
    """A routine of one stretch, in its own dose."""
    return Routine(
        id=stretch.id,
        name=stretch.name,
        steps=(RoutineStep(stretch.id, DoseChange()),),
        source=stretch.source,
    )


def build_timeline(
    routine: Routine,
    catalogue: Catalogue,
    say: cues.Speech = spoken_seconds,
    times: Mapping[str, int] | None = None,
) -> Timeline:
    """Lay ``routine`` out in time.

    Every side of a stretch gets the same holds and repetitions. ``say`` gives the
    seconds a sentence takes, so that no step ends before its words do. ``times`` says in how
    many sessions each stretch was done before, by id; None where that is not to matter. What is
    new is told what it is good for; the first time and every fifth one mistake is warned of.

    Raises UserError when the routine is empty or names a stretch that is not there.
    """
    if not routine.steps:
        raise UserError(f"The routine “{routine.name}” has no stretches. Add at least one.")
    stretches, doses = [], []
    for step in routine.steps:
        stretch = catalogue.stretches.get(step.stretch)
        if stretch is None:
            raise UserError(
                f"The routine “{routine.name}” names the stretch “{step.stretch}”, "
                "which is not in the library. Add the stretch or change the name."
            )
        stretches.append(stretch)
        doses.append(step.change.over(stretch.dose))
    drafts: list[Step] = []
    met: dict[str, int] = {}
    for block, (stretch, dose) in enumerate(zip(stretches, doses, strict=True)):
        before = stretches[block - 1] if block else None
        done = None if times is None or stretch.id in met else times.get(stretch.id, 0)
        met[stretch.id] = block
        drafts += _Block(block, len(stretches), stretch, dose, before, done, say).steps()
    drafts.append(_finish(len(stretches), stretches[-1], say))
    return Timeline(routine, tuple(stretches), _placed(drafts))


def mistake_of(stretch: Stretch, done: int | None) -> str:
    """What to warn of after ``done`` sessions with it; "" for nothing this time.

    The first time, and every ``WARN_EVERY``th, each time another one.
    """
    if done is None or done % WARN_EVERY or not stretch.mistakes:
        return ""
    return wording.avoid_line(stretch.mistakes[done // WARN_EVERY % len(stretch.mistakes)])


def _placed(drafts: list[Step]) -> tuple[Step, ...]:
    placed, at = [], 0.0
    for index, step in enumerate(drafts):
        placed.append(replace(step, index=index, start_s=at))
        at += step.duration_s
    return tuple(placed)


def _finish(blocks: int, stretch: Stretch, say: cues.Speech) -> Step:
    """The end, long enough for whatever will have been done."""
    lines = cues.finish_lines(stretch, blocks, blocks, say)
    duration = max(FINISH_S, cues.end_of(lines) + cues.SETTLE_S)
    return Step(0, StepKind.FINISH, 0.0, duration, blocks - 1, "", Side.BOTH, 1, 1, lines=lines)


@dataclass(frozen=True, slots=True)
class _Block:
    """One stretch of a routine, all its sides and sets."""

    block: int
    blocks: int
    stretch: Stretch
    dose: Dose
    before: Stretch | None
    done: int | None
    """In how many sessions the person did it before; None where nothing is said about it."""
    say: cues.Speech

    def steps(self) -> Iterator[Step]:
        sides = self.stretch.sides.order
        yield self._prepare(sides[0])
        for side in sides:
            if side is not sides[0]:
                yield self._switch(side)
            for set_number in range(1, self.dose.sets + 1):
                if set_number > 1:
                    yield self._rest(side, set_number)
                yield from self._work(side, set_number)

    def _work(self, side: Side, set_number: int) -> Iterator[Step]:
        reps = self.dose.reps
        if reps and not reps.during_hold:
            yield self._reps(side, set_number, reps)
        if self.dose.hold_s:
            yield self._hold(side, set_number, self.dose.hold_s)
        if reps and reps.during_hold:
            yield self._reps(side, set_number, reps)

    def _step(
        self,
        kind: StepKind,
        side: Side,
        set_number: int,
        least_s: float,
        lines: tuple[Line, ...],
        settle_s: float = cues.SETTLE_S,
    ) -> Step:
        duration = max(least_s, cues.end_of(lines) + settle_s) if lines else least_s
        return Step(
            index=0,
            kind=kind,
            start_s=0.0,
            duration_s=duration,
            block=self.block,
            stretch=self.stretch.id,
            side=side,
            set=set_number,
            sets=self.dose.sets,
            lines=lines,
        )

    def _prepare(self, side: Side) -> Step:
        name = wording.name_line(self.stretch.name, self.block, self.blocks)
        why = self.stretch.why if self.done == 0 else ""
        release = wording.release_line(self.before) if self.before else ""
        move = move_between(self.before, self.stretch)
        stretch = replace(self.stretch, dose=self.dose)
        lines = cues.prepare_lines(stretch, side, (name, why), release, move, self.say)
        words = (why, move.leave, move.equipment, move.place)
        told = sum(self.say(text) + cues.BREATH_S for text in words if text)
        least = self.dose.prepare_s + told + move.time_s
        return self._step(StepKind.PREPARE, side, 1, least, lines)

    def _switch(self, side: Side) -> Step:
        least = self.dose.switch_s
        lines = cues.switch_lines(self.stretch, side, least, self.say)
        return self._step(StepKind.SWITCH, side, 1, least, lines, self._settle_s)

    def _rest(self, side: Side, set_number: int) -> Step:
        again = wording.again_line(self.stretch, side, set_number, self.dose.sets)
        least = self.dose.rest_s
        lines = cues.rest_lines(self.stretch, side, again, least, self.say)
        return self._step(StepKind.REST, side, set_number, least, lines, self._settle_s)

    @property
    def _settle_s(self) -> float:
        """After the last word of a rest or switch: time to do what it asks."""
        return cues.BACK_IN_S if self.stretch.return_cue else cues.SETTLE_S

    def _hold(self, side: Side, set_number: int, hold_s: float) -> Step:
        first = set_number == 1 and side is self.stretch.sides.order[0]
        warn = mistake_of(self.stretch, self.done) if first else ""
        lines = cues.hold_lines(self.stretch, side, set_number, hold_s, self.say, warn)
        # A hold keeps its dose to the second: words that do not fit were left out.
        return self._step(StepKind.HOLD, side, set_number, hold_s, lines, settle_s=-hold_s)

    def _reps(self, side: Side, set_number: int, reps: Reps) -> Step:
        lead = cues.reps_lead(self.stretch, reps, side, self.say)
        lead_s = lead.end_s + cues.BREATH_S * 2
        lines = cues.reps_lines(reps, lead, lead_s, self.say)
        step = self._step(
            StepKind.REPS, side, set_number, lead_s + reps.duration_s, lines, settle_s=0.0
        )
        return replace(step, reps=reps, lead_s=lead_s)
