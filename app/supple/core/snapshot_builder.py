"""From a session's state to what a view draws."""

from __future__ import annotations

from supple.core import wording
from supple.core.event import PauseReason
from supple.core.marks import rep_count
from supple.core.plan import Plan
from supple.core.snapshot import Phase, Snapshot
from supple.core.state import Done, Paused, Ready, Running, State
from supple.core.step import Line, LineKind, Step, StepKind

EASE_OFF_S = 15.0
"""The longest an eased hold still lasts, in seconds."""
PASSING_S = 3.0
"""How long a remark such as "Half way." is shown, in seconds."""


def take(plan: Plan, state: State, now: float) -> Snapshot:
    """What to draw of a session in ``state`` at ``now``, in seconds of its clock."""
    phase, index, elapsed, lead_in = _stand(plan, state, now)
    step = plan.step(index)
    timeline = plan.timeline
    stretch = timeline.stretch_of(step)
    following = plan.following(index)
    duration = plan.duration(index)
    elapsed = min(elapsed, duration)
    left = duration - elapsed
    blocks = plan.blocks()
    rep, rep_fraction = _rep(step, elapsed, duration)
    return Snapshot(
        phase=phase,
        step=step,
        figure=stretch.figure,
        duration_s=duration,
        elapsed_s=elapsed,
        left_s=left,
        lead_in_left_s=lead_in,
        session_left_s=left + plan.left_after(index),
        blocks=blocks,
        block=step.block,
        block_fraction=_block_fraction(plan, step, elapsed, blocks[step.block]),
        title=stretch.name,
        label=_label(phase, step),
        cue=_cue(plan, state, step, elapsed, leading_in=lead_in > 0),
        then=wording.then_text(following, timeline.stretch_of(following or step)),
        then_kind=following.kind if following else None,
        band=wording.band(step, stretch, timeline.other_comes(step)),
        rep=rep,
        reps=rep_count(step, duration),
        rep_word=_rep_word(step, rep_fraction) if rep else "",
        rep_fraction=rep_fraction,
        pause_reason=state.reason if isinstance(state, Paused) else None,
        ended=state.how if isinstance(state, Done) else None,
        next_stretch=_next_name(plan, step),
        ease_s=plan.eased_s(index, elapsed, EASE_OFF_S) if _hurts(state) else 0.0,
        eased=plan.is_eased(index),
    )


def _hurts(state: State) -> bool:
    return isinstance(state, Paused) and state.reason is PauseReason.HURTS


def _stand(plan: Plan, state: State, now: float) -> tuple[Phase, int, float, float]:
    match state:
        case Ready():
            return Phase.READY, 0, 0.0, 0.0
        case Running():
            lead_in = max(0.0, state.resumes_at - now)
            phase = Phase.LEAD_IN if lead_in > 0 else Phase.RUNNING
            return phase, state.index, state.elapsed(now), lead_in
        case Paused():
            return Phase.PAUSED, state.index, state.elapsed_s, 0.0
        case Done():
            return Phase.DONE, state.index, plan.duration(state.index), 0.0


def _block_fraction(plan: Plan, step: Step, elapsed: float, total: float) -> float:
    if step.kind is StepKind.FINISH or total <= 0:
        return 1.0
    return min(1.0, (plan.done_in_block(step.index) + elapsed) / total)


def _label(phase: Phase, step: Step) -> str:
    if phase is Phase.PAUSED:
        return "Paused"
    if phase is Phase.LEAD_IN:
        return wording.LABELS[StepKind.PREPARE]
    return wording.LABELS[step.kind]


def _cue(plan: Plan, state: State, step: Step, elapsed: float, *, leading_in: bool) -> str:
    eased = plan.is_eased(step.index)
    if eased and leading_in:
        # What was said before the pause holds no longer.
        return wording.HALF_AS_FAR
    if isinstance(state, Paused):
        if state.reason is PauseReason.HURTS:
            return wording.LET_GO
        gap = state.reason is PauseReason.GAP
        return wording.GAP_CUE if gap else wording.PAUSED_CUE
    said = [line for line in step.lines if line.offset_s <= elapsed]
    shown = [line for line in said if _still_shown(line, elapsed)] or list(step.lines[:1])
    if not shown:
        return ""
    if eased and shown[-1].kind is LineKind.HOLD and _is_over(shown[-1], elapsed):
        # How far was told first; what is done stays in sight for the rest of it.
        return _planned_cue(plan.timeline.steps[step.index], shown[-1].text)
    return shown[-1].text


def _planned_cue(step: Step, otherwise: str) -> str:
    return next((line.text for line in step.lines if line.kind is LineKind.HOLD), otherwise)


def _still_shown(line: Line, elapsed: float) -> bool:
    if line.kind in (LineKind.REP, LineKind.COUNTDOWN):
        return False  # the ring shows words and counts; the instruction stays
    return not line.passing or not _is_over(line, elapsed)


def _is_over(line: Line, elapsed: float) -> bool:
    return elapsed >= line.offset_s + max(PASSING_S, line.length_s)


def _rep(step: Step, elapsed: float, duration: float) -> tuple[int, float]:
    if step.kind is not StepKind.REPS or step.reps is None or elapsed < step.lead_s:
        return 0, 0.0
    done = (elapsed - step.lead_s) / step.reps.pace_s
    count = rep_count(step, duration)
    whole = min(int(done), count - 1)
    return whole + 1, min(1.0, done - whole)


def _rep_word(step: Step, fraction: float) -> str:
    words = step.reps.words if step.reps else ()
    return words[min(int(fraction * len(words)), len(words) - 1)] if words else ""


def _next_name(plan: Plan, step: Step) -> str:
    names = [s.name for s in plan.timeline.stretches]
    return names[step.block + 1] if step.block + 1 < len(names) else ""
