from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core import disagreements, rules, sources
from supple.core.why import PRACTICE
from supple.ui.look import Look
from supple.ui.sources.cards import SourceCard
from supple.ui.sources.page import SourcesPage
from supple.ui.text import Text
from supple.ui.widgets.button import Button


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SourcesPage:
    made = SourcesPage(look)
    qtbot.addWidget(made)
    made.resize(904, 600)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def cards(page: SourcesPage) -> list[SourceCard]:
    return [card for card in page.findChildren(SourceCard) if card.isVisible()]


def titles(page: SourcesPage) -> list[str]:
    return [card.accessibleName().split(".")[0] for card in cards(page)]


def test_it_opens_on_the_five_documents_and_general_practice(page: SourcesPage) -> None:
    assert page.tabs.current == "documents"
    assert titles(page) == [
        "Guide to back pain stretches",
        "Liv Hospital guide",
        "Test-first guide",
        "Four hamstring stretches",
        "Light and long advice",
        "General practice",
    ]


@pytest.mark.parametrize(
    ("tab", "count"),
    [
        ("studies", len(sources.STUDIES)),
        ("disagree", len(disagreements.DISAGREEMENTS)),
        ("rules", len(rules.RULES)),
    ],
)
def test_each_tab_has_its_cards(page: SourcesPage, tab: str, count: int) -> None:
    page.choose(tab)
    assert page.tabs.current == tab
    assert len(cards(page)) == count


def test_arrow_keys_go_from_tab_to_tab(qtbot: QtBot, page: SourcesPage) -> None:
    page.tabs.focus_target().setFocus()
    qtbot.keyClick(page.tabs.focus_target(), Qt.Key.Key_Right)
    assert page.tabs.current == "studies"
    assert len(cards(page)) == len(sources.STUDIES)


@pytest.mark.parametrize(
    ("source", "tab"),
    [
        (sources.LIGHT, "documents"),
        (PRACTICE, "documents"),
        ("phone-2024", "studies"),
    ],
)
def test_a_source_asked_for_is_in_view(
    qtbot: QtBot, page: SourcesPage, source: str, tab: str
) -> None:
    page.show_source(source)
    assert page.tabs.current == tab
    card = QApplication.focusWidget()
    assert isinstance(card, SourceCard)
    assert card.accessibleName().startswith(
        sources.STUDIES_BY_ID[source].title if tab == "studies" else sources.title_of(source)
    )
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())


def test_a_source_nobody_knows_leads_to_the_top(page: SourcesPage) -> None:
    page.show_source(sources.LIGHT)
    page.show_source("my physiotherapist")
    assert page._shown().verticalScrollBar().value() == 0


@pytest.mark.parametrize("way", ["button", "escape"])
def test_there_is_a_way_back(qtbot: QtBot, page: SourcesPage, way: str) -> None:
    with qtbot.waitSignal(page.back_asked):
        if way == "button":
            qtbot.keyClick(page.back, Qt.Key.Key_Return)
        else:
            qtbot.keyClick(cards(page)[0], Qt.Key.Key_Escape)


def test_keys_scroll_it(qtbot: QtBot, page: SourcesPage) -> None:
    bar = page._shown().verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    cards(page)[0].setFocus()
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_PageDown)
    down = bar.value()
    assert down > 0
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_Up)
    assert bar.value() < down
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_Home)
    assert bar.value() == 0


def test_two_columns_become_one(page: SourcesPage) -> None:
    assert cards(page)[0].y() == cards(page)[1].y()
    page.resize(690, 500)
    QApplication.processEvents()
    assert page.narrow
    assert cards(page)[0].y() < cards(page)[1].y()
    assert cards(page)[0].width() > 600
    page.resize(1000, 500)
    QApplication.processEvents()
    assert cards(page)[0].y() == cards(page)[1].y()


@pytest.mark.parametrize("tab", ["documents", "studies", "disagree", "rules"])
def test_no_text_is_cut_off_in_a_small_window_with_large_text(
    qtbot: QtBot, look: Look, tab: str
) -> None:
    look.set_text_scale(1.3)
    page = SourcesPage(look)
    qtbot.addWidget(page)
    page.resize(696, 560)
    page.choose(tab)
    page.show()
    QApplication.processEvents()
    for text in page.findChildren(Text):
        if text.isVisible() and text.wordWrap():
            assert text.height() >= text.heightForWidth(text.width()), text.text()
    assert page.title.text() == "Sources"
    assert page.title.width() >= page.title.sizeHint().width()
    area = page._shown()
    widget = area.widget()
    assert widget is not None
    assert widget.width() <= area.viewport().width()
    look.set_text_scale(1.0)


def test_copying_is_passed_on(qtbot: QtBot, page: SourcesPage) -> None:
    page.choose("studies")
    first = next(b for b in page.findChildren(Button) if b.text() == "Copy link" and b.isVisible())
    with qtbot.waitSignal(page.copy_asked) as got:
        first.click()
    assert got.args == [sources.STUDIES[0].link]
