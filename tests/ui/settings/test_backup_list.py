from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.data_view import BackupRow, DataView
from supple.ui.look import Look
from supple.ui.settings.backup_list import BackupItem, BackupList


@pytest.fixture
def listed(qtbot: QtBot, look: Look, data_view: DataView) -> BackupList:
    made = BackupList(look, data_view.backups)
    qtbot.addWidget(made)
    made.resize(480, made.height())
    made.show()
    made.activateWindow()
    return made


def test_the_newest_good_one_is_chosen_first(
    qtbot: QtBot, look: Look, data_view: DataView, listed: BackupList
) -> None:
    assert listed.current == ""
    with qtbot.waitSignal(listed.chosen) as got:
        listed.choose_first()
    assert got.args == ["b0"]
    damaged_first = BackupList(look, data_view.backups[2:])
    qtbot.addWidget(damaged_first)
    damaged_first.choose_first()
    assert damaged_first.current == "b3"


def test_without_a_good_one_none_is_chosen(qtbot: QtBot, look: Look, data_view: DataView) -> None:
    listed = BackupList(look, data_view.backups[2:3])
    qtbot.addWidget(listed)
    listed.choose_first()
    assert (listed.current, listed.current_item()) == ("", None)


def test_arrows_go_past_a_damaged_one(qtbot: QtBot, listed: BackupList) -> None:
    listed.choose_first()
    told: list[str] = []
    listed.chosen.connect(told.append)
    for _ in range(2):
        item = listed.current_item()
        assert item is not None
        item.setFocus()
        qtbot.keyClick(item, Qt.Key.Key_Down)
    assert told == ["b1", "b3"]


def test_a_click_on_a_damaged_one_chooses_nothing(qtbot: QtBot, listed: BackupList) -> None:
    listed.choose_first()
    damaged = next(i for i in listed.findChildren(BackupItem) if not i.isEnabled())
    assert "Damaged" in damaged.accessibleName()
    qtbot.mouseClick(damaged, Qt.MouseButton.LeftButton)
    assert listed.current == "b0"


def test_a_click_anywhere_on_a_row_chooses_it(qtbot: QtBot, listed: BackupList) -> None:
    row = next(i for i in listed.findChildren(BackupItem) if i.text().startswith("Yesterday"))
    place = row.rect().center()
    place.setX(row.width() - 4)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=place)
    assert listed.current == "b1"


def test_many_rows_scroll_to_the_chosen_one(qtbot: QtBot, look: Look, host: QWidget) -> None:
    rows = [BackupRow(f"b{n}", f"Day {n}", "9 sessions") for n in range(30)]
    listed = BackupList(look, rows)
    listed.setParent(host)
    listed.resize(480, listed.height())
    listed.show()
    listed.grab()
    listed.findChildren(BackupItem)[-1].setChecked(True)
    assert listed.verticalScrollBar().value() > 0
    listed.fit(10_000)
    assert listed.height() == 4 * 56
    listed.fit(100)
    assert listed.height() == 100
    listed.fit(0)
    assert listed.height() == 56


def test_a_chosen_row_looks_different(qtbot: QtBot, look: Look, listed: BackupList) -> None:
    listed.choose_first()
    soft = look.theme.color("primary-soft").name()
    first, second = listed.findChildren(BackupItem)[:2]
    for item, expected in ((first, True), (second, False)):
        image = item.grab().toImage()
        color = image.pixelColor(image.width() - 12, image.height() // 2).name()
        assert (color == soft) is expected
