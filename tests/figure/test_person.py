from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage, QPainter

from supple.figure.palette import palette
from supple.figure.person import BACK_TO_FRONT, Look, paint_person
from supple.figure.rig import Skeleton

Canvas = Callable[[Callable[[QPainter], None]], QImage]
C = palette(False)
SITTING = Skeleton({"near.hip": 85, "near.knee": 80, "near.shoulder": 30})


def test_what_comes_after_a_layer_is_painted_over_it(canvas: Canvas) -> None:
    seen: list[str] = []

    def paint(p: QPainter) -> None:
        look = Look(
            C,
            after={name: lambda name=name: seen.append(name) for name in BACK_TO_FRONT},  # type: ignore[misc]
        )
        paint_person(p, SITTING, look)

    canvas(paint)
    assert seen == list(BACK_TO_FRONT)


def test_hands_may_hold_the_thigh_from_behind_the_leg(canvas: Canvas) -> None:
    seen: list[str] = []

    def paint(p: QPainter) -> None:
        after = {name: lambda name=name: seen.append(name) for name in BACK_TO_FRONT}  # type: ignore[misc]
        paint_person(p, SITTING, Look(C, far_arm_over_leg=True, after=after))

    canvas(paint)
    assert seen.index("far-arm") == seen.index("far-leg") + 1


def test_only_the_layers_asked_for_are_painted(canvas: Canvas) -> None:
    image = canvas(lambda p: paint_person(p, SITTING, Look(C), ("near-arm",)))
    names = {image.pixelColor(x, y).name() for x in range(300) for y in range(300)}
    assert C.skin.name() in names
    assert C.leg.name() not in names


def test_only_the_named_leg_glows(canvas: Canvas) -> None:
    def coral(muscle: str, strength: float) -> int:
        look = Look(C, muscle=muscle, strength=strength)
        image = canvas(lambda p: paint_person(p, SITTING, look))
        return sum(
            image.pixelColor(x, y).name() == C.glow.name() for x in range(300) for y in range(300)
        )

    assert coral("near.hamstring", 1.0) > 0
    assert coral("near.hamstring", 0.0) == 0
    assert coral("", 1.0) == 0
