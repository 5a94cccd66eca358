from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.break_card import BreakAct, BreakCardView
from supple.ui.fit import clipped
from supple.ui.look import Look
from supple.ui.today.next_break import NextBreakCard
from supple.ui.widgets.button import Button

PAUSED = BreakCardView("Paused", "", "Paused until 15:10", (BreakAct.RESUME,))
COMING = BreakCardView("24 min", "at 14:30", "", (BreakAct.PAUSE, BreakAct.SKIP))


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> NextBreakCard:
    made = NextBreakCard(look)
    qtbot.addWidget(made)
    made.setFixedWidth(280)
    return made


def test_the_next_break_is_told(card: NextBreakCard) -> None:
    card.show_card(COMING)
    assert card.accessibleDescription() == "24 min, at 14:30"
    shown = [b.text() for b in card.findChildren(Button) if not b.isHidden()]
    assert shown == ["Pause 1 hour", "Skip this one"]


@pytest.mark.parametrize(
    ("text", "act"), [("Pause 1 hour", BreakAct.PAUSE), ("Skip this one", BreakAct.SKIP)]
)
def test_a_button_says_what_is_wished(
    qtbot: QtBot, card: NextBreakCard, text: str, act: BreakAct
) -> None:
    card.show_card(COMING)
    button = next(b for b in card.findChildren(Button) if b.text() == text)
    with qtbot.waitSignal(card.asked) as got:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert got.args == [act]


@pytest.mark.parametrize(
    "later",
    [
        COMING,
        PAUSED,
        BreakCardView("On", "", "On a break"),
    ],
)
def test_nothing_moves_when_it_becomes_known(card: NextBreakCard, later: BreakCardView) -> None:
    card.show()
    before = card.heightForWidth(280), card.sizeHint().height()
    card.show_card(later)
    assert (card.heightForWidth(280), card.sizeHint().height()) == before


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3])
def test_it_fits_beside_the_week_with_every_text_size(
    qtbot: QtBot, look: Look, card: NextBreakCard, scale: float
) -> None:
    look.set_text_scale(scale)
    width = round(280 * scale)
    card.show_card(COMING)
    card.setFixedSize(width, card.heightForWidth(width))
    card.show()
    assert clipped(card) == []


def test_it_asks_anew_while_it_can_be_seen_and_no_longer(qtbot: QtBot, card: NextBreakCard) -> None:
    with qtbot.waitSignal(card.look_asked):
        card.show()
    assert card._timer.isActive()
    with qtbot.waitSignal(card.look_asked):
        card._timer.timeout.emit()
    card.hide()
    assert not card._timer.isActive()


def test_the_focus_stays_on_the_card_when_its_buttons_change(qtbot: QtBot, look: Look) -> None:
    host, card = QWidget(), NextBreakCard(look)
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    before, after = QPushButton("Before"), QPushButton("After")
    for part in (before, card, after):
        column.addWidget(part)
    host.show()
    card.show_card(COMING)
    pause, skip, resume = card.findChildren(Button)
    pause.setFocus(Qt.FocusReason.TabFocusReason)
    card.show_card(PAUSED)
    assert host.focusWidget() is resume
    card.show_card(COMING)
    assert host.focusWidget() is pause
    skip.setFocus(Qt.FocusReason.TabFocusReason)
    card.show_card(replace(COMING, headline="50 min"))
    assert host.focusWidget() is skip
    # Whoever is elsewhere is left there.
    after.setFocus(Qt.FocusReason.TabFocusReason)
    card.show_card(PAUSED)
    assert host.focusWidget() is after
