"""Work that takes its time, done off the window's thread, one piece after another."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import TypeVar

from supple.core.problem import UserError

log = logging.getLogger(__name__)
LEAVE_S = 10.0
"""How long the end of the program waits for what is under way."""
Result = TypeVar("Result")
Post = Callable[[Callable[[], None]], None]
"""Has something done on the window's thread."""


class Errands:
    """One worker thread, made with the first errand."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._waiting: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._over: list[Callable[[], None]] = []
        self._thread: threading.Thread | None = None

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[UserError], None],
    ) -> None:
        """Do ``work`` when its turn comes; then ``done`` or ``failed`` on the window's thread.

        ``work`` shares no connection with the window. What it raises besides UserError is
        logged and told as a failure.
        """

        def errand() -> None:
            try:
                result = work()
            except UserError as error:
                kept = error
                self._post(lambda: failed(kept))
            except Exception as error:
                log.exception("an errand failed")
                kept = UserError(f"Something went wrong: {error}. The log file says more.")
                self._post(lambda: failed(kept))
            else:
                self._post(lambda: done(result))

        self._waiting.put(errand)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="errands", daemon=True)
            self._thread.start()

    def close(self, wait_s: float = LEAVE_S) -> None:
        """Finish what was asked for, for at most ``wait_s`` seconds."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(wait_s)
            self._thread = None

    def _work(self) -> None:
        while (errand := self._waiting.get()) is not None:
            errand()
            # What it was to do may hold the last hold on a widget, which has to go where it lives.
            self._over.append(errand)
            del errand
            self._post(self._over.clear)
