from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from supple.ui.flexibility.columns import Columns, Foot
from supple.ui.look import Look
from supple.ui.text import Text

Put = Callable[[QWidget, int, int], QWidget]


class Parts:
    def __init__(self, look: Look) -> None:
        self.main, self.care = QLabel("main"), QLabel("care")
        self.words = Text(look, "short", wrap=True)
        self.foot = Foot()
        self.foot.row.addWidget(QLabel("go on"))
        self.columns = Columns(look, 260)
        side = [self.words, self.care]
        self.columns.fill(self.main, side, self.foot, self.care)

    def at(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.columns, QPoint())


@pytest.fixture
def parts(look: Look, put: Put) -> Parts:
    made = Parts(look)
    put(made.columns, 900, 500)
    settle()
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_wide_the_side_stands_beside_with_the_foot_below(parts: Parts) -> None:
    main, foot = parts.at(parts.main), parts.at(parts.foot)
    assert parts.at(parts.words).x() > main.x() + parts.main.width()
    assert parts.words.width() == parts.foot.width() == 260
    assert foot.y() > parts.at(parts.care).y() + 200
    assert parts.at(parts.care).y() > parts.at(parts.words).y()


def test_narrow_the_warning_comes_first_and_the_foot_stays(parts: Parts) -> None:
    parts.columns.set_narrow(True)
    settle()
    places = [parts.at(w).y() for w in (parts.care, parts.main, parts.words, parts.foot)]
    assert places == sorted(places)
    assert not parts.columns.scroller.isAncestorOf(parts.foot)
    assert parts.main.width() > 600


def test_back_and_forth_it_is_as_it_was(parts: Parts) -> None:
    every = (parts.main, parts.care, parts.words, parts.foot)
    before = [(parts.at(w), w.size()) for w in every]
    for narrow in (True, False, True, False):
        parts.columns.set_narrow(narrow)
        settle()
    assert [(parts.at(w), w.size()) for w in every] == before


def test_longer_words_get_more_lines_after_it_was_folded(parts: Parts) -> None:
    for narrow in (True, False):
        parts.columns.set_narrow(narrow)
        settle()
    parts.words.say("a good many words that do not fit into a single line of so narrow a column")
    settle()
    assert parts.words.height() >= parts.words.heightForWidth(260) > parts.words.line_height()


def test_in_a_low_view_the_foot_is_kept_in_sight(parts: Parts) -> None:
    go_on = QPushButton("go on")
    parts.foot.row.addWidget(go_on)
    settle()
    go_on.setFocus()
    before = parts.at(parts.foot)
    parts.main.setMinimumHeight(490)
    settle()
    assert not parts.columns.scroller.isAncestorOf(parts.foot)
    foot = parts.at(parts.foot)
    assert foot.y() + parts.foot.height() <= parts.columns.height()
    assert (foot.x(), parts.foot.width()) == (900 - 260, 260)
    assert go_on.hasFocus()
    parts.main.setMinimumHeight(0)
    settle()
    assert go_on.hasFocus()
    assert parts.columns.scroller.isAncestorOf(parts.foot)
    assert parts.at(parts.foot) == before
