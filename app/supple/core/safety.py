"""The safety questions: what they ask, what an answer means, and when to ask again.

Guidance, not medicine. The list of who asks a professional first follows the source documents
001_5fe7733dc174ca87 and 003_4a28cb51ab44727d (herniated disc, spinal instability,
spondylolisthesis, a past back injury, severe pain); the warning signs around them are general
practice. The replaced joint is a caution of our own, from no source.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

ASK_AGAIN_AFTER = timedelta(days=183)
"""Answers are asked for again after six months."""
_FLIGHT_WEST = timedelta(days=1)
MUCH_PAIN = 8
"""Pain, 0 to 10, from which on the questions are asked again."""


class Advice(StrEnum):
    """What the answers come to."""

    FINE = "fine"
    LEAVE_OUT = "leave-out"
    """Go on; some stretches are left out."""
    ASK_FIRST = "ask-first"
    """Talk to a doctor or physiotherapist first; go on once told that stretching is all right."""
    URGENT = "urgent"
    """Get help today; there is no way on."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to tick when it is true."""

    id: str
    text: str
    advice: Advice
    conditions: tuple[str, ...] = ()
    """Ids of ``terms.CONDITIONS``; stretches to be left out with one of them are left out."""


QUESTIONS: tuple[Question, ...] = (
    Question(
        "saddle", "Numbness between your legs, or new trouble with bladder or bowel", Advice.URGENT
    ),
    Question(
        "leg",
        "Weakness or numbness in a leg, or pain that shoots below the knee",
        Advice.ASK_FIRST,
        ("leg-numbness",),
    ),
    Question(
        "accident",
        "Back pain after a fall or accident, or with fever or weight loss",
        Advice.ASK_FIRST,
        ("back-injury",),
    ),
    Question(
        "spine",
        "A slipped disc, a slipped vertebra or an unstable spine",
        Advice.ASK_FIRST,
        ("herniated-disc", "spondylolisthesis", "spinal-instability"),
    ),
    Question(
        "injury",
        "A back injury in the past, or severe pain now",
        Advice.ASK_FIRST,
        ("back-injury", "severe-pain"),
    ),
    Question(
        "surgery",
        "Recent surgery, a replaced joint or a broken bone, or you were told not to stretch",
        Advice.ASK_FIRST,
        ("recent-surgery",),
    ),
    Question(
        "bones",
        "Cancer in the past, osteoporosis, or long use of steroids",
        Advice.ASK_FIRST,
        ("osteoporosis",),
    ),
    Question("knee", "Knee pain", Advice.LEAVE_OUT, ("knee-pain",)),
    Question(
        "balance",
        "Poor balance, or dizziness when you bend or stand up",
        Advice.LEAVE_OUT,
        ("poor-balance", "dizziness"),
    ),
    Question("hamstring", "A torn or strained hamstring", Advice.LEAVE_OUT, ("hamstring-injury",)),
    Question("pregnancy", "Pregnancy after the third month", Advice.LEAVE_OUT, ("late-pregnancy",)),
)
"""In the order they are shown; the first has no way on."""
BY_ID = {question.id: question for question in QUESTIONS}
_GRAVITY = tuple(Advice)


@dataclass(frozen=True, slots=True)
class Screening:
    """The answers, and when they were given."""

    on: date | None = None
    """Local date of the answers; None while they were never given."""
    ticked: frozenset[str] = field(default=frozenset())
    """Ids of ``QUESTIONS``."""
    cleared_on: date | None = None
    """When the person said a professional allowed stretching; None when not said."""

    @property
    def answered(self) -> bool:
        """False while the questions were skipped: only the gentlest is offered then."""
        return self.on is not None

    @property
    def advice(self) -> Advice:
        """The gravest advice of all answers."""
        return advice(self.ticked)

    @property
    def may_stretch(self) -> bool:
        """Whether sessions are offered at all."""
        if self.advice is Advice.URGENT:
            return False
        return self.advice is not Advice.ASK_FIRST or self.cleared_on is not None

    @property
    def conditions(self) -> frozenset[str]:
        """What the ticked answers say is there; it counts after a clearance as well."""
        return frozenset(c for id_ in self.ticked if id_ in BY_ID for c in BY_ID[id_].conditions)


def advice(ticked: Collection[str]) -> Advice:
    """The gravest advice of the ticked questions; unknown ids are ignored."""
    given = [BY_ID[id_].advice for id_ in ticked if id_ in BY_ID]
    return max(given, key=_GRAVITY.index, default=Advice.FINE)


def is_due(screening: Screening, today: date, much_pain_on: date | None = None) -> bool:
    """Whether the questions are to be asked again.

    ``much_pain_on``: the last day with a pain of 8 or more, None for none. Never answered is
    due as well, and so are answers of a day to come, past one day of a flight west: a clock was
    wrong when they were given, and nobody knows how old they are.
    """
    if screening.on is None or screening.on - today > _FLIGHT_WEST:
        return True
    if today - screening.on >= ASK_AGAIN_AFTER:
        return True
    # Answers of the same day may have come after the pain: one round a day is enough.
    return much_pain_on is not None and much_pain_on > screening.on


ADVICE_TITLES = {
    Advice.URGENT: "Please get help today.",
    Advice.ASK_FIRST: "Please talk to a doctor or physiotherapist first.",
    Advice.LEAVE_OUT: "Some stretches will be left out.",
}
ADVICE_TEXTS = {
    Advice.URGENT: "Numbness between the legs, or new trouble with bladder or bowel, is urgent. "
    "Call a doctor or an emergency service now. Do not stretch.",
    Advice.ASK_FIRST: "This can need more than stretching. "
    "Go on once they have told you that you can stretch.",
    Advice.LEAVE_OUT: "The others are there for you. You can change this in the settings.",
}
"""What is shown under the questions for each advice; FINE needs no words."""
PLACE_CHECKLIST = (
    "A mat or carpet that does not slip.",
    "Enough light to see the screen from the floor.",
    "Comfortably warm, in clothes you can move in.",
    "Few things that disturb you for some minutes.",
)
"""What the place needs, after source document 001_5fe7733dc174ca87."""
