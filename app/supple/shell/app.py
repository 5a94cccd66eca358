"""The window: shown first, completed behind its first picture, and closed in order."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from supple import APP_ID, __version__
from supple.shell.deps import Deps
from supple.shell.display import choose_platform
from supple.shell.first_paint import after_first_paint
from supple.shell.handing_over import be_alone, hand_over
from supple.shell.options import FINE, Options
from supple.store.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.shell.guidance import Guidance


def run(options: Options) -> int:
    """Open the window, or begin in the tray, and stay until somebody leaves.

    Where the profile is open already, that Supple is told what is wished. Returns the exit
    code. Raises UserError when ``--start`` names nothing, or the other does not answer.
    """
    paths = Paths.of(options.profile)
    alone = be_alone(paths)
    if alone is None:
        print(hand_over(paths, *_wish(options)))
        return FINE
    try:
        deps = Deps.of(options)
        choose_platform()
        app = application()
        from supple.shell.resident import Resident

        resident = Resident(deps, app)
        if options.tray:
            resident.stay_hidden()
        else:
            resident.open()
        return resident.stay()
    finally:
        alone.release()


def _wish(options: Options) -> tuple[str, ...]:
    """What the Supple that is open already is told."""
    if options.start:
        return "start", options.start
    if options.open is not None:
        # The other one stands in a folder of its own.
        return "open", str(options.open.absolute())
    # Started with the computer, while it is there already: nobody asked for a window.
    return ("break", "status") if options.tray else ("show",)


def application() -> QApplication:
    """The one QApplication of the process, named."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("supple")
    QCoreApplication.setApplicationVersion(__version__)
    app = _new_application()
    app.setApplicationDisplayName("Supple")
    app.setDesktopFileName(APP_ID)
    return app


def _new_application() -> QApplication:
    if sys.platform == "darwin":
        from supple.shell.opened_files import OpeningApplication

        return OpeningApplication(["supple"])
    return QApplication(["supple"])


UNSEEN_MS = 1000
"""A window that starts minimised is not painted: after this it counts as seen all the same."""


class Loop(Protocol):
    """What of the QApplication keeps the program running."""

    def exec(self) -> int: ...

    def exit(self, code: int = 0) -> None: ...


class Program:
    """The window and, from its first picture on, everything that guides a session.

    Nothing of a session is imported before the window is seen: that is a third of the start.
    """

    def __init__(self, deps: Deps, loop: Loop) -> None:
        # What a window is made of: the tray does without.
        from supple.shell.pages import Pages, apply_settings
        from supple.shell.resources import named_by, open_figures, read_resource
        from supple.ui.look import Look
        from supple.ui.window import MainWindow

        self.deps = deps
        self._loop = loop
        self.look = Look(read_resource)
        apply_settings(self.look, deps.settings)
        self.figures = open_figures(deps.paths)
        self.figures.set_words(named_by(lambda: deps.library))
        self.window = MainWindow(self.look, self.figures, deps.settings, deps.kept)
        self.pages = Pages(deps, self.window, self.look)
        self.guidance: Guidance | None = None
        self.then: Callable[[Guidance], None] | None = None
        """Called once with what guides a session, when all of it is there."""
        self.leaving = False
        """Whether closing the window is to end the program, whatever the tray says."""

    def open(self) -> None:
        """Show the window; what can wait comes after its first picture."""
        self.pages.refresh()
        self.window.closed.connect(self.leave)
        after_first_paint(self.window, self.complete, UNSEEN_MS)
        if "SUPPLE_BENCH" in os.environ:
            from supple.shell import bench

            # The last to watch is the first to be told.
            bench.watch_first_paint(self.window)
        self.window.show()

    def complete(self) -> Guidance:
        """Build what guides a session, tell what is to be told, start what was asked for."""
        if self.guidance is not None:
            return self.guidance
        from supple.shell import sweeping
        from supple.shell.guidance import Guidance

        self.window.finish()
        self.guidance = Guidance(self.deps, self.look, self.window, self.figures, self.pages)
        self.guidance.start(self.leave)
        self.pages.show_others()
        for number, text in enumerate(self.deps.notices):
            self.window.notice(f"start-{number}", text)
        sweeping.begin()
        if self.then is not None:
            self.then(self.guidance)
        if self.deps.start:
            self.guidance.begin(self.deps.start)
        if self.deps.open:
            self.guidance.sharing.open(self.deps.open)
        self._warm()
        return self.guidance

    def _warm(self) -> None:
        from supple.shell.prewarm import Prewarm

        window = self.window
        Prewarm(lambda: window.in_session or not window.isVisible(), parent=window).begin()

    def stay(self) -> int:
        """Run until the window is closed, then let go of everything."""
        code = self._loop.exec()
        self.close()
        return code or FINE

    def keep_place(self) -> None:
        """Remember where the window stands, or stood when it was hidden."""
        from supple.ui.window_place import place_of

        self.window.window_moved.emit(place_of(self.window))

    def leave(self) -> None:
        """End the program once what runs now is done."""
        QTimer.singleShot(0, self._quit)

    def _quit(self) -> None:
        self.window.force_close()
        self._loop.exit(FINE)

    def close(self) -> None:
        """Let go of the worker, the history and the log."""
        if self.guidance is not None:
            self.guidance.close()
        if self.deps.history is not None:
            self.deps.history.close()
