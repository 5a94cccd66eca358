"""The daily plan: how often the desk asks, what comes at which time, and how it is changed.

There is one list of times, ``break_times`` of the settings; this only tells and changes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from supple.core.breaks.kinds import DAYS
from supple.core.breaks.times import DAY_MIN, EVERY_DAY, FixedTime, clock, fixed_of
from supple.core.choice import BEDTIME, RISING
from supple.core.offer import Offer
from supple.core.settings import MOST_BREAK_TIMES, Settings

EVERY, TWICE, TIMES, OFF = "every:", "twice", "times", "off"
"""How often a break at the desk comes; ``EVERY`` is followed by minutes."""
TWICE_AT = (10 * 60 + 30, 14 * 60 + 30)
"""Minutes of the day at which "twice" asks at first."""
INTERVALS_MIN = (30, 50, 60, 90, 120)
DESK = "Desk break"
GONE = "A routine that is gone"
ANYTHING: Mapping[str, str] = {
    "": "Whatever fits the desk",
    RISING: "Whatever fits the morning",
    BEDTIME: "Whatever fits the evening",
}
"""What a time asks for where no routine was chosen, by occasion."""
_OCCASIONS: Mapping[str, str] = {RISING: "After getting up", BEDTIME: "Before bed"}
_WORKING = (0, 1, 2, 3, 4)
_SETS = (EVERY_DAY, _WORKING, (0, 2, 4), (1, 3, 5), (5, 6))
_RUN = 3
"""From so many days in a row on only the first and the last are named."""
_HALF_H = 30
"""Minutes."""
_SHORT = 3
"""Letters of a day."""
_MANY = 4
"""Above so many days those are named on which nothing comes."""
_PARTS = ((5, "Nights"), (12, "Mornings"), (18, "Afternoons"), (24, "Evenings"))
_CHECKS = {
    2: ("Every 2 weeks", "Sooner than most changes show"),
    4: ("Every 4 weeks", "A change takes about 4 to 6 weeks of practice"),
    8: ("Every 8 weeks", "Long enough for a change to show"),
    0: ("Never", "Nothing reminds you; Flexibility is there all the same"),
}
Choice = tuple[str, str, str]
"""Key, words, and a hint."""


@dataclass(frozen=True, slots=True)
class Known:
    """What may be put into the plan now."""

    offers: tuple[Offer, ...] = ()
    """Every routine that may be offered."""
    fits: Mapping[str, Offer] = field(default_factory=dict)
    """What fits by occasion; "" is a break from work. Without those where nothing may be done."""
    gone: Mapping[str, str] = field(default_factory=dict)
    """Names by id of routines that may not be offered."""
    unanswered: bool = False
    """Whether the safety questions are still to be answered."""

    def chosen(self, fixed: FixedTime) -> Offer | None:
        """The routine chosen for ``fixed``; None without one, and where it may not be offered."""
        return next((o for o in self.offers if fixed.routine and o.routine == fixed.routine), None)

    def offer(self, fixed: FixedTime) -> Offer | None:
        """What comes at ``fixed``; None where nothing may be done."""
        return self.chosen(fixed) or self.fits.get(fixed.occasion)


@dataclass(frozen=True, slots=True)
class Entry:
    """One time of the plan."""

    text: str
    """As the settings have it."""
    fixed: FixedTime
    name: str
    """Such as ``Lying down, 9 min``."""
    hint: str
    """Such as ``Reminder at 20:00``."""
    when: tuple[Choice, ...]
    """The days to choose from, by what ``moved`` takes."""
    day_key: str
    """The one that is chosen."""


def entries(settings: Settings, known: Known) -> tuple[Entry, ...]:
    """The times of the plan in the order of the day."""
    both = sorted((fixed_of(text), text) for text in settings.break_times)
    return tuple(_entry(text, fixed, settings, known) for fixed, text in both)


def told(entry: Entry) -> str:
    """One line of it, such as ``20:00, Lying down, 9 min: Evenings, Mon Wed Fri``."""
    words = next(words for key, words, _ in entry.when if key == entry.day_key)
    if words[:_SHORT].lower() not in DAYS:
        words = f"{words[:1].lower()}{words[1:]}"
    return f"{entry.fixed.clock}, {entry.name}: {words}"


# How often the desk asks


def rhythm(settings: Settings) -> str:
    """How often a break at the desk comes: a key of :func:`rhythms`."""
    if not settings.breaks_on:
        return OFF
    if settings.break_interval:
        return f"{EVERY}{settings.break_every_min}"
    many = len(_plain(settings))
    return TWICE if many == len(TWICE_AT) else TIMES if many else OFF


def rhythms(settings: Settings) -> tuple[Choice, ...]:
    """What there is to choose from."""
    every = sorted({*INTERVALS_MIN, settings.break_every_min})
    found = [(f"{EVERY}{n}", f"Every {n} min", "") for n in every]
    usual = _usual(settings)
    when = "on working days" if usual == _WORKING else f"on {days_words(usual)}"
    if usual or rhythm(settings) == TWICE:
        found.append((TWICE, f"Twice {when}", ""))
    if rhythm(settings) == TIMES:
        many = len(_plain(settings))
        found.append((TIMES, "Once a day" if many == 1 else f"{many} times a day", ""))
    return (*found, (OFF, "Off", ""))


def with_rhythm(settings: Settings, key: str) -> Settings:
    """``settings`` with breaks at the desk as often as ``key`` of :func:`rhythms` says.

    Times of the day that were this rhythm go with it; all others stay.
    """
    plain = _plain(settings)
    others = tuple(text for text in settings.break_times if text not in plain)
    if key.startswith(EVERY):
        was_times = rhythm(settings) in (TWICE, TIMES)
        return replace(
            settings,
            breaks_on=True,
            break_interval=True,
            break_every_min=int(key.removeprefix(EVERY)),
            break_times=others if was_times else settings.break_times,
        )
    if key == TWICE:
        two = plain if len(plain) == len(TWICE_AT) else _twice(settings, others)
        times = (*others, *two)[:MOST_BREAK_TIMES]
        return replace(settings, breaks_on=True, break_interval=False, break_times=times)
    if key == OFF and not others:
        return replace(settings, breaks_on=False)
    if key == OFF and settings.breaks_on:
        return replace(settings, break_interval=False, break_times=others)
    return settings


def _twice(settings: Settings, others: tuple[str, ...]) -> tuple[str, ...]:
    """``TWICE_AT``, or where one of ``others`` comes then, the next half hour that is free."""
    found: tuple[str, ...] = ()
    for at in TWICE_AT:
        kept = replace(settings, break_times=(*others, *found))
        halves = ((at + _HALF_H * n) % DAY_MIN for n in range(DAY_MIN // _HALF_H))
        free = next((half for half in halves if not clash(kept, FixedTime(half))), at)
        found = (*found, clock(free))
    return found


# Times


def with_entry(settings: Settings, fixed: FixedTime, old: str = "") -> Settings:
    """``settings`` with one more time, or with ``fixed`` in the place of the text ``old``.

    While reminders are off a new one turns them on: the times ask from now on, and the desk keeps
    its peace.
    """
    times = [fixed.text if text == old else text for text in settings.break_times]
    if fixed.text not in times:
        times.append(fixed.text)
    times = list(dict.fromkeys(times))[:MOST_BREAK_TIMES]
    kept = replace(settings, break_times=tuple(times))
    return kept if old else turned_on(kept)


def turned_on(settings: Settings) -> Settings:
    """``settings`` with the times of the plan asking; where nothing did, the desk does not yet."""
    if settings.breaks_on:
        return settings
    return replace(settings, breaks_on=True, break_interval=False)


def without_entry(settings: Settings, text: str) -> Settings:
    """``settings`` without one time."""
    return replace(settings, break_times=tuple(t for t in settings.break_times if t != text))


def moved(fixed: FixedTime, day_key: str) -> FixedTime:
    """``fixed`` on other days, by a key of ``Entry.when``."""
    return replace(fixed, days=tuple(int(day) for day in day_key))


def on_days(fixed: FixedTime, days: Sequence[str], usual: Sequence[str]) -> FixedTime:
    """``fixed`` on ``days``, at least one; the usual ones are not kept with it, but followed.

    ``days`` and ``usual``, those with breaks, are of ``DAYS``.
    """
    wanted = tuple(sorted(DAYS.index(day) for day in days))
    plain = replace(fixed, days=())
    same = plain.days_in([DAYS.index(day) for day in usual]) == wanted
    # What was chosen for itself does not move with the days of the desk.
    follows = same and (bool(fixed.occasion) or not fixed.routine)
    return plain if follows else replace(fixed, days=wanted)


def clash(settings: Settings, fixed: FixedTime, old: str = "") -> str:
    """Why ``fixed`` cannot be taken in beside the other times; "" where it can.

    ``old`` is the text it would stand in the place of.
    """
    usual = _usual(settings)
    others = [fixed_of(text) for text in settings.break_times if text != old]
    days = set(fixed.days_in(usual))
    if any(o.minute == fixed.minute and days & set(o.days_in(usual)) for o in others):
        return f"Something comes at {fixed.clock} on one of these days already"
    if len(others) >= MOST_BREAK_TIMES:
        return f"{MOST_BREAK_TIMES} times are the most there can be"
    return ""


def check_choices() -> tuple[Choice, ...]:
    """How often the legs are checked, by ``check_weeks``."""
    return tuple((str(weeks), words, hint) for weeks, (words, hint) in _CHECKS.items())


def days_words(days: Sequence[int]) -> str:
    """Such as ``Mon Wed Fri``, ``Mon to Fri``, ``all but Wed`` or ``every day``.

    ``no day`` for none.
    """
    if not days:
        return "no day"
    if tuple(days) == EVERY_DAY:
        return "every day"
    names = [DAYS[day].capitalize() for day in days]
    if len(days) >= _RUN and days[-1] - days[0] == len(days) - 1:
        return f"{names[0]} to {names[-1]}"
    if len(days) > _MANY:
        left = [name.capitalize() for day, name in enumerate(DAYS) if day not in days]
        return f"all but {' '.join(left)}"
    return " ".join(names)


def _entry(text: str, fixed: FixedTime, settings: Settings, known: Known) -> Entry:
    usual = _usual(settings)
    sets = [(), *_SETS, *([fixed.days] if fixed.days else [])]
    own = [days for days in sets if fixed.routine == "" or days or fixed.days == ()]
    found: dict[tuple[int, ...], Choice] = {}
    for days in own:
        there = replace(fixed, days=days)
        resolved = there.days_in(usual)
        if days != fixed.days and clash(settings, there, text):
            # Of two at once only one would ask.
            continue
        if resolved not in found or days == fixed.days:
            key = "".join(map(str, days))
            found[resolved] = (key, _when(fixed.minute, resolved), "")
    name, hint = _told(fixed, settings, known)
    return Entry(text, fixed, name, hint, tuple(found.values()), "".join(map(str, fixed.days)))


def _told(fixed: FixedTime, settings: Settings, known: Known) -> tuple[str, str]:
    at = f"Reminder at {fixed.clock}"
    if not settings.breaks_on:
        at = f"{fixed.clock}, while reminders are on"
    chosen = known.chosen(fixed)
    if chosen is not None:
        return f"{chosen.name}, {chosen.minutes}", at
    if fixed.routine:
        why = (
            "waits for your safety answers" if known.unanswered else "is left out with your answers"
        )
        why = why if fixed.routine in known.gone else "is no longer there"
        return known.gone.get(fixed.routine, GONE), f"{at}. It {why}; what fits comes instead"
    if fixed.occasion:
        return _OCCASIONS[fixed.occasion], f"{at}, with what fits then"
    desk = known.fits.get("")
    return (f"{desk.name}, {desk.minutes}" if desk else DESK), at


def _when(minute: int, days: tuple[int, ...]) -> str:
    part = next(name for hour, name in _PARTS if minute < hour * 60)
    if days == EVERY_DAY:
        return f"Every {part.removesuffix('s').lower()}"
    words = days_words(days)
    # More than three names leave no room for the part of the day, which the time tells anyway.
    if words.count(" ") >= _RUN:
        return f"{words[:1].upper()}{words[1:]}"
    return f"{part}, {words}"


def _usual(settings: Settings) -> tuple[int, ...]:
    return tuple(sorted(DAYS.index(day) for day in settings.break_days))


def _plain(settings: Settings) -> tuple[str, ...]:
    return tuple(text for text in settings.break_times if fixed_of(text).plain)
