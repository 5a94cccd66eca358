"""Stretches and routines for the core's tests, small and readable."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.core.routine import (
    Catalogue,
    Dose,
    DoseChange,
    Position,
    Reps,
    Routine,
    RoutineStep,
    Sides,
    Stretch,
)
from supple.core.session import Session
from supple.core.timeline import Timeline, build_timeline

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))
import library_values  # noqa: F401 - hypothesis knows stretches and routines from here on


def stretch(
    id_: str = "strap",
    sides: Sides = Sides.EACH,
    hold_s: float | None = 30,
    sets: int = 1,
    rest_s: float = 8,
    reps: Reps | None = None,
    **kwargs: object,
) -> Stretch:
    values: dict[str, object] = {
        "name": id_.capitalize(),
        "position": Position.LYING,
        "difficulty": 1,
        "setup": ("Lie on your back.", "Loop the strap round your {side} foot."),
        "hold_cue": "Pull until you feel a gentle stretch.",
        "release_cue": "Let the leg down slowly.",
        "switch_cue": "Now the strap round your {side} foot.",
        "feel": "You feel it behind the thigh.",
        "focus": ("hamstrings",),
        "figure": id_,
        **kwargs,
    }
    dose = Dose(hold_s=hold_s, sets=sets, rest_s=rest_s, reps=reps)
    return Stretch(id=id_, sides=sides, dose=dose, **values)  # type: ignore[arg-type]


def timeline(*stretches: Stretch) -> Timeline:
    routine = Routine("r", "Test", tuple(RoutineStep(s.id, DoseChange()) for s in stretches))
    return build_timeline(routine, Catalogue.of(stretches, [routine]))


@pytest.fixture
def make_stretch() -> Callable[..., Stretch]:
    return stretch


@pytest.fixture
def make_timeline() -> Callable[..., Timeline]:
    return timeline


@pytest.fixture
def strap_session() -> Session:
    """One stretch, each side once, 30 s: the smallest whole session."""
    return Session(timeline(stretch()))
