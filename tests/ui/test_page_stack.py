from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from supple.ui.fade import Fade
from supple.ui.look import Look
from supple.ui.nav import Entry, SideBar
from supple.ui.page import FOLD_UNDER, Page, side_margin
from supple.ui.page_stack import PageStack

WIDE, NARROW = 1100, 700


class Form(Page):
    """A page with two buttons, the second of which is its main control."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, title)
        self.head_button, self.main = QPushButton("Back"), QPushButton("Start")
        self.column.addWidget(self.head_button)
        self.column.addWidget(self.main)

    def main_widget(self) -> QWidget:
        return self.main


@pytest.fixture
def bar(look: Look) -> SideBar:
    return SideBar(look, [Entry("one", "One", "house")], [Entry("two", "Two", "settings")])


@pytest.fixture
def stack(look: Look, host: QWidget, bar: SideBar) -> PageStack:
    made = PageStack(look, host, bar)
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(bar)
    row.addLayout(made.column, 1)
    return made


def test_a_page_takes_the_place_of_the_last_one_which_stays(stack: PageStack, look: Look) -> None:
    assert stack.page is None
    first, second = Form(look, "First"), Form(look, "Second")
    for page in (first, second, first):
        stack.show(page)
        assert stack.page is page
        assert page.isVisible()
    assert second.isHidden()
    assert stack.widget.count() == 2


def test_what_is_removed_is_neither_kept_nor_seen(stack: PageStack, look: Look) -> None:
    first, second = Form(look, "First"), Form(look, "Second")
    stack.show(first)
    stack.show(second)
    stack.remove(second)
    assert stack.page is first
    assert stack.widget.count() == 1
    assert second.isHidden()
    second.deleteLater()


def test_what_is_shown_fades_over_all_of_the_page(stack: PageStack, look: Look) -> None:
    stack.show(Form(look, "First"))
    stack.fade_out()
    stack.fade_out()
    (fade,) = stack.widget.findChildren(Fade)
    assert fade.isVisible()
    assert fade.geometry() == stack.widget.rect()
    fade.stop()


def test_tab_leads_from_the_main_control_over_what_is_told_to_the_side_bar(
    stack: PageStack, look: Look, bar: SideBar
) -> None:
    page = Form(look, "First")
    stack.show(page)
    chosen = bar.items[0]
    bar.choose("one")
    assert stack.stops() == [page.main, page.head_button, chosen]
    stack.notices.add("voice", "No voice.")
    (close,) = stack.notices.stops()
    assert stack.stops() == [page.main, close, page.head_button, chosen]


def test_without_a_page_tab_leads_to_the_side_bar(stack: PageStack, bar: SideBar) -> None:
    bar.choose("two")
    stack.order_focus()
    assert stack.stops() == [bar.items[1]]


def test_qt_has_the_side_bar_last_as_well(stack: PageStack, look: Look, bar: SideBar) -> None:
    page = Form(look, "First")
    stack.show(page)
    stack.order_focus()
    stops = [*page.tab_stops(), *bar.items]
    chain = [stops[0]]
    while (following := chain[-1].nextInFocusChain()) is not stops[0]:
        chain.append(following)
    assert [part for part in chain if part in stops] == stops


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_is_told_begins_where_the_page_does(
    stack: PageStack, look: Look, host: QWidget, bar: SideBar, width: int
) -> None:
    host.resize(width, 560)
    stack.show(Form(look, "First"))
    stack.notices.add("voice", "No voice.")
    host.grab()
    beside = width - bar.width()
    margin = side_margin(look, beside, narrow=beside < look.px(FOLD_UNDER))
    assert stack.notices.column.mapTo(host, QPoint()).x() == bar.width()
    margins = stack.notices.column.layout().contentsMargins()
    assert (margins.left(), margins.right()) == (margin, margin)
    host.resize(WIDE + NARROW - width, 560)
    host.grab()
    stack.place_notices()
    assert stack.notices.column.layout().contentsMargins().left() != margin
