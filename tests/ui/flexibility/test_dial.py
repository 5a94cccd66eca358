from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Side
from supple.ui.flexibility.dial import AngleDial
from supple.ui.flexibility.dial_plan import GRAB, LEG, MOST
from supple.ui.look import Look
from supple.ui.picture import Pictures

Put = Callable[[QWidget, int, int], QWidget]
KEY = Qt.Key
NO = Qt.KeyboardModifier.NoModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton
SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def dial(look: Look, drawn: Pictures, put: Put) -> AngleDial:
    made = AngleDial(look, drawn)
    put(made, 528, 380)
    made.begin(Side.LEFT, 51.0)
    made.setFocus()
    return made


def on_leg(dial: AngleDial, part: float = 0.9, degrees: float | None = None) -> QPoint:
    plan = dial.plan()
    angle = dial.value() if degrees is None else degrees
    return QPointF(*plan.place(angle, LEG * plan.unit * part)).toPoint()


def drag(qtbot: QtBot, dial: AngleDial, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(dial, LEFT_BUTTON, NO, start)
    for n in range(1, 5):
        qtbot.mouseMove(dial, start + (end - start) * n / 4)
    qtbot.mouseRelease(dial, LEFT_BUTTON, NO, end)


def test_it_begins_flat_and_not_set(dial: AngleDial) -> None:
    assert dial.value() == 0
    assert not dial.is_set


@pytest.mark.parametrize(
    ("key", "modifier", "value"),
    [
        (KEY.Key_Up, NO, 41),
        (KEY.Key_Down, NO, 39),
        (KEY.Key_Up, Qt.KeyboardModifier.ShiftModifier, 45),
        (KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier, 35),
        (KEY.Key_PageUp, NO, 45),
        (KEY.Key_Home, NO, 0),
        (KEY.Key_End, NO, MOST),
    ],
)
def test_keys_move_the_leg(
    qtbot: QtBot, dial: AngleDial, key: Qt.Key, modifier: Qt.KeyboardModifier, value: int
) -> None:
    dial.choose(40)
    qtbot.keyClick(dial, key, modifier)
    assert dial.value() == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("5", 5), ("54", 54), ("110", 110), ("07", 7), ("999", 9), ("111", 1), ("1105", 5)],
)
def test_typed_digits_are_the_number(qtbot: QtBot, dial: AngleDial, typed: str, value: int) -> None:
    qtbot.keyClicks(dial, typed)
    assert dial.value() == value
    assert dial.is_set


def test_backspace_takes_a_digit_back(qtbot: QtBot, dial: AngleDial) -> None:
    qtbot.keyClicks(dial, "58")
    qtbot.keyClick(dial, KEY.Key_Backspace)
    qtbot.keyClicks(dial, "4")
    assert dial.value() == 54


def test_a_number_typed_after_an_arrow_begins_anew(qtbot: QtBot, dial: AngleDial) -> None:
    qtbot.keyClicks(dial, "5")
    qtbot.keyClick(dial, KEY.Key_Up)
    qtbot.keyClicks(dial, "4")
    assert dial.value() == 4


def test_keys_of_the_window_are_left_to_it(qtbot: QtBot, dial: AngleDial) -> None:
    dial.choose(40)
    qtbot.keyClick(dial, KEY.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dial, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dial.value() == 40


def test_enter_saves(qtbot: QtBot, dial: AngleDial) -> None:
    with qtbot.waitSignal(dial.saved):
        qtbot.keyClick(dial, KEY.Key_Return)
    with qtbot.waitSignal(dial.saved):
        qtbot.keyClick(dial, KEY.Key_Enter)


def test_dragging_the_leg_sets_the_angle(qtbot: QtBot, dial: AngleDial) -> None:
    drag(qtbot, dial, on_leg(dial), on_leg(dial, degrees=54))
    assert dial.value() == 54


@SLOW
@given(
    side=st.sampled_from([Side.LEFT, Side.RIGHT]),
    start=st.integers(0, MOST),
    end=st.integers(0, MOST),
    part=st.floats(0.6, 1.0),
)
def test_from_anywhere_on_the_leg_to_any_angle(
    qtbot: QtBot, dial: AngleDial, side: Side, start: int, end: int, part: float
) -> None:
    dial.begin(side, None, start)
    drag(qtbot, dial, on_leg(dial, part), on_leg(dial, part, end))
    # Two points rounded to pixels are at most a degree apart.
    assert abs(dial.value() - end) <= 1


def test_taking_hold_of_the_leg_does_not_move_it(qtbot: QtBot, dial: AngleDial) -> None:
    dial.choose(54)
    plan = dial.plan()
    beside = QPointF(*plan.place(54 - 8, LEG * plan.unit * 0.6)).toPoint()
    qtbot.mousePress(dial, LEFT_BUTTON, NO, beside)
    assert dial.value() == 54
    qtbot.mouseMove(dial, beside)
    assert dial.value() == 54
    qtbot.mouseRelease(dial, LEFT_BUTTON, NO, beside)


def test_far_from_the_leg_nothing_is_taken_hold_of(qtbot: QtBot, dial: AngleDial) -> None:
    dial.choose(90)
    plan = dial.plan()
    far = QPointF(*plan.place(40, LEG * plan.unit * 0.6)).toPoint()
    assert plan.from_leg(far.x(), far.y(), 90) > GRAB
    drag(qtbot, dial, far, on_leg(dial, degrees=20))
    assert dial.value() == 90


def test_a_press_on_the_band_goes_there(qtbot: QtBot, dial: AngleDial) -> None:
    dial.choose(10)
    plan = dial.plan()
    qtbot.mouseClick(dial, LEFT_BUTTON, NO, QPointF(*plan.place(70, plan.band)).toPoint())
    assert dial.value() == 70


def test_the_right_button_does_nothing(qtbot: QtBot, dial: AngleDial) -> None:
    dial.choose(50)
    qtbot.mousePress(dial, Qt.MouseButton.RightButton, NO, on_leg(dial))
    qtbot.mouseMove(dial, on_leg(dial, degrees=90))
    # Qt remembers a button that nobody lets go of.
    qtbot.mouseRelease(dial, Qt.MouseButton.RightButton, NO, on_leg(dial))
    assert dial.value() == 50


def test_beyond_the_ends_it_stays_at_the_end(qtbot: QtBot, dial: AngleDial) -> None:
    dial.choose(100)
    drag(qtbot, dial, on_leg(dial), on_leg(dial, degrees=150))
    assert dial.value() == MOST
    drag(qtbot, dial, on_leg(dial), on_leg(dial, degrees=-40))
    assert dial.value() == 0


def test_scrolling_a_page_does_not_move_the_leg(dial: AngleDial) -> None:
    dial.choose(50)
    at = QPointF(dial.rect().center())
    event = QWheelEvent(
        at,
        dial.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        NO,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dial, event)
    assert dial.value() == 50
    assert not event.isAccepted()


def test_the_first_setting_is_told_once(qtbot: QtBot, dial: AngleDial) -> None:
    told: list[int] = []
    dial.set_first.connect(lambda: told.append(dial.value()))
    qtbot.keyClicks(dial, "54")
    assert told == [5]


def test_flat_can_be_what_was_meant(qtbot: QtBot, dial: AngleDial) -> None:
    qtbot.keyClick(dial, KEY.Key_Home)
    assert dial.is_set
    assert dial.value() == 0


def test_the_other_leg_begins_anew(dial: AngleDial) -> None:
    dial.choose(54)
    dial.begin(Side.RIGHT, None)
    assert (dial.side, dial.value(), dial.is_set) == (Side.RIGHT, 0, False)
    dial.begin(Side.LEFT, 51.0, 54)
    assert (dial.value(), dial.is_set) == (54, True)


def test_the_figure_is_asked_for_the_very_angle(dial: AngleDial) -> None:
    for degrees in range(MOST + 1):
        dial.choose(degrees)
        assert dial.view().phase * 120 == pytest.approx(degrees)
    assert dial.view().side is Side.LEFT


def test_a_screen_reader_meets_a_slider(dial: AngleDial) -> None:
    dial.choose(54)
    found = QAccessible.queryAccessibleInterface(dial)
    assert found.role() == QAccessible.Role.Slider
    values = found.valueInterface()
    assert (values.minimumValue(), values.currentValue(), values.maximumValue()) == (0, 54, 110)
    assert dial.accessibleName() == "Left leg, degrees"
    assert dial.accessibleDescription() == "Left leg, 54 degrees. Last time 51 degrees"


def test_a_screen_reader_hears_that_nothing_is_set(dial: AngleDial) -> None:
    dial.begin(Side.RIGHT, None)
    assert dial.accessibleDescription() == "Right leg, not set yet"
