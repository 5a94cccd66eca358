"""Something that is listened to until it is closed."""

from __future__ import annotations

from collections.abc import Callable


class Watching:
    """True while it listens; otherwise ``why_not`` says why nobody can."""

    def __init__(self, how: str, why_not: str = "", stop: Callable[[], None] | None = None) -> None:
        self.how = how
        """The way that worked; "" for none."""
        self.why_not = why_not
        """Every way tried before, with its reason; "" when the first one worked."""
        self._stop = stop

    def __bool__(self) -> bool:
        return self._stop is not None

    def close(self) -> None:
        """Listen no more. Closing twice does nothing."""
        stop, self._stop = self._stop, None
        if stop is not None:
            stop()
