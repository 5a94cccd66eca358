from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.first_run import FirstRun, Occasion, Step
from supple.core.person import Spot
from supple.core.reminders import Reminders
from supple.ui.fade import Fade
from supple.ui.firstrun import page as pages
from supple.ui.firstrun.goal import NOTE
from supple.ui.firstrun.tickrow import TickRow
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.text import Text

NONE = FirstRun().tick_none(True)
STEPS = [
    FirstRun(),
    FirstRun().tick("saddle", True),
    FirstRun().tick("leg", True),
    FirstRun().tick("knee", True),
    NONE.next(),
    NONE.next().next(),
    FirstRun((Step.SAFETY,), occasion=Occasion.DUE).tick("leg", True),
    FirstRun((Step.PLACE,)),
]


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        now = QApplication.focusWidget()
        assert now is not None
        qtbot.keyClick(now, key)


def test_the_keyboard_alone_leads_to_the_first_session(qtbot: QtBot, ask: Any) -> None:
    asked = ask()
    assert asked.focus() == "Numbness between your legs, or new trouble with bladder or bowel"
    press(qtbot, Qt.Key.Key_Return)
    assert asked.page.run.step is Step.SAFETY
    press(qtbot, *[Qt.Key.Key_Down] * 11, Qt.Key.Key_Space)
    assert asked.page.run.none
    press(qtbot, Qt.Key.Key_Return)
    assert asked.page.run.step is Step.PLACE
    assert asked.focus() == "Next"
    press(qtbot, Qt.Key.Key_Return)
    assert asked.page.run.step is Step.GOAL
    assert asked.focus() == "Start my first break, 5 min: Desk break"
    press(qtbot, Qt.Key.Key_Return)
    assert asked.finished == [(asked.page.run, True)]


def test_escape_goes_back_and_never_away_from_the_first_step(qtbot: QtBot, ask: Any) -> None:
    asked = ask(NONE.next().next())
    press(qtbot, Qt.Key.Key_Escape)
    assert asked.page.run.step is Step.PLACE
    press(qtbot, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert asked.page.run.step is Step.SAFETY
    assert asked.page.run.none
    assert asked.left == 0


def test_escape_leaves_questions_that_were_asked_for_again(qtbot: QtBot, ask: Any) -> None:
    asked = ask(FirstRun((Step.SAFETY,)))
    press(qtbot, Qt.Key.Key_Escape)
    assert asked.left == 1


@pytest.mark.parametrize("steps", [tuple(Step), (Step.SAFETY,)])
def test_nothing_but_closing_follows_an_urgent_answer(
    qtbot: QtBot, ask: Any, steps: tuple[Step, ...]
) -> None:
    asked = ask(FirstRun(steps))
    press(qtbot, Qt.Key.Key_Space)
    assert len(asked.names()) == 1
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert (asked.finished, asked.stopped, asked.left) == ([], [], 0)
    (name,) = asked.names()
    asked.button(name).click()
    assert asked.stopped == [asked.page.run]


def test_whoever_was_told_that_they_can_stretch_goes_on(ask: Any) -> None:
    asked = ask(FirstRun().tick("leg", True))
    assert asked.names() == {"I have been told I can stretch", "Close for now"}
    asked.button("I have been told I can stretch").click()
    assert asked.page.run.step is Step.PLACE
    assert asked.page.run.cleared


def test_a_clearance_finishes_questions_of_one_step(ask: Any) -> None:
    asked = ask(FirstRun((Step.SAFETY,)).tick("leg", True))
    asked.button("I have been told I can stretch").click()
    ((run, start),) = asked.finished
    assert (run.cleared, start) == (True, False)


def test_enter_does_not_pass_by_the_advice_even_after_a_clearance(qtbot: QtBot, ask: Any) -> None:
    asked = ask(FirstRun().tick("leg", True).clear().next().back())
    press(qtbot, Qt.Key.Key_Return)
    assert asked.page.run.step is Step.SAFETY


def test_the_questions_can_be_skipped(ask: Any) -> None:
    asked = ask()
    asked.button("Skip for now").click()
    assert asked.left == 1


def test_not_now_keeps_the_answers_and_starts_nothing(ask: Any) -> None:
    asked = ask(NONE.next().next())
    asked.button("Not now").click()
    assert asked.finished == [(asked.page.run, False)]


def test_without_a_routine_to_begin_with_the_answers_are_saved(qtbot: QtBot, ask: Any) -> None:
    asked = ask(NONE.next().next(), None)
    assert "Save" in asked.names()
    press(qtbot, Qt.Key.Key_Return)
    assert asked.finished == [(asked.page.run, False)]


def test_answers_of_every_step_are_taken(ask: Any) -> None:
    asked = ask(NONE.next())
    asked.button("On my chair").click()
    asked.button("A partner").click()
    asked.button("Next").click()
    asked.button("5 days a week").click()
    run = asked.page.run
    assert run.spots == {Spot.STANDING, Spot.FLOOR}
    assert "partner" in run.equipment
    assert run.goal_days == 5


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("size", [(1100, 760), (760, 560)])
@pytest.mark.parametrize("run", STEPS, ids=range(len(STEPS)))
def test_every_step_fits_and_has_its_names(
    qtbot: QtBot, ask: Any, look: Look, run: FirstRun, size: tuple[int, int], scale: float
) -> None:
    asked = ask(run)
    look.set_text_scale(scale)
    asked.page.resize(*size)
    qtbot.waitUntil(lambda: clipped(asked.page) == [], timeout=1000)
    assert unnamed(asked.page) == []


def test_all_questions_are_in_sight_in_the_usual_window(qtbot: QtBot, ask: Any) -> None:
    asked = ask()
    none = asked.button("None of these")
    foot = asked.page.foot
    qtbot.waitUntil(
        lambda: none.mapTo(asked.page, none.rect().bottomLeft()).y() < foot.y(), timeout=1000
    )


def test_all_reminders_are_in_sight_in_the_usual_window(qtbot: QtBot, ask: Any) -> None:
    asked = ask(NONE.next().next())
    foot = asked.page.foot
    note = next(t for t in asked.page.findChildren(Text) if t.text() == NOTE)
    qtbot.waitUntil(
        lambda: 0 < note.mapTo(asked.page, note.rect().bottomLeft()).y() < foot.y(), timeout=1000
    )


def test_the_keyboard_reaches_every_reminder_as_it_reads(qtbot: QtBot, ask: Any) -> None:
    asked = ask(NONE.next().next().remind(Reminders(evening=True)))
    asked.button("3 days a week").setFocus()
    names = []
    for _ in range(7):
        press(qtbot, Qt.Key.Key_Tab)
        names.append(asked.focus())
    assert names == [
        "Desk breaks",
        "Desk breaks every",
        "Desk breaks from",
        "Desk breaks to",
        "Before bed, at",
        "Before bed",
        "Start Supple when the computer starts",
    ]


@pytest.mark.parametrize("reduced", [True, False])
def test_a_step_fades_into_the_next_unless_motion_is_reduced(
    ask: Any, look: Look, reduced: bool
) -> None:
    asked = ask(NONE)
    look.set_reduced_motion(reduced)
    asked.button("Next").click()
    fade = asked.page.findChild(Fade)
    assert fade.isVisible() is not reduced
    fade.stop()


def test_in_a_small_window_a_ticked_line_stays_in_sight(qtbot: QtBot, ask: Any) -> None:
    asked = ask()
    asked.page.resize(760, 560)
    for _ in range(6):
        press(qtbot, Qt.Key.Key_Down)
    row = QApplication.focusWidget()
    assert isinstance(row, TickRow)

    def in_sight() -> bool:
        return (
            not row.visibleRegion().isEmpty() and row.visibleRegion().boundingRect() == row.rect()
        )

    qtbot.waitUntil(in_sight, timeout=1000)
    press(qtbot, Qt.Key.Key_Space)
    assert asked.page.run.ticked == {"bones"}
    qtbot.waitUntil(in_sight, timeout=1000)


def test_a_new_step_is_announced(qtbot: QtBot, ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(pages, "announce", lambda _, text, **__: heard.append(text))
    asked = ask(NONE)
    asked.button("Next").click()
    assert heard == ["Step 2 of 3. Where can you stretch?"]


def test_larger_text_is_a_choice_of_the_first_step_alone(qtbot: QtBot, ask: Any) -> None:
    asked = ask()
    told: list[float] = []
    asked.page.text_scale_chosen.connect(told.append)
    press(qtbot, Qt.Key.Key_Backtab)
    assert asked.focus() == "100%"
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert told == [1.15, 1.3]
    press(qtbot, Qt.Key.Key_Tab)
    assert asked.focus() == "Numbness between your legs, or new trouble with bladder or bowel"
    asked.page._go(NONE.next())
    assert not asked.page.sizes.isVisible()
    again = ask(FirstRun((Step.SAFETY,), occasion=Occasion.DUE))
    assert not again.page.sizes.isVisible()
