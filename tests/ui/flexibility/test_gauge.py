from __future__ import annotations

import math

import pytest

from supple.core.routine import Side
from supple.ui.flexibility.gauge import Gauge
from supple.ui.look import Look


@pytest.fixture
def gauge(look: Look, qtbot: object) -> Gauge:
    made = Gauge(look, Side.RIGHT)
    made.resize(230, 190)
    return made


def filled(gauge: Gauge, look: Look, degrees: float) -> bool:
    """Whether the arc has the leg's colour where it stands for ``degrees``."""
    radius = min((gauge.width() - 28) / 2, gauge.height() - 26 - 56)
    turn = math.radians(180 - degrees * 180 / 110)
    x = gauge.width() / 2 + math.cos(turn) * radius
    y = 26 + radius - math.sin(turn) * radius
    seen = gauge.grab().toImage().pixelColor(int(x), int(y)).name()
    return bool(seen == look.theme.hex("right").lower())


@pytest.mark.parametrize("value", [20, 54, 72, 100])
def test_the_arc_reaches_to_the_angle(look: Look, gauge: Gauge, value: float) -> None:
    gauge.show_angle(value, None)
    assert filled(gauge, look, value - 5)
    assert not filled(gauge, look, value + 9)


def test_it_is_read_out_with_what_it_was(gauge: Gauge) -> None:
    gauge.show_angle(58, 57.4)
    assert gauge.accessibleName() == "Right leg, 58 degrees, was 57 degrees"
    gauge.show_angle(58, None)
    assert gauge.accessibleName() == "Right leg, 58 degrees"


def test_what_it_was_is_shown(gauge: Gauge) -> None:
    gauge.show_angle(58, None)
    before = gauge.grab().toImage()
    gauge.show_angle(58, 57)
    assert gauge.grab().toImage() != before
