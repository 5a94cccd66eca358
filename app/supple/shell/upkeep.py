"""What is done for the history by itself: a copy a day, and the exchange with other computers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.errands import Errands

if TYPE_CHECKING:
    from datetime import datetime

    from supple.store.backups import Backup
    from supple.store.journal import Exchanged
    from supple.store.paths import Paths

log = logging.getLogger(__name__)
FIRST_MS = 20_000
"""After the window is up: nobody is to wait for it."""
SOON_MS = 3_000
"""After a change of the history; several changes in a row are one exchange."""
EVERY_MS = 15 * 60_000
"""So often what others wrote is looked for."""


class Upkeep:
    """Runs its errands off the window's thread, never while a session runs."""

    def __init__(
        self,
        deps: Deps,
        errands: Errands,
        *,
        busy: Callable[[], bool],
        took_in: Callable[[], None],
        tell: Callable[[str], None],
        parent: QObject,
    ) -> None:
        """``busy`` says whether a session runs; ``took_in`` is called when others had news."""
        self._deps = deps
        self._errands = errands
        self._busy = busy
        self._took_in = took_in
        self._tell = tell
        self._told: set[str] = set()
        self.last: Exchanged | None = None
        """What the last exchange came to; None before the first."""
        self._soon = _timer(parent, self.run, once=True)
        self._every = _timer(parent, self.run, once=False)

    def start(self) -> None:
        """Begin, a while from now."""
        self._soon.start(FIRST_MS)
        self._every.start(EVERY_MS)

    def changed(self) -> None:
        """The history has changed: let the other computers know soon."""
        if self._deps.settings.shared_folder:
            self._soon.start(SOON_MS)

    def run(self) -> None:
        """A copy if today's is missing, and an exchange if a folder is shared."""
        if self._busy():
            self._soon.start(FIRST_MS)
            return
        self._take_in()
        self._back_up()
        if self._deps.settings.shared_folder:
            self.exchange(self._on_exchanged)

    def exchange(
        self,
        done: Callable[[Exchanged], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        """Exchange with the folder of the settings now; ``done`` gets what came of it.

        Without ``failed`` the person is told where nothing came of it.
        """
        paths, folder = self._deps.paths, Path(self._deps.settings.shared_folder)

        def work() -> Exchanged:
            from supple.store.journal import exchange

            return exchange(paths, folder)

        self._errands.run(work, done, failed or (lambda error: self._tell(str(error))))

    def stop(self) -> None:
        """Leave it to somebody else from now on."""
        self._soon.stop()
        self._every.stop()

    def close(self) -> None:
        """The last round, at the end of the program; the errands finish it."""
        self.stop()
        self._back_up()
        if self._deps.settings.shared_folder:
            self.exchange(lambda _: None)

    def take(self, found: Exchanged) -> None:
        """Remember what an exchange came to, and show what it brought."""
        self.last = found
        if found.taken:
            self._took_in()

    def _on_exchanged(self, found: Exchanged) -> None:
        self.take(found)
        for problem in found.problems:
            # Said once; the settings page shows what stands.
            if problem not in self._told:
                self._told.add(problem)
                self._tell(problem)
        if not found.problems:
            self._told.clear()

    def _take_in(self) -> None:
        """What a full disk kept out of the history; a start does it too, but that may be weeks
        away."""
        paths = self._deps.paths
        if self._deps.history is None or not any(paths.unsaved_dir.glob("*.json")):
            return

        def work() -> int:
            from supple.shell.history_files import beside
            from supple.store.unsaved import Unsaved

            with beside(paths) as history:
                return len(Unsaved(paths.unsaved_dir).take_in(history)[0])

        self._errands.run(work, self._on_taken_in, lambda error: log.warning("%s", error))

    def _on_taken_in(self, sessions: int) -> None:
        if sessions:
            log.info("%d sessions could not be saved then and are saved now", sessions)
            self._took_in()

    def _back_up(self) -> None:
        """Today's copy, which reads the whole file; without one it is read once a week."""
        if self._deps.history is None:
            return
        paths, now = self._deps.paths, self._deps.now()
        if not self._deps.settings.daily_backup:
            self._errands.run(lambda: check(paths, now), lambda _: None, self._not_sound)
            return

        def work() -> Backup | None:
            from supple.store.backups import make_daily

            return make_daily(paths, now)

        self._errands.run(work, _log_backup, self._not_backed_up)

    def _not_backed_up(self, error: UserError) -> None:
        log.warning("no backup: %s", error)
        if "backup" not in self._told:
            self._told.add("backup")
            self._tell(f"Today's backup could not be made. {error}")

    def _not_sound(self, error: UserError) -> None:
        log.warning("the history is not sound: %s", error)
        if "check" not in self._told:
            self._told.add("check")
            self._tell(str(error))


def check(paths: Paths, now: datetime) -> None:
    """Read the whole history once a week. Raises UserError when it is damaged.

    The next start then restores it.
    """
    from supple.shell.history_files import beside
    from supple.store.opening import suspect
    from supple.store.sqlite_errors import DamagedError

    try:
        with beside(paths) as history:
            history.check_when_due(now, whole=True)
    except DamagedError:
        suspect(paths)
        raise


def _log_backup(made: Backup | None) -> None:
    if made is not None:
        log.info("backed up to %s", made.path.name)


def _timer(parent: QObject, then: Callable[[], None], *, once: bool) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(once)
    timer.timeout.connect(then)
    return timer
