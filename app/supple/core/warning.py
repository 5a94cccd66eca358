"""A warning sign felt in a session: who is to be called, and what becomes of the plan.

Guidance, not medicine; the signs are those of the safety questions.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from supple.core.safety import ADVICE_TEXTS, ADVICE_TITLES, QUESTIONS, Advice
from supple.core.settings import Settings


class Sign(StrEnum):
    """What was felt; the ids of two safety questions."""

    SADDLE = "saddle"
    LEG = "leg"


STOPPED = "We stop here."
WHICH = "Which one is it? Press a number."
STOPPED_SAID = f"{STOPPED} Look at the screen and press a number, or call for help."
NAMES = {
    Sign.SADDLE: "Numb between the legs, bladder or bowel",
    Sign.LEG: "Pain below the knee, numb or weak leg",
}
"""As they stand on the page."""
DETAILS = {
    Sign.SADDLE: "It is new, and was not there before",
    Sign.LEG: "It shoots down, goes numb or gives way",
}
TITLES = {
    Sign.SADDLE: ADVICE_TITLES[Advice.URGENT],
    Sign.LEG: "Please talk to a doctor today.",
}
TEXTS = {
    Sign.SADDLE: ADVICE_TEXTS[Advice.URGENT],
    Sign.LEG: "This can need more than stretching. "
    "If it gets worse, call a doctor or an emergency service now. Do not stretch.",
}
PAUSED = "No session is offered until you change your safety answers. What you did is saved."
_NOTE = "Warning sign"


def said(sign: Sign) -> str:
    """What is said aloud about ``sign``, once."""
    return f"{TITLES[sign]} {TEXTS[sign]}"


def note(sign: Sign | None) -> str:
    """What the history keeps of it; None while it was not said which sign it was."""
    if sign is None:
        return f"{_NOTE}."
    name = NAMES[sign]
    return f"{_NOTE}: {name[:1].lower()}{name[1:]}."


def paused(settings: Settings, sign: Sign | None, today: date) -> Settings:
    """``settings`` with ``sign`` among the safety answers, so that nothing is offered.

    ``today`` is the local date. Any of the signs needs a professional first: None, while it
    was not said which, counts as the lesser one. What a professional allowed before counts
    no more.
    """
    ticked = {*settings.safety_ticked, (sign or Sign.LEG).value}
    return replace(
        settings,
        safety_ticked=tuple(q.id for q in QUESTIONS if q.id in ticked),
        safety_on=settings.safety_on or today.isoformat(),
        safety_cleared_on="",
    )


def taken_back(settings: Settings, before: Settings) -> Settings:
    """``settings`` with the safety answers of ``before``: it was none of the signs."""
    return replace(
        settings,
        safety_ticked=before.safety_ticked,
        safety_on=before.safety_on,
        safety_cleared_on=before.safety_cleared_on,
    )
