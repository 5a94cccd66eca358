from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.core.session_keys import key_map
from supple.ui.look import Look
from supple.ui.session.stopask import StopQuestion


@pytest.mark.parametrize(("name", "command"), [("stop", Command.STOP), ("go_on", Command.RESUME)])
def test_both_answers(look: Look, qtbot: QtBot, name: str, command: Command) -> None:
    question = StopQuestion(look)
    qtbot.addWidget(question)
    with qtbot.waitSignal(question.asked) as told:
        qtbot.mouseClick(getattr(question, name), Qt.MouseButton.LeftButton)
    assert told.args == [command]


@pytest.mark.parametrize(("width", "scale"), [(760, 0.69), (1100, 1.2), (1920, 1.7)])
def test_the_card_is_in_the_middle_and_holds_its_words(
    look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    question = StopQuestion(look)
    qtbot.addWidget(question)
    question.set_scale(scale)
    question.resize(width, 760)
    question.show()
    question.layout().activate()
    card = question.card
    assert abs(card.geometry().center().x() - width // 2) <= 1
    assert question.text.height() >= question.text.heightForWidth(question.text.width())
    assert question.stop.geometry().right() < question.go_on.geometry().left()
    assert card.rect().contains(question.go_on.geometry())


def test_it_can_be_read_from_the_mat(look: Look, qtbot: QtBot) -> None:
    question = StopQuestion(look)
    qtbot.addWidget(question)
    question.set_scale(1.42)
    assert question.head.font().pixelSize() == round(44 * 1.42)
    assert question.text.font().pixelSize() == round(34 * 1.42)
    assert question.go_on.sizeHint().height() == round(84 * 1.42)


def test_the_filled_one_is_what_enter_does(look: Look, qtbot: QtBot) -> None:
    question = StopQuestion(look)
    qtbot.addWidget(question)
    assert (question.stop.kind, question.go_on.kind) == ("danger", "secondary")


def test_it_says_what_the_keys_do(look: Look, qtbot: QtBot) -> None:
    question = StopQuestion(look)
    qtbot.addWidget(question)
    assert question.head.text() == "Stop here?"
    assert question.text.text().startswith("Enter stops, Space goes on.")


def test_it_names_the_keys_that_were_taught(look: Look, qtbot: QtBot) -> None:
    question = StopQuestion(look)
    qtbot.addWidget(question)
    assert question.text.text() == "Enter stops, Space goes on. What you did so far is saved."
    question.set_keys(key_map(["confirm PgDown", "pause Left", "previous F5"]))
    assert question.text.text().startswith("Page Down stops, \N{LEFTWARDS ARROW} goes on. What")
    assert question.stop.accessibleDescription() == "Key: Page Down"
    assert question.go_on.accessibleDescription() == "Key: left arrow"
    question.set_kept(False)
    assert question.text.text().endswith("goes on. Nothing of a preview is saved.")
