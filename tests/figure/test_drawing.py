from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.figure.drawing import Drawing, Frame
from supple.figure.pose import Pose

A, B, C, D = (Pose({"near.hip": v}) for v in (0.0, 50.0, 100.0, 90.0))
PLAIN = Drawing("x", "words", A, C, (0, 0, 1, 1))
CURVED = replace(PLAIN, by=D, cycle=(Frame(0.0, A), Frame(0.5, C)))
TURNING = replace(PLAIN, cycle=(Frame(0.0, A), Frame(0.25, B), Frame(0.75, C)))


def _hip(drawing: Drawing, phase: float, cycle: float | None) -> float:
    mix = drawing.mix(phase, cycle)
    return sum(pose.joints["near.hip"] * share for pose, share in mix)


@given(st.sampled_from((PLAIN, TURNING, CURVED)), st.floats(-0.5, 1.5), st.none() | st.floats(0, 3))
def test_shares_add_up_to_one(drawing: Drawing, phase: float, cycle: float | None) -> None:
    mix = drawing.mix(phase, cycle)
    assert sum(share for _, share in mix) == pytest.approx(1)
    assert all(share > 0 for _, share in mix)


def test_phase_leads_from_start_to_stretched() -> None:
    assert [_hip(PLAIN, t, None) for t in (0, 0.5, 1)] == pytest.approx([0, 50, 100])


def test_a_pose_by_the_way_bends_the_way_and_leaves_both_ends() -> None:
    assert [_hip(CURVED, t, None) for t in (0, 0.5, 1)] == pytest.approx([0, 70, 100])


def test_the_way_is_bent_wherever_start_and_stretched_are_mixed() -> None:
    assert _hip(CURVED, 1.0, 0.25) == pytest.approx(70)
    assert _hip(CURVED, 0.5, 0.5) == pytest.approx(70)


def test_a_cycle_visits_its_frames_and_returns_to_the_first() -> None:
    assert [_hip(TURNING, 1, t) for t in (0, 0.25, 0.75, 1)] == pytest.approx([0, 50, 100, 0])


def test_a_cycle_rests_at_its_frames_unless_it_is_even() -> None:
    assert _hip(TURNING, 1, 0.26) - 50 < 0.2
    assert _hip(replace(TURNING, even=True), 1, 0.26) - 50 == pytest.approx(1)


def test_phase_leads_into_the_cycle() -> None:
    assert _hip(TURNING, 0, 0.75) == 0
    assert _hip(TURNING, 0.5, 0.75) == pytest.approx(50)


@given(st.floats(0, 1))
def test_a_cycle_never_jumps(at: float) -> None:
    assert abs(_hip(TURNING, 1, at) - _hip(TURNING, 1, at + 0.001)) < 1


def test_without_frames_a_cycle_is_the_stretched_pose() -> None:
    assert _hip(PLAIN, 1, 0.3) == 100
