from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from supple.core.check_view import CheckView
from supple.ui.flexibility.past import PastStep
from supple.ui.look import Look

Put = Callable[[QWidget, int, int], QWidget]


@pytest.fixture
def past(look: Look, put: Put, view: CheckView) -> PastStep:
    made = PastStep(look)
    put(made, 640, 420)
    made.show_past(view.past)
    return made


def test_the_newest_stands_first(past: PastStep) -> None:
    names = [button.accessibleName().split(", 09:00")[0] for button in past.buttons]
    assert names == [
        "Delete Toe touch, 9 October",
        "Delete Leg raise, 8 October",
        "Delete Leg raise, 1 October",
    ]


def test_delete_names_the_check(past: PastStep) -> None:
    asked: list[str] = []
    past.delete_asked.connect(asked.append)
    for button in past.buttons:
        button.click()
    assert asked == ["t", "b", "a"]


def test_the_last_row_gone_the_focus_is_on_back(past: PastStep, view: CheckView) -> None:
    past.show_past(view.past[:1])
    past.buttons[0].setFocus()
    past.show_past(())
    QApplication.processEvents()
    assert past.buttons == []
    assert QApplication.focusWidget() is past.back
    shown = [label.text() for label in past.findChildren(QLabel) if not label.isHidden()]
    assert any(text.startswith("No checks yet") for text in shown)


def test_the_same_list_keeps_its_rows(past: PastStep, view: CheckView) -> None:
    before = list(past.buttons)
    past.show_past(tuple(view.past))
    assert past.buttons == before
