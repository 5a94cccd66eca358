from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.event import Ended
from supple.core.goal import GoalCounts
from supple.core.summary import SummaryView
from supple.ui.look import Look
from supple.ui.session.facts import Facts

VIEW = SummaryView(
    done=4,
    goal=5,
    weeks_in_a_row=6,
    held_s=540.0,
    stretches_done=5,
    stretches=6,
    pain_before=4,
    ended=Ended.FINISHED,
)


@pytest.fixture
def facts(look: Look, qtbot: QtBot) -> Facts:
    made = Facts(look)
    qtbot.addWidget(made)
    made.set_scale(1.0)
    return made


def _rows(facts: Facts) -> list[str]:
    return [row.accessibleName() for row in facts.numbers.rows.values() if not row.isHidden()]


def test_the_week_and_the_session(facts: Facts) -> None:
    facts.show_summary(VIEW)
    assert facts.week.goal.text() == "One more day to go"
    assert facts.week.weeks.text() == "6 weeks in a row"
    assert facts.week.ring.accessibleDescription() == "4 of 5 days this week"
    assert _rows(facts) == ["Held: 9 min", "Stretches: 5 of 6", "Pain before: 4"]


def test_a_goal_in_sessions(facts: Facts) -> None:
    facts.show_summary(replace(VIEW, goal_counts=GoalCounts.SESSIONS))
    assert facts.week.goal.text() == "One more session to go"
    assert facts.week.ring.accessibleDescription() == "4 of 5 sessions this week"


def test_what_is_not_known_is_left_out(facts: Facts) -> None:
    facts.show_summary(replace(VIEW, pain_before=None, weeks_in_a_row=0, held_s=5.2))
    assert _rows(facts) == ["Held: 5 s", "Stretches: 5 of 6"]
    assert facts.week.weeks.isHidden()


def test_what_was_held_is_not_how_long_it_took(facts: Facts) -> None:
    facts.show_summary(replace(VIEW, held_s=130.0, length_s=330.0, pain_before=None))
    assert _rows(facts) == ["Held: 2 min", "In all: 6 min", "Stretches: 5 of 6"]


def test_no_pain_before_is_an_answer(facts: Facts) -> None:
    facts.show_summary(replace(VIEW, pain_before=0))
    assert "Pain before: 0" in _rows(facts)


def test_it_is_as_wide_as_the_page_allows(facts: Facts) -> None:
    facts.set_scale(0.69)
    assert facts.width() == 207


def test_the_figures_follow_the_sessions_text(look: Look, host: QWidget) -> None:
    facts = Facts(look, host)
    row = facts.numbers.rows["Held"]
    facts.set_scale(1.0)
    before = row.sizeHint().width()
    facts.set_scale(1.0, 1.2)
    assert row.sizeHint().width() > before
    assert facts.width() == 300
