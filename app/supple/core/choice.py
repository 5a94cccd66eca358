"""Which routine to offer now, and why.

The same facts always give the same offer. Only routines that ``permitted`` left are ever
offered, so nothing the answers rule out is among them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from supple.core.person import Person
from supple.core.routine import Catalogue, Position, Routine
from supple.core.tightness import Tightness

WORK_HOURS = range(8, 18)
WORK_DAYS = range(5)
"""Monday to Friday."""
WORK_BREAK = "work-break"
RISING = "rising"
BEDTIME = "bedtime"
TESTED_TIGHT = "tested-tight"
NOT_TIGHT = "not-tight"
"""Routines for somebody whose hamstrings are not tight."""
RECENT = timedelta(days=1)
"""A routine done within this is offered after one that was not."""
LEEWAY_S = 30
"""Seconds a routine may be longer than the time at hand."""
SHORTEST = "The shortest there is"
_AT_THE_DESK = frozenset({Position.SEATED, Position.STANDING})
_TEST_FIRST = "002_4fb97aa4aad63d57"
PRACTICE = "general practice"
"""The document of what no source document says."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known as the offer is made."""

    today: date
    hour: int
    """Local, 0 to 23."""
    minutes: float | None = None
    """Minutes at hand; None when not said."""
    tightness: Tightness | None = None
    """What the last leg raise came to; None without one."""
    last_done: Mapping[str, date] = field(default_factory=dict)
    """The last day of each routine, by id."""
    asked: str = ""
    """What it is to be for, as routines name it; "" for what the hour suits."""

    @property
    def at_work(self) -> bool:
        """Whether it is for a break from work: asked for, or in the hours of a working day."""
        if self.asked:
            return self.asked == WORK_BREAK
        return self.today.weekday() in WORK_DAYS and self.hour in WORK_HOURS

    @property
    def occasion(self) -> str:
        """What it is for, as routines name it; "" when the hour suits nothing in particular."""
        if self.asked:
            return self.asked
        if self.at_work:
            return WORK_BREAK
        if 4 <= self.hour < 11:
            return RISING
        return BEDTIME if self.hour >= 19 or self.hour < 4 else ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A routine and the reason it is offered."""

    routine: str
    """Id."""
    why: str
    source: str
    """Id of the source document, or ``general practice``."""


def choose(
    catalogue: Catalogue,
    durations: Mapping[str, float],
    person: Person,
    moment: Moment,
    cut: Collection[str] = (),
) -> tuple[Choice, ...]:
    """Every routine that may be offered, the best first.

    ``catalogue`` is what ``permitted`` left; ``durations`` are seconds by routine id; ``cut``
    are the routines that lost a stretch to the answers. Routines that place or equipment at
    hand do not allow stand behind all others. Where none fits the minutes at hand the shortest
    stands first.
    """
    able = [r for r in catalogue.routines.values() if person.can_do_all(r, catalogue)]
    hurried = bool(able) and all(_too_long(r, durations, moment) for r in able)

    def rank(routine: Routine) -> tuple[object, ...]:
        usual = _rank(routine, catalogue, durations, person, moment, cut)
        if not hurried:
            return usual
        return (usual[0], durations.get(routine.id, 0.0), *usual)

    ranked = sorted(catalogue.routines.values(), key=rank)
    found = [_choice(routine, catalogue, person, moment) for routine in ranked]
    if hurried:
        found[0] = Choice(ranked[0].id, SHORTEST, _source(ranked[0]))
    return tuple(found)


def _too_long(routine: Routine, durations: Mapping[str, float], moment: Moment) -> bool:
    if moment.minutes is None:
        return False
    return durations.get(routine.id, 0.0) > moment.minutes * 60 + LEEWAY_S


def _rank(
    routine: Routine,
    catalogue: Catalogue,
    durations: Mapping[str, float],
    person: Person,
    moment: Moment,
    cut: Collection[str],
) -> tuple[object, ...]:
    """Smaller is better; the first difference decides."""
    length = durations.get(routine.id, 0.0)
    last = moment.last_done.get(routine.id)
    recent = last is not None and moment.today - last <= RECENT and moment.today >= last
    return (
        not person.can_do_all(routine, catalogue),
        _too_long(routine, durations, moment),
        moment.at_work and not _at_the_desk(routine, catalogue),
        _against_the_test(routine, catalogue, moment.tightness),
        # One stretch of two is hardly the routine any more.
        routine.id in cut,
        not _for_the_test(routine, moment.tightness) and not moment.at_work,
        moment.occasion not in routine.suits,
        not moment.at_work and WORK_BREAK in routine.suits,
        recent and not moment.at_work,
        length,
    )


def _at_the_desk(routine: Routine, catalogue: Catalogue) -> bool:
    found = [catalogue.stretches.get(step.stretch) for step in routine.steps]
    return all(s is not None and s.position in _AT_THE_DESK for s in found)


def _for_the_test(routine: Routine, tightness: Tightness | None) -> bool:
    """Whether the last leg raise speaks for it."""
    if tightness is Tightness.NOT_TIGHT:
        return NOT_TIGHT in routine.suits
    return tightness is Tightness.TIGHT and TESTED_TIGHT in routine.suits


def _against_the_test(routine: Routine, catalogue: Catalogue, tightness: Tightness | None) -> bool:
    """Whether it is for a test that came out otherwise."""
    if tightness is Tightness.NOT_TIGHT:
        return TESTED_TIGHT in routine.suits or _mostly_hamstrings(routine, catalogue)
    if tightness is None:
        return not {TESTED_TIGHT, NOT_TIGHT}.isdisjoint(routine.suits)
    return NOT_TIGHT in routine.suits


def _mostly_hamstrings(routine: Routine, catalogue: Catalogue) -> bool:
    found = [catalogue.stretches.get(step.stretch) for step in routine.steps]
    aimed = [s for s in found if s is not None and s.focus and s.focus[0] == "hamstrings"]
    return 2 * len(aimed) > len(found)


def _choice(routine: Routine, catalogue: Catalogue, person: Person, moment: Moment) -> Choice:
    source = _source(routine)
    if not person.can_do_all(routine, catalogue):
        return Choice(routine.id, "Needs a place or something you do not have at hand.", source)
    if _for_the_test(routine, moment.tightness):
        if moment.tightness is Tightness.NOT_TIGHT:
            why = "Your legs pass 80°: hips and movement are the better use of the time."
        else:
            why = "Your leg raise stays under 60°: these stretches are likely to help."
        return Choice(routine.id, why, _TEST_FIRST)
    if _against_the_test(routine, catalogue, moment.tightness):
        if moment.tightness is Tightness.NOT_TIGHT:
            why = "Your legs pass 80°: stretching them more is unlikely to help your back."
            return Choice(routine.id, why, _TEST_FIRST)
        return Choice(routine.id, "A check of your legs says whether it suits you.", _TEST_FIRST)
    return Choice(routine.id, _occasion_why(routine, moment), source)


def _source(routine: Routine) -> str:
    """Id of the document a routine rests on."""
    return routine.source[0].document if routine.source else PRACTICE


def _occasion_why(routine: Routine, moment: Moment) -> str:
    if moment.occasion in routine.suits and moment.occasion:
        return {
            WORK_BREAK: "A break from the desk",
            RISING: "To start the day",
            BEDTIME: "Before bed",
        }[moment.occasion]
    last = moment.last_done.get(routine.id)
    if last is None:
        return "New to you"
    days = (moment.today - last).days
    return f"Not done for {days} days" if days > 1 else "Done lately"


def last_done(sessions: Sequence[tuple[str, date]]) -> dict[str, date]:
    """The last day of each routine, from pairs of routine id and day in any order."""
    latest: dict[str, date] = {}
    for routine, day in sessions:
        latest[routine] = max(day, latest.get(routine, day))
    return latest
