from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from supple.core.my_plan import Known, entries
from supple.core.settings import Settings
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.plan_entry import PlanEntry
from supple.ui.text import Text

TEXT = "20:00 bedtime"


@pytest.fixture
def row(qtbot: QtBot, look: Look) -> PlanEntry:
    (entry,) = entries(Settings(break_times=(TEXT,)), Known())
    made = PlanEntry(look, entry)
    qtbot.addWidget(made)
    made.resize(590, 70)
    made.show()
    return made


def test_a_row_says_what_comes_and_when(row: PlanEntry) -> None:
    said = [text.text() for text in row.findChildren(Text)]
    assert said == ["Before bed", "Reminder at 20:00, with what fits then"]
    assert row.days.combo.currentText() == "Every evening"
    assert row.days.combo.accessibleName() == "Days of Before bed at 20:00"
    assert row.days.combo.accessibleDescription() == said[1]
    assert row.change.accessibleName() == "Change Before bed at 20:00"
    assert row.leave_out.accessibleName() == "Take out Before bed at 20:00"


def test_what_is_done_in_a_row_is_told_with_its_text(qtbot: QtBot, row: PlanEntry) -> None:
    combo = row.days.combo
    with qtbot.waitSignal(row.moved) as told:
        combo.activated.emit(combo.findText("Evenings, Mon Wed Fri"))
    assert told.args == [TEXT, "024"]
    with qtbot.waitSignal(row.change_asked) as told:
        row.change.click()
    assert told.args == [TEXT]
    with qtbot.waitSignal(row.gone) as told:
        row.leave_out.click()
    assert told.args == [TEXT]


@pytest.mark.parametrize(("scale", "width"), [(1.0, 420), (1.3, 560)])
def test_everything_fits_and_has_a_name(
    qtbot: QtBot, look: Look, row: PlanEntry, scale: float, width: int
) -> None:
    look.set_text_scale(scale)
    row.resize(width, 120)
    row.grab()
    # It comes to know its width first, and may arrange itself anew then.
    qtbot.waitUntil(lambda: [*clipped(row), *unnamed(row)] == [])


def test_in_a_narrow_row_the_buttons_stand_above_the_days(qtbot: QtBot, row: PlanEntry) -> None:
    def above() -> bool:
        bottom = row.change.mapTo(row, row.change.rect().bottomLeft()).y()
        return bool(bottom < row.days.mapTo(row, QPoint()).y())

    assert not above()
    row.resize(420, 120)
    qtbot.waitUntil(above)
