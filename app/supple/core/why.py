"""Why a stretch or a routine works, where its numbers come from, and how far that goes.

Told in plain words from what the catalogue says. The link between the back of the thigh and
the low back follows the source documents, all five of which give it in one form or another;
what is said of the other muscles is general practice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from supple.core import labels
from supple.core.choice import PRACTICE as PRACTICE
from supple.core.dose import GOAL_MIN, main_muscle
from supple.core.dosing import hold_for
from supple.core.flexibility import NOT_TIGHT_DEG
from supple.core.level import LEVELS
from supple.core.outline import stretches_of
from supple.core.routine import Catalogue, Position, Routine, Source, Stretch

TITLE = "Why this works"
OWN_TITLE = "What is known of it"
"""For what is the person's own: that it works is nothing we know."""
EXPECT_WEEKS = (4, 6)
"""Weeks of regular practice until a change can be seen, after 001_5fe7733dc174ca87."""
HAMSTRINGS = "hamstrings"
_STORIES: Mapping[str, str] = {
    HAMSTRINGS: "The hamstrings start at the bottom of the pelvis and end below the knee. "
    "When they are tight, they hold the pelvis back as you bend, and the low back rounds to "
    "make up for it. With more length there, you can bend from the hips instead.",
    "hip-flexors": "The hip flexors cross the front of the hip. Hours on a chair keep them "
    "short, and short ones tip the pelvis forward and hollow the low back as you stand up.",
    "calves": "The longer calf muscle crosses the back of the knee, as the hamstrings do. When "
    "it is tight, it shares in the pull as you lean over a straight leg.",
    "glutes": "The seat muscles hold the hip from behind. The further they let it bend, the less "
    "the low back has to round.",
    "lower-back": "The muscles beside the spine hold you up all day. A slow, gentle lean lets them "
    "lengthen for a while.",
    "chest": "Hours at a desk draw the shoulders forward. With an open chest the upper back can "
    "come up straight.",
    "shoulders": "Shoulders that move freely let you lean and reach without the back helping.",
    "whole-body": "Warm muscles give way more easily, so the stretches after it feel softer.",
}
"""What each muscle has to do with the low back, for the muscle a stretch is mostly for."""
_HELPERS: Mapping[str, str] = {
    "calves": "the calves, which share the pull while the knee is straight",
    "lower-back": "the low back, which gets a little of the pull",
    "glutes": "the seat muscles, which hold the hip from behind",
    "hip-flexors": "the front of the hip",
    "shoulders": "the shoulders",
    "chest": "the chest, which opens as the arms reach out",
    "hamstrings": "the backs of the thighs",
}
_PLACES: Mapping[Position, str] = {
    Position.LYING: "Lying down, the floor carries your back while the leg is stretched.",
    Position.SEATED: "Seated, a long back keeps the pull in the legs, a round one does not.",
    Position.FLOOR: "On the floor, a long back keeps the pull in the leg, a round one does not.",
    Position.STANDING: "Standing, the weight of your trunk adds to the pull: slowly, soft knees.",
}
"""What the position has to do with it, for a stretch of the backs of the thighs."""
GLIDE = "Moving the foot inside the hold lets the nerve down the leg glide, too."
MOVING = "Nothing is held here. Easy movement warms the muscles and gets them ready to stretch."
MAY_HELP = (
    "It may help your back. Backs hurt for many reasons, and tight muscles are only one of them."
)
TEST_FIRST = (
    f"Legs that pass {NOT_TIGHT_DEG:.0f}° in the leg raise are unlikely to gain from longer "
    "hamstrings. Check yours first."
)
TAKES_TIME = (
    f"Give it about {EXPECT_WEEKS[0]} to {EXPECT_WEEKS[1]} weeks of regular practice before you "
    "judge it."
)
WARM_UP_ONLY = (
    f"It does not make a muscle longer, and does not count toward the {GOAL_MIN:.0f} held "
    "minutes a week."
)
OWN = (
    "Supple knows no more of it than what its file says. Ask whoever made it what it is for, and "
    "what to look out for."
)
"""For what is the person's own, or came from somebody else."""
UNCOUNTED = f"It does not count toward the {GOAL_MIN:.0f} held minutes a week."
OWN_DOSE = "The plan leaves that as it is."
OWN_DOSES = "Each dose is as it was written. The plan leaves them as they are."
NO_SOURCE = "Its file names no source."
ALONGSIDE = "A stronger middle, how you sit, and moving often are as much a part of it."


@dataclass(frozen=True, slots=True)
class Origin:
    """One source of the dose."""

    document: str
    """Id of a source document, ``general practice``, or what a person's own file names."""
    title: str
    says: str
    """A sentence, or "" when only the source is named."""


@dataclass(frozen=True, slots=True)
class Why:
    """What the panel tells, in three parts of whole sentences."""

    does: tuple[str, ...]
    """What it does for the body."""
    dose: str
    """The dose and what the plan makes of it; "" when there is nothing to say."""
    origins: tuple[Origin, ...]
    limits: tuple[str, ...]
    """How far all of that goes."""


def about_stretch(stretch: Stretch, *, own: bool = False) -> Why:
    """Why ``stretch`` works.

    ``own``: it is not one of the program's, so that nothing is known of it but what it says
    itself and what is known of its muscles.
    """
    does = [stretch.why] if stretch.why else []
    held = stretch.dose.hold_s is not None
    if stretch.focus and (held or stretch.focus[0] not in (HAMSTRINGS, "hip-flexors")):
        does.append(_STORIES.get(stretch.focus[0], ""))
    if held:
        does += ["" if own else _place(stretch), _helpers(stretch.focus)]
    else:
        does.append(MOVING)
    return Why(
        tuple(part for part in does if part),
        _own_dose(stretch) if own else _dose(stretch),
        tuple(_origin(source) for source in stretch.source),
        _own_limits(held=held)
        if own
        else _limits(held=held, hamstrings=main_muscle(stretch) == HAMSTRINGS),
    )


def about_routine(routine: Routine, catalogue: Catalogue, *, own: bool = False) -> Why:
    """Why ``routine`` works: what most of its stretches are for.

    ``own``: it is not one of the program's, see ``about_stretch``.
    """
    parts = stretches_of(routine, catalogue)
    aimed = Counter(muscle for muscle in map(main_muscle, parts) if muscle)
    does = [_STORIES.get(muscle, "") for muscle, _count in aimed.most_common(2)]
    moving = sum(part.dose.hold_s is None for part in parts)
    if parts and moving == len(parts):
        does.insert(0, MOVING)
    elif moving:
        does.append(
            "The moving parts warm the muscles, so that what is held after them feels softer."
        )
    return Why(
        tuple(part for part in does if part),
        _with_source(OWN_DOSES, routine.source) if own else "",
        tuple(_origin(source) for source in routine.source),
        _own_limits(held=bool(aimed))
        if own
        else _limits(held=bool(aimed), hamstrings=HAMSTRINGS in aimed),
    )


def _place(stretch: Stretch) -> str:
    if stretch.focus[:1] != (HAMSTRINGS,):
        return ""
    text, reps = _PLACES.get(stretch.position, ""), stretch.dose.reps
    # That is what moving the foot up and down is said to do; other repetitions are not.
    glides = reps is not None and reps.during_hold and reps.words == ("point", "flex")
    return f"{text} {GLIDE}".strip() if glides else text


def _dose(stretch: Stretch) -> str:
    text = labels.dose(stretch.dose, stretch.sides)
    if not text:
        return ""
    first = hold_for(stretch.dose, LEVELS[0].hold_s)
    whole = stretch.dose.hold_s
    if first is None or whole is None or first >= whole:
        return f"Here it is {text}."
    return (
        f"Here it is {text}. In Supple's routines the plan begins with "
        f"{labels.seconds_of(first)} and grows to {labels.seconds_of(whole)}. "
        "Routines of your own keep their doses."
    )


def _own_dose(stretch: Stretch) -> str:
    text = labels.dose(stretch.dose, stretch.sides)
    return _with_source(f"Here it is {text}. {OWN_DOSE}", stretch.source) if text else ""


def _with_source(told: str, sources: tuple[Source, ...]) -> str:
    return told if sources else f"{told} {NO_SOURCE}"


def _own_limits(*, held: bool) -> tuple[str, ...]:
    return (OWN,) if held else (UNCOUNTED, OWN)


def _helpers(focus: tuple[str, ...]) -> str:
    named = [_HELPERS[muscle] for muscle in focus[1:] if muscle in _HELPERS]
    if not named:
        return ""
    *most, last = named
    joined = f"{'; '.join(most)}; and {last}" if most else last
    return f"It also reaches {joined}."


def _origin(source: Source) -> Origin:
    return Origin(source.document, labels.source(Source(source.document)), source.says)


def _limits(*, held: bool, hamstrings: bool) -> tuple[str, ...]:
    if not held:
        return (WARM_UP_ONLY,)
    told = (MAY_HELP, TEST_FIRST if hamstrings else "", TAKES_TIME, ALONGSIDE)
    return tuple(part for part in told if part)
