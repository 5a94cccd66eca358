from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Side
from supple.core.session_keys import key_map
from supple.ui.flexibility.leg import NOT_SET, REMIND, LegStep
from supple.ui.look import Look
from supple.ui.picture import Pictures

KEY = Qt.Key
Put = Callable[[QWidget, int, int], QWidget]


@pytest.fixture
def leg(look: Look, drawn: Pictures, put: Put) -> LegStep:
    made = LegStep(look, drawn)
    put(made, 840, 680)
    made.begin(Side.LEFT, "Right leg next", 51.0, None)
    return made


def test_it_says_what_is_missing_until_the_angle_is_set(leg: LegStep) -> None:
    assert leg._hint.text() == NOT_SET
    assert not leg.save.isEnabled()
    leg.dial.choose(54)
    assert leg._hint.text() == REMIND
    assert leg._numbers[0].text() == "54°"
    assert leg.save.isEnabled()


def test_enter_without_an_angle_saves_nothing(qtbot: QtBot, leg: LegStep) -> None:
    with qtbot.assertNotEmitted(leg.saved):
        leg.dial.saved.emit()
    leg.dial.choose(0)
    assert not leg.save.isEnabled()
    with qtbot.assertNotEmitted(leg.saved):
        leg.dial.saved.emit()
    leg.dial.choose(40)
    with qtbot.waitSignal(leg.saved):
        leg.dial.saved.emit()


def test_an_angle_hardly_a_leg_has_is_asked_about_first(qtbot: QtBot, leg: LegStep) -> None:
    leg.dial.choose(9)
    with qtbot.assertNotEmitted(leg.saved):
        leg.dial.saved.emit()
    assert leg._hint.text().startswith("Really 9°?")
    assert leg.save.text() == "Really 9°? Keep it"
    leg.dial.choose(8)
    assert leg._hint.text() == REMIND
    with qtbot.assertNotEmitted(leg.saved):
        leg.save.click()
    with qtbot.waitSignal(leg.saved):
        leg.save.click()


def test_an_angle_far_from_the_last_is_asked_about_once(qtbot: QtBot, leg: LegStep) -> None:
    leg.dial.choose(25)
    with qtbot.assertNotEmitted(leg.saved):
        leg.dial.saved.emit()
    assert leg._hint.text() == "Is 25° right? Last time it was 51°. Press again to keep it."
    assert leg.save.text() == "Really 25°? Keep it"
    with qtbot.waitSignal(leg.saved):
        leg.save.click()


def test_from_ten_degrees_on_nothing_is_asked(qtbot: QtBot, leg: LegStep) -> None:
    leg.begin(Side.LEFT, "Right leg next", None, None)
    leg.dial.choose(10)
    with qtbot.waitSignal(leg.saved):
        leg.dial.saved.emit()


def test_narrow_the_number_is_in_the_band_and_the_dial_fills_the_view(leg: LegStep) -> None:
    leg.dial.choose(54)
    leg.resize(640, 470)
    leg.set_narrow(True)
    for _ in range(4):
        QApplication.processEvents()
    assert leg._number_card.isHidden()
    assert leg.band._number == "54°"
    assert not leg._low_signs.isHidden()
    view = leg.scroller.viewport().height()
    assert view - 40 <= leg._card.height() <= view
    leg.set_narrow(False)
    assert not leg._number_card.isHidden()
    assert leg.band._number == ""


def test_the_voice_button_says_how_it_stands(leg: LegStep) -> None:
    leg.show_voice(False)
    assert leg.voice.accessibleName() == "Voice is off (M)"
    leg.show_voice(True)
    assert leg.voice.accessibleName() == "Voice is on (M)"


def test_a_remote_sets_the_leg(leg: LegStep, qtbot: QtBot) -> None:
    leg.set_keys(key_map(["next PgDown", "previous PgUp", "confirm B", "again F5", "longer V"]))
    leg.begin(Side.LEFT, "Right leg next", None, None)
    leg.dial.setFocus()
    for key in (KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_V):
        qtbot.keyClick(leg.dial, key)
    assert leg.dial.value() == 11
    with qtbot.waitSignals([leg.again_asked, leg.again_asked]):
        qtbot.keyClick(leg.dial, KEY.Key_F5)
        qtbot.keyClick(leg.dial, KEY.Key_R)
    with qtbot.waitSignal(leg.saved):
        qtbot.keyClick(leg.dial, KEY.Key_B)
    assert leg.again.toolTip() == "Say it again (F5)"
    assert leg.save.accessibleDescription() == "Key: B"
    leg.set_keys(key_map([]))
    assert leg.again.toolTip() == leg.again.accessibleName() == "Say it again (R)"
    qtbot.keyClick(leg.dial, KEY.Key_PageDown)
    assert leg.dial.value() == 6


def test_a_usual_key_that_was_given_away_does_the_new_thing_alone(
    leg: LegStep, qtbot: QtBot
) -> None:
    leg.set_keys(key_map(["next M", "voice B"]))
    leg.dial.setFocus()
    with qtbot.assertNotEmitted(leg.voice_toggled):
        qtbot.keyClick(leg.dial, KEY.Key_M)
    assert leg.dial.value() == 5
    leg.show_voice(False)
    assert leg.voice.accessibleName() == "Voice is off (B)"


def test_each_leg_has_its_own_words(leg: LegStep) -> None:
    leg.begin(Side.RIGHT, "Left leg 54°, set", None, 58)
    assert leg.save.text() == "See result"
    assert leg._numbers[1].text() == ""
    assert leg.dial.value() == 58
    assert leg.save.isEnabled()
