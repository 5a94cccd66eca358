"""The window: built once, run, and closed in order."""

from __future__ import annotations

import logging
import os
import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from supple import __version__
from supple.desk.keep_awake import KeepAwake
from supple.figure.book import load_figures
from supple.play.player import Player
from supple.shell import bench, logs
from supple.shell.conductor import Conductor
from supple.shell.deps import Deps
from supple.shell.options import FINE, Options
from supple.shell.pages import Pages
from supple.shell.parts import Parts
from supple.shell.post import Post
from supple.shell.wiring import wire
from supple.store.assets import asset
from supple.store.recorder import Recorder
from supple.store.unsaved import Unsaved
from supple.ui.look import Look
from supple.ui.session.page import SessionPage
from supple.ui.window import MainWindow
from supple.voice.speaker import make_speaker

log = logging.getLogger(__name__)


def run(options: Options) -> int:
    """Open the window and stay until it is closed. Returns the exit code.

    Raises UserError when ``--start`` names nothing.
    """
    deps = Deps.of(options)
    _choose_platform()
    app = application()
    program = Program(deps, app)
    crashes = logs.start(deps.paths.log_file, program.tell)
    logs.take_qt_messages()
    program.open()
    code = app.exec()
    program.close()
    if crashes is not None:
        crashes.close()
    return code or FINE


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


def _choose_platform() -> None:
    """Without a display draw into memory: Qt would end the process instead."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def read_resource(name: str) -> bytes:
    """The bytes of ``resources/NAME``."""
    return asset(f"resources/{name}").read_bytes()


def figure_names() -> list[str]:
    """The ids of the drawn figures."""
    files = asset("resources/figures").iterdir()
    return sorted(file.stem for file in files if file.suffix == ".json")


class Program:
    """The parts, their wiring, and the order in which they start and end."""

    def __init__(self, deps: Deps, app: QApplication) -> None:
        self.deps = deps
        self._app = app
        self._post = Post()
        look = Look(read_resource)
        figures = load_figures(read_resource, figure_names())
        window = MainWindow(look, figures, deps.settings)
        page = SessionPage(look, figures)
        self.parts = Parts(
            look=look,
            window=window,
            page=page,
            pages=Pages(deps, window, look),
            player=Player(deps.clock),
            speaker=make_speaker(
                str(deps.paths.voice_cache),
                self._post,
                lambda state: self.conductor.show_voice(state),
                voice=deps.settings.voice,
            ),
            recorder=Recorder(
                deps.history, deps.now, deps.new_id, Unsaved(deps.paths.unsaved_dir), self.tell
            ),
            keep_awake=KeepAwake(),
        )
        self.conductor = Conductor(deps, self.parts, self.leave)
        wire(deps, self.parts, self.conductor)
        window.set_session_page(page)

    def open(self) -> None:
        """Show the window; what can wait comes after its first picture."""
        parts = self.parts
        parts.pages.apply(self.deps.settings)
        parts.pages.refresh()
        bench.watch_first_paint(parts.window)
        parts.window.closed.connect(self.leave)
        parts.window.show()
        QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        parts = self.parts
        parts.pages.show_all()
        for number, text in enumerate(self.deps.notices):
            parts.window.notice(f"start-{number}", text)
        self.conductor.apply_voice()
        parts.speaker.start()
        if self.deps.start:
            self.conductor.start(self.deps.start)

    def tell(self, text: str) -> None:
        """Tell the person one sentence, from whatever thread."""
        self._post(lambda: self.parts.window.notice("told", text, "care"))

    def leave(self) -> None:
        """End the program once what runs now is done."""
        QTimer.singleShot(0, self._quit)

    def _quit(self) -> None:
        self.parts.window.force_close()
        self._app.exit(FINE)

    def close(self) -> None:
        """Let go of everything: the worker, the history."""
        self.parts.speaker.close()
        if self.deps.history is not None:
            self.deps.history.close()
