from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.label import Label
from supple.ui.widgets.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_it_sits_at_the_bottom_in_the_middle(look: Look, window: QWidget) -> None:
    toast = Toast(look, window)
    toast.show_message("Session deleted", "Undo")
    assert toast.isVisible()
    assert abs(toast.geometry().center().x() - 400) <= 1
    assert window.height() - toast.geometry().bottom() - 1 == 24
    window.resize(1000, 700)
    assert abs(toast.geometry().center().x() - 500) <= 1


def test_its_action_is_taken_once(look: Look, window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(look, window)
    toast.show_message("Session deleted", "Undo")
    with qtbot.waitSignal(toast.acted):
        qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_a_click_on_its_action_leaves_the_focus_where_it_is(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    # Another one comes before it: Qt hands the focus of what goes on to whatever is next.
    _, here = QPushButton("Start", window), QPushButton("More", window)
    for button in window.findChildren(QPushButton):
        button.show()
    here.setFocus()
    toast = Toast(look, window)
    toast.show_message("Session deleted", "Undo")
    button = toast.findChild(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    assert window.focusWidget() is here
    toast.show_message("Session deleted", "Undo")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, "it is reached by key"


def test_undo_key_takes_it_only_while_it_is_there(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(look, window)
    toast.show_message("Session deleted", "Undo")
    with qtbot.waitSignal(toast.acted):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(toast.acted):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_it_goes_by_itself(look: Look, window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(look, window)
    toast.show_message("Saved", seconds=0.01)
    qtbot.waitUntil(toast.isHidden, timeout=2000)


def test_a_message_without_action_has_no_button(look: Look, window: QWidget) -> None:
    toast = Toast(look, window)
    toast.show_message("Saved")
    assert toast.findChild(QPushButton).isHidden()
    assert toast.accessibleName() == "Saved"


def test_the_undo_key_takes_no_other_action(look: Look, window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(look, window)
    toast.show_message("Written to routine.supple.", "Show in folder")
    with qtbot.assertNotEmitted(toast.acted):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_it_stands_above_the_buttons_at_the_foot(look: Look, window: QWidget, qtbot: QtBot) -> None:
    bar = QPushButton("Save", window)
    bar.setGeometry(0, 540, 800, 40)
    bar.show()
    toast = Toast(look, window)
    toast.show_message("Session deleted", "Undo")
    assert toast.geometry().bottom() < 540
    bar.move(0, 400)
    toast.place()
    assert window.height() - toast.geometry().bottom() - 1 == 24


def test_buttons_that_come_a_moment_later_are_left_free(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(look, window)
    toast.show_message("Session deleted", "Undo")
    bar = QPushButton("Save", window)
    bar.setGeometry(0, 540, 800, 40)
    bar.show()
    qtbot.waitUntil(lambda: toast.geometry().bottom() < 540)


def test_its_words_have_room_in_another_text_size(look: Look, window: QWidget) -> None:
    toast = Toast(look, window)
    toast.show_message("Session deleted", "Undo")
    look.set_text_scale(1.3)
    (label,) = toast.findChildren(Label)
    assert toast.width() >= toast.sizeHint().width()
    assert label.sizeHint().width() <= toast.width()
    assert toast.height() == look.px(48)
