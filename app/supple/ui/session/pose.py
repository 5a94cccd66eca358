"""What the figure does at an instant of a session."""

from __future__ import annotations

import math
from dataclasses import replace

from supple.core.event import PauseReason
from supple.core.routine import Side
from supple.core.snapshot import Phase, Snapshot
from supple.core.step import StepKind
from supple.figure.port import PAUSED_FADE, FigureView
from supple.ui.widgets.stage import StageView

BREATH_S = 6.0
"""One breath in a hold, in and out."""
SHOW_S = 8.5
"""One round of the movement shown while getting ready: there, stay, back, a pause."""
LET_GO_S = 2.0
"""So long the figure takes to come out of a stretch."""
LEAD_S = 3.2
"""So long before a switch ends the figure is seen moving into the coming side's stretch."""
_MOVE_S = 2.5
_STAY_S = 4.0
_BACK_S = 6.0
_LONG_SWITCH_S = 7.5
"""In a shorter switch there is only time to show which leg comes."""
_HALF_AS_FAR = 0.5
_EASED_GLOW = 0.6
_TELLING = 0.25
"""Where a repetition's first part is at its fullest."""
_ROUND_S = 3.0
"""One repetition while it is only shown; slow enough to be understood."""
_STEP_IN_S = 2.0
_STANCE_S = 0.8
_BREATH_STEPS = 12
_MOVE_STEPS = 60
"""Positions are rounded to so many steps: a still figure is not painted anew, and a moving one
not more often than the eye needs."""


def stage_view(snapshot: Snapshot, *, cycles: bool, still: bool) -> StageView:
    """The stage at ``snapshot``.

    ``cycles`` says whether the figure has a repeated movement: it then begins in all that comes
    before the repetitions, too. ``still`` (reduced motion) shows one telling pose per step.
    """
    step = snapshot.step
    frozen = snapshot.phase is Phase.PAUSED
    switching = step.kind is StepKind.SWITCH and step.side is not Side.BOTH
    leaving, leading = _ends(snapshot, still) if switching else (False, False)
    asked = snapshot.pause_reason is PauseReason.HURTS
    phase, breath, cycle = (1.0, 0.0, None) if asked else _moves(snapshot, cycles, still)
    if cycles and cycle is None:
        cycle = 0.0
    reach = _HALF_AS_FAR if snapshot.eased else 1.0
    view = FigureView(
        figure=snapshot.figure,
        side=step.side.other if leaving else step.side,
        phase=phase * reach,
        glow=_EASED_GLOW if snapshot.eased else 1.0,
        breath=breath,
        cycle=cycle,
        arrow=0.0 if leaving or step.kind in (StepKind.REST, StepKind.FINISH) else 1.0,
        fade=PAUSED_FADE if frozen else 1.0,
    )
    tint = f"{step.side.value}-soft" if switching and not leaving and not frozen else "stage"
    return StageView(view, switch=switching and not leaving and not leading, tint=tint)


def letting_go(last: StageView, snapshot: Snapshot) -> StageView | None:
    """The stretch before ``snapshot`` coming to its end; None once it is over.

    ``last`` is what was shown of it while it was held or repeated.
    """
    if snapshot.step.kind is not StepKind.PREPARE or snapshot.elapsed_s >= LET_GO_S:
        return None
    left = 1.0 - _ease(snapshot.elapsed_s / LET_GO_S)
    figure = replace(
        last.figure,
        phase=_rounded(last.figure.phase * left),
        breath=0.0,
        cycle=None if last.figure.cycle is None else 0.0,
        arrow=0.0,
        fade=PAUSED_FADE if snapshot.phase is Phase.PAUSED else 1.0,
    )
    return replace(last, figure=figure)


def _ends(snapshot: Snapshot, still: bool) -> tuple[bool, bool]:
    """Whether a switch still lets go of the leg that is done, or leads into the coming one.

    Between the two it shows both legs.
    """
    if still or snapshot.duration_s < _LONG_SWITCH_S:
        return False, False
    return snapshot.elapsed_s < LET_GO_S, snapshot.left_s <= LEAD_S


def _moves(snapshot: Snapshot, cycles: bool, still: bool) -> tuple[float, float, float | None]:
    """Phase, breath and cycle."""
    kind, elapsed = snapshot.step.kind, snapshot.elapsed_s
    if kind is StepKind.PREPARE and cycles and snapshot.then_kind is StepKind.REPS:
        return _demonstrated(elapsed, snapshot.left_s, still)
    if kind is StepKind.PREPARE:
        return (1.0 if still else _shown(elapsed, snapshot.left_s)), 0.0, None
    if kind is StepKind.HOLD:
        return 1.0, (0.0 if still else _breath(elapsed)), None
    if kind is StepKind.REPS:
        return _rep(snapshot, cycles, still)
    if kind is StepKind.SWITCH and not any(_ends(snapshot, still)):
        return 1.0, 0.0, (_TELLING if snapshot.then_kind is StepKind.REPS else None)
    if still:
        return 0.0, 0.0, None
    let_go = 1.0 - _ease(elapsed / LET_GO_S)
    back = 0.0 if kind is StepKind.FINISH else _arriving(snapshot.left_s)
    return _rounded(max(let_go, back)), 0.0, None


def _rep(snapshot: Snapshot, cycles: bool, still: bool) -> tuple[float, float, float | None]:
    fraction = _rounded(snapshot.rep_fraction if snapshot.rep else 0.0)
    if cycles:
        return 1.0, 0.0, (_TELLING if still else fraction)
    if still:
        return 1.0, 0.0, None
    return _rounded(0.5 - 0.5 * math.cos(2 * math.pi * fraction)), 0.0, None


def _demonstrated(elapsed: float, left: float, still: bool) -> tuple[float, float, float | None]:
    """Whole rounds of the repeated movement, then the stance in which the first one begins."""
    if still:
        return 1.0, 0.0, _TELLING
    rounds = math.floor((elapsed + left - _STEP_IN_S - _STANCE_S) / _ROUND_S)
    since = elapsed - _STEP_IN_S
    moving = 0.0 < since < rounds * _ROUND_S
    cycle = _rounded(since / _ROUND_S % 1.0) if moving else 0.0
    return _rounded(_ease(elapsed / _STEP_IN_S)), 0.0, cycle


def _shown(elapsed: float, left: float) -> float:
    """The movement into the stretch, over and over; at the end it stays there."""
    at = elapsed % SHOW_S
    if at < _MOVE_S:
        there = _ease(at / _MOVE_S)
    elif at < _STAY_S:
        there = 1.0
    else:
        there = 1.0 - _ease((at - _STAY_S) / (_BACK_S - _STAY_S))
    return _rounded(max(there, _arriving(left)))


def round_trip(elapsed: float) -> float:
    """How far the figure is in, 0 to 1, ``elapsed`` seconds into going there over and over."""
    return _shown(elapsed, math.inf)


def _arriving(left: float) -> float:
    """The last move into the stretch, so that nothing jumps as the hold begins."""
    return _ease(1.0 - left / _MOVE_S)


def _breath(elapsed: float) -> float:
    return round(math.sin(2 * math.pi * elapsed / BREATH_S) * _BREATH_STEPS) / _BREATH_STEPS


def _ease(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * part * part * (part * (6.0 * part - 15.0) + 10.0)


def _rounded(value: float) -> float:
    return round(value * _MOVE_STEPS) / _MOVE_STEPS
