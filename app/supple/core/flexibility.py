"""What a straight-leg raise says, with the error of measuring it oneself.

Figures: about 80 degrees and more is not tight, 60 and less leaves room that stretching can use,
after source document 002_4fb97aa4aad63d57. Least detectable change (95 %) of a passive
straight-leg raise read by one person with a phone: 3.3 degrees (J Bodyw Mov Ther 2024,
doi 10.1016/j.jbmt.2024.05.033); a reading of one's own leg is likely to be less exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from supple.core.assessment import Assessment, Check, Feel
from supple.core.routine import Side
from supple.core.tightness import Tightness as Tightness

NOT_TIGHT_DEG = 80.0
TIGHT_DEG = 60.0
"""Below this a leg is tight."""
LARGEST_DEG = 110.0
LEAST_LIKELY_DEG = 10.0
"""Below this an angle is a slip rather than a leg: it is asked about before it is kept."""
UNLIKE_LAST_DEG = 25.0
"""By more than this a leg hardly changes from one check to the next: it is asked about too."""
LEAST_CHANGE_DEG = 3.3
"""Smaller differences between two checks say nothing."""
UNEVEN_DEG = 10.0
"""From this difference on the tighter leg is named."""
VERY_UNEVEN_DEG = 20.0
"""From this difference on it is worth a second look (general practice)."""
FAR_APART = (
    "That is a big difference between your legs. Check again; if it stays, "
    "a physiotherapist can say why."
)
CHECK_WEEKS = 4
"""Weeks between two checks unless somebody chose others: a change takes about 4 to 6 weeks of
practice, after source document 001_5fe7733dc174ca87."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of both legs says."""

    tightness: Tightness
    tighter: Side
    """``BOTH`` when the legs are alike."""
    title: str
    text: str
    hint: str
    far_apart: bool = False
    """Whether the legs differ so much that the hint matters more than the rest."""


_TITLES = {
    Tightness.TIGHT: "Your hamstrings are tight",
    Tightness.SOME_ROOM: "They have a little room",
    Tightness.NOT_TIGHT: "Your hamstrings are not tight",
}
_HINTS = {
    Tightness.TIGHT: "Give it 4 to 6 weeks of regular practice, then check again.",
    Tightness.SOME_ROOM: "See how it feels for some weeks, then check again.",
    Tightness.NOT_TIGHT: "Gentle movement and hip work are a better use of the time. "
    "So is getting up more often.",
}


def tightness(degrees: float) -> Tightness:
    """What one angle comes to. Raises ValueError outside 0 to 110 degrees."""
    if not 0 <= degrees <= LARGEST_DEG:
        raise ValueError(f"A leg is raised 0 to {LARGEST_DEG:g} degrees, not {degrees:g}.")
    if degrees >= NOT_TIGHT_DEG:
        return Tightness.NOT_TIGHT
    return Tightness.TIGHT if degrees < TIGHT_DEG else Tightness.SOME_ROOM


def judge(left: float, right: float) -> Verdict:
    """What both angles, in degrees, come to: the tighter leg decides.

    Raises ValueError outside 0 to 110 degrees.
    """
    legs = {Side.LEFT: tightness(left), Side.RIGHT: tightness(right)}
    found = min(legs.values(), key=tuple(Tightness).index)
    uneven = abs(left - right) >= UNEVEN_DEG
    tighter = (Side.LEFT if left < right else Side.RIGHT) if uneven else Side.BOTH
    alone = [side for side, leg in legs.items() if leg is Tightness.TIGHT]
    title = f"Your {alone[0]} hamstring is tight" if len(alone) == 1 else _TITLES[found]
    far = abs(left - right) >= VERY_UNEVEN_DEG
    hint = FAR_APART if far else _HINTS[found]
    return Verdict(found, tighter, title, _text(found, legs, tighter), hint, far)


def _text(found: Tightness, legs: dict[Side, Tightness], tighter: Side) -> str:
    if found is Tightness.NOT_TIGHT:
        return "Both legs pass 80°. Stretching them more is unlikely to help your back."
    both = legs[Side.LEFT] is legs[Side.RIGHT]
    lower = next(side for side, leg in legs.items() if leg is found)
    who = "Both legs stop" if both else f"Your {lower} leg stops"
    if found is Tightness.TIGHT:
        where, end = "under 60°", "is likely to help them move further"
    else:
        where, end = "between 60° and 80°", "may help some"
    named = f" Your {tighter} leg is the tighter one." if both and tighter is not Side.BOTH else ""
    return f"{who} {where}.{named} Stretching the backs of your thighs {end}."


def doubt(degrees: float, last: float | None) -> str:
    """What to ask before an angle is kept that may be a slip; "" where it is a likely one.

    ``last``: the same leg at the last check, in degrees; None without one.
    """
    if degrees < LEAST_LIKELY_DEG:
        return f"Really {degrees:g}°? Few legs stop so low."
    if last is not None and abs(degrees - last) > UNLIKE_LAST_DEG:
        return f"Is {degrees:g}° right? Last time it was {last:.0f}°."
    return ""


def changed(before: float | None, now: float | None) -> float | None:
    """Degrees gained (positive) or lost since ``before``; None below what can be told apart."""
    if before is None or now is None or abs(now - before) < LEAST_CHANGE_DEG:
        return None
    return now - before


def change_line(before: Assessment | None, now: Assessment) -> str:
    """How the legs changed since the check ``before``; "" when there was none."""
    if before is None:
        return ""
    parts = []
    for side, old, new in (("Left", before.left, now.left), ("Right", before.right, now.right)):
        gained = changed(old, new)
        if gained is not None:
            parts.append(f"{side} {abs(gained):.0f}° {'more' if gained > 0 else 'less'}")
    if not parts:
        return f"No clear change: differences under {LEAST_CHANGE_DEG:g}° say nothing."
    return f"{', '.join(parts)} than last time. Readings of your own leg are rough."


def feel_verdict(check: Check, feel: Feel) -> str:
    """What a sit-and-reach or a toe touch says, after source 001_5fe7733dc174ca87.

    Raises ValueError for the leg raise, which is measured in degrees.
    """
    if check is Check.LEG_RAISE:
        raise ValueError("The leg raise is judged by its angles.")
    if feel is Feel.EASY:
        return "That went easily. Your hamstrings are unlikely to be tight."
    if feel is Feel.SHARP:
        return "A sharp pull is a sign to let go. Your hamstrings are likely to be tight: go easy."
    return "That was hard or tight. Your hamstrings are likely to be tight."


def latest_leg_raise(assessments: Sequence[Assessment]) -> Assessment | None:
    """The newest leg raise with both legs that is not deleted; None without one."""
    whole = [
        a
        for a in assessments
        if a.check is Check.LEG_RAISE
        and a.left is not None
        and a.right is not None
        and a.deleted_at is None
    ]
    return max(whole, key=lambda a: a.at, default=None)


def tightness_now(assessments: Sequence[Assessment]) -> Tightness | None:
    """What the newest complete leg raise comes to; None without one."""
    newest = latest_leg_raise(assessments)
    if newest is None or newest.left is None or newest.right is None:
        return None
    return judge(newest.left, newest.right).tightness


def next_check(last: date, today: date, weeks: int = CHECK_WEEKS) -> str:
    """When the legs are to be checked again, in a few words: ``in 6 days``, ``now``.

    ``weeks`` after the last one; 0 for never, which is "".
    """
    if not weeks:
        return ""
    left = (last + timedelta(weeks=weeks) - today).days
    if left <= 0:
        return "now"
    if left < 14:
        return "tomorrow" if left == 1 else f"in {left} days"
    return f"in {left // 7} weeks"


def is_due(last: date | None, today: date, weeks: int = CHECK_WEEKS) -> bool:
    """Whether the next check is due: ``weeks`` after the last, or when there was none.

    Never with 0 weeks.
    """
    return weeks > 0 and (last is None or today - last >= timedelta(weeks=weeks))
