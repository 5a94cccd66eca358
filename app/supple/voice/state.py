"""How much of the voice there is, in words for a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VoiceKind(StrEnum):
    VOICE = "voice"
    CHIMES = "chimes"
    """No speech here: soft chimes mark where steps begin."""
    SILENT = "silent"
    """No sound at all; the words stay on the screen."""


@dataclass(frozen=True, slots=True)
class VoiceState:
    kind: VoiceKind
    reason: str = ""
    """What is not as usual, in one or two plain sentences; "" where all is well."""
    news: bool = False
    """True until something else is so, and only the first time since ``start``: to be told then."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """One sentence made ready ahead of its time, or found impossible to say."""

    text: str
    seconds: float | None
    """How long it really lasts when spoken; None where it cannot be spoken."""
    done: int
    total: int
