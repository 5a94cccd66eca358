"""Which chime stands for what happens in a session."""

from __future__ import annotations

from supple.core.event import Event, StepStarted
from supple.core.step import StepKind
from supple.voice import chime

_OF_KIND = {
    StepKind.HOLD: chime.START,
    StepKind.REPS: chime.START,
    StepKind.SWITCH: chime.SWITCH,
    StepKind.REST: chime.END,
    StepKind.PREPARE: chime.END,
    StepKind.FINISH: chime.FINISH,
}


def chime_for(event: Event) -> str:
    """The chime that marks ``event``; "" for none.

    Getting ready for the next stretch ends a hold; the very first time nothing
    has ended, and no chime is due.
    """
    if not isinstance(event, StepStarted):
        return ""
    if event.step.kind is StepKind.PREPARE and event.step.index == 0:
        return ""
    return _OF_KIND[event.step.kind]
