"""Undo and redo of a draft."""

from __future__ import annotations

from typing import Final

from supple.figure.draft import Draft

MOST: Final = 200
"""Steps that can be undone."""


class Steps:
    """A draft and how it came about."""

    def __init__(self, draft: Draft) -> None:
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self.first = draft
        """What was begun with."""
        self.now = draft
        """The draft as it is."""
        self._joined = ""

    @property
    def changed(self) -> bool:
        """Whether it is another than at first."""
        return self.now != self.first

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def take(self, draft: Draft, joined: str = "") -> bool:
        """One step on; False when nothing is new.

        Steps with the same ``joined`` one after the other are undone together: a row of key
        presses on one handle.
        """
        if draft == self.now:
            return False
        if not (joined and joined == self._joined and self._past):
            self._past.append(self.now)
            del self._past[:-MOST]
        self._future.clear()
        self._joined = joined
        self.now = draft
        return True

    def undo(self) -> bool:
        """One step back; False at the beginning."""
        return self._go(self._past, self._future)

    def redo(self) -> bool:
        """One undone step on; False at the end."""
        return self._go(self._future, self._past)

    def _go(self, source: list[Draft], other: list[Draft]) -> bool:
        self._joined = ""
        if not source:
            return False
        other.append(self.now)
        self.now = source.pop()
        return True
