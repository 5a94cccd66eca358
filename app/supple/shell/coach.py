"""What the plan says now, from the answers in the settings and from the history."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from supple.core import safety
from supple.core.choice import Choice, Moment, choose, last_done
from supple.core.days import counted_day
from supple.core.dosing import dosed
from supple.core.level import Progress, fact, progress
from supple.core.outline import has_red_caution, stretches_of
from supple.core.permitted import barred_by, is_barred, permitted
from supple.core.person import Person, Spot
from supple.core.problem import UserError
from supple.core.routine import Catalogue
from supple.core.safety import Screening
from supple.shell.shelf import find_routine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from supple.core.assessment import Assessment
    from supple.core.flexibility import Tightness
    from supple.core.routine import Routine, Stretch
    from supple.core.settings import Settings
    from supple.shell.deps import Deps
    from supple.store.history import History
    from supple.store.practice import Practice

log = logging.getLogger(__name__)
Row = TypeVar("Row")
LOOK_BACK = timedelta(days=731)
MUCH_PAIN_ON = "much-pain-on"
"""Under which the history keeps the last day of strong pain without a session."""
LATEST = 400
"""What was done before these days and sessions no longer decides how long a hold is."""


class Coach:
    """Reads the history once after each change of it; see :meth:`forget`."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps
        self._practice: Sequence[Practice] | None = None
        self._checks: Sequence[Assessment] | None = None

    def forget(self) -> None:
        """The history or the settings have changed: look anew when asked next."""
        self._practice = self._checks = None

    @property
    def screening(self) -> Screening:
        """The safety answers."""
        return screening_of(self._deps.settings)

    @property
    def person(self) -> Person:
        """Where and with what they can stretch."""
        return person_of(self._deps.settings)

    def safety_due(self, now: datetime) -> bool:
        """Whether the safety questions are to be asked."""
        much = [
            p.day
            for p in self._past(now)
            if max(p.pain_before or 0, p.pain_after or 0) >= safety.MUCH_PAIN
        ]
        much += [day for day in self._much_pain_told() if day <= self._day(now)]
        return safety.is_due(self.screening, self._day(now), max(much, default=None))

    def keep_much_pain(self, now: datetime) -> None:
        """Somebody told of strong pain and did not begin a session, which would keep it."""
        try:
            if self._deps.history is not None:
                self._deps.history.keep_note(MUCH_PAIN_ON, self._day(now).isoformat())
        except UserError as error:
            log.warning("not kept that there was much pain: %s", error)

    def last_check(self) -> Assessment | None:
        """The newest leg raise of both legs; None without one."""
        from supple.core.flexibility import latest_leg_raise

        return latest_leg_raise(self.checks())

    def checks(self) -> Sequence[Assessment]:
        """Every flexibility check, oldest first."""
        if self._checks is None:
            self._checks = self._read(lambda history: history.assessments())
        return self._checks

    def tightness(self) -> Tightness | None:
        """What the last leg raise came to; None without one."""
        checks = self.checks()
        if not checks:
            return None
        from supple.core.flexibility import tightness_now

        return tightness_now(checks)

    def progress(self, now: datetime) -> Progress:
        """Where the plan stands."""
        known = [
            fact(p.day, p.pain_before, p.pain_after, cut=p.cut, held_s=p.held_s)
            for p in self._past(now)
            if p.held_s > 0
        ]
        return progress(known, self._day(now), self._deps.settings.first_weekday)

    def catalogue(self, now: datetime) -> Catalogue:
        """What may be offered, in the dose of the plan.

        The person's own routines keep their doses: somebody may have prescribed them.
        """
        library = self._deps.library
        allowed = permitted(library.catalogue, self.screening)
        if not self._deps.settings.plan_doses:
            return allowed
        hold_s = self.progress(now).hold_s
        routines = {
            id_: routine if id_ in library.own else dosed(routine, allowed, hold_s)
            for id_, routine in allowed.routines.items()
        }
        return Catalogue(allowed.stretches, routines)

    def shown(self, now: datetime) -> Catalogue:
        """Everything there is, with what may be offered in the dose of the plan."""
        every = self._deps.library.catalogue
        return Catalogue(every.stretches, {**every.routines, **self.catalogue(now).routines})

    def choices(
        self,
        now: datetime,
        durations: Mapping[str, float],
        minutes: float | None = None,
        occasion: str = "",
    ) -> tuple[Choice, ...]:
        """What to offer, the best first; nothing while a professional is to be asked.

        ``minutes`` at hand, None when not said; ``occasion`` it is for, "" for the hour's.
        """
        done = last_done([(p.routine, p.day) for p in self._past(now) if p.held_s > 0])
        moment = Moment(self._day(now), now.hour, minutes, self.tightness(), done, occasion)
        offered, every = self.catalogue(now), self._deps.library.catalogue.routines
        cut = [i for i, r in offered.routines.items() if len(r.steps) < len(every[i].steps)]
        if not self.screening.answered:
            # What is to be read about first is not what somebody unknown begins with.
            cut += [i for i, r in offered.routines.items() if read_first(r, offered)]
        return choose(offered, durations, self.person, moment, cut)

    def routine(self, id_: str, now: datetime) -> Routine:
        """The routine or stretch ``id_`` as it may be done now.

        Raises UserError that says why where the answers rule it out, or when there is none.
        """
        every = self._deps.library.catalogue
        known = find_routine(every, id_)
        allowed = self.catalogue(now)
        if id_ in allowed.routines or id_ in allowed.stretches:
            return find_routine(allowed, id_)
        left = [every.stretches[s.stretch] for s in known.steps if s.stretch in every.stretches]
        # Not offered to somebody who skipped the questions, but nothing in it is ruled out.
        if self.screening.may_stretch and not any(is_barred(s, self.screening) for s in left):
            return known
        raise UserError(self._why_not(known, left))

    def _why_not(self, routine: Routine, stretches: Sequence[Stretch]) -> str:
        from supple.core import labels

        screening = self.screening
        if not screening.may_stretch:
            title = safety.ADVICE_TITLES[screening.advice]
            return f"{title} {safety.ADVICE_TEXTS[screening.advice]}"
        if not screening.answered:
            return (
                f"“{routine.name}” waits for your safety answers. "
                "Answer them under Settings, Plan and goal."
            )
        named = dict.fromkeys(c for s in stretches for c in barred_by(s, screening))
        return (
            f"“{routine.name}” is left out with {labels.conditions(list(named))}. "
            "Your answers are under Settings, Plan and goal."
        )

    def _much_pain_told(self) -> Sequence[date]:
        notes = self._read(lambda history: [history.note(MUCH_PAIN_ON)])
        try:
            return [date.fromisoformat(note) for note in notes if note]
        except ValueError:
            return ()

    def _past(self, now: datetime) -> Sequence[Practice]:
        if self._practice is None:
            ends, since = self._deps.settings.day_ends_h, self._day(now) - LOOK_BACK
            self._practice = self._read(lambda history: history.practice(since, ends, LATEST))
        return self._practice

    def _read(self, what: Callable[[History], Sequence[Row]]) -> Sequence[Row]:
        """``what`` of the history; nothing where it cannot be read, which the pages tell."""
        if self._deps.history is None:
            return ()
        try:
            return what(self._deps.history)
        except UserError as error:
            log.warning("history not read: %s", error)
            return ()

    def _day(self, now: datetime) -> date:
        return counted_day(now, self._deps.settings.day_ends_h)


def screening_of(settings: Settings) -> Screening:
    """The safety answers that the settings keep."""
    return Screening(
        _date(settings.safety_on),
        frozenset(settings.safety_ticked),
        _date(settings.safety_cleared_on),
    )


def person_of(settings: Settings) -> Person:
    """Where and with what somebody can stretch, as the settings keep it."""
    return Person(frozenset(Spot(s) for s in settings.spots), frozenset(settings.equipment))


def read_first(routine: Routine, catalogue: Catalogue) -> bool:
    """Whether one of its stretches has a red caution."""
    return any(has_red_caution(stretch) for stretch in stretches_of(routine, catalogue))


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
