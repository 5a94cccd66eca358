"""What the Flexibility page shows, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supple.core import labels
from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_script import QUICK_NAMES
from supple.core.choice import NOT_TIGHT, TESTED_TIGHT, Choice
from supple.core.flexibility import (
    Tightness,
    Verdict,
    change_line,
    feel_verdict,
    judge,
    latest_leg_raise,
)

if TYPE_CHECKING:
    from supple.core.routine import Routine

OFFERED = 3
"""Routines suggested at most."""
FEELS = {Feel.EASY: "Easy", Feel.TIGHT: "Hard or tight", Feel.SHARP: "A sharp pull"}
ROUGH = "This is a rough guide, not a diagnosis."
ALIKE = "The two sides often differ by a few degrees."
"""For legs that do not differ by more."""


@dataclass(frozen=True, slots=True)
class PastCheck:
    """A check that was done."""

    id: str
    check: Check
    name: str
    """Such as ``Leg raise``."""
    when: str
    """Such as ``8 October``."""
    time: str
    """Such as ``14:25``: two of one day are told apart by it."""
    left: str = ""
    """Such as ``Left 51°``; "" when it was not measured."""
    right: str = ""
    feel: str = ""

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        found = ", ".join(part for part in (self.left, self.right, self.feel) if part)
        return f"{self.name}, {self.when}, {self.time}: {found}".replace("°", " degrees")


@dataclass(frozen=True, slots=True)
class QuickCheck:
    """One of the checks without an angle."""

    check: Check
    name: str
    barred: str = ""
    """Why it is left out; "" where it may be done."""
    last: str = ""
    """Such as ``8 October, easy``; "" when it was never done."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """What is there before a check."""

    today: date
    last: PastCheck | None
    """The newest leg raise of both legs."""
    past: tuple[PastCheck, ...]
    """Every check, the newest first."""
    quick: tuple[QuickCheck, ...]
    barred: str = ""
    """Why the leg raise is left out; "" where it may be done."""
    last_left: float | None = None
    """Degrees of the newest leg raise."""
    last_right: float | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A routine to start."""

    routine: str
    """Id."""
    name: str
    detail: str
    figure: str


@dataclass(frozen=True, slots=True)
class LegResult:
    """What a leg raise came to."""

    id: str
    """Of the assessment; "" when it could not be kept."""
    left: float
    right: float
    verdict: Verdict
    was_left: float | None
    was_right: float | None
    change: str
    """How it changed; "" without an earlier check."""
    heading: str
    offers: tuple[Suggestion, ...]
    unanswered: bool = False
    """True while the safety questions were put off: most routines wait for them."""


@dataclass(frozen=True, slots=True)
class FeelResult:
    """What a check without an angle came to."""

    id: str
    check: Check
    feel: Feel
    text: str


def build_checks(
    today: date, assessments: Sequence[Assessment], barred: Mapping[Check, str]
) -> CheckView:
    """The page before a check. ``assessments`` in any order; ``barred`` says why one is out."""
    kept = sorted((a for a in assessments if a.deleted_at is None), key=lambda a: a.at)
    past = tuple(past_check(a, today) for a in reversed(kept))
    newest = latest_leg_raise(kept)
    return CheckView(
        today=today,
        last=past_check(newest, today) if newest else None,
        past=past,
        quick=tuple(
            QuickCheck(check, name, barred.get(check, ""), _last(past, check))
            for check, name in QUICK_NAMES.items()
        ),
        barred=barred.get(Check.LEG_RAISE, ""),
        last_left=newest.left if newest else None,
        last_right=newest.right if newest else None,
    )


def past_check(done: Assessment, today: date) -> PastCheck:
    """``done`` in words."""
    return PastCheck(
        id=done.id,
        check=done.check,
        name=QUICK_NAMES.get(done.check, "Leg raise"),
        when=labels.date_of(done.day, today),
        time=f"{done.at:%H:%M}",
        left=f"Left {done.left:.0f}°" if done.left is not None else "",
        right=f"Right {done.right:.0f}°" if done.right is not None else "",
        feel=FEELS[done.feel] if done.feel is not None else "",
    )


def leg_result(
    now: Assessment, before: Assessment | None, offers: Sequence[Suggestion], *, kept: bool = True
) -> LegResult:
    """What ``now`` came to; ``kept``: whether it is in the history.

    Raises ValueError unless both legs were measured, each 0 to 110 degrees.
    """
    if now.left is None or now.right is None:
        raise ValueError("A leg raise is judged by both legs.")
    verdict = judge(now.left, now.right)
    instead = verdict.tightness is Tightness.NOT_TIGHT
    return LegResult(
        id=now.id if kept else "",
        left=now.left,
        right=now.right,
        verdict=verdict,
        was_left=before.left if before else None,
        was_right=before.right if before else None,
        change=change_line(before, now),
        heading="Try this instead" if instead else "Suggested for you",
        offers=tuple(offers),
    )


def feel_result(now: Assessment, feel: Feel, *, kept: bool = True) -> FeelResult:
    """What a check without an angle came to."""
    return FeelResult(now.id if kept else "", now.check, feel, feel_verdict(now.check, feel))


def fitting(
    tightness: Tightness,
    choices: Sequence[Choice],
    routines: Mapping[str, Routine],
    can_do: Callable[[Routine], bool],
) -> tuple[Choice, ...]:
    """The routines a verdict suggests, best first: only of ``choices``, so none that is barred.

    ``can_do``: whether place and equipment allow it.
    """
    known = [c for c in choices if c.routine in routines and can_do(routines[c.routine])]
    wanted = {Tightness.TIGHT: TESTED_TIGHT, Tightness.NOT_TIGHT: NOT_TIGHT}.get(tightness, "")
    made_for = [c for c in known if wanted in routines[c.routine].suits]
    if tightness is Tightness.NOT_TIGHT:
        return tuple(made_for[:OFFERED])
    tests = {TESTED_TIGHT, NOT_TIGHT}
    others = [c for c in known if tests.isdisjoint(routines[c.routine].suits)]
    return tuple([*made_for, *others][: OFFERED - 1])


def _last(past: Sequence[PastCheck], check: Check) -> str:
    found = next((p for p in past if p.check is check), None)
    return f"{found.when}, {found.feel[:1].lower()}{found.feel[1:]}" if found else ""
