"""What there is to choose from for the voice, as a person reads it."""

from __future__ import annotations

from typing import NamedTuple

SENTENCE = "Left leg. Pull until you feel a gentle stretch."
"""What a test says."""


class VoiceChoice(NamedTuple):
    """One voice of one engine that was found on this computer."""

    id: str
    name: str
    language: str = ""
    """Such as "en-GB"; "" where the engine does not say."""
    engine: str = ""
    """Such as "espeak-ng"."""
    terms: str = ""
    """Its licence or terms in a few words; "" where they are not known."""


class OutputChoice(NamedTuple):
    """One place where sound can come out."""

    id: str
    name: str


class Trial(NamedTuple):
    """What came of saying one sentence aloud."""

    ok: bool
    words: str
    """What spoke through what, or why nothing was heard."""
