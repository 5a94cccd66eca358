"""Which sentences are said aloud at which level."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from supple.core.speech_level import MAY_BE_OFF, SpeechLevel
from supple.core.step import LineKind

FIRST_WEEK = timedelta(days=7)
_ALWAYS = frozenset({LineKind.NAME, LineKind.SIDE, LineKind.STOP, LineKind.ANSWER})
_BRIEF = _ALWAYS | {
    *(LineKind.HOLD, LineKind.MISTAKE, LineKind.HALF, LineKind.REP, LineKind.LAST),
    *(LineKind.REST, LineKind.RELEASE, LineKind.FINISH),
}
_SPOKEN = {
    SpeechLevel.FULL: frozenset(LineKind),
    SpeechLevel.BRIEF: frozenset(_BRIEF),
    SpeechLevel.NAMES: _ALWAYS | {LineKind.REST},
    # Even where words are not wanted, letting go is more than a chime can say.
    SpeechLevel.CHIMES: frozenset({LineKind.STOP}),
}


def resolved(level: SpeechLevel, first_day: date | None, today: date) -> SpeechLevel:
    """``level`` itself, or what AUTO means for somebody who first stretched on ``first_day``."""
    if level is not SpeechLevel.AUTO:
        return level
    new = first_day is None or today - first_day < FIRST_WEEK
    return SpeechLevel.FULL if new else SpeechLevel.BRIEF


def spoken_kinds(level: SpeechLevel, off: Iterable[str] = ()) -> frozenset[LineKind]:
    """The kinds of sentences said aloud, without those turned ``off``.

    AUTO has to be resolved before; it counts as FULL. Only what is in ``MAY_BE_OFF`` can be off.
    """
    said = _SPOKEN.get(level, _SPOKEN[SpeechLevel.FULL])
    return said - {LineKind(kind) for kind in off if kind in MAY_BE_OFF}
