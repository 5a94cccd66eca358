from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.history_ask import Export
from supple.ui.history.export_menu import ExportButton
from supple.ui.look import Look


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_each_kind_of_file_can_be_chosen(qtbot: QtBot, look: Look, put: Any) -> None:
    button = ExportButton(look)
    put(button, 90, 32)
    actions = button.menu_of_kinds.actions()
    assert [a.text() for a in actions] == [
        "Spreadsheet (CSV)",
        "Everything (JSON)",
        "Calendar (ICS)",
    ]
    kinds = []
    button.asked.connect(kinds.append)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.menu_of_kinds.isVisible()
    for action in actions:
        action.trigger()
    assert kinds == list(Export)
    button.menu_of_kinds.close()
