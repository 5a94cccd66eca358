from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.today.going import GoingCard


def card(qtbot: QtBot, look: Look, view: TodayView) -> GoingCard:
    made = GoingCard(look)
    qtbot.addWidget(made)
    made.show_going(view)
    return made


def rows(made: GoingCard) -> list[tuple[bool, bool]]:
    """Whether each row is shown, and ruled."""
    found: list[QWidget] = [made._pain, made._legs, made._check]
    return [(not row.isHidden(), row.ruled) for row in found]  # type: ignore[attr-defined]


def test_everything_known_is_told(qtbot: QtBot, look: Look, today_view: TodayView) -> None:
    view = replace(today_view, pain=(4, 2), legs=(54.0, 58.0), next_check="in 6 days")
    made = card(qtbot, look, view)
    assert made.accessibleDescription() == (
        "Pain in the last session: 4 before, 2 after. "
        "Leg raise: left 54°, right 58°. Next check in 6 days"
    )
    assert rows(made) == [(True, False), (True, True), (True, True)]


def test_what_is_not_known_takes_no_room(qtbot: QtBot, look: Look, today_view: TodayView) -> None:
    view = replace(today_view, pain=None, legs=(54.0, 58.0), next_check="now")
    made = card(qtbot, look, view)
    assert rows(made) == [(False, False), (True, False), (True, True)]


def test_without_anything_known_there_is_no_card(
    qtbot: QtBot, look: Look, today_view: TodayView
) -> None:
    assert card(qtbot, look, replace(today_view, pain=None, legs=None, next_check="")).isHidden()
