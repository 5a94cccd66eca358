from __future__ import annotations

from itertools import pairwise

import pytest

from supple.figure.drawing import Drawing
from supple.figure.geometry import distance
from supple.figure.legs import leggings_path
from supple.figure.props import SEAT
from supple.figure.rig import Skeleton
from supple.figure.scene import solve_scene
from supple.figure.strap import lay
from supple.figure.trunk import Trunk

PHASES = (0.0, 0.25, 0.5, 0.75, 1.0)
SITTING = ("chair-forward-fold", "seated-heel-out", "office-chair-extension", "two-chair")
LYING = (
    "supine-strap-bent-knee",
    "supine-strap-straight-leg",
    "straight-leg-raise",
    "partner-raise",
    "wall-supine",
)
STRAPPED = ("supine-strap-bent-knee", "supine-strap-straight-leg")


def _main(drawing: Drawing, phase: float) -> Skeleton:
    scene = solve_scene(drawing, phase)
    assert scene.main is not None
    return scene.main


@pytest.mark.parametrize("name", SITTING)
def test_who_sits_touches_the_seat(drawings: dict[str, Drawing], name: str) -> None:
    for phase in PHASES:
        seat = leggings_path(_main(drawings[name], phase), "near").boundingRect()
        top = drawings[name].props[0]
        under = [
            p.y()
            for polygon in leggings_path(_main(drawings[name], phase), "near").toFillPolygons()
            for p in polygon
            if abs(p.x() - top.x) < 125
        ]
        assert seat.left() < top.x + 130
        assert max(under) == pytest.approx(-SEAT, abs=14)


@pytest.mark.parametrize("name", LYING)
def test_who_lies_lies_on_the_mat(drawings: dict[str, Drawing], name: str) -> None:
    for phase in PHASES:
        back = Trunk(_main(drawings[name], phase)).shirt.boundingRect().bottom()
        assert back == pytest.approx(0, abs=20)


def test_the_buttocks_are_at_the_wall_and_nothing_is_in_it(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["wall-supine"]
    wall = next(prop.x for prop in drawing.props if prop.kind == "wall")
    for phase in PHASES:
        main = _main(drawing, phase)
        assert wall - 20 < leggings_path(main, "near").boundingRect().right() <= wall + 4
        for part in ("toe", "ball", "heel", "heelback"):
            assert main.points[f"near.{part}"][0] <= wall + 4


@pytest.mark.parametrize("name", STRAPPED)
def test_the_strap_runs_from_both_hands_round_the_foot(
    drawings: dict[str, Drawing], name: str
) -> None:
    drawing = drawings[name]
    for phase in PHASES:
        scene = solve_scene(drawing, phase)
        assert scene.main is not None
        strap = lay(scene.main, drawing.strap, scene.slack)
        assert distance(strap.near_hand, scene.main.points["near.palm"]) < 1
        assert distance(strap.far_hand, scene.main.points["far.palm"]) < 1
        assert distance(strap.sole, scene.main.points["near.arch"]) < 20
        if phase == 1.0:
            assert scene.slack == 0


def test_breathing_moves_neither_feet_nor_hips(
    drawings: dict[str, Drawing], figure_id: str
) -> None:
    out, full = (solve_scene(drawings[figure_id], 1.0, breath=b) for b in (-1.0, 1.0))
    for part in ("root", "near.ankle", "far.ankle"):
        assert distance(out.point(part), full.point(part)) < 0.5


def test_no_joint_is_much_faster_than_its_mean(
    drawings: dict[str, Drawing], figure_id: str
) -> None:
    steps = 20
    scenes = [solve_scene(drawings[figure_id], i / steps) for i in range(steps + 1)]
    for part in scenes[0].person.points:
        moves = [distance(a.point(part), b.point(part)) for a, b in pairwise(scenes)]
        mean = sum(moves) / steps
        assert max(moves) < max(3 * mean, 12), part


TURNING = (
    "arm-circles",
    "leg-swing",
    "light-jog",
    "march",
    "supine-strap-bent-knee",
    "walking-stretch",
)


def test_what_is_repeated_has_a_cycle(drawings: dict[str, Drawing]) -> None:
    assert {name for name, drawing in drawings.items() if drawing.cycle} == set(TURNING)


@pytest.mark.parametrize("name", TURNING)
def test_a_cycle_moves_without_a_jump(drawings: dict[str, Drawing], name: str) -> None:
    drawing, steps = drawings[name], 120
    scenes = [solve_scene(drawing, 1.0, i / steps) for i in range(steps + 1)]
    for part in scenes[0].person.points:
        for a, b in pairwise(scenes):
            assert distance(a.point(part), b.point(part)) < 45, part
        assert distance(scenes[0].point(part), scenes[-1].point(part)) < 1e-6


def test_repetitions_within_a_hold_begin_in_the_held_pose(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["supine-strap-bent-knee"]
    held, first = solve_scene(drawing, 1.0), solve_scene(drawing, 1.0, 0.0)
    assert distance(held.point("near.toe"), first.point("near.toe")) < 1e-6


def test_point_and_flex_moves_the_foot_and_not_the_leg(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["supine-strap-bent-knee"]
    flexed, pointed = solve_scene(drawing, 1.0, 0.0), solve_scene(drawing, 1.0, 0.4)
    assert distance(flexed.point("near.ankle"), pointed.point("near.ankle")) < 1
    assert distance(flexed.point("near.toe"), pointed.point("near.toe")) > 60


def test_a_march_lifts_one_knee_and_then_the_other(drawings: dict[str, Drawing]) -> None:
    first, second = (solve_scene(drawings["march"], 1.0, t) for t in (0.25, 0.75))
    assert first.point("far.knee")[1] < first.point("near.knee")[1] - 100
    assert second.point("near.knee")[1] < second.point("far.knee")[1] - 100


def test_the_muscle_is_stretched_only_where_the_movement_stretches_it(
    drawings: dict[str, Drawing],
) -> None:
    swing = drawings["leg-swing"]
    assert solve_scene(swing, 1.0, 0.0).stretch == 0
    assert solve_scene(swing, 1.0, 0.5).stretch == 1
    assert solve_scene(swing, 0.5).stretch == pytest.approx(0.5)
