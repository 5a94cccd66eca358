from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.ring import DIAMETER, STROKE, Ring, RingFace

RADIUS = (DIAMETER - STROKE) / 2


@pytest.fixture
def ring(look: Look, qtbot: QtBot) -> Ring:
    made = Ring(look)
    qtbot.addWidget(made)
    made.resize(DIAMETER, DIAMETER)
    made.show()
    return made


def _on_ring(image: QImage, clock_degrees: float) -> QColor:
    """The colour at an angle clockwise from 12 o'clock."""
    angle = math.radians(90 - clock_degrees)
    x = DIAMETER / 2 + RADIUS * math.cos(angle)
    y = DIAMETER / 2 - RADIUS * math.sin(angle)
    return image.pixelColor(round(x), round(y))


def test_the_arc_shortens_back_to_twelve(ring: Ring, look: Look) -> None:
    lit, unlit = look.theme.color("left"), look.theme.color("line")
    ring.show_face(RingFace("Hold", "24", color="left"))
    ring.set_part(0.5)
    image = ring.grab().toImage()
    assert _on_ring(image, 10) == lit
    assert _on_ring(image, 170) == lit
    assert _on_ring(image, 200) == unlit
    assert _on_ring(image, 345) == unlit
    ring.set_part(0.25)
    image = ring.grab().toImage()
    assert _on_ring(image, 10) == lit
    assert _on_ring(image, 170) == unlit


def test_a_full_and_an_empty_ring(ring: Ring, look: Look) -> None:
    ring.show_face(RingFace(color="primary"))
    ring.set_part(1.0)
    image = ring.grab().toImage()
    assert all(_on_ring(image, a) == look.theme.color("primary") for a in range(0, 360, 15))
    ring.set_part(0.0)
    image = ring.grab().toImage()
    assert all(_on_ring(image, a) == look.theme.color("line") for a in range(0, 360, 15))


@pytest.mark.parametrize(("part", "burning"), [(1.0, 5), (0.81, 5), (0.8, 4), (0.1, 1), (0.0, 0)])
def test_get_ready_arcs_go_out_one_by_one(
    ring: Ring, look: Look, part: float, burning: int
) -> None:
    ring.show_face(RingFace("Get ready", "5", color="left", segments=5))
    ring.set_part(part)
    image = ring.grab().toImage()
    middles = [_on_ring(image, 36 + 72 * index) for index in range(5)]
    lit = [color == look.theme.color("left") for color in middles]
    assert lit == [True] * burning + [False] * (5 - burning)
    assert _on_ring(image, 72) == look.theme.color("bg")


@pytest.mark.parametrize(
    "face",
    [
        RingFace("Hold", "88", dots=2, dot=1),
        RingFace("Hold", "8:88", room=4, dots=6, dot=3),
        RingFace("Hold", "58:88", room=5, dots=6, dot=3),
        RingFace("Get ready", "8", note="10 times"),
        RingFace("Twenty letters here.", "88", note="of 10"),
        RingFace("Keep going", "188", note="of 200", room=3),
    ],
    ids=lambda face: face.digits,
)
def test_what_is_inside_never_touches_the_ring(ring: Ring, look: Look, face: RingFace) -> None:
    ring.show_face(face)
    ring.set_part(0.0)
    image = ring.grab().toImage()
    inner = RADIUS - STROKE / 2 - 2
    ground = look.theme.color("bg")
    for degrees in range(360):
        angle = math.radians(degrees)
        x = DIAMETER / 2 + (inner - 2) * math.cos(angle)
        y = DIAMETER / 2 - (inner - 2) * math.sin(angle)
        assert image.pixelColor(round(x), round(y)) == ground, degrees


def test_thirty_frames_of_a_second_paint_only_the_end_of_the_arc(
    ring: Ring, qapp: QApplication, paint_log: type
) -> None:
    ring.show_face(RingFace("Hold", "24", color="left"))
    ring.set_part(0.8)
    qapp.processEvents()
    log = paint_log(ring)
    for frame in range(1, 31):
        ring.set_part(0.8 - frame / 900)
        qapp.processEvents()
    assert 10 < log.count <= 30
    assert all(area.width() < 90 and area.height() < 90 for area in log.areas)


def test_the_same_again_paints_nothing(ring: Ring, qapp: QApplication, paint_log: type) -> None:
    face = RingFace("Hold", "24", color="left")
    ring.show_face(face)
    ring.set_part(0.8)
    qapp.processEvents()
    log = paint_log(ring)
    for _ in range(10):
        ring.show_face(RingFace("Hold", "24", color="left"))
        ring.set_part(0.8)
        qapp.processEvents()
    assert log.count == 0


def test_new_digits_leave_the_arc_alone(ring: Ring, qapp: QApplication, paint_log: type) -> None:
    ring.show_face(RingFace("Hold", "24"))
    qapp.processEvents()
    log = paint_log(ring)
    ring.show_face(RingFace("Hold", "23"))
    qapp.processEvents()
    assert log.count == 1
    assert log.areas[0].width() < DIAMETER - 2 * STROKE


def test_painting_in_pieces_leaves_no_trace(ring: Ring, qapp: QApplication) -> None:
    ring.show_face(RingFace("Hold", "24", color="left"))
    ring.set_part(0.9)
    qapp.processEvents()
    for step in range(60):
        ring.set_part(0.9 - step / 300)
        qapp.processEvents()
    pieced = ring.grab().toImage()
    ring.update()
    qapp.processEvents()
    assert ring.grab().toImage() == pieced


def test_a_tick_at_the_end(ring: Ring, look: Look) -> None:
    ring.show_face(RingFace("Done", tick=True))
    image = ring.grab().toImage()
    teal = look.theme.color("primary")
    inside = [(x, y) for x in range(120, 232) for y in range(120, 260)]
    assert any(image.pixelColor(x, y) == teal for x, y in inside)


def test_a_screen_reader_finds_text_that_does_not_speak_up(ring: Ring) -> None:
    ring.setAccessibleName("Right leg, hold, 24 seconds left")
    told = QAccessible.queryAccessibleInterface(ring)
    assert told.role() == QAccessible.Role.StaticText
    assert told.text(QAccessible.Text.Name) == "Right leg, hold, 24 seconds left"


@pytest.mark.parametrize("segments", [0, 5])
def test_in_high_contrast_the_track_has_an_edge(ring: Ring, look: Look, segments: int) -> None:
    look.set_contrast("high")
    ring.show_face(RingFace(segments=segments))
    ring.set_part(0.0)
    image = ring.grab().toImage()
    y = DIAMETER // 2 + 60
    colors = {image.pixelColor(x, y).name() for x in range(DIAMETER // 4)}
    assert {look.theme.hex("line").lower(), look.theme.hex("track").lower()} <= colors
