"""Every posture to begin with is one a body can hold."""

from __future__ import annotations

import pytest

from supple.figure.bases import Base, bases
from supple.figure.posture import Room, built, missed, settled, wrong


@pytest.mark.parametrize("base", bases(), ids=lambda base: base.name)
def test_a_base_is_a_sound_posture(base: Base) -> None:
    s = built(base.posture)
    assert wrong(s) == {}
    assert missed(s, base.posture, Room(base.props)) == {}
    again = settled(base.posture, Room(base.props))
    assert again.angles == pytest.approx(base.posture.angles, abs=0.5)


def test_there_is_one_for_each_way_to_be() -> None:
    names = [base.name for base in bases()]
    assert names[0] == "Standing"
    assert len(set(names)) == len(names) == 6


def test_who_sits_on_a_chair_has_one() -> None:
    sitting = next(base for base in bases() if base.name == "Sitting on a chair")
    assert [prop.kind for prop in sitting.props] == ["chair"]
    assert sitting.posture.root[1] == -344
