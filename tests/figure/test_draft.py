"""A draft begins as the figures of the collection look."""

from __future__ import annotations

import pytest

from supple.figure.bases import bases
from supple.figure.draft import can_be_drawn_on, from_base, from_drawing
from supple.figure.drawing import Drawing
from supple.figure.geometry import distance
from supple.figure.pose import Pose
from supple.figure.posture import built, missed, wrong
from supple.figure.scene import solve_scene


def test_a_drawing_looks_the_same_as_a_draft(figure_id: str, drawings: dict[str, Drawing]) -> None:
    drawing = drawings[figure_id]
    if not can_be_drawn_on(drawing):
        return
    draft = from_drawing(drawing)
    for stretched in (False, True):
        s, solved = built(draft.posture(stretched)), solve_scene(drawing, float(stretched)).main
        assert solved is not None
        for part in ("root", "crown", "near.knee", "far.ankle", "near.palm", "far.palm"):
            assert distance(s.points[part], solved.points[part]) < 8, part
        assert all(by < 2 for by in wrong(s).values())


def test_what_is_held_is_taken_over(drawings: dict[str, Drawing]) -> None:
    draft = from_drawing(drawings["supine-strap-straight-leg"])
    assert {"near.arm", "far.arm"} <= set(draft.stretched.holds)
    assert draft.strap == "near"
    assert missed(built(draft.stretched), draft.stretched, draft.around) == {}
    assert draft.glow == "near.hamstring"
    assert draft.arrow


@pytest.mark.parametrize("figure", ["arm-circles", "march", "partner-raise", "floor-single-leg"])
def test_some_are_not_offered(figure: str, drawings: dict[str, Drawing]) -> None:
    assert not can_be_drawn_on(drawings[figure])


def test_one_from_the_front_cannot_be_drawn_on(drawings: dict[str, Drawing]) -> None:
    with pytest.raises(ValueError, match="arm-circles"):
        from_drawing(drawings["arm-circles"])


def test_a_base_gives_both_postures() -> None:
    draft = from_base(bases()[1])
    assert draft.start == draft.stretched == draft.posture(True)
    assert draft.props == bases()[1].props
    other = draft.with_posture(True, bases()[0].posture)
    assert other.posture(True) == bases()[0].posture
    assert other.posture(False) == draft.start


def test_a_pose_out_of_a_bodys_limits_is_brought_within() -> None:
    pose = Pose({"near.knee": 150, "near.hip": 135})
    draft = from_drawing(Drawing("own-one", "A person.", pose, pose, (-1, -1, 1, 1)))
    assert "near.knee" not in wrong(built(draft.start))
