from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.unsaved import COMES_BACK, LATER, UnsavedDialog


def told(dialog: UnsavedDialog) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text))


@pytest.mark.parametrize(
    ("button", "signal"), [("save", "save_asked"), ("discard", "discard_asked")]
)
def test_an_answer_is_told_once_the_dialog_is_away(
    look: Look, host: QWidget, qtbot: QtBot, button: str, signal: str
) -> None:
    dialog = UnsavedDialog(look, host, "Evening", "")
    dialog.open(QWidget(host))
    seen: list[bool] = []
    getattr(dialog, signal).connect(lambda: seen.append(dialog.isVisible()))
    getattr(dialog, button).click()
    assert seen == [False]


def test_keeping_on_answers_nothing(look: Look, host: QWidget, qtbot: QtBot) -> None:
    dialog = UnsavedDialog(look, host, "Evening", "")
    with qtbot.assertNotEmitted(dialog.save_asked), qtbot.assertNotEmitted(dialog.discard_asked):
        dialog.keep.click()


def test_escape_keeps_on(look: Look, host: QWidget, qtbot: QtBot) -> None:
    dialog = UnsavedDialog(look, host, "Evening", "")
    dialog.open(QWidget(host))
    with qtbot.assertNotEmitted(dialog.save_asked), qtbot.assertNotEmitted(dialog.discard_asked):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_what_is_still_to_be_mended_is_named_and_can_be_kept(
    look: Look, host: QWidget, qtbot: QtBot
) -> None:
    dialog = UnsavedDialog(look, host, "", "Give it a name.")
    assert "Save your changes?" in told(dialog)
    assert "give it a name" in told(dialog)
    assert COMES_BACK in told(dialog)
    assert dialog.first() is dialog.save
    assert dialog.save.text() == LATER
    with qtbot.assertNotEmitted(dialog.save_asked), qtbot.waitSignal(dialog.later_asked):
        dialog.save.click()


def test_it_can_ask_in_other_words(look: Look, host: QWidget) -> None:
    dialog = UnsavedDialog(
        look, host, question="Use it?", gone="It is gone.", save="Use", keep="Go on"
    )
    assert "Use it?" in told(dialog)
    assert "It is gone." in told(dialog)
    answers = (dialog.save.text(), dialog.discard.text(), dialog.keep.text())
    assert answers == ("Use", "Discard", "Go on")
