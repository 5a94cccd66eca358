"""What the tests of the stretch page share."""

from __future__ import annotations

import pytest

from supple.core.routine import Dose, Position, Sides, Stretch


@pytest.fixture
def calf() -> Stretch:
    """A stretch with nothing wrong in it."""
    return Stretch(
        id="calf",
        name="Calf stretch",
        position=Position.STANDING,
        sides=Sides.EACH,
        difficulty=1,
        setup=("Stand on the step.", "Hold the rail."),
        dose=Dose(hold_s=30),
        hold_cue="Let your {side} heel sink.",
        figure="supine-strap",
    )
