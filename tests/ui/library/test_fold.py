from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.library.fold import Fold
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.text import Text


@pytest.fixture
def built() -> list[QWidget]:
    return []


@pytest.fixture
def fold(qtbot: QtBot, look: Look, built: list[QWidget]) -> Fold:
    def build() -> QWidget:
        built.append(Text(look, "Because.", wrap=True))
        return built[-1]

    made = Fold(look, "Why", "Source: a book", build)
    qtbot.addWidget(made)
    made.resize(300, 60)
    made.show()
    return made


def test_nothing_is_made_before_it_is_opened(fold: Fold, built: list[QWidget]) -> None:
    fold.grab()
    assert not fold.opened
    assert built == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, None])
def test_keys_and_clicks_open_and_close_it(
    qtbot: QtBot, fold: Fold, built: list[QWidget], key: Qt.Key | None
) -> None:
    def press() -> None:
        if key is None:
            qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(fold.head, key)

    with qtbot.waitSignal(fold.toggled) as got:
        press()
    assert got.args == [True]
    assert built[0].isVisible()
    press()
    assert built[0].isHidden()
    press()
    assert len(built) == 1
    assert built[0].isVisible()


def test_a_screen_reader_hears_whether_it_is_open(fold: Fold) -> None:
    assert fold.head.accessibleName() == "Why, closed"
    fold.toggle()
    assert fold.head.accessibleName() == "Why, open"
    assert fold.head.accessibleDescription() == "Source: a book"
    assert fold.head.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_was_opened_is_brought_into_view(qtbot: QtBot, look: Look) -> None:
    def build() -> QWidget:
        body = QWidget()
        body.setFixedHeight(150)
        return body

    scroller = Scroller(look)
    qtbot.addWidget(scroller)
    column = QVBoxLayout()
    above = QWidget()
    above.setFixedHeight(400)
    fold = Fold(look, "Why", "", build)
    column.addWidget(above)
    column.addWidget(fold)
    scroller.set_body(column)
    scroller.resize(300, 300)
    scroller.show()
    qtbot.waitExposed(scroller)
    bar = scroller.verticalScrollBar()
    bar.setValue(160)
    fold.toggle()
    qtbot.waitUntil(lambda: fold.visibleRegion().boundingRect().height() == fold.height())
    seen = fold.mapTo(scroller, fold.rect().topLeft()).y()
    assert 0 <= seen <= 300 - fold.height()


def test_the_line_below_can_be_another(fold: Fold) -> None:
    fold.head.set_below("2 things to see to")
    assert fold.head.accessibleDescription() == "2 things to see to"
