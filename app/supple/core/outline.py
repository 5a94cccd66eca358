"""What a routine is made of, and what to know before it."""

from __future__ import annotations

from supple.core import labels
from supple.core.routine import Catalogue, Routine, Stretch

RED = frozenset({"herniated-disc", "spondylolisthesis", "spinal-instability"})
"""Conditions with which a professional is asked first; their cautions are red."""


def stretches_of(routine: Routine, catalogue: Catalogue) -> tuple[Stretch, ...]:
    """The routine's stretches, step by step; unknown ids are left out."""
    found = (catalogue.stretches.get(step.stretch) for step in routine.steps)
    return tuple(stretch for stretch in found if stretch is not None)


def leave_out(stretch: Stretch) -> str:
    """For whom the stretch is not, in a sentence; "" when it is for everybody."""
    if not stretch.avoid_if:
        return ""
    return f"Leave it out with {labels.conditions(stretch.avoid_if)}."


def has_red_caution(stretch: Stretch) -> bool:
    """Whether the stretch is to be read about before it is done."""
    return not RED.isdisjoint(stretch.avoid_if)
