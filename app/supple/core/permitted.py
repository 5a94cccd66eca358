"""What may be offered to a person: the catalogue without what their answers rule out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from supple.core.routine import Catalogue, Routine, Stretch
from supple.core.safety import Screening

GENTLE = "gentle"
"""Routines for this occasion are the ones for somebody who answered nothing."""
HARDEST_UNASKED = 2
"""The hardest stretch, 1 to 3, for somebody who answered nothing."""


def is_barred(stretch: Stretch, screening: Screening) -> bool:
    """Whether the answers rule ``stretch`` out.

    Without answers everything hard is out; what is to be read about first stays marked so.
    """
    if not screening.answered:
        return stretch.difficulty > HARDEST_UNASKED
    return not screening.conditions.isdisjoint(stretch.avoid_if)


def barred_by(stretch: Stretch, screening: Screening) -> tuple[str, ...]:
    """The conditions (ids) that rule ``stretch`` out, in its own order."""
    return tuple(c for c in stretch.avoid_if if c in screening.conditions)


def without(routine: Routine, stretches: Collection[str]) -> Routine:
    """``routine`` with the steps of ``stretches`` left out; it may be left with none."""
    return replace(routine, steps=tuple(s for s in routine.steps if s.stretch not in stretches))


def permitted(catalogue: Catalogue, screening: Screening) -> Catalogue:
    """The stretches and routines that may be offered.

    A routine loses its barred stretches; one that has none left is not offered. Nothing at all
    is offered while a professional is to be asked first.
    """
    if not screening.may_stretch:
        return Catalogue({}, {})
    barred = {id_ for id_, s in catalogue.stretches.items() if is_barred(s, screening)}
    routines = (without(routine, barred) for routine in catalogue.routines.values())
    return Catalogue(
        {id_: s for id_, s in catalogue.stretches.items() if id_ not in barred},
        {r.id: r for r in routines if r.steps and (screening.answered or GENTLE in r.suits)},
    )
