"""Where the documents and studies do not agree, and what the program does about it."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.flexibility import NOT_TIGHT_DEG, TIGHT_DEG
from supple.core.level import LEVELS
from supple.core.sources import BACK_PAIN, FOUR, HOSPITAL, LIGHT, TEST_FIRST
from supple.core.stats import GOAL_DAYS


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question the documents answer in different ways."""

    on: str
    answers: tuple[tuple[str, str], ...]
    """Pairs of a document's id, or a study's, and what it says."""
    here: str
    """What the program does about it."""


_FIRST, _SECOND, _THIRD = LEVELS
INTRO = "The sources do not say the same. Here is where they part, and what Supple does about it."
DISAGREEMENTS: tuple[Disagreement, ...] = (
    Disagreement(
        "Who stretches?",
        (
            (TEST_FIRST, "Only who tested tight. The others gain little."),
            (LIGHT, "Nearly everybody with a sore low back."),
            (HOSPITAL, "Whoever finds a toe touch hard; it is one of its own tests."),
            ("hori-2019", "It is not clear that tight hamstrings come before a sore back."),
        ),
        f"Test first. Both legs at {NOT_TIGHT_DEG:.0f}° or more: hips and movement are offered, "
        f"not hamstrings. A leg under {TIGHT_DEG:.0f}°: the two stretches of the test. "
        "From the Library you can start anything your answers allow.",
    ),
    Disagreement(
        "How often?",
        (
            (BACK_PAIN, "Once a day."),
            (HOSPITAL, "3 to 4 times a week, or daily with 30 s."),
            (FOUR, "Twice a day, every day."),
            ("ingram-2025", "The minutes of a week count, not on how many days."),
        ),
        f"The plan begins with {_FIRST.days_a_week} days a week and goes to {_THIRD.days_a_week}. "
        f"Your goal can be {GOAL_DAYS.start} to {GOAL_DAYS.stop - 1} days, and a missed day "
        "costs nothing.",
    ),
    Disagreement(
        "How long is a hold?",
        (
            (HOSPITAL, "15 to 30 s."),
            (BACK_PAIN, "30 s."),
            (FOUR, "30 to 60 s."),
            (LIGHT, "Long, without a number."),
        ),
        f"The plan holds up to {_FIRST.hold_s:g} s at first, then {_SECOND.hold_s:g} s, then "
        "what each stretch asks for. It never leaves the range of a stretch's own source, and "
        "Slow and light holds a minute and more.",
    ),
    Disagreement(
        "How hard is the pull?",
        (
            (BACK_PAIN, "Moderate to intense."),
            (TEST_FIRST, "Gentle."),
            (FOUR, "Small."),
            (LIGHT, "Light, and slowly."),
            ("ingram-2025", "It made no clear difference."),
        ),
        "Gentle, nearly always: as pulling harder gained nothing more, there is no reason to "
        "hurt. Only the strap stretch of the first document speaks of a firm pull.",
    ),
    Disagreement(
        "Is there a warm-up?",
        (
            (HOSPITAL, "5 to 10 minutes."),
            (BACK_PAIN, "It has none for its one stretch."),
            (FOUR, "It has none for its four."),
        ),
        "The Full session warms up for 5 to 10 minutes. Short routines begin with their "
        "gentlest stretch instead.",
    ),
)
