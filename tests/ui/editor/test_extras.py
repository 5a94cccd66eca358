from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Dose, Reps, Sides
from supple.core.routine_draft import Part
from supple.ui.editor.extras import Extras
from supple.ui.look import Look

HELD = Dose(30, sets=2, reps=Reps(10, 4.0, ("point", "flex"), True))


@pytest.fixture
def extras(look: Look, host: QWidget) -> Extras:
    made = Extras(look, host)
    made.name_for("Strap")
    made.show()
    return made


def names(extras: Extras) -> list[str]:
    return [field.accessibleName().split(",")[0] for field in extras.fields()]


@pytest.mark.parametrize(
    ("dose", "sides", "rest", "there"),
    [
        (HELD, Sides.EACH, False, ["Reps", "One rep", "Get ready", "Change legs"]),
        (HELD, Sides.EACH, True, ["Reps", "One rep", "Rest", "Get ready", "Change legs"]),
        (Dose(30), Sides.BOTH, False, ["Get ready"]),
        (Dose(reps=Reps(5, 2.0)), Sides.BOTH, False, ["One rep", "Get ready"]),
    ],
)
def test_there_is_what_the_stretch_has(
    extras: Extras, dose: Dose, sides: Sides, rest: bool, there: list[str]
) -> None:
    extras.show_dose(dose, sides, with_rest=rest)
    assert names(extras) == there
    assert extras.fields()[0] is extras.first()


def test_showing_tells_nobody_and_stepping_does(extras: Extras, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(extras.part_set):
        extras.show_dose(HELD, Sides.EACH, with_rest=True)
    with qtbot.waitSignal(extras.part_set) as told:
        extras._steppers[Part.PACE].field.stepUp()
    assert told.args == [Part.PACE, 4.5]
    with qtbot.waitSignal(extras.part_set) as counted:
        extras._steppers[Part.REPS].field.stepUp()
    assert counted.args == [Part.REPS, 11.0]


def test_a_pace_leaves_time_for_the_words(extras: Extras) -> None:
    extras.show_dose(HELD, Sides.EACH, with_rest=False)
    assert extras._steppers[Part.PACE].field.minimum() == 8


def test_a_pace_that_is_too_fast_already_is_shown_as_it_is(extras: Extras, qtbot: QtBot) -> None:
    fast = Dose(reps=Reps(5, 0.5, ("point", "flex")))
    with qtbot.assertNotEmitted(extras.part_set):
        extras.show_dose(fast, Sides.BOTH, with_rest=False)
    assert extras._steppers[Part.PACE].value() == 5
