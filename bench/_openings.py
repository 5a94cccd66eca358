"""Inside the program that bench/pages.py measures: opens each page twice and times it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from supple.shell.app import Program, application
from supple.shell.deps import Deps
from supple.shell.options import parse
from supple.shell.prewarm import Prewarm
from supple.ui.page import Page
from supple.ui.pages import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

QUIET_MS = 60
"""Milliseconds without a picture after which a page is complete."""
LONGEST_MS = 5000


class Painted(QObject):
    """Whether the window was painted; of its events alone, as to look at all of them takes long."""

    just_now = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            self.just_now = True
        return False


class Openings:
    """Milliseconds by page, in the order of its openings."""

    def __init__(self, program: Program, app: QApplication, shared: Path) -> None:
        self.ms: dict[str, list[float]] = {}
        self.cpu_ms: dict[str, list[float]] = {}
        self._app, self._window = app, program.window
        self._painted = Painted()
        self._painted_at = self._cpu_at = 0.0
        self._window.installEventFilter(self._painted)
        guidance = program.complete()
        self._warm()
        self._nothing = Page(program.look, "Nothing")
        self._mine = guidance.library.copy("desk-break").id
        self._shared = shared
        guidance.sending.write(str(shared), [self._mine])
        self._settle(shared.exists)

    def all_once(self) -> None:
        """Open every page, and what opens in the place of one."""
        pages, own = self._window.pages, self._window.own
        self._open("(nothing)", lambda: pages._stack.show(self._nothing))
        for place in (*(p for p in Place if p is not Place.TODAY), Place.TODAY):
            self._open(place.value, partial(pages.turn, place))
        self._open("sources", pages.show_sources)
        pages.turn(Place.TODAY)
        self._open("routine editor", lambda: own.edit_asked.emit(self._mine))
        pages.go_out()
        self._open("new stretch", own.stretch_new_asked.emit)
        stretch = pages.inside
        assert stretch is not None
        self._open("pose editor", lambda: stretch.pose_asked.emit(""))  # type: ignore[attr-defined]
        self._close("PoseEditor")
        pages.go_out()
        drop = own.file_dropped.emit
        there = "PreviewDialog"
        self._open("shared file", lambda: drop(str(self._shared)), lambda: self._shown(there))
        self._close(there)
        pages.turn(Place.TODAY)

    def _warm(self) -> None:
        """As for somebody who looks at the first page for some seconds."""
        warm = Prewarm(lambda: False)
        while warm.left:
            warm.step()

    def _open(
        self, name: str, turn: Callable[[], object], there: Callable[[], object] = lambda: True
    ) -> None:
        self._settle()
        began, cpu = time.perf_counter(), time.process_time()
        turn()
        self._settle(there)
        self.ms.setdefault(name, []).append((self._painted_at - began) * 1000)
        self.cpu_ms.setdefault(name, []).append((self._cpu_at - cpu) * 1000)

    def _settle(self, there: Callable[[], object] = lambda: True) -> None:
        began = time.perf_counter()
        while True:
            self._app.processEvents()
            now = time.perf_counter()
            if self._painted.just_now:
                self._painted.just_now, self._painted_at = False, now
                self._cpu_at = time.process_time()
            done = (now - max(self._painted_at, began)) * 1000 > QUIET_MS and there()
            if done or (now - began) * 1000 > LONGEST_MS:
                return
            time.sleep(0.0005)

    def _shown(self, kind: str) -> list[QWidget]:
        every = self._window.findChildren(QWidget)
        return [found for found in every if type(found).__name__ == kind and found.isVisible()]

    def _close(self, kind: str) -> None:
        for found in self._shown(kind):
            say_no = getattr(found, "dismiss", None) or found.cancel.click  # type: ignore[attr-defined]
            say_no()
        self._settle()


def main(profile: Path) -> NoReturn:
    """Print what was measured, and end the process."""
    import json

    app = application()
    program = Program(Deps.of(parse(["--profile", str(profile), "--mute"])), app)
    program.open()
    program.look.set_reduced_motion(True)
    openings = Openings(program, app, profile / "shared.supple")
    for _ in range(2):
        openings.all_once()
    print(json.dumps({"wall": openings.ms, "cpu": openings.cpu_ms}), flush=True)
    # Nothing of a measured program is to be saved.
    os._exit(0)
