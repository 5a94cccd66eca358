"""What something was before each change of it, to go back to and forth again."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

T = TypeVar("T")
MOST: Final = 500
"""Changes that can be taken back; those before are forgotten."""


@dataclass(frozen=True, slots=True)
class Past(Generic[T]):
    """A value with the ones before it and those that were taken back. Never changes itself."""

    now: T
    before: tuple[T, ...] = ()
    """Oldest first."""
    after: tuple[T, ...] = ()
    """What was taken back, the next to come again first."""
    run: Hashable = None
    """What the last change was of; None where the next change is one of its own."""

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self.before)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back that can come again."""
        return bool(self.after)

    def push(self, value: T, run: Hashable = None) -> Past[T]:
        """``value`` from now on; what was taken back before is gone.

        Changes that follow each other with the same ``run``, such as the steps of one number
        box, are taken back as one. A value that is the present one changes nothing.
        """
        if value == self.now:
            return self
        merges = run is not None and run == self.run and bool(self.before) and not self.after
        if not merges:
            return Past(value, (*self.before, self.now)[-MOST:], (), run)
        if value == self.before[-1]:
            # Up and down again: nothing happened.
            return Past(value, self.before[:-1], (), None)
        return replace(self, now=value)

    def sealed(self) -> Past[T]:
        """The same, whose next change is taken back on its own."""
        return replace(self, run=None)

    def undo(self) -> Past[T]:
        """One change back; the same when there is none."""
        if not self.before:
            return self
        return Past(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redo(self) -> Past[T]:
        """One change forth again; the same when there is none."""
        if not self.after:
            return self
        return Past(self.after[0], (*self.before, self.now), self.after[1:])
