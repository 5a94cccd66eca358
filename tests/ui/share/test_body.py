from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.share.body import Body
from supple.ui.text import Text


def body(look: Look, window: QWidget, lines: int, most: int = 300) -> Body:
    made = Body(look, most)
    column = QVBoxLayout()
    for number in range(lines):
        column.addWidget(Text(look, f"Line {number}", wrap=True))
    made.set_body(column)
    holder = QVBoxLayout(window)
    holder.addWidget(made)
    holder.addStretch(1)
    made.show()
    made.fit()
    return made


@pytest.mark.parametrize(("lines", "scrolls"), [(3, False), (60, True)])
def test_it_is_as_high_as_it_needs_and_no_higher_than_it_may(
    look: Look, window: QWidget, lines: int, scrolls: bool
) -> None:
    made = body(look, window, lines)
    assert (made.height() == 300) is scrolls
    assert made.height() > 3 * look.line("body")
    policy = Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus
    assert made.focusPolicy() is policy


def test_it_grows_with_what_is_in_it(look: Look, window: QWidget, qtbot: Any) -> None:
    made = body(look, window, 2)
    before = made.height()
    layout = made.content.layout()
    assert layout is not None
    inner = layout.itemAt(0).layout()
    inner.addWidget(Text(look, "One more", wrap=True))
    qtbot.waitUntil(lambda: made.height() > before)


def test_it_takes_the_room_that_is_there_now(look: Look, window: QWidget) -> None:
    made = body(look, window, 60)
    made.set_most(200)
    assert made.height() == 200
    made.set_most(10)
    assert made.height() == look.px(120)
    made.set_most(10_000)
    assert 300 < made.height() < 10_000
    assert made.focusPolicy() is Qt.FocusPolicy.NoFocus
