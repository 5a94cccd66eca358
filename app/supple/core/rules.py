"""What the program does because a source asks for it, with its figures, and where it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core import labels
from supple.core.dose import GOAL_MIN
from supple.core.flexibility import (
    CHECK_WEEKS,
    LEAST_CHANGE_DEG,
    NOT_TIGHT_DEG,
    TIGHT_DEG,
    UNEVEN_DEG,
)
from supple.core.level import GAP, LEVELS, PAIN_STEP, WEEKS_PER_LEVEL
from supple.core.safety import ASK_AGAIN_AFTER, MUCH_PAIN, PLACE_CHECKLIST, QUESTIONS
from supple.core.sources import BACK_PAIN, FOUR, HOSPITAL, LIGHT, TEST_FIRST
from supple.core.stats import GOAL_DAYS
from supple.core.why import EXPECT_WEEKS, PRACTICE


@dataclass(frozen=True, slots=True)
class Rule:
    """Something the program does because a source asks for it."""

    number: int
    name: str
    says: str
    """What the program does, with its figures."""
    sources: tuple[str, ...]
    """Ids of documents and studies, or ``general practice``."""
    places: tuple[str, ...]
    """Where it is kept: ``module:name`` below ``supple``, or ``routine:id``."""


def rules_of(source: str) -> tuple[Rule, ...]:
    """The rules that rest on a source, in their order."""
    return tuple(rule for rule in RULES if source in rule.sources)


_FIRST, _SECOND, _THIRD = LEVELS
INTRO = "What the program does because a source asks for it, with its figures."
RULES: tuple[Rule, ...] = (
    Rule(
        1,
        "Length and number of holds",
        "Each stretch has a hold, a range and sets of its own, with the source beside it. "
        "A hold can be made longer or shorter while it runs.",
        (BACK_PAIN, HOSPITAL, FOUR),
        ("core.routine:Dose", "core.dosing:hold_for", "core.command:Command.LONGER"),
    ),
    Rule(
        2,
        "Both sides alike",
        "Every one-sided stretch changes legs, said and shown, with the same dose for both.",
        (BACK_PAIN, HOSPITAL, FOUR),
        ("core.routine:Sides.order", "core.step:StepKind.SWITCH", "core.cues:switch_lines"),
    ),
    Rule(
        3,
        "Counted repetitions",
        "Point and flex 10 times inside the hold; 10 to 15 steps or swings a leg.",
        (BACK_PAIN, HOSPITAL),
        ("core.routine:Reps.during_hold", "core.cues:reps_lines", "routine:back-care-pair"),
    ),
    Rule(
        4,
        "A goal for the week",
        f"{GOAL_DAYS.start} to {GOAL_DAYS.stop - 1} days or sessions a week, as you like.",
        (BACK_PAIN, HOSPITAL, FOUR, LIGHT),
        ("core.stats:GOAL_DAYS", "core.settings:Settings.weekly_goal_days", "core.goal:GoalCounts"),
    ),
    Rule(
        5,
        "A dose that grows",
        f"{_FIRST.days_a_week} days a week with {_FIRST.hold_s:g} s, then "
        f"{_SECOND.days_a_week} with {_SECOND.hold_s:g} s, then {_THIRD.days_a_week} and more "
        f"with the stretch's own; on after {WEEKS_PER_LEVEL} good weeks. A step back after "
        f"{GAP.days} days away, a hold let go early, or pain up by {PAIN_STEP}.",
        (HOSPITAL, PRACTICE),
        (
            "core.level:LEVELS",
            "core.level:WEEKS_PER_LEVEL",
            "core.level:GAP",
            "core.level:progress",
        ),
    ),
    Rule(
        6,
        "When to expect a change",
        f"After about {EXPECT_WEEKS[0]} to {EXPECT_WEEKS[1]} weeks of regular practice.",
        (HOSPITAL,),
        ("core.why:EXPECT_WEEKS", "core.why:TAKES_TIME"),
    ),
    Rule(
        7,
        "Test before you stretch",
        f"The leg raise: {NOT_TIGHT_DEG:.0f}° and more is not tight, under {TIGHT_DEG:.0f}° is "
        f"tight; the tighter leg decides, and is named from {UNEVEN_DEG:.0f}° on.",
        (TEST_FIRST,),
        ("core.flexibility:judge", "core.flexibility:NOT_TIGHT_DEG", "core.choice:choose"),
    ),
    Rule(
        8,
        "Two quicker tests",
        "Sit and reach, and the toe touch: hard, tight or a sharp pull means tight.",
        (HOSPITAL,),
        ("core.flexibility:feel_verdict", "core.assessment:Check"),
    ),
    Rule(
        9,
        "Each leg over time",
        f"Checked every {CHECK_WEEKS} weeks, or as often as you choose, and drawn against "
        f"{NOT_TIGHT_DEG:.0f}°. Under {LEAST_CHANGE_DEG:g}° no change is claimed.",
        (TEST_FIRST, "phone-2024", PRACTICE),
        (
            "core.flexibility:CHECK_WEEKS",
            "core.flexibility:LEAST_CHANGE_DEG",
            "core.angles:angle_points",
        ),
    ),
    Rule(
        10,
        "A warm-up before a full session",
        "5 to 10 minutes of marching, leg swings, light jogging and arm circles.",
        (HOSPITAL,),
        ("routine:full-session",),
    ),
    Rule(
        11,
        "The place",
        f"{labels.number(len(PLACE_CHECKLIST))} things to look at before the first session: mat, "
        "light, warmth, and peace.",
        (HOSPITAL,),
        ("core.safety:PLACE_CHECKLIST",),
    ),
    Rule(
        12,
        "Safety first",
        f"{len(QUESTIONS)} questions. Answers leave stretches out, or ask you to see somebody "
        f"first. Asked again after {ASK_AGAIN_AFTER.days // 30} months or a pain of "
        f"{MUCH_PAIN} or more.",
        (HOSPITAL, FOUR, PRACTICE),
        ("core.safety:QUESTIONS", "core.safety:ASK_AGAIN_AFTER", "core.permitted:permitted"),
    ),
    Rule(
        13,
        "Stop signs",
        "Something hurts stops at once, in every moment of a session.",
        (BACK_PAIN, HOSPITAL),
        ("core.command:Command.HURTS", "core.routine:Stretch.cautions"),
    ),
    Rule(
        14,
        "Mistakes",
        "Each stretch tells its own: no forcing, no bouncing, no locked knees, no round back.",
        (HOSPITAL, TEST_FIRST, FOUR),
        ("core.routine:Stretch.mistakes", "core.cues:hold_lines"),
    ),
    Rule(
        15,
        "Slow and light",
        "Time to get into every position, no countdown into a stretch, and one routine with "
        "holds of a minute.",
        (LIGHT,),
        ("core.cues:prepare_lines", "core.routine:Dose.prepare_s", "routine:slow-and-light"),
    ),
    Rule(
        16,
        "What fits the day",
        "Today offers what suits the hour: on rising, in a work break, before bed.",
        (HOSPITAL, FOUR),
        ("core.choice:Moment.occasion", "core.terms:OCCASIONS"),
    ),
    Rule(
        17,
        "Where you feel it",
        "Each stretch names its muscles, from most to least, and the figure shows them.",
        (BACK_PAIN,),
        ("core.routine:Stretch.focus", "core.routine:Stretch.feel"),
    ),
    Rule(
        18,
        "Why it works",
        "A panel with every stretch and routine: what it does, its sources, its limits.",
        (BACK_PAIN, HOSPITAL, TEST_FIRST, FOUR, LIGHT),
        ("core.why:about_stretch", "core.why:about_routine"),
    ),
    Rule(
        19,
        "Pain before and after",
        "0 to 10, as a trend, without a promise. More pain: the next session is gentler.",
        (HOSPITAL, "gou-2024"),
        ("core.pain:pain_line", "core.level:PAIN_STEP"),
    ),
    Rule(
        20,
        "What else belongs to it",
        "A stronger middle, posture and moving often: a note, not an exercise here.",
        (HOSPITAL, "waongenngarm-2021"),
        ("core.why:ALONGSIDE", "routine:up-and-moving"),
    ),
    Rule(
        21,
        "Minutes a week",
        f"History counts held minutes for each muscle against {GOAL_MIN:.0f} a week.",
        ("ingram-2025",),
        ("core.dose:GOAL_MIN", "core.dose:doses"),
    ),
)
