from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.problem import Problem
from supple.ui.look import Look
from supple.ui.share.refused import SHOWN, ProblemCard, RefusedDialog, place_of
from supple.ui.text import Text

PROBLEM = Problem(
    "routines[0].steps", "This list is empty.", "Add something.", "routines.json", 4, 7
)


def test_each_problem_is_shown_with_its_place_and_its_mend(look: Look, window: QWidget) -> None:
    dialog = RefusedDialog(look, window, "a.supple", [PROBLEM])
    assert dialog.accessibleName() == "“a.supple” cannot be taken in"
    (card,) = dialog.findChildren(ProblemCard)
    assert [text.text() for text in card.findChildren(Text)] == [
        "routines.json, line 4, column 7",
        "This list is empty.",
        "Add something.",
    ]


def test_of_many_problems_the_first_are_shown_and_all_copied(
    look: Look, window: QWidget, below: QWidget
) -> None:
    problems = [PROBLEM] * (SHOWN + 2)
    dialog = RefusedDialog(look, window, "a.supple", problems, count=SHOWN + 5)
    assert len(dialog.findChildren(ProblemCard)) == SHOWN
    assert "And 5 more problems." in [text.text() for text in dialog.findChildren(Text)]
    copied: list[str] = []
    dialog.copy_asked.connect(copied.append)
    dialog.open(below)
    (copy,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Copy details"]
    copy.click()
    assert copied[0].splitlines() == [str(PROBLEM)] * (SHOWN + 2)


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (PROBLEM, "routines.json, line 4, column 7"),
        (Problem("poses", "", "", "figures/own-a.json"), "figures/own-a.json, poses"),
        (Problem("", "", "", "figures/own-a.png"), "figures/own-a.png"),
        (Problem("", "", ""), ""),
    ],
)
def test_a_place_is_said_in_words(problem: Problem, place: str) -> None:
    assert place_of(problem) == place


def test_it_takes_the_size_of_a_window_that_is_made_smaller(
    look: Look, window: QWidget, below: QWidget, qtbot: QtBot
) -> None:
    window.resize(1100, 760)
    dialog = RefusedDialog(look, window, "a.supple", [PROBLEM] * 8)
    dialog.open(below)
    window.grab()
    high = dialog.card.height()
    window.resize(760, 560)
    qtbot.waitUntil(lambda: dialog.card.height() < high)
    qtbot.waitUntil(lambda: dialog.rect().contains(dialog.card.geometry()))
