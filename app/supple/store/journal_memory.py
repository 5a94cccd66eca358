"""What is remembered of the shared folder: how far each file was read, and which one is ours.

It is kept in the history's own file, so that a history put back from a copy reads again what
it has forgotten.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class Mark:
    """How far one file was read."""

    size: int
    """Bytes, up to the end of a line."""
    digest: str
    """Of these bytes."""
    changed_ns: int
    """When the file had been changed last."""
    damaged: int = 0
    """Lines passed over."""
    newer: int = 0
    """Lines for a newer program."""
    by: str = ""
    """The program that read it."""


@dataclass(slots=True)
class Memory:
    """Marks by the name of the file, and what this computer writes to."""

    writer: str
    """Stands in the names of this computer's files."""
    current: str = ""
    """The file appended to last; "" before the first."""
    writing: int = 0
    """Bytes about to be appended to it when this was noted; 0 once they were."""
    marks: dict[str, Mark] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Self | None:
        """What :meth:`text` gave; None when it is not that."""
        try:
            values = json.loads(text)
            marks = {name: Mark(**mark) for name, mark in values.pop("marks").items()}
            memory = cls(marks=marks, **values)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        sound = _is_sound(memory) and all(_is_sound(mark) for mark in marks.values())
        return memory if sound else None

    @property
    def text(self) -> str:
        """To be kept."""
        return json.dumps(asdict(self), separators=(",", ":"))


def _is_sound(row: Memory | Mark) -> bool:
    """Whether every value is of the type its field says."""
    values = [(f.type, getattr(row, f.name)) for f in fields(row) if f.name != "marks"]
    return all(type(value).__name__ == wanted for wanted, value in values)
