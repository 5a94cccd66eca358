from __future__ import annotations

from supple.figure.limits import ALLOWED, JOINTS, allowed, beyond
from supple.figure.pose import REST


def test_a_relaxed_body_is_within_every_limit() -> None:
    assert beyond(REST) == {}


def test_a_knee_that_bends_forward_is_found() -> None:
    assert beyond({**REST, "near.knee": -10}) == {"near.knee": 10}


def test_a_foreshortened_limb_is_exempt() -> None:
    angles = {**REST, "far.knee": 200, "far.thigh-length": 0.6}
    assert beyond(angles) == {}


def test_a_file_may_say_what_a_living_joint_can_do() -> None:
    assert set(ALLOWED) == set(REST)
    assert allowed("near.knee") == JOINTS["near.knee"]
    assert allowed("far.thigh-length")[1] < 2
    assert all(low <= REST[name] <= high for name, (low, high) in ALLOWED.items())
