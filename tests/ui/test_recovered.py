from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.lines import Lines
from supple.ui.look import Look
from supple.ui.pages import Pages
from supple.ui.recovered import DetailsDialog
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner

TEXT = "Your history was damaged, so we restored it from this morning, 08:58."
DETAIL = "97 of 98 sessions are back. The damaged file is kept."
MORE = "Missing: the desk break of 10:32.\nThe damaged file: /home/ada/history-damaged.db"


@pytest.fixture
def pages(qtbot: QtBot, look: Look, figures: Any) -> Pages:
    made = Pages(look, figures)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    return made


def button(widget: QWidget, name: str) -> QPushButton:
    found = widget.findChildren(QPushButton)
    return next(b for b in found if name in (b.text(), b.accessibleName()))


def banner(pages: Pages) -> Banner:
    found = pages.findChild(Banner)
    assert isinstance(found, Banner)
    return found


def test_it_is_told_above_the_pages(pages: Pages) -> None:
    pages.show_recovered(TEXT, DETAIL, MORE)
    assert banner(pages).isVisible()
    assert banner(pages).accessibleName() == f"{TEXT} {DETAIL}"


def test_details_open_over_the_window_and_can_be_copied(qtbot: QtBot, pages: Pages) -> None:
    pages.show_recovered(TEXT, DETAIL, MORE)
    with qtbot.waitSignal(pages.overlay_asked) as asked:
        qtbot.mouseClick(button(banner(pages), "Details"), Qt.MouseButton.LeftButton)
    dialog = asked.args[0]
    assert isinstance(dialog, DetailsDialog)
    dialog.open(QWidget())
    texts = [text.text() for text in dialog.findChildren(Text)]
    assert [TEXT, *MORE.splitlines()] == texts
    with qtbot.waitSignal(pages.copy_asked) as copied:
        qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert copied.args == [MORE]


def test_without_more_there_are_no_details(pages: Pages) -> None:
    pages.show_recovered(TEXT, DETAIL, "")
    assert [b.text() for b in banner(pages).findChildren(QPushButton)] == [""]


def test_closing_it_is_told(qtbot: QtBot, pages: Pages) -> None:
    pages.show_recovered(TEXT, DETAIL, MORE)
    with qtbot.waitSignal(pages.recovered_seen):
        qtbot.mouseClick(button(banner(pages), "Close this notice"), Qt.MouseButton.LeftButton)


def test_the_details_take_the_size_of_a_window_that_is_made_smaller(
    look: Look, host: QWidget
) -> None:
    dialog = DetailsDialog(look, host, TEXT, "\n".join([MORE] * 40))
    lines = dialog.findChild(Lines)
    assert lines is not None
    assert lines.height() == 760 // 2
    host.resize(760, 560)
    assert lines.height() == 560 // 2
