from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.routine import Side
from supple.ui.look import Look
from supple.ui.widgets.sideband import BandFace, SideBand

LEFT = BandFace(Side.LEFT, "LEFT LEG", "Right leg next")
RIGHT = BandFace(Side.RIGHT, "RIGHT LEG", "Left leg done")


@pytest.fixture
def band(look: Look, qtbot: QtBot) -> SideBand:
    made = SideBand(look)
    qtbot.addWidget(made)
    made.resize(1100, 84)
    made.show()
    return made


def _grounds(band: SideBand) -> tuple[str, str]:
    """The colours at the two halves' upper corners, where no word reaches."""
    image = band.grab().toImage()
    width = image.width()
    return image.pixelColor(4, 3).name(), image.pixelColor(width - 4, 3).name()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_side_is_a_place_and_a_colour(band: SideBand, look: Look, theme: str) -> None:
    look.set_theme(theme)
    sunken = look.theme.color("sunken").name()
    band.show_face(LEFT)
    assert _grounds(band) == (look.theme.color("left").name(), sunken)
    look.set_reduced_motion(True)
    band.show_face(RIGHT)
    assert _grounds(band) == (sunken, look.theme.color("right").name())


def test_both_legs_fill_the_whole_width(band: SideBand, look: Look) -> None:
    band.show_face(BandFace(Side.BOTH, "BOTH LEGS"))
    rest = look.theme.color("rest-soft").name()
    assert _grounds(band) == (rest, rest)


def test_a_pause_is_soft(band: SideBand, look: Look) -> None:
    band.show_face(BandFace(Side.LEFT, "LEFT LEG", "Right leg next", soft=True))
    assert _grounds(band)[0] == look.theme.color("left-soft").name()


def test_the_block_slides_over(band: SideBand, look: Look, qtbot: QtBot) -> None:
    band.show_face(LEFT)
    assert not band.sliding
    band.show_face(RIGHT)
    assert band.sliding
    qtbot.waitUntil(lambda: not band.sliding, timeout=2000)
    assert _grounds(band)[1] == look.theme.color("right").name()


def test_reduced_motion_does_not_slide(band: SideBand, look: Look) -> None:
    look.set_reduced_motion(True)
    band.show_face(LEFT)
    band.show_face(RIGHT)
    assert not band.sliding


def test_to_and_from_both_legs_nothing_slides(band: SideBand) -> None:
    band.show_face(LEFT)
    band.show_face(BandFace(Side.BOTH, "BOTH LEGS"))
    assert not band.sliding
    band.show_face(RIGHT)
    assert not band.sliding


def test_the_arrow_points_to_the_side(band: SideBand, look: Look) -> None:
    """The arrow's tip is narrow on the side it points to, and sits at the outer edge."""
    look.set_reduced_motion(True)
    band.show_face(BandFace(Side.LEFT, "LEFT LEG"))
    left = band.grab().toImage()
    band.show_face(BandFace(Side.RIGHT, "RIGHT LEG"))
    right = band.grab().toImage()
    white = look.theme.color("on-left")
    row = 42
    first = next(x for x in range(550) if left.pixelColor(x, row) == white)
    last = next(x for x in range(1099, 550, -1) if right.pixelColor(x, row) == white)
    assert abs(first - (1099 - last)) <= 1
    assert left.pixelColor(first, row - 14) != white
    assert left.pixelColor(first + 16, row - 15) == white


@pytest.mark.parametrize("words", ["RIGHT LEG", "RIGHT ARM", "LEFT LEG"])
def test_the_words_fit_their_half_at_any_text_size(look: Look, words: str) -> None:
    for scale in (1.0, 1.2):
        width = QFontMetricsF(look.font("side", scale)).horizontalAdvance(words)
        assert width + (32 + 46 + 18 + 8) * scale <= 550


def test_the_same_again_paints_nothing(band: SideBand, qapp: QApplication, paint_log: type) -> None:
    band.show_face(LEFT)
    qapp.processEvents()
    log = paint_log(band)
    for _ in range(5):
        band.show_face(BandFace(Side.LEFT, "LEFT LEG", "Right leg next"))
        qapp.processEvents()
    assert log.count == 0


def test_a_screen_reader_hears_the_words(band: SideBand) -> None:
    band.show_face(LEFT)
    told = QAccessible.queryAccessibleInterface(band)
    assert told.role() == QAccessible.Role.StaticText
    assert told.text(QAccessible.Text.Name) == "LEFT LEG. Right leg next"
