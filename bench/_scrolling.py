"""Inside the program that bench/scrolling.py measures: turns the wheel and moves the pointer."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from supple.core.routine import Routine
from supple.shell.app import Program, application
from supple.shell.deps import Deps
from supple.shell.options import parse
from supple.ui.history.page import HistoryPage
from supple.ui.pages import Place

TURNS = 120
"""Movements of the wheel, and of the pointer: two seconds at 60 pictures a second."""
ROWS = 100
SETTLE_S = 1.5


class Hand:
    """Moves things and says how long each movement held up the window, as processor time."""

    def __init__(self, app: QApplication) -> None:
        self._app = app

    def settle(self) -> None:
        ends = time.perf_counter() + SETTLE_S
        while time.perf_counter() < ends:
            self._app.processEvents()
            time.sleep(0.001)

    def scroll(self, area: QAbstractScrollArea) -> list[float]:
        """Milliseconds of each turn of the wheel, down and half way up again."""
        port = area.viewport()
        return [self._timed(partial(self._turn, port, n)) for n in range(TURNS)]

    def hover(self, area: QAbstractScrollArea) -> list[float]:
        """Milliseconds of each movement of the pointer across what is in view."""
        port = area.viewport()
        return [self._timed(partial(self._move, port, n)) for n in range(TURNS)]

    def _timed(self, act: Callable[[], object]) -> float:
        began = time.process_time()
        act()
        self._app.processEvents()
        took = (time.process_time() - began) * 1000
        time.sleep(0.002)
        return took

    def _turn(self, port: QWidget, n: int) -> None:
        at = QPointF(port.rect().center())
        self._app.sendEvent(
            port,
            QWheelEvent(
                at,
                port.mapToGlobal(at),
                QPoint(),
                QPoint(0, -120 if n < TURNS * 2 // 3 else 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    def _move(self, port: QWidget, n: int) -> None:
        at = QPoint(port.width() // 3, (n * 11) % max(1, port.height()))
        below = port.childAt(at) or port
        place = QPointF(below.mapFrom(port, at))
        nothing = Qt.MouseButton.NoButton
        self._app.sendEvent(
            below,
            QMouseEvent(
                QMouseEvent.Type.MouseMove,
                place,
                below.mapToGlobal(place),
                nothing,
                nothing,
                Qt.KeyboardModifier.NoModifier,
            ),
        )


def _longest(widget: QWidget) -> QAbstractScrollArea:
    """What in ``widget`` has most to scroll."""
    areas = [a for a in widget.findChildren(QAbstractScrollArea) if a.isVisible()]
    return max(areas, key=lambda area: area.verticalScrollBar().maximum())


def main(profile: Path) -> NoReturn:
    """Print what was measured, and end the process."""
    app = application()
    program = Program(Deps.of(parse(["--profile", str(profile), "--mute"])), app)
    program.open()
    guidance = program.complete()
    pages, hand = program.window.pages, Hand(app)
    told: dict[str, list[float]] = {}

    def measure(name: str) -> None:
        hand.settle()
        page = pages.inside or pages._page_of(pages.place)
        area = _longest(page)
        told[name] = [*hand.scroll(area), *hand.hover(area)]

    pages.turn(Place.LIBRARY)
    measure("library")
    pages.turn(Place.HISTORY)
    history = pages._page_of(Place.HISTORY)
    assert isinstance(history, HistoryPage)
    history._turn("sessions")
    measure("sessions")
    usual = guidance.library.find("desk-break")
    assert isinstance(usual, Routine)
    steps = (usual.steps * ROWS)[:ROWS]
    guidance.library.put(replace(usual, id="long-one", name="A long one", steps=steps))
    program.window.own.edit_asked.emit("long-one")
    measure(f"{ROWS} rows")
    print(json.dumps(told), flush=True)
    # Nothing of a measured program is to be saved.
    os._exit(0)
