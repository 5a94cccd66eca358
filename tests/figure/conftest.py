"""The shipped figures, and pictures of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from supple.figure.book import Figures, load_figures
from supple.figure.drawing import Drawing
from supple.figure.port import FigureView

RESOURCES = Path(__file__).parents[2] / "resources"
IDS = tuple(sorted(path.stem for path in (RESOURCES / "figures").glob("*.json")))

Render = Callable[..., QImage]
Canvas = Callable[[Callable[[QPainter], None]], QImage]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``figure_id`` runs for every figure."""
    if "figure_id" in metafunc.fixturenames:
        metafunc.parametrize("figure_id", IDS)


@pytest.fixture(scope="session")
def figures() -> Figures:
    return load_figures(lambda name: (RESOURCES / name).read_bytes(), IDS)


@pytest.fixture(scope="session")
def drawings(figures: Figures) -> dict[str, Drawing]:
    found = {name: figures.drawing(name) for name in IDS}
    return {name: drawing for name, drawing in found.items() if drawing is not None}


@pytest.fixture(scope="session")
def render(figures: Figures) -> Render:
    """A picture of a view on a plain ground."""

    def draw(view: FigureView, width: int = 320, height: int = 240) -> QImage:
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor("#F2EDE4"))
        painter = QPainter(image)
        figures.paint(painter, QRectF(0, 0, width, height), view)
        painter.end()
        return image

    return draw


@pytest.fixture(scope="session")
def canvas() -> Canvas:
    """A transparent picture of the body's space, -600 to 600 across and -1100 to 100 down."""

    def draw(paint: Callable[[QPainter], None]) -> QImage:
        image = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(0, 0, 0, 0))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(0.25, 0.25)
        painter.translate(600, 1100)
        paint(painter)
        painter.end()
        return image

    return draw
