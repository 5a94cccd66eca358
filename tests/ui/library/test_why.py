from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.why import Origin, Why, about_stretch
from supple.ui.library.why import WhyPanel
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button


@pytest.fixture
def texts(qtbot: QtBot, look: Look) -> Any:
    def told(why: Why) -> list[str]:
        panel = WhyPanel(look, why)
        qtbot.addWidget(panel)
        panel.resize(300, panel.sizeHint().height())
        panel.show()
        QApplication.processEvents()
        return [text.text() for text in panel.findChildren(Text)]

    return told


def test_each_source_stands_above_what_it_says(texts: Any) -> None:
    said = texts(
        Why(("It opens the hip.",), "Here it is 30 s.", (Origin("x", "A book", "30 s."),), ())
    )
    at = said.index("A book")
    assert said[at + 1] == "30 s."
    assert said.index("Where the dose comes from") < said.index("Here it is 30 s.") < at


def test_a_file_that_names_no_source_is_no_riddle(texts: Any) -> None:
    said = texts(Why((), "", (), ("It may help.",)))
    assert "Its file names no source." in said
    assert "It may help." in said


def test_it_grows_with_the_text_and_cuts_nothing_off(
    qtbot: QtBot, look: Look, content: Any
) -> None:
    look.set_text_scale(1.3)
    panel = WhyPanel(look, about_stretch(content.catalogue.stretches["wall-corner"]))
    qtbot.addWidget(panel)
    layout = panel.layout()
    assert layout is not None
    panel.resize(304, layout.heightForWidth(304))
    panel.show()
    for text in panel.findChildren(Text):
        assert text.height() >= text.heightForWidth(text.width()), text.text()
    (button,) = panel.findChildren(Button)
    assert button.accessibleDescription()
    look.set_text_scale(1.0)
