"""Hands and feet stay where they belong, in every figure and at every instant."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.figure.contacts import all_faults, faults
from supple.figure.drawing import Drawing
from supple.figure.pose import At, Pin

instants = st.floats(0, 1)


def test_no_contact_is_lost_in_any_shipped_figure(
    drawings: dict[str, Drawing], figure_id: str
) -> None:
    assert all_faults(drawings[figure_id]) == []


@settings(max_examples=40)
@given(data=st.data())
def test_nor_at_any_instant_between(drawings: dict[str, Drawing], data: st.DataObject) -> None:
    drawing = drawings[data.draw(st.sampled_from(sorted(drawings)))]
    phase = data.draw(instants)
    cycle = data.draw(st.none() | instants) if drawing.cycle else None
    assert faults(drawing, phase, cycle) == []


def _moved(drawing: Drawing, limb: str, pin: Pin) -> Drawing:
    poses = [
        replace(pose, pins={**pose.pins, limb: pin}) for pose in (drawing.start, drawing.stretched)
    ]
    return replace(drawing, start=poses[0], stretched=poses[1])


@pytest.mark.parametrize("limb", ["near.leg", "far.arm"])
def test_a_place_out_of_reach_is_found(drawings: dict[str, Drawing], limb: str) -> None:
    away = _moved(drawings["seated-heel-out"], limb, Pin(At(900, 20), "heel"))
    assert any(limb in fault.what for fault in faults(away, 1.0))


def test_a_foot_through_the_floor_is_found(drawings: dict[str, Drawing]) -> None:
    sunk = _moved(drawings["seated-heel-out"], "near.leg", Pin(At(400, -40), "heel", 48))
    assert any("through the floor" in fault.what for fault in faults(sunk, 1.0))


def test_a_joint_past_its_limit_is_found(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["straight-leg-raise"]
    joints = {**drawing.stretched.joints, "near.knee": -30.0}
    bent = replace(drawing, stretched=replace(drawing.stretched, joints=joints))
    assert any("near.knee" in fault.what for fault in faults(bent, 1.0))


def test_a_hand_off_the_wall_is_found_from_behind(drawings: dict[str, Drawing]) -> None:
    away = _moved(drawings["wall-corner"], "near.arm", Pin(At(800, 800)))
    assert any("near.arm" in fault.what for fault in faults(away, 1.0))


def test_the_partner_is_looked_at_too(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["partner-raise"]
    assert drawing.partner is not None
    start = replace(drawing.partner.start, pins={"near.arm": Pin(At(0, 3000))})
    away = replace(drawing, partner=replace(drawing.partner, start=start, stretched=start))
    assert any(fault.what.startswith("partner's near.arm") for fault in faults(away, 0.0))


def test_a_miss_tells_the_side_on_which_the_limb_ends(drawings: dict[str, Drawing]) -> None:
    away = _moved(drawings["seated-heel-out"], "near.leg", Pin(At(900, 20), "heel"))
    (fault,) = [fault for fault in faults(away, 1.0) if fault.what.startswith("near.leg")]
    # Along the floor nothing but the distance counts, and the heel is too far to the left.
    assert f"near.leg misses its place by {fault.by:.0f}: it ends " in str(fault)
    assert "left of" in fault.hint
    assert "right of" not in fault.hint
    assert any(str(fault) in line for line in all_faults(away))
