"""Several things that all are to be done, whatever becomes of each."""

from __future__ import annotations

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)


def each(*acts: Callable[[], object]) -> None:
    """Call every one of ``acts``, in this order. An error of one is logged and stops no other."""
    for act in acts:
        try:
            act()
        except Exception:
            log.exception("one of the last things was not done")
