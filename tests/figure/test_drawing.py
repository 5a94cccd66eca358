from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.figure.drawing import Drawing, Frame
from supple.figure.pose import Pose

A, B, C = (Pose({"near.hip": v}) for v in (0.0, 50.0, 100.0))
PLAIN = Drawing("x", "words", A, C, (0, 0, 1, 1), via={"near.knee": 10.0})
TURNING = replace(PLAIN, cycle=(Frame(0.0, A), Frame(0.25, B), Frame(0.75, C)))


def _hip(drawing: Drawing, phase: float, cycle: float | None) -> float:
    mix, _ = drawing.mix(phase, cycle)
    return sum(pose.joints["near.hip"] * share for pose, share in mix)


@given(st.floats(-0.5, 1.5), st.none() | st.floats(0, 3))
def test_shares_add_up_to_one(phase: float, cycle: float | None) -> None:
    mix, _ = TURNING.mix(phase, cycle)
    assert sum(share for _, share in mix) == pytest.approx(1)
    assert all(share > 0 for _, share in mix)


def test_phase_leads_from_start_to_stretched() -> None:
    assert [_hip(PLAIN, t, None) for t in (0, 0.5, 1)] == pytest.approx([0, 50, 100])


def test_via_is_strongest_half_way_and_gone_at_both_ends() -> None:
    assert [PLAIN.mix(t, None)[1]["near.knee"] for t in (0.0, 0.5, 1.0)] == [0, 10, 0]


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
