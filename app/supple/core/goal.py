"""What a weekly goal is counted in."""

from __future__ import annotations

from enum import StrEnum


class GoalCounts(StrEnum):
    """What a week's goal counts."""

    DAYS = "days"
    """Days with a session; a second one on the same day adds nothing."""
    SESSIONS = "sessions"
