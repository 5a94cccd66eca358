"""What somebody's safety answers leave out, and why, in a sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from supple.core import labels
from supple.core.permitted import barred_by, is_barred, permitted
from supple.core.routine import Catalogue, Stretch
from supple.core.safety import ADVICE_TITLES, Screening

UNANSWERED = "Left out until you have answered the safety questions."
BECAUSE = "Left out because of your answers"
NOTHING_LEFT = "Every stretch of it is left out because of your answers."


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What cannot be started, and what a routine goes without. All by id."""

    stretches: Mapping[str, str] = field(default_factory=dict)
    """The reason by stretch."""
    routines: Mapping[str, str] = field(default_factory=dict)
    """The reason by routine that cannot be started at all."""
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The stretches that a routine is done without, each once, in its order."""


def left_out(catalogue: Catalogue, screening: Screening) -> LeftOut:
    """What the answers leave out of the whole ``catalogue``.

    Everything, with the advice, while a professional is to be asked first.
    """
    if not screening.may_stretch:
        title = ADVICE_TITLES[screening.advice]
        return LeftOut(
            dict.fromkeys(catalogue.stretches, title), dict.fromkeys(catalogue.routines, title)
        )
    stretches = {
        id_: reason(stretch, screening)
        for id_, stretch in catalogue.stretches.items()
        if is_barred(stretch, screening)
    }
    without: dict[str, tuple[str, ...]] = {}
    for routine in catalogue.routines.values():
        gone = dict.fromkeys(s.stretch for s in routine.steps if s.stretch in stretches)
        if gone:
            without[routine.id] = tuple(gone)
    offered = permitted(catalogue, screening).routines
    why = NOTHING_LEFT if screening.answered else UNANSWERED
    stopped = {id_: why for id_ in without if id_ not in offered}
    return LeftOut(stretches, stopped, {id_: w for id_, w in without.items() if id_ in offered})


def reason(stretch: Stretch, screening: Screening) -> str:
    """Why a stretch that is left out is, in a sentence."""
    if not screening.answered:
        return UNANSWERED
    named = ", ".join(labels.condition(c) for c in barred_by(stretch, screening))
    return f"{BECAUSE}: {named}."


def together(reasons: Mapping[str, str]) -> str:
    """The reasons for several stretches, by name: once where they are the same for all."""
    if len(set(reasons.values())) < 2:
        return next(iter(reasons.values()), "")
    parts = (f"{name}: {reason.removeprefix(f'{BECAUSE}: ')}" for name, reason in reasons.items())
    return "\n".join([f"{BECAUSE}.", *parts])
