from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from supple.figure.pens import fill, moved, stroke, within

Canvas = Callable[[Callable[[QPainter], None]], QImage]
RED = QColor("#FF0000")


def _box(x: float, y: float, size: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(x, y, size, size)
    return path


def _red(image: QImage, x: float, y: float) -> bool:
    return image.pixelColor(round((x + 600) / 4), round((y + 1100) / 4)).red() > 200


def test_within_never_widens_a_clip_that_is_set(canvas: Canvas) -> None:
    def paint(p: QPainter) -> None:
        p.setClipPath(_box(0, 0, 100))
        with within(p, _box(-300, -300, 600)):
            fill(p, _box(-300, -300, 600), RED)

    image = canvas(paint)
    assert _red(image, 50, 50)
    assert not _red(image, -100, -100)


def test_the_clip_is_gone_afterwards(canvas: Canvas) -> None:
    def paint(p: QPainter) -> None:
        with within(p, _box(0, 0, 10)):
            pass
        fill(p, _box(-300, -300, 600), RED)

    assert _red(canvas(paint), -100, -100)


def test_moved_turns_clockwise_and_comes_back(canvas: Canvas) -> None:
    def paint(p: QPainter) -> None:
        with moved(p, (100, 0), 90):
            fill(p, _box(0, -40, 80), RED)
        fill(p, _box(-300, -40, 80), RED)

    image = canvas(paint)
    assert _red(image, 100, 40)
    assert _red(image, -260, 0)


def test_a_stroke_does_not_fill(canvas: Canvas) -> None:
    image = canvas(lambda p: stroke(p, _box(-200, -200, 400), RED, 20))
    assert _red(image, -200, 0)
    assert not _red(image, 0, 0)
