from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.routine import Position
from supple.core.shelf import NOTHING, Filters, Part
from supple.ui.library.filters import FilterBar, Popover
from supple.ui.look import Look
from supple.ui.widgets.button import Button
from supple.ui.widgets.combo import Combo


def bar(qtbot: QtBot, look: Look) -> FilterBar:
    made = FilterBar(look)
    qtbot.addWidget(made)
    made.set_equipment(("chair", "strap"))
    made.resize(840, 40)
    made.show()
    return made


def choose(filters: FilterBar, name: str, label: str) -> None:
    """Pick an entry as a person would: by its words."""
    combos = filters.window().findChildren(Combo)
    combo = next(c for c in combos if c.accessibleName() == name)
    index = combo.findText(label)
    assert index >= 0
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def test_each_list_sets_its_filter(qtbot: QtBot, look: Look) -> None:
    filters = bar(qtbot, look)
    choose(filters, "Position", "Half kneeling")
    choose(filters, "Level", "Easy and medium")
    choose(filters, "Equipment", "Strap")
    choose(filters, "Length", "Up to 5 min")
    assert filters.filters == Filters(Position.HALF_KNEELING, frozenset({1, 2}), "strap", 300, "")
    assert filters.label_of(Part.LEVEL) == "Easy and medium"


def test_the_first_entry_lets_everything_through(qtbot: QtBot, look: Look) -> None:
    filters = bar(qtbot, look)
    choose(filters, "Equipment", "Nothing needed")
    assert filters.filters.equipment == NOTHING
    with qtbot.waitSignal(filters.changed) as got:
        choose(filters, "Equipment", "Any equipment")
    assert got.args == [Filters()]


def test_one_filter_or_all_can_be_taken_away(qtbot: QtBot, look: Look) -> None:
    filters = bar(qtbot, look)
    choose(filters, "Position", "Lying")
    choose(filters, "Length", "Up to 2 min")
    filters.drop(Part.POSITION)
    assert filters.filters == Filters(longest_s=120)
    assert filters.label_of(Part.POSITION) == "Any position"
    clear = next(b for b in filters.findChildren(Button) if b.text() == "Clear filters")
    qtbot.keyClick(clear, Qt.Key.Key_Return)
    assert filters.filters == Filters()
    assert clear.isHidden()


def test_new_equipment_keeps_the_choice(qtbot: QtBot, look: Look) -> None:
    filters = bar(qtbot, look)
    choose(filters, "Equipment", "Strap")
    filters.set_equipment(("ball", "strap", "wall"))
    assert filters.label_of(Part.EQUIPMENT) == "Strap"


def test_folded_the_filters_are_behind_one_button(qtbot: QtBot, look: Look) -> None:
    filters = bar(qtbot, look)
    choose(filters, "Level", "Hard")
    filters.set_narrow(True)
    fold = next(b for b in filters.findChildren(Button) if b.text().startswith("Filters"))
    assert fold.text() == "Filters, 1 on"
    popover = filters.findChild(Popover)
    assert popover is not None
    assert popover.isHidden()
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    combos = popover.findChildren(Combo)
    assert len(combos) == 4
    assert all(combo.isVisible() for combo in combos)
    qtbot.keyClick(combos[0], Qt.Key.Key_Escape)
    assert popover.isHidden()
    filters.set_narrow(False)
    assert popover.findChildren(Combo) == []


def test_a_click_elsewhere_closes_the_folded_filters(qtbot: QtBot, look: Look) -> None:
    filters = bar(qtbot, look)
    filters.resize(840, 400)
    filters.set_narrow(True)
    popover = filters.findChild(Popover)
    assert popover is not None
    popover.open_below(filters)
    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton)
    assert popover.isVisible()
    qtbot.mouseClick(filters, Qt.MouseButton.LeftButton)
    assert popover.isHidden()


def test_a_list_is_as_wide_as_its_choice(qtbot: QtBot, look: Look) -> None:
    filters = bar(qtbot, look)
    level = next(c for c in filters.findChildren(Combo) if c.accessibleName() == "Level")
    before = level.maximumWidth()
    choose(filters, "Level", "Easy and medium")
    assert level.maximumWidth() > before
