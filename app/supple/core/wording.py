"""The words a session shows and says around a stretch's own sentences."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from supple.core.routine import Reps, Side, Stretch
from supple.core.snapshot import Band
from supple.core.step import Step, StepKind

HALF_WAY = "Half way."
TEN_MORE = "Ten seconds more."
BREATHE = "Breathe out slowly."
LAST_REP = "Last one."
LET_GO = "Let go slowly."
PAUSED_CUE = "Take your time."
GAP_CUE = "Welcome back. Take your time."
HALF_AS_FAR = "Half as far this time."
FINISHED = "Done. Well stretched."
NOTHING_DONE = "That is the end. Rest a little."
NO_HURRY = "There is no hurry."
GET_UP = "Roll to one side before you get up."

LABELS = {
    StepKind.PREPARE: "Get ready",
    StepKind.HOLD: "Hold",
    StepKind.REPS: "Keep going",
    StepKind.SWITCH: "Switch",
    StepKind.REST: "Rest",
    StepKind.FINISH: "Done",
}

_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)


def number(n: int) -> str:
    """``n`` as a spoken word up to twenty, in digits above."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else str(n)


def for_side(text: str, side: Side) -> str:
    """``text`` with ``{side}`` and ``{other}`` replaced by the leg words."""
    return text.replace("{side}", side.value).replace("{other}", side.other.value)


def count_line(n: int) -> str:
    """``Three.``: a number said on its own."""
    return f"{number(n).capitalize()}."


def length_line(hold_s: float) -> str:
    """How long a hold lasts."""
    return f"Hold for {seconds(hold_s)}."


def release_line(stretch: Stretch, side: Side | None = None) -> str:
    """How to let go on ``side``; None for the side that is done last."""
    return for_side(stretch.release_cue, side or stretch.sides.order[-1])


def leave_line(equipment: Iterable[str]) -> str:
    """What to take off before one moves away; "" for nothing."""
    return "Take the strap off your foot." if "strap" in equipment else ""


def seconds(value: float) -> str:
    """``30 seconds``, ``1 minute``, ``2 minutes``, ``90 seconds``: for a sentence."""
    whole = round(value)
    if whole >= 60 and whole % 60 == 0:
        minutes = whole // 60
        return "1 minute" if minutes == 1 else f"{minutes} minutes"
    return "1 second" if whole == 1 else f"{whole} seconds"


def ease_line(ease_s: float) -> str:
    """What easing off means; ``ease_s`` is how long it would still last, 0 for no hold."""
    return f"Same stretch, half as far, {seconds(ease_s)}" if ease_s else "Half as far, slowly"


def avoid_line(mistake: str) -> str:
    """What to watch for: the first sentence of ``mistake``, such as ``Avoid bouncing.``"""
    first = mistake.split(". ")[0].rstrip(".")
    return f"Avoid {first[:1].lower()}{first[1:]}."


def name_line(name: str, block: int, blocks: int) -> str:
    """What introduces a stretch: ``First, ...``, ``Next, ...`` or ``Last, ...``."""
    if blocks == 1:
        return f"{name}."
    head = "First" if block == 0 else "Last" if block == blocks - 1 else "Next"
    return f"{head}: {name}."


def done_line(done: int, of: int) -> str:
    """What was done, at the end; "" when nothing was held to its end."""
    if not done:
        return ""
    if done == of:
        return "That was the whole stretch." if of == 1 else f"All {number(of)} stretches done."
    return f"{number(done).capitalize()} of {number(of)} stretches done."


def reps_intro(stretch: Stretch, reps: Reps, side: Side) -> str:
    """What is said before the counted movements begin."""
    if not reps.during_hold:
        return for_side(stretch.hold_cue, side) or f"{reps.count} times, slowly."
    movement = " and ".join(reps.words).capitalize()
    return f"Stay there. {movement or 'Move gently'}, {reps.count} times."


def limb_of(stretch: Stretch) -> str:
    """What is left or right in a stretch: ``leg``, or ``arm`` where it is for the upper body."""
    upper = stretch.focus[:1] in (("shoulders",), ("chest",))
    return "arm" if upper else "leg"


def first_line(stretch: Stretch, side: Side) -> str:
    """Which leg begins; "" where both work."""
    return "" if side is Side.BOTH else f"{side.value.capitalize()} {limb_of(stretch)} first."


def now_line(stretch: Stretch, side: Side) -> str:
    """What is said at the change to ``side``."""
    return for_side(stretch.switch_cue, side) or f"Now the {side.value} {limb_of(stretch)}."


def again_line(stretch: Stretch, side: Side, coming_set: int, sets: int) -> str:
    """What is said in a rest about the coming set."""
    times = "one last time" if coming_set == sets and sets > 2 else "once more"
    if side is Side.BOTH:
        return f"Then {times}."
    return f"Then the {side.value} {limb_of(stretch)} {times}."


def resume_line(stretch: Stretch, side: Side) -> str:
    """What is said as a paused session goes on, so that nobody wonders which leg."""
    if side is Side.BOTH:
        return "Get ready."
    return f"{side.value.capitalize()} {limb_of(stretch)}. Get ready."


def then_text(following: Step | None, stretch: Stretch) -> str:
    """What comes, to stand behind the word "Then": ``following``, a step of ``stretch``."""
    if following is None:
        return ""
    both, limb = following.side is Side.BOTH, limb_of(stretch)
    match following.kind:
        case StepKind.HOLD:
            return f"hold for {seconds(following.duration_s)}"
        case StepKind.REPS:
            return _reps_text(following)
        case StepKind.REST:
            return "rest, then " + ("once more" if both else f"the {following.side} {limb} again")
        case StepKind.SWITCH:
            return f"the {following.side} {limb}"
        case StepKind.PREPARE:
            sides = f"both {limb}s" if both else f"{following.side} {limb} first"
            return f"{stretch.name}, {sides}"
        case StepKind.FINISH:
            return "you are done"


def _reps_text(step: Step) -> str:
    reps = step.reps
    if reps is None:
        return ""
    words = " and ".join(reps.words) or "move"
    return f"{words}, {reps.count} times"


class Coming(StrEnum):
    """Where the other side of a stretch stands."""

    DONE = "done"
    NEXT = "next"
    """After this very step."""
    AFTER = "after"


def band(step: Step, stretch: Stretch | None, other: Coming) -> Band:
    """The side band's words for ``step``; ``other`` is how it stands with the other side."""
    if step.kind is StepKind.FINISH or stretch is None:
        return Band("")
    limb = limb_of(stretch)
    side = step.side
    if side is Side.BOTH:
        return Band(f"BOTH {limb.upper()}S")
    if step.kind is StepKind.REST:
        return Band(f"{side.value.capitalize()} {limb} next")
    main = f"{side.value.upper()} {limb.upper()}"
    return Band(main, f"{side.other.value.capitalize()} {limb} {other}")
