"""How much the voice says."""

from __future__ import annotations

from enum import StrEnum

MAY_BE_OFF = (
    *("name", "why", "setup", "hold", "length", "feel", "mistake", "half", "time"),
    *("countdown", "rep", "last", "rest", "release", "finish"),
)
"""Kinds of lines a person may do without: all but which leg, the answers and letting go."""


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
