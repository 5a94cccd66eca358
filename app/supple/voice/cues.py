"""Which chime stands for what happens in a session."""

from __future__ import annotations

from supple.core.event import Event, LineDue, StepStarted
from supple.core.step import Priority, StepKind
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
    """The chime that marks ``event`` where nothing can be said; "" for none.

    Getting ready for the next stretch ends a hold; the very first time nothing
    has ended, and no chime is due. One soft note stands for the remarks
    within a hold that tell the time.
    """
    if isinstance(event, LineDue):
        return chime.HALF if event.line.priority is Priority.HALF else ""
    if not isinstance(event, StepStarted):
        return ""
    if event.step.kind is StepKind.PREPARE and event.step.index == 0:
        return ""
    return _OF_KIND[event.step.kind]
