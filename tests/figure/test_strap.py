from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from supple.figure.geometry import distance
from supple.figure.palette import palette
from supple.figure.rig import Skeleton
from supple.figure.strap import lay, paint_far, paint_near, strand

Canvas = Callable[[Callable[[QPainter], None]], QImage]
LYING = Skeleton({"pelvis": -90, "near.hip": 85, "near.shoulder": 60, "near.elbow": 90})


@given(st.floats(0, 300), st.floats(0, 300), st.floats(0, 60))
def test_a_strand_begins_in_the_hand_and_ends_at_the_foot(x: float, y: float, slack: float) -> None:
    path = strand((0, 0), (x, y), slack)
    first, last = path.elementAt(0), path.currentPosition()
    assert (first.x, first.y) == (0, 0)  # type: ignore[attr-defined]
    assert (last.x(), last.y()) == pytest.approx((x, y))


def test_a_slack_strand_sags_and_a_taut_one_is_straight() -> None:
    taut, slack = (strand((0, 0), (300, 0), s).boundingRect().height() for s in (0, 35))
    assert taut == 0
    assert slack > 20


def test_the_strap_lies_round_the_foot() -> None:
    strap = lay(LYING, "near", 0)
    assert distance(strap.sole, LYING.points["near.ball"]) < 30
    assert distance(strap.instep, LYING.points["near.instep"]) < 10
    assert strap.near_hand == LYING.points["near.palm"]


def test_pulling_makes_the_loose_end_longer(canvas: Canvas) -> None:
    c, strap = palette(False), lay(LYING, "near", 0)

    def drawn(pulled: float) -> int:
        image = canvas(lambda p: paint_near(p, strap, c, pulled))
        return sum(image.pixelColor(x, y).alpha() > 0 for x in range(300) for y in range(300))

    assert drawn(200) > drawn(0)


def test_the_far_strand_is_darker(canvas: Canvas) -> None:
    c, strap = palette(False), lay(LYING, "near", 0)
    image = canvas(lambda p: paint_far(p, strap, c))
    names = {image.pixelColor(x, y).name() for x in range(300) for y in range(300)}
    assert c.strap_far.name() in names
    assert c.strap.name() not in names
