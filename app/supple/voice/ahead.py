"""The sentences still to be made ready before they are needed. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

MOST_TRIES = 2
"""A sentence that took its worker down twice is not tried again."""


class Ahead:
    """Keeps a few sentences on their way and tells how far it has come."""

    def __init__(self, at_once: int = 4) -> None:
        self._at_once = at_once
        self._left: deque[str] = deque()
        self._on_way: dict[int, str] = {}
        self._lost: dict[str, int] = {}
        self.total = 0
        self.lengths: dict[str, float] = {}
        """Real seconds of every sentence made ready so far."""

    @property
    def done(self) -> int:
        return self.total - len(self._left) - len(self._on_way)

    def replace(self, texts: Iterable[str]) -> None:
        """New sentences, each once; answers for earlier ones still count as lengths."""
        self._left = deque(dict.fromkeys(t for t in texts if t.strip()))
        self._on_way.clear()
        self.total = len(self._left)

    def forget(self) -> None:
        """No length is true any more, and nothing is wanted."""
        self.replace(())
        self.lengths.clear()

    def next(self) -> str | None:
        """The next sentence to ask for; None when none is left or enough are on their way."""
        if not self._left or len(self._on_way) >= self._at_once:
            return None
        return self._left[0]

    def sent(self, ident: int) -> None:
        """The sentence ``next`` named is on its way as request ``ident``."""
        self._on_way[ident] = self._left.popleft()

    def ready(self, ident: int, seconds: float) -> str | None:
        """Request ``ident`` is ready: its sentence, or None where it is no longer wanted."""
        text = self._on_way.pop(ident, None)
        if text is not None:
            self.lengths[text] = seconds
        return text

    def failed(self, ident: int) -> str | None:
        """Request ``ident`` cannot be said: its sentence, None where it is not wanted."""
        return self._on_way.pop(ident, None)

    def lost(self, ident: int) -> str | None:
        """The worker died: the sentence waits again, or is given up, and then returned."""
        text = self._on_way.pop(ident, None)
        if text is None:
            return None
        self._lost[text] = self._lost.get(text, 0) + 1
        if self._lost[text] >= MOST_TRIES:
            return text
        self._left.append(text)
        return None

    def give_up(self) -> tuple[str, ...]:
        """Everything not ready; nothing is left."""
        texts = (*self._on_way.values(), *self._left)
        self._left.clear()
        self._on_way.clear()
        return texts
