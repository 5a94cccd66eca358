"""The questions of the first start: what is answered, which step comes next, what is kept.

A :class:`FirstRun` never changes; every answer gives another one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from supple.core import labels, terms
from supple.core.person import ASKED_EQUIPMENT, SPOT_WORDS, Spot
from supple.core.reminders import Reminders, reminded, reminders_of
from supple.core.safety import BY_ID, QUESTIONS, Advice, advice
from supple.core.settings import Settings

GOALS = (3, 5, 7)
"""Days a week to choose from."""
GRAVE = (Advice.URGENT, Advice.ASK_FIRST)
"""Advice that does not let anybody just go on."""
_NEW = Settings()


class Step(StrEnum):
    """One page of questions."""

    SAFETY = "safety"
    PLACE = "place"
    GOAL = "goal"


class Occasion(StrEnum):
    """Why the safety questions are asked."""

    FIRST = "first"
    """They were never answered."""
    DUE = "due"
    """After six months, or after much pain."""
    CHANGE = "change"
    """The person wants to change an answer."""


@dataclass(frozen=True, slots=True)
class FirstRun:
    """The answers so far, and which step is shown."""

    steps: tuple[Step, ...] = tuple(Step)
    """What is asked: all at the first start, some of it later."""
    occasion: Occasion = Occasion.FIRST
    at: int = 0
    """Index of the step that is shown."""
    ticked: frozenset[str] = field(default=frozenset())
    """Ids of ``QUESTIONS``."""
    none: bool = False
    """Whether the person said that none of them is true."""
    cleared: bool = False
    """Whether the person said that a professional allowed stretching."""
    spots: frozenset[Spot] = field(default=frozenset(Spot))
    equipment: frozenset[str] = field(default=frozenset(_NEW.equipment))
    goal_days: int = GOALS[0]
    reminders: Reminders = field(default_factory=Reminders)
    given: frozenset[str] = field(default=frozenset())
    """What was ticked as the questions were shown: it counts already."""

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self.at]

    @property
    def advice(self) -> Advice:
        """The gravest advice of what is ticked."""
        return advice(self.ticked)

    @property
    def is_first(self) -> bool:
        """Whether no step comes before the one shown."""
        return self.at == 0

    @property
    def is_last(self) -> bool:
        """Whether no step comes after the one shown."""
        return self.at == len(self.steps) - 1

    @property
    def waits_for(self) -> str:
        """What is still missing on this step, in a few words; "" when nothing is."""
        if self.step is Step.SAFETY and not (self.ticked or self.none):
            return "Choose at least one line"
        if self.step is Step.PLACE and not self.spots:
            return "Choose at least one place"
        return ""

    @property
    def may_clear(self) -> bool:
        """Whether "I have been told I can stretch" is a way on."""
        return self.step is Step.SAFETY and self.advice is Advice.ASK_FIRST

    @property
    def may_go_on(self) -> bool:
        """Whether the step shown is answered and its answers let the person go on."""
        if self.waits_for:
            return False
        if Step.SAFETY not in self.steps or self.advice not in GRAVE:
            return True
        return self.advice is Advice.ASK_FIRST and self.cleared

    @property
    def may_leave(self) -> bool:
        """Whether the questions may be left without keeping an answer.

        Not with a grave answer just given: that one counts.
        """
        return advice(self.ticked - self.given) not in GRAVE

    # Answers

    def tick(self, id_: str, on: bool) -> FirstRun:
        """Answer a question; a tick takes "None of these" away. Raises KeyError for no question."""
        id_ = BY_ID[id_].id
        ticked = self.ticked | {id_} if on else self.ticked - {id_}
        none = self.none and not on
        return replace(self, ticked=ticked, none=none, cleared=False)

    def tick_none(self, on: bool) -> FirstRun:
        """Say that none of the questions is true; this takes every tick away."""
        ticked: frozenset[str] = frozenset() if on else self.ticked
        return replace(self, ticked=ticked, none=on, cleared=False)

    def clear(self) -> FirstRun:
        """Say that a professional allowed stretching. Nothing changes where that is no way on."""
        return replace(self, cleared=True) if self.may_clear else self

    def place(self, spot: Spot, on: bool) -> FirstRun:
        """Say whether there is room to stretch at ``spot``."""
        return replace(self, spots=self.spots | {spot} if on else self.spots - {spot})

    def have(self, id_: str, on: bool) -> FirstRun:
        """Say whether a piece of ``ASKED_EQUIPMENT`` is at hand. Raises ValueError for others."""
        if id_ not in ASKED_EQUIPMENT:
            raise ValueError(f"{id_!r} is not asked for")
        equipment = self.equipment | {id_} if on else self.equipment - {id_}
        return replace(self, equipment=equipment)

    def aim(self, days: int) -> FirstRun:
        """Choose a weekly goal. Raises ValueError for one that is not in ``GOALS``."""
        if days not in GOALS:
            raise ValueError(f"{days} is not one of {GOALS}")
        return replace(self, goal_days=days)

    def remind(self, reminders: Reminders) -> FirstRun:
        """Choose when breaks are asked for."""
        return replace(self, reminders=reminders)

    # Steps

    def next(self) -> FirstRun:
        """The step after this one; the same when it may not be left yet, or is the last."""
        return replace(self, at=self.at + 1) if self.may_go_on and not self.is_last else self

    def back(self) -> FirstRun:
        """The step before this one; the same on the first."""
        return self if self.is_first else replace(self, at=self.at - 1)


def begin(settings: Settings, *steps: Step, anew: bool = True) -> FirstRun:
    """The questions with what ``settings`` know of the person; without ``steps`` all of them.

    ``anew``: no safety answer is ticked in advance; else the present ones are.
    """
    run = FirstRun(
        steps or tuple(Step),
        spots=frozenset(Spot(spot) for spot in settings.spots),
        equipment=frozenset(settings.equipment),
        goal_days=min(GOALS, key=lambda days: abs(days - settings.weekly_goal_days)),
        reminders=reminders_of(settings),
    )
    if not settings.safety_on:
        return run
    if anew:
        return replace(run, occasion=Occasion.DUE)
    ticked = frozenset(settings.safety_ticked)
    return replace(run, occasion=Occasion.CHANGE, ticked=ticked, none=not ticked, given=ticked)


def finished(run: FirstRun, settings: Settings, today: date) -> Settings:
    """``settings`` with every answer of ``run``, given on ``today``, the local date.

    Raises ValueError while the answers do not let the person go on.
    """
    if not run.may_go_on:
        raise ValueError("these answers do not let anybody go on")
    kept = settings
    if Step.SAFETY in run.steps:
        cleared = today.isoformat() if run.cleared else ""
        kept = replace(_answered(run, kept, today), safety_cleared_on=cleared)
    if Step.PLACE in run.steps:
        kept = replace(kept, spots=_spots(run.spots), equipment=_equipment(run.equipment))
    if Step.GOAL in run.steps:
        kept = reminded(run.reminders, replace(kept, weekly_goal_days=run.goal_days))
    return replace(kept, first_run_done=True)


def stopped(run: FirstRun, settings: Settings, today: date) -> Settings:
    """``settings`` after a grave answer that was not cleared: it counts, and is asked again.

    Whatever was not grave is left as it was.
    """
    if run.advice not in GRAVE:
        return settings
    return replace(_answered(run, settings, today), safety_cleared_on="")


def skipped(settings: Settings) -> Settings:
    """``settings`` of somebody who put the questions off.

    Without answers only the gentlest is offered; answers given before still count.
    """
    return replace(settings, first_run_done=True)


def answers_line(settings: Settings) -> str:
    """Such as ``Answered 22 November, 2 things``."""
    if not settings.safety_on:
        return "Not answered yet"
    count = len(settings.safety_ticked)
    things = labels.plural(count, "thing") if count else "none of them"
    day = date.fromisoformat(settings.safety_on)
    # Without the year: they are asked for again after six months.
    return f"Answered {labels.date_of(day, day)}, {things}"


def place_line(settings: Settings) -> str:
    """Such as ``On my chair, standing. Mat, strap``."""
    spots = [SPOT_WORDS[spot][0] for spot in Spot if spot.value in settings.spots]
    where = ", ".join([spots[0], *(words[:1].lower() + words[1:] for words in spots[1:])])
    things = labels.equipment([e for e in ASKED_EQUIPMENT if e in settings.equipment])
    return f"{where}. {things}." if things else f"{where}."


def equipment_word(id_: str) -> str:
    """What a piece of ``ASKED_EQUIPMENT`` is called where it is asked for."""
    return "Mat or carpet" if id_ == "mat" else terms.EQUIPMENT[id_]


def _answered(run: FirstRun, settings: Settings, today: date) -> Settings:
    ticked = tuple(q.id for q in QUESTIONS if q.id in run.ticked)
    return replace(settings, safety_on=today.isoformat(), safety_ticked=ticked)


def _spots(spots: Collection[Spot]) -> tuple[str, ...]:
    return tuple(spot.value for spot in Spot if spot in spots)


def _equipment(equipment: Collection[str]) -> tuple[str, ...]:
    return tuple(e for e in ASKED_EQUIPMENT if e in equipment)
