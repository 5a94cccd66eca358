from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.dose_format import HOLD, PACE
from supple.core.routine import Dose, Position, Sides, Stretch
from supple.core.stretch_draft import Check
from supple.ui.look import Look
from supple.ui.stretch.field import SideLine
from supple.ui.stretch.form_card import FormPart
from supple.ui.widgets.combo import Combo
from supple.ui.widgets.segmented import Segmented
from supple.ui.widgets.stepper import Stepper


@pytest.fixture
def part(look: Look, host: QWidget, calf: Stretch) -> FormPart:
    made = FormPart(look)
    made.setParent(host)
    made.line("name", "Name")
    made.cue("hold_cue", "As it begins")
    made.lines("setup", "Steps", "Step", 8, add="Add", sided=True)
    made.combo("position", "Position", [(p, p.value) for p in Position])
    made.segmented("sides", "Sides", [(Sides.EACH, "One"), (Sides.BOTH, "Both")])
    for field in (
        made.number("dose.hold_s", "Hold", HOLD, suffix=" s"),
        made.number("dose.reps.pace_s", "Pace", PACE, tenths=True),
    ):
        made.column.addWidget(field)
    made.show_stretch(calf)
    return made


def control(part: FormPart, key: str) -> QWidget:
    return part.control(key)


def changes(part: FormPart) -> list[tuple[str, object]]:
    kept: list[tuple[str, object]] = []
    part.changed.connect(lambda key, value: kept.append((key, value)))
    return kept


def test_a_stretch_is_shown_without_a_word(part: FormPart, calf: Stretch) -> None:
    kept = changes(part)
    part.show_stretch(replace(calf, position=Position.LYING, dose=Dose(hold_s=45.0)))
    assert kept == []
    combo, hold = control(part, "position"), control(part, "dose.hold_s")
    assert isinstance(combo, Combo)
    assert combo.currentText() == "lying"
    assert isinstance(hold, Stepper)
    assert hold.value() == 45


def test_each_control_tells_of_its_field(part: FormPart, qtbot: QtBot) -> None:
    kept = changes(part)
    qtbot.keyClicks(control(part, "name"), "s")
    hold = control(part, "dose.hold_s")
    assert isinstance(hold, Stepper)
    hold.field.setValue(40)
    sides = control(part, "sides")
    assert isinstance(sides, Segmented)
    sides.chosen.emit("1")
    pace = control(part, "dose.reps.pace_s")
    assert isinstance(pace, Stepper)
    pace.field.setValue(25)
    assert [key for key, _ in kept] == ["name", "dose.hold_s", "sides", "dose.reps.pace_s"]
    assert [value for _, value in kept][1:] == [40.0, Sides.BOTH, 2.5]


def test_the_word_for_the_side_goes_with_one_side_at_a_time(part: FormPart, calf: Stretch) -> None:
    cue = control(part, "hold_cue")
    assert isinstance(cue, SideLine)
    assert not cue.side.isHidden()
    part.show_stretch(replace(calf, sides=Sides.BOTH))
    assert cue.side.isHidden()


def test_a_field_gets_the_cursor_by_its_name(part: FormPart, host: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(host):
        host.activateWindow()
    part.show()
    assert part.focus("name")
    assert control(part, "name").hasFocus()
    assert part.focus("setup.1")
    assert host.focusWidget().accessibleName() == "Step 2"
    assert part.focus("setup")
    assert not part.focus("cautions.0")


def test_each_check_goes_to_its_field(part: FormPart) -> None:
    part.show_checks([Check("name", "Give it a name."), Check("setup.1", "Too long.")])
    assert "Give it a name." in control(part, "name").accessibleDescription()
    part.show_checks([])
    assert "Give it a name." not in control(part, "name").accessibleDescription()
