"""The parts of the session page that come late."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.ui.look import Look
from supple.ui.session.frame import frame
from supple.ui.session.parts import PageParts

NAMES = ("care", "hurts", "hurts_bar", "stop_question", "summary", "summary_bar")


@pytest.fixture
def parts(look: Look, qtbot: QtBot) -> PageParts:
    made = PageParts(look)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    return made


def _made(parts: PageParts) -> set[str]:
    return {name for name in NAMES if name in parts.__dict__}


def test_what_is_never_shown_is_never_made(parts: PageParts) -> None:
    for name in NAMES[1:]:
        parts.show_part(name, False)
    parts.place_parts(frame(1100, 760, 1.0, 200))
    assert _made(parts) == set()
    parts.show_part("hurts", True)
    assert _made(parts) == {"hurts"}
    assert parts.hurts.isVisible()
    parts.show_part("hurts", False)
    assert parts.hurts.isHidden()


def test_each_part_has_its_place(parts: PageParts) -> None:
    for name in NAMES[1:]:
        parts.show_part(name, True)
    f = frame(1100, 760, 1.0, 200)
    parts.place_parts(f)
    assert parts.hurts.geometry() == f.body
    assert parts.hurts_bar.geometry() == parts.summary_bar.geometry() == f.controls
    assert parts.summary.geometry() == QRect(0, 0, 1100, f.controls.top())
    assert parts.stop_question.geometry() == parts.rect()


def test_what_the_parts_tell_is_told_by_the_page(parts: PageParts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.asked) as told:
        parts.hurts.ease.click()
    assert told.args == [Command.EASE_OFF]
    with qtbot.waitSignal(parts.warned):
        parts.hurts.help.told.emit()
    with qtbot.waitSignal(parts.answered) as told:
        parts.care.answered.emit(4)
    assert told.args == [4]
    for heard, part in (
        (parts.gently_asked, parts.care.gently_asked),
        (parts.not_now_asked, parts.care.not_now_asked),
        (parts.close_asked, parts.care.left),
        (parts.save_asked, parts.summary_bar.saved),
        (parts.discard_asked, parts.summary_bar.discarded),
    ):
        with qtbot.waitSignal(heard):
            part.emit()


@pytest.mark.parametrize("first", [True, False])
def test_nothing_is_said_to_be_saved_of_a_preview(qtbot: QtBot, look: Look, first: bool) -> None:
    """Whether the parts were there before, or are made for it."""
    parts = PageParts(look)
    qtbot.addWidget(parts)
    if first:
        assert "What you did so far is saved" in parts.stop_question.text.text()
        assert parts.care.warning_bar.note.text() == "What you did is saved."
    parts.set_kept(False)
    assert "Nothing of a preview is saved" in parts.stop_question.text.text()
    assert parts.care.warning_bar.note.text() == "Nothing of a preview is saved."
    parts.set_kept(True)
    assert "What you did so far is saved" in parts.stop_question.text.text()
