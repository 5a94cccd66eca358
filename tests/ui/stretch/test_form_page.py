from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Stretch
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.stretch.form_page import FormPage

Show = Callable[[int, int], FormPage]


@pytest.fixture
def show(look: Look, pictures: Pictures, host: QWidget, qtbot: QtBot) -> Show:
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    page = FormPage(look, pictures, "New stretch")
    column.addWidget(page)
    page.show()

    def resized(width: int, height: int) -> FormPage:
        host.resize(width, height)
        qtbot.waitUntil(lambda: (page.width(), page.height()) == (width, height))
        return page

    return resized


def test_in_a_narrow_window_the_picture_goes_into_the_form(show: Show) -> None:
    page = show(760, 560)
    assert page._left_side.isHidden()
    assert page._scroller.isAncestorOf(page.picture)
    assert page._scroller.isAncestorOf(page.script)
    assert page._try.accessibleName()
    page.set_narrow(False)
    assert page._left_side.isAncestorOf(page.picture)
    assert page._left_side.isAncestorOf(page.script)


def test_in_a_low_window_the_picture_is_lower(show: Show) -> None:
    high = show(1100, 760).picture.stage.height()
    assert show(1100, 600).picture.stage.height() < high


def test_it_begins_in_the_name(show: Show, calf: Stretch) -> None:
    page = show(1100, 760)
    page._parts[0].show_stretch(calf)
    name = page.main_widget()
    assert name is page._parts[0].control("name")


def test_what_is_under_more_is_told_from_what_is_not(show: Show) -> None:
    page = show(1100, 760)
    under = ("feel", "source.0", "source.0.says", "mistakes.3", "avoid_if")
    assert all(page._rest.has(field) for field in under)
    assert not any(page._rest.has(field) for field in ("name", "setup.0", "dose.hold_s"))
