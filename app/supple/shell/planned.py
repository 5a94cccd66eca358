"""The daily plan as it stands: what may be in it, and what of it is done today."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from supple.core.breaks.times import OCCASIONS
from supple.core.choice import PRACTICE, WORK_BREAK, Choice
from supple.core.day_plan import Held, day_plan, done_keys
from supple.core.day_rows import NEAR_MIN, DayTimes
from supple.core.days import counted_day
from supple.core.my_plan import Known
from supple.core.offer import offer_of
from supple.core.problem import UserError
from supple.core.stats import LEAST_HELD_S

if TYPE_CHECKING:
    from supple.core.breaks.times import FixedTime
    from supple.core.settings import Settings
    from supple.shell.deps import Deps

log = logging.getLogger(__name__)


def known(deps: Deps, now: datetime, lengths: Mapping[str, float]) -> Known:
    """What may be planned. ``lengths`` are seconds by id."""
    coach, library = deps.coach, deps.library
    offered = coach.catalogue(now)
    offers = tuple(
        offer_of(Choice(id_, "In your plan", PRACTICE), offered, lengths)
        for id_ in offered.routines
    )
    fits = {}
    for occasion in ("", *OCCASIONS):
        choices = coach.choices(now, lengths, None, occasion or WORK_BREAK)
        if choices:
            fits[occasion] = offer_of(choices[0], offered, lengths)
    gone = {
        id_: routine.name
        for id_, routine in library.catalogue.routines.items()
        if id_ not in offered.routines
    }
    return Known(offers, fits, gone, unanswered=not coach.screening.answered)


def day_times(
    deps: Deps, now: datetime, lengths: Mapping[str, float], *, leads: bool = True
) -> DayTimes | None:
    """The times of the plan, for the Today page; None without any.

    Whether they ask or not, the day has them. ``leads``: see ``DayTimes``.
    """
    settings = deps.settings
    if not settings.break_times:
        return None
    times, usual = _times(settings)
    found = known(deps, now, lengths)
    return DayTimes(now, times, usual, found, settings.day_ends_h, leads)


def turns_gone(settings: Settings, now: datetime) -> int:
    """How often a time of the plan has turned today: it comes near, passes, is near no more."""
    minute = now.hour * 60 + now.minute
    turns = (minute + NEAR_MIN, minute, minute - NEAR_MIN + 1)
    return sum(fixed.minute < turn for fixed in _times(settings)[0] for turn in turns)


def done_today(deps: Deps) -> tuple[str, ...]:
    """The times of today's plan that are done, as breaks remember them."""
    settings, now = deps.settings, deps.now()
    today = counted_day(now, settings.day_ends_h)
    if deps.history is None or not settings.break_times:
        return ()
    try:
        sessions = deps.history.sessions(since=today)
    except UserError as error:
        log.warning("history not read: %s", error)
        return ()
    held = [
        Held(s.started_at, s.routine)
        for s in sessions
        if s.held_s >= LEAST_HELD_S and counted_day(s.started_at, settings.day_ends_h) == today
    ]
    times, usual = _times(settings)
    offered = deps.coach.catalogue(now).routines
    plan = day_plan(times, usual, today, now, held, offered, settings.day_ends_h)
    return done_keys(plan, today)


def _times(settings: Settings) -> tuple[tuple[FixedTime, ...], frozenset[int]]:
    from supple.core.breaks.rules import rules_of

    rules = rules_of(settings)
    return rules.times, rules.days
