"""The picture follows the draft, and the pointer finds the handle it means."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supple.figure.bases import bases
from supple.figure.draft import Draft, from_base
from supple.figure.drafting import drawn
from supple.figure.furnishing import furnished
from supple.figure.posing import turn
from supple.ui.look import Look
from supple.ui.pose.canvas import PoseCanvas

LEFT = Qt.MouseButton.LeftButton
DRAFT = from_base(bases()[0])
LEANT = replace(DRAFT, stretched=turn(DRAFT.start, "lean", 40))


@pytest.fixture
def canvas(qtbot: QtBot, look: Look) -> PoseCanvas:
    made = PoseCanvas(look, (0, 0))
    qtbot.addWidget(made)
    made.resize(700, 560)
    made.frame(DRAFT, anew=True)
    made.show_draft(DRAFT, False)
    made.show()
    return made


def middle(canvas: PoseCanvas, name: str) -> QPoint:
    return canvas.place_of(name).toPoint()


def test_a_drag_says_where_the_handle_is_wanted(canvas: PoseCanvas) -> None:
    told: list[str] = []
    wanted: list[tuple[str, float, float]] = []
    canvas.grabbed.connect(told.append)
    canvas.dragged.connect(lambda *given: wanted.append(given))
    canvas.dropped.connect(told.append)
    at = middle(canvas, "head")
    QTest.mousePress(canvas, LEFT, pos=at)
    QTest.mouseMove(canvas, at + QPoint(50, 0))
    QTest.mouseRelease(canvas, LEFT, pos=at + QPoint(50, 0))
    assert told == ["head", "head"]
    name, x, y = wanted[-1]
    assert name == "head"
    assert x > 100
    assert y == pytest.approx(-1020, abs=30)


def test_the_handle_in_focus_or_under_the_pointer_is_named(canvas: PoseCanvas) -> None:
    canvas.handles["head"].setFocus()
    assert canvas.tag.words == "Head"
    QTest.mouseMove(canvas, middle(canvas, "chest"))
    assert canvas.tag.words.startswith("Chest")
    QTest.mouseMove(canvas, QPoint(10, 10))
    assert canvas.tag.words == "Head"
    canvas.handles["head"].clearFocus()
    assert canvas.tag.isHidden()


def test_a_press_beside_all_handles_does_nothing(canvas: PoseCanvas) -> None:
    told: list[str] = []
    canvas.grabbed.connect(told.append)
    QTest.mouseClick(canvas, LEFT, pos=QPoint(40, 40))
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=middle(canvas, "head"))
    assert told == []


def test_where_both_feet_stand_the_near_one_is_meant(canvas: PoseCanvas) -> None:
    told: list[str] = []
    canvas.grabbed.connect(told.append)
    between = (middle(canvas, "near.foot") + middle(canvas, "far.foot")) / 2
    QTest.mousePress(canvas, LEFT, pos=between)
    QTest.mouseRelease(canvas, LEFT, pos=between)
    assert told == ["near.foot"]


def test_pointing_at_a_handle_lights_it(canvas: PoseCanvas) -> None:
    QTest.mouseMove(canvas, middle(canvas, "hips"))
    assert canvas.handles["hips"].hot
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    QTest.mouseMove(canvas, QPoint(30, 30))
    assert not canvas.handles["hips"].hot


def test_feet_that_stand_are_marked(canvas: PoseCanvas) -> None:
    assert canvas.handles["near.foot"].held
    assert not canvas.handles["near.hand"].held
    assert canvas.handles["near.knee"].accessibleName() == "Near knee, 10 degrees"


def test_the_other_pose_is_a_ghost(canvas: PoseCanvas) -> None:
    plain = canvas.grab().toImage()
    canvas.show_draft(LEANT, False)
    assert canvas.grab().toImage() != plain
    canvas.show_draft(DRAFT, False)
    assert canvas.grab().toImage() == plain


def test_mirrored_handles_are_on_the_other_side(canvas: PoseCanvas) -> None:
    canvas.show_draft(LEANT, True)
    right = canvas.place_of("head").x()
    canvas.set_mirrored(True)
    assert canvas.place_of("head").x() < right - 50
    told: list[float] = []
    canvas.dragged.connect(lambda _n, x, _y: told.append(x))
    at = middle(canvas, "head")
    QTest.mousePress(canvas, LEFT, pos=at)
    QTest.mouseMove(canvas, at + QPoint(-40, 0))
    QTest.mouseMove(canvas, at + QPoint(-80, 0))
    QTest.mouseRelease(canvas, LEFT, pos=at + QPoint(-80, 0))
    assert told[-1] > told[0]


def test_a_thing_has_a_handle_only_when_it_is_there(canvas: PoseCanvas) -> None:
    assert canvas.handles["wall"].isHidden()
    with_wall = furnished(DRAFT, "wall", "yes")
    canvas.show_draft(with_wall, False)
    assert not canvas.handles["wall"].isHidden()
    assert canvas.handles["wall"].accessibleName() == "Wall"


def test_the_frame_grows_and_is_made_anew(canvas: PoseCanvas) -> None:
    before = canvas.place_of("head")
    canvas.frame(LEANT)
    grown: Draft = furnished(DRAFT, "wall", "yes")
    canvas.frame(grown)
    assert canvas.place_of("head") != before
    canvas.frame(DRAFT, anew=True)
    assert canvas.place_of("head") == before


def test_while_it_plays_there_are_no_handles(canvas: PoseCanvas) -> None:
    canvas.play(drawn(LEANT, "own-one", "-"), 0.5)
    assert all(handle.isHidden() for handle in canvas.handles.values())
    half = canvas.grab().toImage()
    canvas.play(drawn(LEANT, "own-one", "-"), 1.0)
    assert canvas.grab().toImage() != half
    canvas.play(None)
    assert not canvas.handles["head"].isHidden()


def test_a_dark_stage_is_painted_dark(canvas: PoseCanvas, look: Look) -> None:
    look.set_theme("dark")
    corner = QColor(canvas.grab().toImage().pixel(20, 20))
    assert corner.lightness() < 80
