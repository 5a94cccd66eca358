from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.banner import KINDS, Banner
from supple.ui.widgets.button import Button

ColorAt = Callable[[QWidget, float, float], str]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_fill(look: Look, qtbot: QtBot, color_at: ColorAt, kind: str) -> None:
    banner = Banner(look, "Read this first.", kind)
    qtbot.addWidget(banner)
    banner.resize(400, 48)
    assert color_at(banner, 0.9, 0.5) == look.theme.color(KINDS[kind][0]).name()


def test_it_says_and_offers_something(look: Look, qtbot: QtBot) -> None:
    banner = Banner(look, "Line 14 is not right.")
    qtbot.addWidget(banner)
    button = Button(look, "Open at line 14")
    banner.add_action(button)
    banner.say("Line 15 is not right.")
    assert banner.accessibleName() == "Line 15 is not right."
    assert button.parentWidget() is banner


def test_a_click_on_an_action_leaves_the_focus_where_it_is(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    here, banner = Button(look, "Here"), Banner(look, "Taken in.")
    undo = Button(look, "Undo")
    banner.add_action(undo)
    undo.clicked.connect(banner.hide)
    for part in (Button(look, "Before"), here, banner):
        column.addWidget(part)
    host.show()
    here.setFocus()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert host.focusWidget() is here
    assert undo.focusPolicy() & Qt.FocusPolicy.TabFocus, "it is reached by key"


def test_its_second_line_can_change(look: Look, qtbot: QtBot) -> None:
    banner = Banner(look, "Saving.", detail="Writing")
    qtbot.addWidget(banner)
    banner.say_detail("Writing, about 5 s left")
    assert "Writing, about 5 s left" in [label.text() for label in banner.findChildren(QLabel)]


def test_long_text_wraps_instead_of_widening(look: Look, qtbot: QtBot) -> None:
    banner = Banner(look, "Skip it with tingling, numbness, or pain below the knee. " * 4)
    qtbot.addWidget(banner)
    assert banner.heightForWidth(320) > banner.heightForWidth(1600)


def test_a_second_line_is_read_after_the_first(look: Look, qtbot: QtBot) -> None:
    plain = Banner(look, "Your history was damaged.")
    more = Banner(look, "Your history was damaged.", detail="97 of 98 sessions are back.")
    qtbot.addWidget(plain)
    qtbot.addWidget(more)
    assert more.accessibleName() == "Your history was damaged. 97 of 98 sessions are back."
    assert more.sizeHint().height() > plain.sizeHint().height()


@pytest.mark.parametrize("words", ["Saved.", "What is long enough goes on in lines below. " * 4])
def test_the_icon_stands_at_the_first_line(look: Look, qtbot: QtBot, words: str) -> None:
    banner = Banner(look, words, "ok", icon="check")
    qtbot.addWidget(banner)
    high = Button(look, "Show")
    high.setFixedHeight(48)
    banner.add_action(high)
    banner.resize(420, banner.heightForWidth(420))
    banner.show()
    icon = next(label for label in banner.findChildren(QLabel) if label is not banner.label)
    label, line = banner.label, banner.label.fontMetrics().height()
    # Words stand in the middle of a label that is higher than they are.
    first = label.geometry().center().y() - (label.heightForWidth(label.width()) - line) / 2
    assert abs(icon.geometry().center().y() - first) <= 3
    assert high.geometry().center().y() == pytest.approx(banner.rect().center().y(), abs=1)
