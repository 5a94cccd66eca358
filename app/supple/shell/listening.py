"""Hears what later starts wish, and when the computer wakes or is unlocked."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from supple.desk import clock_set, suspend
from supple.desk.screen_lock import ScreenLock
from supple.desk.single_instance import Door

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supple.desk.single_instance import Wish
    from supple.store.paths import Paths

log = logging.getLogger(__name__)


def listen(
    paths: Paths,
    app: QApplication,
    heard: Callable[[Wish], str],
    open_file: Callable[[str], object],
    look: Callable[[], None],
) -> list[Callable[[], None]]:
    """Begin; returns what ends it, to be called in the reverse order.

    ``heard`` answers a later start, ``open_file`` takes what the system has the program open,
    ``look`` is called when the person may be back.
    """
    door = Door(paths.runs_dir)
    why_not = door.open(heard)
    if why_not:
        log.warning("a second start cannot hand over: %s", why_not)
    if sys.platform == "darwin":
        from supple.shell.opened_files import OpeningApplication

        if isinstance(app, OpeningApplication):
            app.give_to(open_file)
    lock = ScreenLock()
    watches = [
        suspend.watch(lambda: None, look),
        lock.watch(lambda _: look()),
        clock_set.watch(look),
    ]
    for watch in watches:
        if not watch:
            log.info("not watched: %s", watch.why_not)
    return [*(watch.close for watch in watches), lock.close, door.close]
