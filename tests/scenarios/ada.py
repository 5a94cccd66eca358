"""Does what a scenario says with the real program, and answers what it asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from tests.scenarios.reader import ZONE
from tests.shell.conftest import Bench

from supple.core.assessment import Check
from supple.core.command import Command
from supple.core.flexibility import change_line, judge
from supple.core.problem import UserError
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.core.summary import Rating
from supple.core.timeline import Timeline, build_timeline
from supple.core.today import TodayView

ANSWERS = re.compile(r"answers the safety questions: (?P<what>[^,]+)(?P<told>, and was told .*)?")
PLACES = re.compile(r"can stretch: (?P<spots>[^;]+); has (?P<has>.+)")
LEGS = re.compile(r"checks her legs: left (?P<left>\d+), right (?P<right>\d+)")
DOES = re.compile(r"does what is up next, pain (?P<before>\d+) before and (?P<after>\d+) after")
LOOK_S = 1.5
HURTS = "something hurts in the first hold, and she stops"


class Ada:
    """One person, one profile, one clock."""

    def __init__(self, profile: Path) -> None:
        self._moment = datetime(2026, 6, 1, tzinfo=ZONE)
        self._started = 0.0
        self._bench: Bench | None = None
        self._bench = Bench(profile, [], now=self._now)
        self._deps = self._bench.deps
        self._view: TodayView | None = None
        self._bench.program.window.show_today = self._see

    def close(self) -> None:
        """End the program."""
        self._bench.program.window.force_close()
        self._bench.program.close()

    def be_at(self, at: datetime) -> None:
        """Come to the computer at a moment; it was on, and nobody touched it since."""
        self._moment, self._started = at, self._bench.clock.now
        self._bench.program.pages.plan_changed()

    def do(self, act: str) -> None:
        """Raises ValueError for what nobody can do."""
        if act == "sees":
            return
        if act == HURTS:
            self._hurt()
        elif found := ANSWERS.fullmatch(act):
            self._answer(found["what"], told=bool(found["told"]))
        elif found := PLACES.fullmatch(act):
            self._choose(spots=_list(found["spots"]), equipment=_list(found["has"]))
        elif found := LEGS.fullmatch(act):
            self._check(float(found["left"]), float(found["right"]))
        elif found := DOES.fullmatch(act):
            self._stretch(int(found["before"]), int(found["after"]))
        else:
            raise ValueError(f"nobody knows how to do this: {act}")

    def answer(self, what: str, expected: str) -> str:
        """What the program says to ``what``."""
        if what.startswith("left out of "):
            return self._left_out(what.removeprefix("left out of "))
        if what == "cannot start":
            return expected if self._is_refused(expected) else "it can be started"
        answers: dict[str, Callable[[], str]] = {
            "up next": lambda: self._offer("name") or "nothing",
            "because": lambda: self._offer("why"),
            "plan": lambda: self._seen.plan,
            "title": lambda: self._seen.title,
            "advice": lambda: self._seen.advice[0] if self._seen.advice else "",
            "week": self._week,
            "level": lambda: str(self._deps.coach.progress(self._now()).level.number),
            "holds": lambda: " and ".join(f"{s:g} s" for s in sorted(self._holds())),
            "held": self._sides,
            "legs": lambda: "to be checked again" if self._seen.check_due else "",
            "verdict": self._verdict,
            "change": lambda: change_line(*self._deps.coach.checks()[-2:]),
        }
        if what not in answers:
            raise ValueError(f"nobody can answer this: {what}")
        return answers[what]()

    def _offer(self, field: str) -> str:
        return str(getattr(self._seen.up_next, field)) if self._seen.up_next else ""

    def _week(self) -> str:
        week = self._seen.week
        return f"{week.done} of {week.goal} {week.unit}"

    def _verdict(self) -> str:
        last = self._deps.coach.checks()[-1]
        return judge(last.left or 0, last.right or 0).title

    def _left_out(self, routine: str) -> str:
        every = self._deps.library.catalogue.routines[routine]
        kept = {s.stretch for s in self._deps.coach.routine(routine, self._now()).steps}
        return ", ".join(s.stretch for s in every.steps if s.stretch not in kept)

    @property
    def _seen(self) -> TodayView:
        assert self._view is not None
        return self._view

    def _see(self, view: TodayView) -> None:
        self._view = view

    def _now(self) -> datetime:
        passed = self._bench.clock.now - self._started if self._bench else 0.0
        return self._moment + timedelta(seconds=passed)

    def _choose(self, **fields: object) -> None:
        settings = replace(self._deps.settings, **fields)  # type: ignore[arg-type]
        self._bench.program.window.settings_changed.emit(settings)

    def _answer(self, what: str, *, told: bool) -> None:
        today = self._now().date().isoformat()
        ticked = () if what == "none of these" else _list(what)
        cleared = today if told else ""
        self._choose(safety_on=today, safety_ticked=ticked, safety_cleared_on=cleared)

    def _check(self, left: float, right: float) -> None:
        assert self._deps.history is not None
        self._deps.history.add_assessment(Check.LEG_RAISE, self._now(), left=left, right=right)
        self._bench.guidance.history.changed()

    def _stretch(self, before: int, after: int) -> None:
        self._begin()
        self._bench.guidance.parts.recorder.rate(pain_before=before)
        player = self._bench.guidance.parts.player
        while player.active:
            # As long as a step may be without looking like a computer that slept.
            self._bench.clock.now += LOOK_S
            player.look()
        self._bench.guidance.parts.page.rated.emit(Rating(after))

    def _hurt(self) -> None:
        self._begin()
        player = self._bench.guidance.parts.player
        while player.snapshot().step.kind is not StepKind.HOLD:
            self._bench.play(1)
        self._bench.play(4)
        player.command(Command.HURTS)
        player.command(Command.STOP)
        self._bench.guidance.parts.page.rated.emit(Rating(None))

    def _begin(self) -> None:
        offer = self._seen.up_next
        assert offer is not None
        self._bench.guidance.conductor.start(offer.routine)
        assert self._bench.guidance.parts.player.active

    def _timeline(self) -> Timeline:
        offer = self._seen.up_next
        assert offer is not None
        routine = self._deps.coach.routine(offer.routine, self._now())
        return build_timeline(routine, self._deps.library.catalogue)

    def _holds(self) -> set[float]:
        steps = self._timeline().steps
        return {step.duration_s for step in steps if step.kind is StepKind.HOLD}

    def _sides(self) -> str:
        steps = self._bench.rows()[0].steps
        left, right = (
            sum(s.held_s for s in steps if s.side is side) for side in (Side.LEFT, Side.RIGHT)
        )
        return "both legs the same" if abs(left - right) < 0.5 else f"{left:g} and {right:g} s"

    def _is_refused(self, id_: str) -> bool:
        try:
            self._deps.coach.routine(id_, self._now())
        except UserError:
            return True
        return False


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))
