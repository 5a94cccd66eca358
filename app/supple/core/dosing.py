"""A routine in the dose of the plan's level."""

from __future__ import annotations

from dataclasses import replace

from supple.core.routine import Catalogue, Dose, Routine, RoutineStep


def hold_for(dose: Dose, longest_s: float | None) -> float | None:
    """Seconds of hold: ``dose``'s own, at most ``longest_s``, never under its source's range.

    None when the dose has no hold. It never gets longer than the dose asks for.
    """
    if dose.hold_s is None or longest_s is None:
        return dose.hold_s
    shortest = dose.hold_range_s[0] if dose.hold_range_s else 0.0
    return min(dose.hold_s, max(longest_s, shortest))


def dosed(routine: Routine, catalogue: Catalogue, longest_s: float | None) -> Routine:
    """``routine`` with every hold at most ``longest_s`` seconds, within each stretch's range.

    Stretches that are not in the catalogue are left as they are.
    """
    return replace(routine, steps=tuple(_step(s, catalogue, longest_s) for s in routine.steps))


def _step(step: RoutineStep, catalogue: Catalogue, longest_s: float | None) -> RoutineStep:
    stretch = catalogue.stretches.get(step.stretch)
    if stretch is None:
        return step
    hold_s = hold_for(step.change.over(stretch.dose), longest_s)
    return replace(step, change=replace(step.change, hold_s=hold_s))
