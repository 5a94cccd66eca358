from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.settings.rows import SettingRow, SettingsCard
from supple.ui.text import Text
from supple.ui.widgets.stepper import Stepper


def test_a_hint_is_told_with_its_control(qtbot: QtBot, look: Look) -> None:
    control = QCheckBox()
    row = SettingRow(look, "Volume", control, "Of the voice")
    qtbot.addWidget(row)
    assert control.accessibleDescription() == "Of the voice"
    assert row.minimumSizeHint().height() >= 64


def test_rows_are_ruled_from_the_second_on(qtbot: QtBot, look: Look) -> None:
    card = SettingsCard(look, "Voice")
    qtbot.addWidget(card)
    card.add_row("One", QCheckBox())
    card.add_row("Two", QCheckBox())
    card.resize(400, 200)
    first, second = card.findChildren(SettingRow)
    line = look.theme.color("line")
    assert first.grab().toImage().pixelColor(5, 0) != line
    assert second.grab().toImage().pixelColor(5, 0) == line


def test_a_hint_can_change_and_go(qtbot: QtBot, look: Look) -> None:
    card = SettingsCard(look, "Voice")
    qtbot.addWidget(card)
    control = QCheckBox()
    card.add_row("One", control, "Before")
    card.show()
    card.set_hint(control, "After")
    hint = next(t for t in card.findChildren(Text) if t.text() == "After")
    assert hint.isVisible()
    card.set_hint(control, "")
    assert not hint.isVisible()
    with pytest.raises(KeyError):
        card.set_hint(QCheckBox(), "Nobody's")


def test_a_hint_is_told_by_whatever_has_the_focus(qtbot: QtBot, look: Look) -> None:
    box, button = QWidget(), QPushButton("One")
    QHBoxLayout(box).addWidget(button)
    stepper = Stepper(look, 3, 2, 7, name="Days")
    card = SettingsCard(look, "Goal")
    qtbot.addWidget(card)
    card.add_row("Buttons", box, "Before")
    card.add_row("Days", stepper, "A missed day is fine")
    card.set_hint(box, "After")
    assert button.accessibleDescription() == "After"
    assert stepper.field.accessibleDescription() == "A missed day is fine"


def test_a_row_is_renamed_coloured_and_hidden(qtbot: QtBot, look: Look) -> None:
    card = SettingsCard(look, "Goal")
    qtbot.addWidget(card)
    control = QCheckBox()
    card.add_row("Days", control, "Hint")
    card.set_name(control, "Sessions")
    card.set_hint_token(control, "accent-ink")
    card.show()
    name, hint = card.findChildren(Text)[1:3]
    assert (name.text(), hint.text()) == ("Sessions", "Hint")
    assert hint.palette().windowText().color() == look.theme.color("accent-ink")
    card.set_shown(control, False)
    assert not control.isVisible()
    with pytest.raises(KeyError):
        card.set_name(QCheckBox(), "Foreign")


def test_name_and_hint_stay_together_beside_a_taller_control(qtbot: QtBot, look: Look) -> None:
    tall = QPushButton()
    tall.setFixedHeight(120)
    row = SettingRow(look, "Volume", tall, "Of the voice")
    qtbot.addWidget(row)
    row.resize(400, row.sizeHint().height())
    row.show()
    name, hint = row.findChildren(Text)
    assert hint.y() == name.geometry().bottom() + 1
    assert abs((name.y() + hint.geometry().bottom()) / 2 - row.rect().center().y()) <= 1
