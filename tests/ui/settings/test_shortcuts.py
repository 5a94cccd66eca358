from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.break_keys import BreakKey, break_keys
from supple.core.session_keys import KeyMap, SessionKey, key_map
from supple.core.settings import Settings
from supple.ui.keys_dialog import KeyList
from supple.ui.look import Look
from supple.ui.settings.shortcuts import ShortcutCards
from supple.ui.shortcuts import EVERY, SUMMARY
from supple.ui.widgets.keycap import KeyCap


@pytest.fixture
def cards(look: Look, host: QWidget) -> ShortcutCards:
    made = ShortcutCards(look)
    column = QVBoxLayout(host)
    for card in made.cards:
        column.addWidget(card)
    made.show_settings(Settings())
    host.show()
    return made


def caps(card: QWidget, where: str) -> list[str]:
    QApplication.processEvents()  # a list put in its place is seen after that
    listed = [k for k in card.findChildren(KeyList) if not k.isHidden()]
    (found,) = [k for k in listed if k.accessibleName() == where]
    return [cap.accessibleName() for cap in found.findChildren(KeyCap)]


def test_every_group_of_keys_has_a_card(cards: ShortcutCards, host: QWidget) -> None:
    assert len(cards.cards) == len(EVERY)
    assert len(host.findChildren(KeyList)) == len(EVERY) - 2


def test_what_was_taught_is_told_by_field_name(cards: ShortcutCards, qtbot: QtBot) -> None:
    keys = key_map(["next PgDown"])
    with qtbot.waitSignal(cards.changed) as told:
        cards.session.taught.emit(keys)
    assert told.args == [{"session_keys": ("next PgDown",)}]


def test_keys_for_breaks_are_told_and_shown_as_well(cards: ShortcutCards, qtbot: QtBot) -> None:
    keys = break_keys(["start Ctrl+Alt+N"])
    with qtbot.waitSignal(cards.changed) as told:
        cards.breaks.taught.emit(keys)
    assert told.args == [{"break_keys": ("start Ctrl+Alt+N",)}]
    cards.show_settings(Settings(break_keys=keys.entries()))
    assert cards.breaks.rows[BreakKey.START].button.text() == "Ctrl Alt N"
    with qtbot.waitSignal(cards.break_key_waits) as waits:
        cards.breaks.rows[BreakKey.START].button.click()
    assert waits.args == [True]
    cards.breaks.rows[BreakKey.START].button.stop()


def test_no_key_does_something_in_a_session_and_for_breaks(cards: ShortcutCards) -> None:
    cards.show_settings(
        Settings(session_keys=("next Media Next",), break_keys=("start Media Stop",))
    )
    row = cards.breaks.rows[BreakKey.SNOOZE]
    row.button.click()
    row.button.given.emit("Media Next")
    assert cards.breaks.strip.text.text().startswith("Media Next is Next in a session.")
    row.button.stop()
    again = cards.session.rows[SessionKey.AGAIN]
    again.button.click()
    again.button.given.emit("Media Stop")
    said = "Media Stop is Start a break in any program."
    assert cards.session.strip.text.text().startswith(said)
    again.button.stop()


def test_the_settings_are_shown_wherever_a_key_is(cards: ShortcutCards, host: QWidget) -> None:
    cards.show_settings(replace(Settings(), session_keys=("confirm PgDown",)))
    assert cards.session.rows[SessionKey.CONFIRM].button.text() == "Page Down"
    (card,) = [c for c in cards.cards if c.findChildren(KeyList) and _is(c, SUMMARY.where)]
    assert "Page Down key" in caps(card, SUMMARY.where)
    assert "Enter key" in caps(card, SUMMARY.where)
    cards.show_settings(Settings())
    assert "Page Down key" not in caps(card, SUMMARY.where)
    assert cards.session._keys == KeyMap()


def test_a_toast_is_passed_on(cards: ShortcutCards, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.toast_asked) as told:
        cards.session.toast_asked.emit("B is Pause now.", "Undo", None)
    assert told.args == ["B is Pause now.", "Undo", None]


def _is(card: QWidget, where: str) -> bool:
    return any(listed.accessibleName() == where for listed in card.findChildren(KeyList))
