from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.text import Text

LONG = "Sit tall on the edge of the chair, one heel out in front, and lean from the hips."


def test_one_line_is_as_high_as_the_type_scale_says(qtbot: QtBot, look: Look) -> None:
    for role, line in (("body", 22), ("small", 18), ("title", 36)):
        text = Text(look, "Start", role)
        qtbot.addWidget(text)
        assert text.sizeHint().height() == line


def test_wrapped_text_grows_in_whole_lines(qtbot: QtBot, look: Look) -> None:
    text = Text(look, LONG, wrap=True)
    qtbot.addWidget(text)
    heights = [text.heightForWidth(width) for width in (2000, 400, 200, 100)]
    assert heights[0] == 22
    assert all(height % 22 == 0 for height in heights)
    assert heights == sorted(heights)
    assert heights[-1] > heights[0]


def test_a_new_line_is_kept(qtbot: QtBot, look: Look) -> None:
    text = Text(look, "One\nTwo", wrap=True)
    qtbot.addWidget(text)
    assert text.heightForWidth(500) == 44


def test_text_that_may_be_cut_is_cut(qtbot: QtBot, look: Look) -> None:
    text = Text(look, LONG, elide=True)
    qtbot.addWidget(text)
    text.resize(text.sizeHint())
    assert not text.is_cut()
    text.resize(100, 22)
    assert text.is_cut()


def test_text_that_may_not_be_cut_asks_for_its_room(qtbot: QtBot, look: Look) -> None:
    text = Text(look, LONG)
    qtbot.addWidget(text)
    assert text.minimumSizeHint() == text.sizeHint()
    assert not text.is_cut()


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_text_follows_the_text_size(qtbot: QtBot, look: Look, scale: float) -> None:
    text = Text(look, LONG)
    own = Text(look, LONG, line=20)
    qtbot.addWidget(text)
    qtbot.addWidget(own)
    before = text.sizeHint().width()
    look.set_text_scale(scale)
    assert text.sizeHint().height() == round(22 * scale)
    assert own.sizeHint().height() == round(20 * scale)
    assert (text.sizeHint().width() > before) is (scale > 1)


def test_an_empty_text_still_holds_its_line(qtbot: QtBot, look: Look) -> None:
    text = Text(look, "", wrap=True)
    qtbot.addWidget(text)
    assert text.heightForWidth(100) == 22


def test_other_words_or_letters_are_broken_anew(qtbot: QtBot, look: Look) -> None:
    text = Text(look, "Sit tall.", wrap=True)
    qtbot.addWidget(text)
    one_line = text.heightForWidth(300)
    text.say(LONG)
    small = text.heightForWidth(300)
    text.set_role("display")
    assert one_line < small < text.heightForWidth(300)
    text.set_role("body")
    text.say("Sit tall.")
    assert text.heightForWidth(300) == one_line
