from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.check_view import ALIKE, LegResult
from supple.core.flexibility import FAR_APART, judge
from supple.core.routine import Side
from supple.ui.flexibility.result import ResultStep
from supple.ui.look import Look
from supple.ui.picture import Pictures

Put = Callable[[QWidget, int, int], QWidget]


@pytest.fixture
def step(look: Look, drawn: Pictures, put: Put, result: LegResult) -> ResultStep:
    made = ResultStep(look, drawn)
    put(made, 840, 680)
    made.show_result(result)
    QApplication.processEvents()
    return made


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_are_tight_stays_on_one_line(step: ResultStep) -> None:
    assert step._title.text() == "Your hamstrings are\N{NO-BREAK SPACE}tight"


def test_without_an_earlier_check_nothing_is_said_of_a_change(
    step: ResultStep, result: LegResult
) -> None:
    assert not step._change.isHidden()
    step.show_result(replace(result, change=""))
    assert step._change.isHidden()


def test_legs_far_apart_matter_more_than_the_rest(step: ResultStep, result: LegResult) -> None:
    assert step._care.isHidden()
    assert step._note.text().endswith(ALIKE)
    step.show_result(replace(result, verdict=judge(16, 41)))
    assert (step._care.text(), step._hint.isHidden()) == (FAR_APART, True)
    assert ALIKE not in step._note.text()
    step.show_result(result)
    assert (step._care.isHidden(), step._hint.isHidden()) == (True, False)


def test_done_is_never_out_of_sight(step: ResultStep) -> None:
    step.resize(840, 400)
    QApplication.processEvents()
    assert step.scroller.verticalScrollBar().maximum() > 0
    at = step.done.mapTo(step, step.done.rect().bottomRight())
    assert step.rect().contains(at)


def test_where_all_is_barred_it_says_so(step: ResultStep, result: LegResult) -> None:
    step.show_result(replace(result, offers=()))
    QApplication.processEvents()
    assert any(text.startswith("Nothing to start here") for text in words(step))


def test_before_any_answer_it_leads_to_the_questions(
    qtbot: QtBot, step: ResultStep, result: LegResult
) -> None:
    step.show_result(replace(result, offers=(), unanswered=True))
    QApplication.processEvents()
    assert not any("your answers" in text for text in words(step))
    (answer,) = (b for b in step.findChildren(QPushButton) if b.text() == "Answer")
    with qtbot.waitSignal(step.answers_asked):
        answer.click()


def test_narrow_the_gauges_stand_below_the_words(step: ResultStep) -> None:
    title, gauge = step._title, step.gauges[Side.LEFT]
    assert gauge.mapTo(step, gauge.rect().topLeft()).x() > title.width()
    step.set_narrow(True)
    step.resize(640, 680)
    for _ in range(4):
        QApplication.processEvents()
    below = title.mapTo(step, title.rect().bottomLeft()).y()
    assert gauge.mapTo(step, gauge.rect().topLeft()).y() > below
    text = step._text
    assert text.mapTo(step, text.rect().topLeft()).y() > below + gauge.height()
    step.set_narrow(False)
    QApplication.processEvents()
    assert gauge.mapTo(step, gauge.rect().topLeft()).x() > title.width()


def test_down_scrolls_and_does_not_lead_to_the_button_that_forgets(
    qtbot: QtBot, step: ResultStep
) -> None:
    step.set_narrow(True)
    step.resize(640, 320)
    bar = step.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    step.done.setFocus()
    qtbot.keyClick(step.done, Qt.Key.Key_Down)
    assert step.done.hasFocus()
    assert bar.value() > 0
    qtbot.keyClick(step.done, Qt.Key.Key_Up)
    assert step.done.hasFocus()
    assert bar.value() == 0
