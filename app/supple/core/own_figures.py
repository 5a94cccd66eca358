"""The names of a person's own figures: poses and images that no shipped figure is confused with."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from supple.core.format_fields import ID_LENGTH

OWN: Final = "own-"
"""Begins the id of every own figure, and of no other."""
POSE: Final = ".json"
IMAGE: Final = ".png"
# Compiled when it is needed: a start without own figures does without.
_FILE: Final = r"(own(?:-[a-z0-9]+)+)\.(?:json|png)"
_LONGEST: Final = 48


def is_own(figure: str) -> bool:
    """Whether ``figure`` is the id of an own figure."""
    return figure.startswith(OWN)


def figure_id(file_name: str) -> str:
    """The id of the figure in ``own-calf.png`` or ``own-calf.json``; "" for any other name."""
    match = re.fullmatch(_FILE, file_name)
    return match[1] if match and len(match[1]) <= ID_LENGTH else ""


def fresh_id(name: str, taken: Collection[str]) -> str:
    """An id for a new figure, made from ``name`` and not among ``taken``.

    No picture ever takes the place of another under its id: undoing a choice is then only
    naming the old one again.
    """
    from supple.core.fresh import fresh, slug  # only what makes a figure needs them

    return fresh(f"{OWN}{slug(name, 'figure')[:_LONGEST].strip('-')}", taken)
