from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.session.answers import Answers


@pytest.fixture
def buttons(host: QWidget, qtbot: QtBot) -> list[QPushButton]:
    made = [QPushButton(name) for name in "abc"]
    column = QVBoxLayout(host)
    for button in made:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(button)
    with qtbot.waitActive(host):
        host.show()
    return made


@pytest.fixture
def taken(buttons: list[QPushButton]) -> list[str]:
    told: list[str] = []
    for name, button in zip("abc", buttons, strict=True):
        button.clicked.connect(lambda _=False, name=name: told.append(name))
    return told


@pytest.mark.parametrize(
    ("steps", "name"),
    [((1,), "a"), ((1, 1), "b"), ((1, 1, 1, 1), "a"), ((-1,), "c"), ((1, -1), "c"), ((-1, 1), "a")],
)
def test_the_ring_goes_round(
    host: QWidget,
    buttons: list[QPushButton],
    taken: list[str],
    steps: tuple[int, ...],
    name: str,
) -> None:
    answers = Answers(host, lambda: buttons)
    for step in steps:
        answers.move(step)
    assert taken == []
    answers.take()
    assert taken == [name]


def test_without_the_ring_nothing_is_taken(
    host: QWidget, buttons: list[QPushButton], taken: list[str]
) -> None:
    answers = Answers(host, lambda: buttons)
    answers.take()
    assert taken == []
    none = Answers(host, lambda: ())
    none.move(1)
    none.take()
    assert taken == []
    assert not any(button.hasFocus() for button in buttons)


def test_the_key_that_goes_on_presses_none(
    host: QWidget, buttons: list[QPushButton], taken: list[str], qtbot: QtBot
) -> None:
    answers = Answers(host, lambda: buttons)
    for _ in buttons:
        answers.move(1)
        answers.move(1)
        qtbot.keyClick(host.focusWidget(), Qt.Key.Key_Space)
    assert taken == []


def test_what_is_given_is_not_given_twice(
    host: QWidget, buttons: list[QPushButton], taken: list[str]
) -> None:
    for button in buttons:
        button.setCheckable(True)
    answers = Answers(host, lambda: buttons)
    assert not answers.take()
    answers.move(1)
    assert (answers.take(), answers.take()) == (True, False)
    assert taken == ["a"]
