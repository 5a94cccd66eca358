from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QPainter

from supple.figure.drawing import Drawing, Trail
from supple.figure.geometry import distance
from supple.figure.palette import palette
from supple.figure.scene import solve_scene
from supple.figure.trails import paint_trail, trail_points

Canvas = Callable[[Callable[[QPainter], None]], QImage]


def test_nearly_every_figure_shows_where_it_goes(drawings: dict[str, Drawing]) -> None:
    without = {name for name, drawing in drawings.items() if not drawing.trails}
    unmarked = without - {"wall-corner", "leg-angle"}
    assert not unmarked, (
        f'an arrow for {unmarked}, such as "trails": [{{"of": "near.toe", "off": 46}}]'
    )
    for drawing in drawings.values():
        assert all(len(trail_points(drawing, trail)) > 5 for trail in drawing.trails)


def test_the_arrow_runs_beside_the_way(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["straight-leg-raise"]
    points = trail_points(drawing, Trail("near.heel", 50))
    ways = [solve_scene(drawing, t / 40).point("near.heel") for t in range(41)]
    for point in points:
        assert min(distance(point, w) for w in ways) == pytest.approx(50, abs=6)
    assert points[-1][1] < points[0][1] - 200


def test_a_shift_moves_the_arrow_up(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["straight-leg-raise"]
    plain = trail_points(drawing, Trail("near.heel", 50))
    raised = trail_points(drawing, Trail("near.heel", 50, (10, 20)))
    assert raised[0] == pytest.approx((plain[0][0] + 10, plain[0][1] - 20))


def test_what_hardly_moves_gets_no_arrow(drawings: dict[str, Drawing]) -> None:
    assert trail_points(drawings["straight-leg-raise"], Trail("root", 50)) == []


def test_an_arrow_may_follow_a_repetition(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["arm-circles"]
    points = trail_points(drawing, Trail("near.wrist", 40, cycle=True))
    assert points[-1][1] < points[0][1] - 100


def test_an_arrow_fades_to_nothing(canvas: Canvas) -> None:
    points = [(0.0, -100.0 - 20 * i) for i in range(10)]

    def shown(alpha: float) -> int:
        image = canvas(lambda p: paint_trail(p, points, palette(False), alpha))
        return sum(image.pixelColor(x, y).alpha() for x in range(300) for y in range(300))

    assert shown(1.0) > shown(0.4) > shown(0.0) == 0
