"""The window: shown first, completed behind its first picture, and closed in order."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from supple import __version__
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.display import choose_platform
from supple.shell.first_paint import after_first_paint
from supple.shell.options import FINE, Options
from supple.shell.pages import Pages, apply_settings
from supple.shell.resources import open_figures, read_resource
from supple.store.lock import Life, Runs
from supple.store.paths import Paths
from supple.ui.look import Look
from supple.ui.window import MainWindow

if TYPE_CHECKING:
    from supple.shell.guidance import Guidance


def run(options: Options) -> int:
    """Open the window and stay until it is closed. Returns the exit code.

    Raises UserError when ``--start`` names nothing, or the profile is open already.
    """
    alone = be_alone(Paths.of(options.profile))
    try:
        deps = Deps.of(options)
        choose_platform()
        program = Program(deps, application())
        program.open()
        return program.stay()
    finally:
        alone.release()


def be_alone(paths: Paths) -> Runs:
    """Mark ``paths`` as open, for as long as this process lives or until released.

    Two voices and two timers in one room help nobody. Raises UserError when another process
    has them open. A folder that cannot be written is told of later; it does not stop anybody.
    """
    runs = Runs(paths.runs_dir)
    # Take it, then ask why not: of two starts in one instant only one takes it.
    if not runs.take("window") and runs.life("window") is Life.ALIVE:
        raise UserError(
            "Supple is open already. Close its window first, or use another folder with --profile."
        )
    return runs


def application() -> QApplication:
    """The one QApplication of the process, named."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("supple")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(["supple"])
    app.setApplicationDisplayName("Supple")
    app.setDesktopFileName("supple")
    return app


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
        self.deps = deps
        self._loop = loop
        self.look = Look(read_resource)
        apply_settings(self.look, deps.settings)
        self.figures = open_figures()
        self.window = MainWindow(self.look, self.figures, deps.settings, deps.kept)
        self.pages = Pages(deps, self.window, self.look)
        self.guidance: Guidance | None = None

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
        from supple.shell.guidance import Guidance

        self.window.finish()
        self.guidance = Guidance(self.deps, self.look, self.window, self.figures, self.pages)
        self.guidance.start(self.leave)
        self.pages.show_others()
        for number, text in enumerate(self.deps.notices):
            self.window.notice(f"start-{number}", text)
        if not gc.isenabled():
            # What is there now stays: later searches for garbage can pass over it.
            gc.freeze()
            gc.enable()
        if self.deps.start:
            self.guidance.begin(self.deps.start)
        return self.guidance

    def stay(self) -> int:
        """Run until the window is closed, then let go of everything."""
        code = self._loop.exec()
        self.close()
        return code or FINE

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
