"""What a break offers: the routine that fits, or one stretch when there is a minute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from supple.core.choice import PRACTICE, WORK_BREAK, Choice
from supple.core.dosing import dosed
from supple.core.offer import Offer, offer_of
from supple.core.routine import Catalogue, Position
from supple.core.timeline import build_timeline, routine_of
from supple.shell import durations

if TYPE_CHECKING:
    from datetime import datetime

    from supple.shell.deps import Deps

DESK = (Position.SEATED, Position.STANDING)
SHORT_MIN = 1.5
"""Minutes that the one-minute offer may take at most."""


def choose(deps: Deps, short: bool, occasion: str, routine: str = "") -> Offer | None:
    """What fits; a break from work where nothing else is said. None where nothing may be done.

    ``routine`` is the id of the one that was chosen, and comes where it may be done.
    """
    now = deps.now()
    lengths = _lengths(deps, now)
    if routine and not short:
        offered = deps.coach.catalogue(now)
        if routine in offered.routines:
            return offer_of(Choice(routine, "In your plan", PRACTICE), offered, lengths)
    minutes = SHORT_MIN if short else None
    choices = deps.coach.choices(now, lengths, minutes, occasion or WORK_BREAK)
    if not choices:
        return None
    if short:
        one = _one_minute(deps, lengths)
        if one is not None:
            return one
    return offer_of(choices[0], deps.coach.catalogue(now), lengths)


def instead(deps: Deps, routine: str) -> str:
    """Why the chosen ``routine`` does not come, in a sentence; "" where it does, or none is."""
    if not routine or routine in deps.coach.catalogue(deps.now()).routines:
        return ""
    known = deps.library.catalogue.routines.get(routine)
    if known is None:
        return "The routine you chose for now is gone."
    if not deps.coach.screening.answered:
        return f"{known.name} waits for your safety answers."
    return f"{known.name} is left out with your safety answers."


def _lengths(deps: Deps, now: datetime) -> Mapping[str, float]:
    """Seconds by id of everything there is."""
    shown = deps.coach.shown(now)
    lengths = durations.recall(deps.kept, shown)
    if lengths is not None:
        return lengths
    from supple.core.speech_length import spoken_seconds

    return durations.work_out(shown, spoken_seconds)


def longest_hold_s(deps: Deps, id_: str) -> float | None:
    """Seconds that the plan lets a single stretch be held; None for a routine, which has its
    dose, and where the plan sets none."""
    if id_ not in deps.library.catalogue.stretches or not deps.settings.plan_doses:
        return None
    return deps.coach.progress(deps.now()).hold_s


def _one_minute(deps: Deps, lengths: Mapping[str, float]) -> Offer | None:
    """The easiest and then shortest single stretch that can be done beside the desk."""
    coach = deps.coach
    offered = coach.catalogue(deps.now())
    beside = [
        s for s in offered.stretches.values() if s.position in DESK and coach.person.can_do(s)
    ]
    if not beside:
        return None
    stretch = min(beside, key=lambda s: (s.difficulty, lengths.get(s.id, float("inf"))))
    routine = routine_of(stretch)
    hold_s = longest_hold_s(deps, stretch.id)
    if hold_s is not None:
        from supple.core.speech_length import spoken_seconds

        routine = dosed(routine, offered, hold_s)
        held = build_timeline(routine, offered, spoken_seconds)
        lengths = {**lengths, routine.id: held.total_s}
    whole = Catalogue(offered.stretches, {routine.id: routine})
    return offer_of(Choice(routine.id, "One minute", "general practice"), whole, lengths)
