from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.fit import clipped
from supple.ui.look import Look
from supple.ui.own_delete import DeleteStretch
from supple.ui.text import Text

Users = list[tuple[str, bool]]


def opened(look: Look, host: QWidget, users: Users) -> tuple[DeleteStretch, list[str]]:
    dialog = DeleteStretch(look, host, "Calf at the wall", users)
    told: list[str] = []
    dialog.accepted.connect(lambda: told.append("go"))
    dialog.dismissed.connect(lambda: told.append("keep"))
    dialog.open(QWidget(host))
    return dialog, told


@pytest.mark.parametrize(
    ("users", "expected"),
    [
        ([("A", False)], ["“A” uses it. It is taken out there, too."]),
        ([("A", False), ("B", False)], ["“A” and “B” use it. It is taken out there, too."]),
        (
            [("A", False), ("B", True), ("C", False)],
            [
                "“A”, “B” and “C” use it. It is taken out there, too.",
                "“B” has no other stretch and is deleted with it.",
            ],
        ),
        (
            [("A", True), ("B", True)],
            [
                "“A” and “B” use it. It is taken out there, too.",
                "“A” and “B” have no other stretch and are deleted with it.",
            ],
        ),
        (
            [(name, False) for name in "ABCDEF"],
            ["“A”, “B”, “C”, “D” and 2 more use it. It is taken out there, too."],
        ),
    ],
)
def test_it_says_who_uses_it(
    qtbot: QtBot, look: Look, host: QWidget, users: Users, expected: list[str]
) -> None:
    dialog, _ = opened(look, host, users)
    said = [text.text() for text in dialog.findChildren(Text)]
    assert said[0] == "Delete “Calf at the wall”?"
    assert said[1:] == expected


def test_the_key_at_hand_keeps_it(qtbot: QtBot, look: Look, host: QWidget) -> None:
    dialog, told = opened(look, host, [("A", False)])
    assert dialog.keep.hasFocus() or dialog.first() is dialog.keep
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == ["keep"]


def test_only_delete_deletes(qtbot: QtBot, look: Look, host: QWidget) -> None:
    dialog, told = opened(look, host, [("A", False)])
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert told == ["go"]


def test_long_names_have_room(qtbot: QtBot, look: Look, host: QWidget) -> None:
    dialog, _ = opened(
        look, host, [("A routine with quite a long name of sixty letters", True)] * 6
    )
    assert clipped(dialog) == []
