"""Stretches, doses and routines: the content a session is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Side(StrEnum):
    """The leg a step works on. ``BOTH`` is a stretch that has no side."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite leg; ``BOTH`` has no other and returns itself."""
        if self is Side.LEFT:
            return Side.RIGHT
        return Side.LEFT if self is Side.RIGHT else Side.BOTH


class Sides(StrEnum):
    """Whether a stretch is done on each leg in turn, or on both at once."""

    EACH = "each"
    BOTH = "both"

    @property
    def order(self) -> tuple[Side, ...]:
        """The sides in the order they are done: left first."""
        return (Side.LEFT, Side.RIGHT) if self is Sides.EACH else (Side.BOTH,)


class Position(StrEnum):
    """How the body is placed for a stretch."""

    LYING = "lying"
    SEATED = "seated"
    FLOOR = "floor"
    STANDING = "standing"
    HALF_KNEELING = "half-kneeling"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number or a rule comes from."""

    document: str
    """Id of the source document, or ``general practice``."""
    says: str = ""
    """What the document says, in our words."""


@dataclass(frozen=True, slots=True)
class Reps:
    """Counted movements, alone or while the hold position is kept."""

    count: int
    """How many repetitions, 1 to 200."""
    pace_s: float
    """Seconds one whole repetition takes, all its words included; 0.5 to 20."""
    words: tuple[str, ...] = ()
    """The parts of one repetition, spoken evenly spread over ``pace_s``."""
    during_hold: bool = False
    """True: done after the hold's seconds without letting go, so it counts as held.
    False: done on its own, before the hold if there is one."""

    @property
    def duration_s(self) -> float:
        """Seconds all repetitions take."""
        return self.count * self.pace_s


@dataclass(frozen=True, slots=True)
class Dose:
    """How long and how often. Seconds throughout."""

    hold_s: float | None = None
    """Seconds of one hold, 1 to 600, or None where only repetitions count."""
    hold_range_s: tuple[float, float] | None = None
    """The shortest and longest hold the source speaks of."""
    sets: int = 1
    """How often hold and repetitions are done on a side, 1 to 20."""
    rest_s: float = 8.0
    """Rest between two sets of one side, 0 to 600."""
    prepare_s: float = 8.0
    """The least time to read and get into position, 3 to 120."""
    switch_s: float = 6.0
    """The least time to change legs, 3 to 120."""
    reps: Reps | None = None

    def least_s(self, sides: Sides) -> float:
        """About how long it takes at least on ``sides``, without the time that words need."""
        work = (self.hold_s or 0.0) + (self.reps.duration_s if self.reps else 0.0)
        side = self.sets * work + (self.sets - 1) * self.rest_s
        count = len(sides.order)
        return self.prepare_s + count * side + (count - 1) * self.switch_s


@dataclass(frozen=True, slots=True)
class Stretch:
    """One entry of the library."""

    id: str
    name: str
    position: Position
    sides: Sides
    difficulty: int
    """1 easy, 2 medium, 3 hard."""
    setup: tuple[str, ...]
    """One action each, spoken and shown; may hold ``{side}`` and ``{other}``."""
    dose: Dose
    equipment: tuple[str, ...] = ()
    hold_cue: str = ""
    """The one line shown and spoken as the hold starts; may hold ``{side}``, ``{other}``."""
    release_cue: str = ""
    """Said as the hold ends."""
    switch_cue: str = ""
    """Said at the change of legs; ``{side}`` is the coming leg."""
    return_cue: str = ""
    """Said before the hold after a rest or a change of legs: what gets one back into it."""
    why: str = ""
    """What it is good for, in one sentence; said the first time somebody does it."""
    feel: str = ""
    focus: tuple[str, ...] = ()
    """Muscles from most to least stretched."""
    mistakes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    avoid_if: tuple[str, ...] = ()
    """Conditions (ids) with which it is to be left out; people are told, not kept from it."""
    figure: str = ""
    """Id of the drawn figure."""
    source: tuple[Source, ...] = ()
    variations: tuple[str, ...] = ()
    """Easier, harder or other ways to do it, one sentence each."""


@dataclass(frozen=True, slots=True)
class DoseChange:
    """The dose fields a routine step overrides; None keeps the stretch's own."""

    hold_s: float | None = None
    sets: int | None = None
    rest_s: float | None = None
    prepare_s: float | None = None
    switch_s: float | None = None
    reps: Reps | None = None
    hold_range_s: tuple[float, float] | None = None

    def over(self, dose: Dose) -> Dose:
        """``dose`` with every field set here replaced."""
        return replace(
            dose,
            hold_s=dose.hold_s if self.hold_s is None else self.hold_s,
            sets=dose.sets if self.sets is None else self.sets,
            rest_s=dose.rest_s if self.rest_s is None else self.rest_s,
            prepare_s=dose.prepare_s if self.prepare_s is None else self.prepare_s,
            switch_s=dose.switch_s if self.switch_s is None else self.switch_s,
            reps=dose.reps if self.reps is None else self.reps,
            hold_range_s=dose.hold_range_s if self.hold_range_s is None else self.hold_range_s,
        )


@dataclass(frozen=True, slots=True)
class RoutineStep:
    """One stretch inside a routine, with what it changes in the dose."""

    stretch: str
    change: DoseChange = field(default_factory=DoseChange)


@dataclass(frozen=True, slots=True)
class Routine:
    """An ordered list of stretches."""

    id: str
    name: str
    steps: tuple[RoutineStep, ...]
    summary: str = ""
    suits: tuple[str, ...] = ()
    """Occasions it fits: ``work-break``, ``rising``, ``bedtime``, ..."""
    source: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every stretch and routine at hand, in the order of their files."""

    stretches: Mapping[str, Stretch]
    routines: Mapping[str, Routine]

    @staticmethod
    def of(stretches: Iterable[Stretch], routines: Iterable[Routine]) -> Catalogue:
        """A catalogue by id; a later entry replaces an earlier one of the same id."""
        return Catalogue({s.id: s for s in stretches}, {r.id: r for r in routines})

    def plus(self, other: Catalogue) -> Catalogue:
        """This catalogue with ``other``'s entries added, replacing equal ids."""
        return Catalogue({**self.stretches, **other.stretches}, {**self.routines, **other.routines})
