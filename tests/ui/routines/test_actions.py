from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.own_door import OwnDoor
from supple.ui.routines.actions import LOCKED, ActionsButton


@pytest.fixture
def button(qtbot: QtBot, look: Look) -> ActionsButton:
    made = ActionsButton(look, OwnDoor())
    qtbot.addWidget(made)
    return made


def entries(button: ActionsButton) -> dict[str, QAction]:
    actions = button.make_menu().actions()
    return {a.text().rstrip("\N{HORIZONTAL ELLIPSIS}"): a for a in actions if a.text()}


@pytest.mark.parametrize(
    ("is_routine", "text", "signal", "args"),
    [
        (True, "Edit", "edit_asked", ["x"]),
        (True, "Duplicate", "copy_asked", ["x"]),
        (True, "Share", "share_asked", [("x",)]),
        (True, "Print or save as PDF", "print_asked", ["x"]),
        (True, "Save as sound", "sound_asked", ["x"]),
        (True, "Delete", "delete_asked", ["x"]),
        (False, "Edit", "stretch_edit_asked", ["x"]),
        (False, "Duplicate", "stretch_copy_asked", ["x"]),
        (False, "Delete", "stretch_delete_asked", ["x"]),
    ],
)
def test_every_entry_asks_for_what_it_says(
    qtbot: QtBot, look: Look, is_routine: bool, text: str, signal: str, args: list[Any]
) -> None:
    door = OwnDoor()
    button = ActionsButton(look, door)
    qtbot.addWidget(button)
    button.show_for("x", "Mine", is_routine=is_routine, is_own=True)
    with qtbot.waitSignal(getattr(door, signal)) as got:
        entries(button)[text].trigger()
    assert got.args == args


def test_what_is_ours_is_copied_and_neither_changed_nor_deleted(button: ActionsButton) -> None:
    button.show_for("x", "Ours", is_routine=True, is_own=False)
    assert list(entries(button)) == [
        "Make my own copy",
        "Share",
        "Print or save as PDF",
        "Save as sound",
    ]


def test_what_a_broken_file_holds_is_not_changed(button: ActionsButton) -> None:
    button.show_for("x", "Mine", is_routine=True, is_own=True, locked=True)
    there = entries(button)
    assert not there["Edit"].isEnabled()
    assert not there["Delete"].isEnabled()
    assert there["Edit"].toolTip() == LOCKED
    assert there["Duplicate"].isEnabled()


def test_it_says_whose_menu_it_opens(button: ActionsButton) -> None:
    button.show_for("x", "Lying down", is_routine=True, is_own=False)
    assert button.accessibleName() == "More for Lying down"
