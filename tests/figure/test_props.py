from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QPainter

from supple.figure.drawing import Prop
from supple.figure.palette import palette
from supple.figure.props import KINDS, SEAT, paint_props

Canvas = Callable[[Callable[[QPainter], None]], QImage]
C = palette(False)


def _drawn(image: QImage) -> list[tuple[float, float]]:
    """Solid places, in the body's units."""
    return [
        (x * 4 - 600, y * 4 - 1100)
        for x in range(300)
        for y in range(300)
        if image.pixelColor(x, y).alpha() > 200
    ]


def _prop(canvas: Canvas, *props: Prop) -> list[tuple[float, float]]:
    return _drawn(canvas(lambda p: paint_props(p, props, C)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_seen(canvas: Canvas, kind: str) -> None:
    assert len(_prop(canvas, Prop(kind, -200, 200))) > 200


@pytest.mark.parametrize("kind", ["chair", "office-chair"])
def test_every_seat_is_at_the_same_height_and_every_chair_on_the_floor(
    canvas: Canvas, kind: str
) -> None:
    drawn = _prop(canvas, Prop(kind))
    front = min(y for x, y in drawn if 40 < x < 80)
    assert front == pytest.approx(-SEAT, abs=12)
    assert max(y for _, y in drawn) == pytest.approx(8, abs=8)


def test_a_chair_turns_round(canvas: Canvas) -> None:
    right, left = (_prop(canvas, Prop("chair", facing=f)) for f in (1, -1))
    back_of = [min(x for x, y in d if y < -400) for d in (right, left)]
    assert back_of[0] < -100
    assert back_of[1] > 60


def test_a_mat_reaches_from_end_to_end_with_the_contact_line_in_it(canvas: Canvas) -> None:
    drawn = _prop(canvas, Prop("mat", -300, 400))
    assert min(x for x, _ in drawn) == pytest.approx(-308, abs=10)
    assert max(x for x, _ in drawn) == pytest.approx(408, abs=10)
    heights = [y for _, y in drawn]
    assert min(heights) < 0 < max(heights)


def test_a_wall_begins_where_it_is_told(canvas: Canvas) -> None:
    assert min(x for x, _ in _prop(canvas, Prop("wall", 120))) == pytest.approx(120, abs=5)


def test_what_stands_behind_is_drawn_higher(canvas: Canvas) -> None:
    near, back = (_prop(canvas, Prop("chair", y=y)) for y in (0, 40))
    lift = max(y for _, y in near) - max(y for _, y in back)
    assert lift == pytest.approx(40, abs=6)
