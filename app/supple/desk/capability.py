"""What a desktop can or cannot do, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


class Unavailable(Exception):
    """This desktop does not offer a thing; the message is a short clause saying why."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a self-test."""

    name: str
    ok: bool
    reason: str
    """How it was found to work, or why it does not."""
