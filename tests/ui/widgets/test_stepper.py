from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.stepper import Stepper


@pytest.fixture
def stepper(look: Look, qtbot: QtBot) -> Stepper:
    made = Stepper(look, 30, 5, 60, step=5, suffix=" s", name="Hold")
    qtbot.addWidget(made)
    made.resize(140, 34)
    return made


def test_its_signs_step_and_tell(stepper: Stepper, qtbot: QtBot) -> None:
    less, more = stepper.findChildren(QToolButton)
    with qtbot.waitSignal(stepper.changed) as told:
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert told.args == [35]
    qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    assert stepper.value() == 25


def test_it_stays_within_its_limits(stepper: Stepper, qtbot: QtBot) -> None:
    more = stepper.findChildren(QToolButton)[1]
    for _ in range(20):
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert stepper.value() == 60


@pytest.mark.parametrize("focused", [False, True])
def test_scrolling_past_it_changes_nothing(stepper: Stepper, qtbot: QtBot, focused: bool) -> None:
    stepper.show()
    if focused:
        stepper.field.setFocus()
        qtbot.waitUntil(stepper.field.hasFocus)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stepper.field, event)
    assert stepper.value() == 30


def test_the_number_has_room(stepper: Stepper) -> None:
    stepper.grab()
    needed = stepper.field.fontMetrics().horizontalAdvance("60 s")
    assert stepper.field.lineEdit().width() >= needed
    assert stepper.field.accessibleName() == "Hold"


def test_a_tall_one_is_as_high_as_the_fields_of_a_form(look: Look, qtbot: QtBot) -> None:
    low, tall = Stepper(look, 5, 0, 9), Stepper(look, 5, 0, 9, tall=True)
    for stepper in (low, tall):
        qtbot.addWidget(stepper)
    assert (low.height(), tall.height()) == (34, 40)
    sign = tall.findChildren(QToolButton)[0]
    assert sign.width() == 40


def test_the_frame_shows_the_focus(look: Look, host: QWidget) -> None:
    stepper = Stepper(look, 5, 0, 9)
    stepper.setParent(host)
    stepper.show()
    host.activateWindow()

    def edge() -> str:
        image = stepper.grab().toImage()
        return image.pixelColor(image.width() // 2, 0).name().upper()

    stepper.field.clearFocus()
    assert edge() == look.theme.hex("control")
    stepper.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge() == look.theme.hex("primary")


@pytest.fixture
def tenths(look: Look, qtbot: QtBot) -> Stepper:
    made = Stepper(look, 35, 5, 200, step=5, suffix=" s", name="One rep", tenths=True)
    qtbot.addWidget(made)
    return made


def test_tenths_are_shown_as_whole_ones(tenths: Stepper) -> None:
    assert tenths.field.text() == "3.5 s"
    tenths.field.stepUp()
    assert (tenths.field.text(), tenths.value()) == ("4 s", 40)


@pytest.mark.parametrize(
    ("typed", "value"), [("2.5", 25), ("12", 120), ("0,5", 5), ("7.", 70), ("99", 90), ("x", 35)]
)
def test_tenths_can_be_typed(tenths: Stepper, qtbot: QtBot, typed: str, value: int) -> None:
    tenths.field.selectAll()
    qtbot.keyClicks(tenths.field, typed)
    qtbot.keyClick(tenths.field, Qt.Key.Key_Return)
    assert tenths.value() == value


def test_another_value_can_be_shown_without_a_word(stepper: Stepper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(stepper.changed):
        stepper.show_value(45)
    assert stepper.value() == 45


def test_a_tight_one_is_narrower(look: Look, qtbot: QtBot) -> None:
    wide, tight = (Stepper(look, 1, 1, 600, suffix=" s", tight=t) for t in (False, True))
    qtbot.addWidget(wide)
    qtbot.addWidget(tight)
    assert tight.minimumSizeHint().width() < wide.minimumSizeHint().width()


def test_no_number_stays_selected_without_the_focus(
    look: Look, host: QWidget, qtbot: QtBot
) -> None:
    one, two = Stepper(look, 30, 5, 60, suffix=" s"), Stepper(look, 35, 5, 60, tenths=True)
    for stepper in (one, two):
        stepper.setParent(host)
        stepper.show()
        stepper._more.click()
        assert stepper.field.lineEdit().selectedText() == ""
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    one.field.setFocus(Qt.FocusReason.TabFocusReason)
    one.field.selectAll()
    two.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert one.field.lineEdit().selectedText() == ""
    assert two.field.lineEdit().selectedText() == "3.6"


@pytest.mark.parametrize("tenths", [False, True])
def test_letters_never_leave_it_blank(
    look: Look, host: QWidget, qtbot: QtBot, tenths: bool
) -> None:
    stepper, other = Stepper(look, 30, 5, 60, suffix=" s", tenths=tenths), QLineEdit(host)
    stepper.setParent(host)
    stepper.show()
    other.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    number = "3 s" if tenths else "30 s"
    stepper.field.setFocus()
    for typed in ("x", " ", "s"):
        stepper.field.lineEdit().selectAll()
        qtbot.keyClick(stepper.field, Qt.Key.Key_Backspace)
        qtbot.keyClicks(stepper.field, typed)
        assert stepper.field.text() == number
    stepper.field.lineEdit().selectAll()
    qtbot.keyClick(stepper.field, Qt.Key.Key_Backspace)
    other.setFocus()
    assert stepper.field.text() == number
    assert stepper.value() == 30


def test_in_another_text_size_it_is_as_one_made_in_it(look: Look, qtbot: QtBot) -> None:
    def made() -> Stepper:
        stepper = Stepper(look, 45, 0, 600, suffix=" s")
        qtbot.addWidget(stepper)
        stepper.resize(160, stepper.height())
        stepper.show()
        return stepper

    before = made()
    look.set_text_scale(1.3)
    assert before.grab().toImage() == made().grab().toImage()
