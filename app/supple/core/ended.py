"""How a session ended. Apart from the events, so that reading the history needs none of them."""

from __future__ import annotations

from enum import StrEnum


class Ended(StrEnum):
    """How a session ended."""

    FINISHED = "finished"
    STOPPED = "stopped"
    HURT = "hurt"
    CRASHED = "crashed"
