from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from supple.core.routine import Side
from supple.figure.image_stage import ImageStage, fitted
from supple.figure.port import FigureView


def half_and_half(width: int = 200, height: int = 100) -> QImage:
    """Red at the left, blue at the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(QRect(0, 0, width // 2, height), QColor("red"))
    painter.end()
    return image


def shown(view: FigureView, image: QImage | None = None, stage: ImageStage | None = None) -> QImage:
    made = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(0)
    painter = QPainter(made)
    (stage or ImageStage()).paint(painter, QRectF(0, 0, 300, 300), image or half_and_half(), view)
    painter.end()
    return made


def test_it_is_fitted_whole_and_in_its_proportions() -> None:
    assert fitted(QRectF(0, 0, 300, 300), QSize(200, 100)) == QRectF(0, 75, 300, 150)
    assert fitted(QRectF(10, 0, 300, 60), QSize(100, 200)) == QRectF(145, 0, 30, 60)
    made = shown(FigureView("own-a"))
    assert made.pixelColor(150, 60).alpha() == 0
    assert made.pixelColor(150, 80).alpha() == 255
    assert made.pixelColor(150, 240).alpha() == 0


@pytest.mark.parametrize("side", list(Side))
def test_it_is_never_mirrored(side: Side) -> None:
    made = shown(FigureView("own-a", side=side))
    assert made.pixelColor(40, 150) == QColor("red")
    assert made.pixelColor(260, 150) == QColor("blue")


def test_it_pales_while_a_session_waits() -> None:
    assert shown(FigureView("own-a", fade=0.4)).pixelColor(40, 150).alpha() == pytest.approx(
        0.4 * 255, abs=2
    )


def test_its_corners_are_round() -> None:
    made = shown(FigureView("own-a"))
    assert made.pixelColor(0, 75).alpha() == 0
    assert made.pixelColor(10, 85).alpha() == 255


def test_a_picture_is_scaled_once_for_each_size_and_anew_when_told() -> None:
    stage, view = ImageStage(), FigureView("own-a")
    shown(view, stage=stage)
    grey = QImage(200, 100, QImage.Format.Format_RGB32)
    grey.fill(QColor("grey"))
    assert shown(view, grey, stage).pixelColor(40, 150) == QColor("red")
    stage.forget()
    assert shown(view, grey, stage).pixelColor(40, 150) == QColor("grey")


def test_what_is_see_through_shows_the_ground() -> None:
    clear = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    clear.fill(0)
    assert shown(FigureView("own-a"), clear).pixelColor(150, 150).alpha() == 0


def test_there_is_nothing_to_paint_in_no_room() -> None:
    made = QImage(10, 10, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(0)
    painter = QPainter(made)
    ImageStage().paint(painter, QRectF(), half_and_half(), FigureView("own-a"))
    painter.end()
    assert not any(bytes(made.constBits()))
