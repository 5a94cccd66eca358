"""The parts of the session page that are rarely seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from supple.core.session_keys import key_map
from supple.core.warning import Sign
from supple.ui.look import Look
from supple.ui.session.care import Care, words_of
from supple.ui.session.keys import KEYS, Mode, Tell

PARTS = ("ask", "ask_bar", "much_pain", "much_bar", "warning", "warning_bar")


@pytest.fixture
def care(look: Look, host: QWidget) -> Care:
    return Care(look, host)


def _seen(care: Care) -> set[str]:
    return {n for n in PARTS if n in care.__dict__ and care.__dict__[n].isVisible()}


def test_each_part_is_made_as_it_is_first_shown(care: Care) -> None:
    assert not any(name in care.__dict__ for name in PARTS)
    care.show(Mode.ASKED)
    assert _seen(care) == {"ask", "ask_bar"}
    assert "warning" not in care.__dict__
    care.show(Mode.MUCH_PAIN)
    assert _seen(care) == {"much_pain", "much_bar"}
    care.show(Mode.WARNED)
    assert _seen(care) == {"warning", "warning_bar"}
    care.show(Mode.RUNNING)
    assert _seen(care) == set()


def test_nothing_starts_by_itself_once_the_question_is_gone(care: Care) -> None:
    care.ask.ask("Figure four")
    care.show(Mode.ASKED)
    assert care.ask._ticks.isActive()
    care.show(Mode.OVER)
    assert not care.ask._ticks.isActive()


@pytest.mark.parametrize("mode", [Mode.ASKED, Mode.MUCH_PAIN, Mode.WARNED])
def test_a_screen_reader_hears_every_number_that_can_be_pressed(mode: Mode) -> None:
    words = words_of(mode)
    for key, action in KEYS[mode].items():
        if key.isdigit() and mode is not Mode.ASKED:
            assert f"{key}, " in words, action
    assert words_of(Mode.RUNNING) == ""


def test_the_advice_is_read_whole() -> None:
    assert words_of(Mode.ADVISED, Sign.SADDLE).startswith("Please get help today.")
    assert KEYS[Mode.WARNED]["1"] == Tell(Sign.SADDLE)


def test_taught_keys_are_named_by_parts_made_before_and_after(care: Care) -> None:
    assert care.ask.hint.text().endswith(". Enter starts without an answer.")
    care.set_keys(key_map(["pause PgDown", "stop F5", "confirm B"]))
    assert care.ask.hint.text().endswith(". B starts without an answer.")
    assert care.ask_bar.start.accessibleDescription() == "Key: B"
    assert care.ask_bar.not_now.accessibleDescription() == "Key: F5"
    assert care.warning.question.text().endswith("Press a number.")
    care.set_keys(key_map(["next PgDown", "confirm B"]))
    assert care.warning.question.text().endswith("Press a number, or Page Down and B.")
    assert care.ask.hint.text().endswith("or Page Down and B. B alone starts without an answer.")
    assert care.warning_bar.close_.accessibleDescription() == "Key: B"
