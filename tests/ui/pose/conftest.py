"""The editor with the figures that ship."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.figure.book import Figures, load_figures
from supple.ui.look import Look
from supple.ui.pose.editor import PoseEditor

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
SHOWN = ("supine-strap-straight-leg", "arm-circles", "seated-heel-out")

Open = Callable[..., PoseEditor]


def name_of(figure: str) -> str:
    """Two of the figures are stretches."""
    names = {"seated-heel-out": "Seated, one heel out", "arm-circles": "Circle the arms"}
    return names.get(figure, "")


@pytest.fixture(scope="session")
def book() -> Figures:
    return load_figures(lambda name: (RESOURCES / name).read_bytes(), SHOWN)


@pytest.fixture
def opened(qtbot: QtBot, look: Look, book: Figures) -> Iterator[Open]:
    """Opens the editor over a window of 1100 by 760."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 760)
    below = QWidget(window)

    def make(figure: str = "") -> PoseEditor:
        start = book.drawing(figure) if figure else None
        editor = PoseEditor(
            look,
            book,
            "own-one",
            words="A person.",
            name_of=name_of,
            start_from=start,
            parent=window,
        )
        window.show()
        # Shortcuts work in the active window only.
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        editor.open(below)
        return editor

    yield make
    window.hide()


@pytest.fixture
def dragged() -> Callable[[PoseEditor, str, int, int], None]:
    """Drags a handle with the mouse."""

    def drag(editor: PoseEditor, name: str, dx: int, dy: int) -> None:
        """Pixels."""
        at = editor.canvas.place_of(name).toPoint()
        QTest.mousePress(editor.canvas, Qt.MouseButton.LeftButton, pos=at)
        for part in (1, 2, 3, 4):
            QTest.mouseMove(editor.canvas, at + QPoint(dx, dy) * part / 4)
        QTest.mouseRelease(editor.canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(dx, dy))

    return drag
