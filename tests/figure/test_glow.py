from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QPainter

from supple.figure import glow
from supple.figure.geometry import sub, vec
from supple.figure.palette import palette
from supple.figure.rig import Skeleton

Canvas = Callable[[Callable[[QPainter], None]], QImage]
C = palette(False)
BENT = Skeleton({"near.hip": 90})


def _coral(image: QImage) -> list[tuple[int, int]]:
    size = image.size()
    return [
        (x, y)
        for x in range(size.width())
        for y in range(size.height())
        if (c := image.pixelColor(x, y)).alpha() > 60 and c.red() > c.blue() + 40
    ]


def _muscle(canvas: Canvas, muscle: str, strength: float) -> list[tuple[int, int]]:
    return _coral(canvas(lambda p: glow.paint_muscle(p, BENT, "near", C, muscle, strength)))


@pytest.mark.parametrize("muscle", ["hamstring", "calf", "hip-flexor", "quadriceps", "glute"])
def test_a_muscle_is_wiped_in(canvas: Canvas, muscle: str) -> None:
    sizes = [len(_muscle(canvas, muscle, s)) for s in (0.0, 0.3, 0.7, 1.0)]
    assert sizes[0] == 0
    assert sizes == sorted(sizes)
    assert sizes[1] > 0


def test_the_hamstring_is_under_a_raised_thigh_and_the_hip_flexor_above(canvas: Canvas) -> None:
    def height(muscle: str) -> float:
        pixels = _muscle(canvas, muscle, 1.0)
        return sum(y for _, y in pixels) / len(pixels)

    hip = (BENT.points["near.hip"][1] + 1100) / 4
    assert height("hamstring") > hip
    assert height("hip-flexor") < hip


@pytest.mark.parametrize("raised", [0.0, 90.0, 120.0])
def test_the_glute_is_behind_the_hip_and_the_quadriceps_before_the_thigh(
    canvas: Canvas, raised: float
) -> None:
    body = Skeleton({"near.hip": raised})

    def middle(muscle: str) -> tuple[float, float]:
        image = canvas(lambda p: glow.paint_muscle(p, body, "near", C, muscle, 1.0))
        pixels = _coral(image)
        xs, ys = zip(*pixels, strict=True)
        return 4 * sum(xs) / len(xs) - 600, 4 * sum(ys) / len(ys) - 1100

    hip = body.points["near.hip"]
    out = vec(body.seat("near"), 1)
    x, y = sub(middle("glute"), hip)
    assert x * out[0] + y * out[1] > 30
    ahead = vec(body.toward["near.thigh"] - 90, 1)
    x, y = sub(middle("quadriceps"), hip)
    assert x * ahead[0] + y * ahead[1] > 15


def test_no_muscle_no_light(canvas: Canvas) -> None:
    assert _muscle(canvas, "", 1.0) == []
    dark = canvas(lambda p: glow.paint_halo(p, BENT, "near", C, "", 1.0))
    assert _coral(dark) == []


def test_the_halo_is_wider_than_the_muscle(canvas: Canvas) -> None:
    halo = _coral(canvas(lambda p: glow.paint_halo(p, BENT, "near", C, "hamstring", 1.0)))
    assert max(y for _, y in halo) > max(y for _, y in _muscle(canvas, "hamstring", 1.0))


def test_a_spot_fades_outward(canvas: Canvas) -> None:
    image = canvas(lambda p: glow.spot(p, (0, -500), 200, C, 1.0))
    middle, rim = image.pixelColor(150, 150).alpha(), image.pixelColor(150 + 40, 150).alpha()
    assert middle > rim > 0


def test_the_halo_breathes(canvas: Canvas) -> None:
    def light(breath: float) -> int:
        body = Skeleton({"near.hip": 90}, breath)
        image = canvas(lambda p: glow.paint_halo(p, body, "near", C, "hamstring", 1.0))
        return sum(image.pixelColor(x, y).alpha() for x in range(300) for y in range(300))

    assert light(-1.0) < light(0.0) < light(1.0)
