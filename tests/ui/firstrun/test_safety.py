from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from supple.core.first_run import FirstRun, Occasion
from supple.core.safety import QUESTIONS, Advice
from supple.ui.firstrun.safety import SafetyStep
from supple.ui.firstrun.tickrow import TickRow
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.theme import LIGHT


def rows(step: SafetyStep) -> dict[str, TickRow]:
    return {row.accessibleName(): row for row in step.findChildren(TickRow)}


@pytest.fixture
def step(look: Look, widget: Any) -> SafetyStep:
    made = SafetyStep(look, FirstRun())
    widget(made)
    made.resize(720, 600)
    return made


def test_every_question_has_its_box_and_none_is_ticked(step: SafetyStep) -> None:
    boxes = rows(step)
    assert set(boxes) == {q.text for q in QUESTIONS} | {"None of these"}
    assert not any(row.isChecked() for row in boxes.values())


def test_grave_questions_come_first_in_their_order(step: SafetyStep) -> None:
    grave = [q.text for q in QUESTIONS if q.advice is not Advice.LEAVE_OUT]
    assert list(rows(step))[: len(grave)] == grave


def test_beside_one_another_no_question_breaks(qtbot: QtBot, step: SafetyStep) -> None:
    quiet = [rows(step)[q.text] for q in QUESTIONS if q.advice is Advice.LEAVE_OUT]
    qtbot.waitUntil(lambda: quiet[0].height() == quiet[-1].height(), timeout=1000)
    assert len({row.height() for row in quiet}) == 1


def test_none_of_these_and_the_others_clear_one_another(qtbot: QtBot, step: SafetyStep) -> None:
    boxes = rows(step)
    boxes["Knee pain"].click()
    with qtbot.waitSignal(step.changed) as got:
        boxes["None of these"].click()
    assert (got.args[0].none, got.args[0].ticked) == (True, frozenset())
    assert not boxes["Knee pain"].isChecked()
    boxes["Knee pain"].click()
    assert not boxes["None of these"].isChecked()


@pytest.mark.parametrize("narrow", [False, True])
def test_the_quiet_questions_stand_in_two_columns_or_one(
    qtbot: QtBot, step: SafetyStep, narrow: bool
) -> None:
    step.set_narrow(narrow)
    boxes = rows(step)
    knee, balance = boxes["Knee pain"], boxes[QUESTIONS[8].text]

    def beside() -> bool:
        return balance.mapTo(step, QPoint()).y() == knee.mapTo(step, QPoint()).y()

    qtbot.waitUntil(lambda: beside() is not narrow)


def test_all_words_stand_as_far_from_their_box(step: SafetyStep) -> None:
    step.grab()
    texts = [text for row in rows(step).values() for text in row.findChildren(Text)]
    assert len({text.x() for text in texts}) == 1


def test_one_below_the_other_quiet_questions_are_ruled_like_the_rest(
    step: SafetyStep, color_at: Any
) -> None:
    boxes, line = rows(step), LIGHT.hex("line").lower()
    quiet = [boxes[q.text] for q in QUESTIONS if q.advice is Advice.LEAVE_OUT]
    for narrow, ruled in ((True, [False, True, True, True]), (False, [False] * 4)):
        step.set_narrow(narrow)
        assert sorted(color_at(row, 0.9, 0.0) == line for row in quiet) == ruled


@pytest.mark.parametrize(
    ("occasion", "title"),
    [
        (Occasion.FIRST, "First, a quick safety check"),
        (Occasion.DUE, "A quick check again"),
        (Occasion.CHANGE, "Your safety answers"),
    ],
)
def test_the_title_says_why_it_is_asked(
    qtbot: QtBot, look: Look, occasion: Occasion, title: str
) -> None:
    made = SafetyStep(look, FirstRun(occasion=occasion))
    qtbot.addWidget(made)
    assert made.accessibleName() == title
