from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.session_keys import SessionKey, key_map
from supple.ui.flexibility.leg_keys import LegKeys


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def step(host: QWidget, qtbot: QtBot) -> QWidget:
    with qtbot.waitActive(host):
        host.show()
    host.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    host.setFocus()
    return host


@pytest.fixture
def keys(step: QWidget, told: list[str]) -> LegKeys:
    taught = (SessionKey.AGAIN, SessionKey.NEXT, SessionKey.CONFIRM)
    return LegKeys(
        step,
        {"Home": lambda: told.append("flat"), "Esc": lambda: told.append("back")},
        {act: (lambda act=act: told.append(act.value)) for act in taught},
    )


def _press(qtbot: QtBot, step: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(step, key)


def test_the_usual_keys_need_no_teaching(
    keys: LegKeys, step: QWidget, told: list[str], qtbot: QtBot
) -> None:
    _press(qtbot, step, Qt.Key.Key_Home, Qt.Key.Key_R, Qt.Key.Key_Escape)
    assert told == ["flat", "again", "back"]
    # What they do in a session, the dial does with these.
    _press(qtbot, step, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert told == ["flat", "again", "back"]


def test_ones_own_key_comes_before_a_fixed_one_and_each_is_heard_once(
    keys: LegKeys, step: QWidget, told: list[str], qtbot: QtBot
) -> None:
    keys.set_keys(key_map(["next Home", "confirm B"]))
    _press(qtbot, step, Qt.Key.Key_Home, Qt.Key.Key_B)
    qtbot.keyClick(step, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert told == ["next", "confirm", "confirm"]
    keys.set_keys(key_map([]))
    _press(qtbot, step, Qt.Key.Key_Home, Qt.Key.Key_B)
    assert told == ["next", "confirm", "confirm", "flat"]


def test_both_enter_keys_are_one(
    keys: LegKeys, step: QWidget, told: list[str], qtbot: QtBot
) -> None:
    keys.set_keys(key_map(["next Enter", "confirm Right"]))
    _press(qtbot, step, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)
    assert told == ["next", "next", "confirm"]


def test_only_what_turns_the_leg_goes_on_while_held(keys: LegKeys, step: QWidget) -> None:
    keys.set_keys(key_map(["next PgDown", "confirm B"]))
    made = {s.key().toString(): s for s in step.findChildren(QShortcut) if s.isEnabled()}
    held = {name for name, shortcut in made.items() if shortcut.autoRepeat()}
    assert held == {"Home", "PgDown"}
    assert {"Esc", "B", "R"} <= set(made)
