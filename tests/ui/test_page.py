from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.page import WIDEST, Page, Scroller, clear, side_margin
from supple.ui.text import Text
from supple.ui.widgets.button import Button


@pytest.mark.parametrize(
    ("width", "narrow", "side"),
    [(904, False, 32), (696, True, 24), (1040 + 64, False, 32), (1724, False, 342)],
)
def test_margins_keep_the_content_from_growing_too_wide(
    look: Look, width: int, narrow: bool, side: int
) -> None:
    assert side_margin(look, width, narrow=narrow) == side
    assert width - 2 * side <= WIDEST


def test_large_text_may_grow_wider(look: Look) -> None:
    look.set_text_scale(1.3)
    assert 1724 - 2 * side_margin(look, 1724, narrow=False) == round(WIDEST * 1.3)


@pytest.mark.parametrize(
    ("width", "scale", "narrow"),
    [(904, 1.0, False), (899, 1.0, True), (904, 1.15, True), (1200, 1.3, False)],
)
def test_a_page_folds_where_its_text_needs_it(
    qtbot: QtBot, look: Look, width: int, scale: float, narrow: bool
) -> None:
    page = Page(look, "Any")
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    look.set_text_scale(scale)
    assert page.narrow is narrow


def test_content_is_as_wide_with_the_scroll_bar_as_without(qtbot: QtBot, look: Look) -> None:
    page = Page(look, "Any")
    qtbot.addWidget(page)
    rows = QVBoxLayout()
    label = QLabel("Row")
    rows.addWidget(label)
    scroller = Scroller(look)
    scroller.set_body(rows)
    page.column.addWidget(scroller, 1)
    page.add_scroller(scroller)
    page.resize(904, 400)
    page.show()
    qtbot.waitUntil(lambda: label.width() > 0)
    assert not scroller.verticalScrollBar().isVisible()
    before = label.width()
    label.setMinimumHeight(900)
    qtbot.waitUntil(scroller.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: label.height() >= 900)
    assert label.width() == before == 904 - 64


def test_clearing_takes_inner_layouts_along(qtbot: QtBot, look: Look) -> None:
    page = Page(look, "Any")
    qtbot.addWidget(page)
    inner = QVBoxLayout()
    inner.addWidget(QLabel("In"))
    outer = QVBoxLayout()
    outer.addLayout(inner)
    outer.addWidget(QLabel("Out"))
    outer.addSpacing(4)
    page.column.addLayout(outer)
    clear(outer)
    assert outer.count() == 0
    assert inner.count() == 0


def test_what_has_the_focus_stays_in_sight_as_the_text_grows(qtbot: QtBot, look: Look) -> None:
    page = Page(look, "Any")
    qtbot.addWidget(page)
    rows = QVBoxLayout()
    for number in range(60):
        rows.addWidget(Text(look, f"Row {number}"))
    button = Button(look, "Here")
    rows.insertWidget(40, button)
    scroller = Scroller(look)
    scroller.set_body(rows)
    page.column.addWidget(scroller, 1)
    page.resize(904, 400)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    button.setFocus()

    def seen() -> bool:
        return button.visibleRegion().boundingRect() == button.rect()

    def scrolled() -> bool:
        scroller.ensureWidgetVisible(button)
        return seen()

    qtbot.waitUntil(scrolled)
    bar = scroller.verticalScrollBar()
    value = bar.value()
    assert value > 0
    look.set_text_scale(1.3)
    qtbot.waitUntil(lambda: bar.value() > value)
    qtbot.waitUntil(seen)
