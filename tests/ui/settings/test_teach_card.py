from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.session_keys import KeyMap, SessionKey, key_map
from supple.ui.look import Look
from supple.ui.settings.session_key_card import SessionKeyCard

NEXT, BACK, PAUSE = SessionKey.NEXT, SessionKey.PREVIOUS, SessionKey.PAUSE
Toasts = list[tuple[object, ...]]


@pytest.fixture
def card(look: Look, host: QWidget, qtbot: QtBot) -> SessionKeyCard:
    made = SessionKeyCard(look, lambda key: "F7 snoozes." if key == "F7" else "")
    QVBoxLayout(host).addWidget(made)
    host.resize(700, 700)
    with qtbot.waitActive(host):
        host.show()
    return made


@pytest.fixture
def kept(card: SessionKeyCard) -> list[KeyMap]:
    maps: list[KeyMap] = []
    card.taught.connect(maps.append)
    return maps


@pytest.fixture
def toasts(card: SessionKeyCard) -> Toasts:
    told: Toasts = []
    card.toast_asked.connect(lambda *args: told.append(args))
    return told


def press(card: SessionKeyCard, qtbot: QtBot, act: SessionKey, key: Qt.Key) -> None:
    button = card.rows[act].button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert button.waiting
    qtbot.keyClick(button, key)


def test_every_act_has_its_cap(card: SessionKeyCard) -> None:
    assert set(card.rows) == set(SessionKey)
    caps = {act: row.button.text() for act, row in card.rows.items()}
    assert (caps[NEXT], caps[PAUSE], caps[SessionKey.CONFIRM]) == (
        "\N{RIGHTWARDS ARROW}",
        "Space",
        "Enter",
    )
    assert card.all_back.isHidden()
    assert card.strip.isHidden()


def test_a_key_is_taught_by_keyboard_alone(
    card: SessionKeyCard, kept: list[KeyMap], toasts: Toasts, qtbot: QtBot
) -> None:
    press(card, qtbot, NEXT, Qt.Key.Key_PageDown)
    assert kept == [key_map(["next PgDown"])]
    button = card.rows[NEXT].button
    assert button.text() == "Page Down"
    assert button.accessibleName() == "Next, or start now: Page Down"
    assert button.accessibleDescription().startswith("\N{RIGHTWARDS ARROW} works, too.")
    assert not button.waiting
    assert button.hasFocus()
    assert card.strip.isHidden()
    assert card.all_back.isVisible()
    assert toasts[0][:2] == ("Page Down is Next now.", "Undo")


def test_undo_brings_the_keys_back(
    card: SessionKeyCard, kept: list[KeyMap], toasts: Toasts, qtbot: QtBot
) -> None:
    press(card, qtbot, NEXT, Qt.Key.Key_Left)
    assert toasts[0][0] == "\N{LEFTWARDS ARROW} is Next now. Back is \N{RIGHTWARDS ARROW}."
    assert card.rows[BACK].button.text() == "\N{RIGHTWARDS ARROW}"
    toasts[0][2]()
    assert kept[-1] == KeyMap()
    assert card.rows[BACK].button.text() == "\N{LEFTWARDS ARROW}"
    assert card.all_back.isHidden()


def test_what_may_be_pressed_is_told_while_it_waits(card: SessionKeyCard) -> None:
    card.rows[NEXT].button.click()
    assert card.strip.isVisible()
    assert card.strip.text.text() == "Esc leaves it as it is."
    assert card.strip.usual.isHidden()
    card.rows[NEXT].button.click()
    assert card.strip.isHidden()


def test_a_key_that_stays_is_refused_and_another_waited_for(
    card: SessionKeyCard, kept: list[KeyMap], toasts: Toasts, qtbot: QtBot
) -> None:
    press(card, qtbot, NEXT, Qt.Key.Key_5)
    said = "Numbers answer how your back feels and what hurts, so they stay."
    assert card.strip.text.text() == f"{said} Press another key, or Esc."
    assert card.rows[NEXT].button.waiting
    assert kept == toasts == []
    qtbot.keyClick(card.rows[NEXT].button, Qt.Key.Key_F5)
    assert kept == [key_map(["next F5"])]


def test_a_number_of_the_keypad_says_how_it_is_another_key(
    card: SessionKeyCard, qtbot: QtBot
) -> None:
    button = card.rows[NEXT].button
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_6, Qt.KeyboardModifier.KeypadModifier)
    assert "so they stay. Without Num Lock the keypad sends others." in card.strip.text.text()
    assert button.waiting
    button.stop()


def test_a_key_that_is_taken_elsewhere_is_refused(
    card: SessionKeyCard, kept: list[KeyMap], qtbot: QtBot
) -> None:
    press(card, qtbot, NEXT, Qt.Key.Key_F7)
    assert card.strip.text.text() == "F7 snoozes. Press another key, or Esc."
    assert kept == []
    card.rows[NEXT].button.stop()


def test_a_button_nothing_comes_of_is_explained(card: SessionKeyCard, qtbot: QtBot) -> None:
    button = card.rows[NEXT].button
    button.click()
    assert card._silence.isActive()
    card._silence.timeout.emit()
    assert card.strip.text.text().startswith("Nothing comes? The desktop may keep that key")
    assert button.waiting
    button.half.emit()
    assert card.strip.text.text().startswith("This key does something only together with")
    qtbot.keyClick(button, Qt.Key.Key_F5)
    assert not card._silence.isActive()
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert not card._silence.isActive()


def test_it_tells_as_long_as_a_key_waits(card: SessionKeyCard) -> None:
    told: list[bool] = []
    card.waits.connect(told.append)
    card.rows[NEXT].button.click()
    card.rows[BACK].button.click()
    card.rows[BACK].button.click()
    assert told == [True, False, True, False]


def test_a_key_without_a_name_is_told(card: SessionKeyCard) -> None:
    card.rows[NEXT].button.click()
    card.rows[NEXT].button.nameless.emit()
    assert card.strip.text.text().startswith("This key cannot be told from others")
    assert card.rows[NEXT].button.waiting
    card.rows[NEXT].button.stop()


def test_backspace_and_the_button_bring_the_usual_key_back(
    card: SessionKeyCard, kept: list[KeyMap], qtbot: QtBot
) -> None:
    own = key_map(["next PgDown", "pause F5"])
    card.show_keys(own)
    card.rows[NEXT].button.click()
    assert card.strip.text.text().endswith("Backspace brings back \N{RIGHTWARDS ARROW}.")
    qtbot.keyClick(card.rows[NEXT].button, Qt.Key.Key_Backspace)
    assert kept == [key_map(["pause F5"])]
    card.rows[PAUSE].button.click()
    assert card.strip.usual.text() == "Back to Space"
    qtbot.mouseClick(card.strip.usual, Qt.MouseButton.LeftButton)
    assert kept[-1] == KeyMap()
    assert not card.rows[PAUSE].button.waiting


def test_tab_comes_to_the_way_back_and_goes_on(
    card: SessionKeyCard, kept: list[KeyMap], qtbot: QtBot
) -> None:
    card.show_keys(key_map(["next PgDown"]))
    button = card.rows[NEXT].button
    button.setFocus()
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert card.strip.usual.hasFocus()
    assert card.strip.isVisible()
    assert not button.waiting
    qtbot.keyClick(card.strip.usual, Qt.Key.Key_Tab)
    assert card.strip.isHidden()
    assert kept == []
    button.setFocus()
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    qtbot.keyClick(card.strip.usual, Qt.Key.Key_Return)
    assert kept == [KeyMap()]
    assert card.strip.isHidden()
    assert button.hasFocus()


def test_a_click_beside_the_keys_leaves_them(card: SessionKeyCard, qtbot: QtBot) -> None:
    card.rows[NEXT].button.click()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not card.rows[NEXT].button.waiting
    assert card.strip.isHidden()


def test_the_usual_key_again_is_no_change(
    card: SessionKeyCard, kept: list[KeyMap], toasts: Toasts, qtbot: QtBot
) -> None:
    press(card, qtbot, NEXT, Qt.Key.Key_Backspace)
    press(card, qtbot, NEXT, Qt.Key.Key_Right)
    assert kept == toasts == []
    assert not card.rows[NEXT].button.waiting


def test_all_come_back_together_and_can_be_had_again(
    card: SessionKeyCard, kept: list[KeyMap], toasts: Toasts
) -> None:
    own = key_map(["next PgDown", "pause F5"])
    card.show_keys(own)
    card.all_back.setFocus()
    card.all_back.click()
    assert kept == [KeyMap()]
    assert card.all_back.isHidden()
    assert card.rows[SessionKey.CONFIRM].button.hasFocus()
    assert toasts[0][:2] == ("All keys are the usual ones again.", "Undo")
    toasts[0][2]()
    assert kept[-1] == own


def test_only_one_key_waits(card: SessionKeyCard) -> None:
    card.rows[NEXT].button.click()
    card.rows[BACK].button.click()
    assert not card.rows[NEXT].button.waiting
    assert card.strip.isVisible()
    card.rows[BACK].button.stop()


def test_a_toast_finds_every_row_where_it_stays(
    card: SessionKeyCard, host: QWidget, qtbot: QtBot
) -> None:
    places: list[QPoint] = []
    card.toast_asked.connect(lambda *_: places.append(card.rows[SessionKey.FULL_SCREEN].pos()))
    card.show_keys(key_map(["again F5"]))
    QApplication.processEvents()
    open_at = card.rows[SessionKey.FULL_SCREEN].pos()
    press(card, qtbot, SessionKey.AGAIN, Qt.Key.Key_R)
    QApplication.processEvents()
    assert places == [card.rows[SessionKey.FULL_SCREEN].pos()]
    assert places[0] != open_at
