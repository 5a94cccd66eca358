"""How much the voice says."""

from __future__ import annotations

from enum import StrEnum


class SpeechLevel(StrEnum):
    """From everything to chimes alone. The words on the screen are always all there."""

    AUTO = "auto"
    """Everything in the first week, brief from then on."""
    FULL = "full"
    BRIEF = "brief"
    """Without set-up, lengths and remarks: for those who know the way."""
    NAMES = "names"
    """The stretch and the leg, and nothing else."""
    CHIMES = "chimes"
    """No words: soft chimes where steps begin."""
