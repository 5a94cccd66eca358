from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_script import ASK_FEEL, QUICK
from supple.core.check_view import FeelResult, feel_result
from supple.ui.flexibility.quick import FIGURES, QuickStep
from supple.ui.look import Look
from supple.ui.picture import Pictures

Put = Callable[[QWidget, int, int], QWidget]


@pytest.fixture
def quick(look: Look, drawn: Pictures, put: Put) -> QuickStep:
    made = QuickStep(look, drawn, Check.TOE_TOUCH)
    put(made, 640, 420)
    made.set_narrow(True)
    made.begin()
    QApplication.processEvents()
    return made


def felt(feel: Feel, *, kept: bool = True) -> FeelResult:
    now = Assessment("q", Check.TOE_TOUCH, datetime(2026, 10, 22, 9, tzinfo=UTC))
    return feel_result(now, feel, kept=kept)


def test_every_check_has_a_picture_and_steps(drawn: Pictures) -> None:
    assert set(FIGURES) == set(QUICK)
    assert set(FIGURES.values()) <= drawn.figures.ids()


def test_the_question_is_brought_into_view(quick: QuickStep) -> None:
    bar = quick.scroller.verticalScrollBar()
    bar.setValue(0)
    assert bar.maximum() > 0
    quick.show_line(ASK_FEEL)
    assert bar.value() > 0


def test_the_answer_is_judged_and_may_be_taken_back(quick: QuickStep) -> None:
    quick.show_felt(felt(Feel.SHARP))
    assert quick._head.text() == "A sharp pull"
    assert "let go" in quick._found.text()
    assert not quick.discard.isHidden()
    assert quick.main_widget() is quick.done


def test_what_was_not_kept_cannot_be_taken_back(quick: QuickStep) -> None:
    quick.show_felt(felt(Feel.EASY, kept=False))
    assert quick.discard.isHidden()


def test_it_asks_anew(quick: QuickStep) -> None:
    quick.show_felt(felt(Feel.EASY))
    quick.begin()
    assert quick.main_widget() is quick.answers[Feel.EASY]
