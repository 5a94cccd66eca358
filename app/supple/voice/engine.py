"""What the worker needs of something that can speak, and which it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from supple.voice.listing import VoiceEntry

WORDS_PER_MINUTE = 140
"""Slower than the engines' own 200: instructions are heard once, from two metres, lying down.

A recogniser in a noisy room understood 110 and 200 words a minute equally
well, so this is for people's ease, not for the ear.
"""


USUAL = "The usual voice speaks instead."
NOT_HERE = f"The voice you chose is not on this computer. {USUAL}"


class NoEngine(Exception):
    """This engine cannot serve here; says why in words a person understands."""


class SpeechFailed(Exception):
    """One sentence could not be spoken; says why."""


class Engine(Protocol):
    """Turns a sentence into a sound file. Used from one thread only."""

    @property
    def name(self) -> str: ...
    @property
    def voice(self) -> str: ...
    @property
    def rate(self) -> int:
        """Words per minute."""
        ...

    def use(self, voice: str, rate: int) -> None:
        """Speaks with another voice; "" or one that is gone becomes the default."""
        ...

    def voices(self) -> list[VoiceEntry]:
        """Each English voice."""
        ...

    def speak(self, text: str, path: Path) -> None:
        """Writes ``text`` as a 16-bit WAV. Raises ``SpeechFailed``."""
        ...


Opener = Callable[[str, int], Engine]
"""Opens an engine with a voice id ("" for its default) and words per minute; or ``NoEngine``."""


def first_able(openers: Sequence[Opener], voice: str, rate: int) -> tuple[Engine, str]:
    """The first engine that can serve, and why it is not with ``voice`` ("" when it is).

    Raises ``NoEngine`` with every reason.
    """
    reasons = []
    for opener in openers:
        try:
            engine = opener(voice, rate)
        except NoEngine as reason:
            reasons.append(str(reason))
            continue
        if not voice or engine.voice == voice:
            return engine, ""
        return engine, " ".join([*reasons, USUAL]) if reasons else NOT_HERE
    raise NoEngine(" ".join(reasons) or "No speech engine is set up.")
