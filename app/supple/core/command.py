"""What a person can ask of a running session."""

from __future__ import annotations

from enum import StrEnum


class Command(StrEnum):
    """One wish, whatever door it came through: key, button, tray, word."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    PREVIOUS = "previous"
    AGAIN = "again"
    LONGER = "longer"
    """Ten seconds more of this step."""
    SHORTER = "shorter"
    """Ten seconds less of this step."""
    WAIT = "wait"
    """Stand still while something else is looked at; ``GO_BACK`` undoes it."""
    GO_BACK = "go-back"
    """Call off the last ``WAIT`` or ``ASK_STOP`` still open: be again what was before it."""
    ASK_STOP = "ask-stop"
    """Pause and ask whether to stop."""
    STOP = "stop"
    HURTS = "hurts"
    """Let go at once; then one of the next three, or STOP."""
    EASE_OFF = "ease-off"
    """Go on with the same stretch, half as far, for 15 seconds at the most."""
    SKIP_STRETCH = "skip-stretch"
    """Leave this stretch, on both sides, and go to the next one; ``PREVIOUS`` takes it back."""
    PASSED = "passed"
    """It no longer hurts: go on where it stopped."""
