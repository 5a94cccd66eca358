from __future__ import annotations

from pytestqt.qtbot import QtBot

from supple.ui.lazy import Lazy
from supple.ui.look import Look
from supple.ui.page import Page


def test_a_page_is_built_once_and_shows_the_newest(qtbot: QtBot, look: Look) -> None:
    shown: list[str] = []
    built: list[Page] = []

    def build() -> Page:
        page = Page(look, "Any")
        qtbot.addWidget(page)
        built.append(page)
        return page

    lazy = Lazy(build)
    lazy.give(lambda page: shown.append("old"))
    lazy.give(lambda page: shown.append("new"))
    assert lazy.built is None
    assert shown == []
    page = lazy.get()
    assert shown == ["new"]
    assert lazy.get() is page is lazy.built
    assert built == [page]


def test_a_built_page_shows_at_once(qtbot: QtBot, look: Look) -> None:
    page = Page(look, "Any")
    qtbot.addWidget(page)
    lazy = Lazy(lambda: page)
    lazy.get()
    lazy.give(lambda page: page.title.say("Given"))
    assert page.title.text() == "Given"
