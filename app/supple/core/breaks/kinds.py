"""The few words that settings share with breaks. Light: they are read before the first page."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Weekdays in a settings file; their place is ``date.weekday()``."""


class Busy(StrEnum):
    """What a prompt would interrupt."""

    FULL_SCREEN = "full-screen"
    PRESENTING = "presenting"
    MICROPHONE = "microphone"
    """A call or a recording."""
    DO_NOT_DISTURB = "do-not-disturb"
    AWAKE = "awake"
    """A program keeps the screen on: a film, a talk."""
