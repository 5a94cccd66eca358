from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from supple.core.assessment import Check
from supple.core.check_script import DO_NOT_WHEN, TELLS
from supple.core.check_view import CheckView
from supple.ui.flexibility.getset import GetSet
from supple.ui.look import Look
from supple.ui.picture import Pictures

Put = Callable[[QWidget, int, int], QWidget]


@pytest.fixture
def get_set(look: Look, drawn: Pictures, put: Put, view: CheckView) -> GetSet:
    made = GetSet(look, drawn)
    put(made, 840, 700)
    made.show_view(view)
    return made


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_it_says_what_it_tells_and_who_leaves_it(get_set: GetSet) -> None:
    said = words(get_set)
    assert TELLS in said
    assert DO_NOT_WHEN in said
    assert "Last check, 8 October | Left 51° | Right 57°" in said


def test_what_is_barred_says_why_in_place_of_the_warning(
    get_set: GetSet, barred_view: CheckView
) -> None:
    get_set.show_view(barred_view)
    assert get_set._care.label.text() == "Left out with a slipped disc."
    assert not get_set.begin.isEnabled()


def test_half_a_check_is_no_last_check(get_set: GetSet, view: CheckView) -> None:
    get_set.show_view(replace(view, last=None))
    QApplication.processEvents()
    assert "No check of both legs yet" in words(get_set._last)
    assert get_set._last.accessibleName() == "No check of both legs yet"


def test_each_quick_check_has_its_button(qtbot: QtBot, get_set: GetSet) -> None:
    asked: list[Check] = []
    get_set.quick_asked.connect(asked.append)
    for button in get_set._quick.findChildren(type(get_set.begin)):
        button.click()
    assert asked == [Check.SIT_AND_REACH, Check.TOE_TOUCH]
