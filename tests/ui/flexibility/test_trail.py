from __future__ import annotations

import pytest

from supple.ui.flexibility.trail import StepTrail
from supple.ui.look import Look

STEPS = ("Get set", "Left leg", "Right leg", "Result")


@pytest.fixture
def trail(look: Look, qtbot: object) -> StepTrail:
    return StepTrail(look, STEPS)


def test_a_screen_reader_hears_where_it_is(trail: StepTrail) -> None:
    assert trail.accessibleName() == "Step 1 of 4: Get set"
    trail.show_step(2)
    assert trail.accessibleName() == "Step 3 of 4: Right leg"


def test_narrow_it_keeps_one_word(trail: StepTrail) -> None:
    wide = trail.sizeHint().width()
    trail.set_narrow(True)
    assert trail.sizeHint().width() < wide / 1.5
    trail.set_narrow(False)
    assert trail.sizeHint().width() == wide


def test_done_and_coming_steps_look_otherwise(look: Look, trail: StepTrail) -> None:
    trail.resize(trail.sizeHint())
    trail.show_step(1)
    middle = trail.height() // 2
    image = trail.grab().toImage()
    teal = look.theme.hex("primary").lower()
    assert image.pixelColor(4, middle).name() == teal
    row = [image.pixelColor(x, middle).name() for x in range(image.width() // 2, image.width())]
    assert teal not in row


def test_larger_text_takes_more_room(look: Look, trail: StepTrail) -> None:
    before = trail.sizeHint()
    look.set_text_scale(1.3)
    assert trail.sizeHint().width() > before.width()
    assert trail.sizeHint().height() > before.height()
