"""Minutes each muscle group was stretched in a week, against the dose that was published.

The dose is that of Ingram and others, "Optimising the Dose of Static Stretching to Improve
Flexibility", Sports Medicine 2025, doi 10.1007/s40279-024-02143-9: over 189 studies with 6,654
adults, flexibility gained most up to about ten minutes a week. It is a dose for one muscle, so:

* Legs are kept apart. A stretch of both legs at once credits its seconds to each; one of the
  left leg credits the left only. What is shown against the dose is the leg that got less.
* Seconds go to the muscle a stretch works on most, the first of its focus, in full; the others
  get none, as nobody has measured what part of the pull they take.
* Only stretches that are held count. Walking, swinging and warming up are none of static
  stretching, and the number is about static stretching.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from supple.core import labels
from supple.core.history_view import MuscleDose
from supple.core.routine import Side

if TYPE_CHECKING:
    from supple.core.routine import Stretch

GOAL_MIN = 10.0
"""Minutes a week for each muscle."""
SOURCE = (
    "Over 189 studies, flexibility gained most with about 10 held minutes a week "
    "(Ingram and others, Sports Medicine 2025, doi 10.1007/s40279-024-02143-9). "
    "For each muscle the leg with fewer minutes is shown."
)
ALWAYS = "hamstrings"
"""The muscle that is shown even before anything was held for it."""
StretchTotal = tuple[date, str, str, float]
"""A day, a stretch's id, the side (left, right or both) and the seconds held."""


def doses(
    totals: Iterable[StretchTotal], stretches: Mapping[str, Stretch], start: date
) -> tuple[MuscleDose, ...]:
    """The week from ``start`` on, the hamstrings first, then the muscle that got most.

    Muscles without a second in ``totals`` (which may reach further back) are left out.
    Stretches that are not known any more have no muscle to credit.
    """
    held: defaultdict[str, dict[str, float]] = defaultdict(
        lambda: {Side.LEFT: 0.0, Side.RIGHT: 0.0}
    )
    held[ALWAYS]
    end = start + timedelta(days=7)
    for day, stretch, side, held_s in totals:
        muscle = main_muscle(stretches.get(stretch))
        if not muscle or held_s <= 0:
            continue
        legs = held[muscle]
        for leg in legs:
            if side in (leg, Side.BOTH) and start <= day < end:
                legs[leg] += held_s
    order = sorted(held, key=lambda name: (name != ALWAYS, -sum(held[name].values()), name))
    return tuple(_dose(name, held[name][Side.LEFT], held[name][Side.RIGHT]) for name in order)


def main_muscle(stretch: Stretch | None) -> str:
    """The muscle a held stretch is for; "" for a moving one and for one not known."""
    if stretch is None or stretch.dose.hold_s is None or not stretch.focus:
        return ""
    return stretch.focus[0]


def _dose(muscle: str, left_s: float, right_s: float) -> MuscleDose:
    name = labels.muscle(muscle)
    least = minutes(min(left_s, right_s))
    if least > GOAL_MIN:
        text = f"{name}, {least} min this week, the {GOAL_MIN:.0f} min are met"
    else:
        text = f"{name}, {least} of {GOAL_MIN:.0f} min this week"
    if minutes(left_s) != minutes(right_s):
        text = f"{text}, left {minutes(left_s)}, right {minutes(right_s)}"
    return MuscleDose(
        muscle=name,
        minutes=min(left_s, right_s) / 60,
        goal_min=GOAL_MIN,
        text=text,
        left_min=left_s / 60,
        right_min=right_s / 60,
    )


def minutes(seconds: float) -> int:
    """Whole minutes, never rounded up: a dose is not reached before it is."""
    return int(seconds // 60)
