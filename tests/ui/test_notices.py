from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.notices import Notices
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.toast import Toast


def board(qtbot: QtBot, look: Look) -> tuple[QWidget, Notices]:
    window = QWidget()
    qtbot.addWidget(window)
    notices = Notices(look, window)
    QVBoxLayout(window).addWidget(notices.column)
    window.resize(700, 400)
    window.show()
    return window, notices


def shown(notices: Notices) -> list[str]:
    banners = notices.column.findChildren(Banner)
    return [b.accessibleName() for b in banners if b.isVisible()]


def test_a_key_is_told_once(qtbot: QtBot, look: Look) -> None:
    _, notices = board(qtbot, look)
    notices.add("voice", "No voice.")
    notices.add("history", "No history.", "care")
    notices.add("voice", "Still no voice.")
    qtbot.waitUntil(lambda: sorted(shown(notices)) == ["No history.", "Still no voice."])


def test_a_banner_that_is_looked_after_elsewhere_takes_the_place_of_its_key(
    qtbot: QtBot, look: Look
) -> None:
    _, notices = board(qtbot, look)
    notices.add("guide", "Something went wrong.")
    mine = Banner(look, "Saving.", detail="Writing")
    notices.put("guide", mine)
    qtbot.waitUntil(lambda: shown(notices) == ["Saving. Writing"])
    notices.drop("guide")
    assert notices.column.isHidden()


def test_a_notice_can_be_closed_with_a_key(qtbot: QtBot, look: Look) -> None:
    _, notices = board(qtbot, look)
    notices.add("voice", "No voice.")
    close = notices.column.findChild(QPushButton)
    assert close is not None
    assert close.accessibleName() == "Close this notice"
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert shown(notices) == []
    assert notices.column.isHidden()


def test_dropping_an_unknown_notice_does_nothing(qtbot: QtBot, look: Look) -> None:
    _, notices = board(qtbot, look)
    notices.drop("voice")
    assert notices.column.isHidden()


def test_a_toast_acts_only_for_the_newest_word(qtbot: QtBot, look: Look) -> None:
    window, notices = board(qtbot, look)
    undone: list[str] = []
    notices.toast("First gone.", "Undo", lambda: undone.append("first"))
    notices.toast("Second gone.", "Undo", lambda: undone.append("second"))
    toast = window.findChild(Toast)
    assert toast is not None
    button = toast.findChild(QPushButton)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == ["second"]
    assert toast.isHidden()


def test_a_notice_may_say_more_and_tell_when_it_is_closed(qtbot: QtBot, look: Look) -> None:
    _, notices = board(qtbot, look)
    closed: list[bool] = []
    details = Button(look, "Details", "ghost", "small")
    notices.add(
        "recovered",
        "Damaged.",
        "ok",
        "database-backup",
        detail="All is back.",
        actions=[details],
        closed=lambda: closed.append(True),
    )
    assert shown(notices) == ["Damaged. All is back."]
    buttons = notices.column.findChildren(QPushButton)
    assert details in buttons
    cross = next(b for b in buttons if b.accessibleName() == "Close this notice")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert closed == [True]
    assert shown(notices) == []


def test_a_toast_goes_when_what_it_told_is_no_longer_so(qtbot: QtBot, look: Look) -> None:
    window, notices = board(qtbot, look)
    notices.hide_toast()
    notices.toast("A row is taken out", "Undo", None)
    (toast,) = window.findChildren(Toast)
    assert toast.isVisible()
    notices.hide_toast()
    assert not toast.isVisible()


def test_a_toast_goes_only_if_it_is_the_one_that_is_meant(qtbot: QtBot, look: Look) -> None:
    window, notices = board(qtbot, look)
    older, newer = (lambda: None), (lambda: None)
    notices.toast("A row is taken out", "Undo", older)
    notices.toast("It is saved", "Show", newer)
    (toast,) = window.findChildren(Toast)
    notices.hide_toast(older)
    assert toast.isVisible()
    notices.hide_toast(newer)
    assert not toast.isVisible()


def test_ctrl_z_presses_the_undo_of_a_banner_until_something_newer_can_be_undone(
    qtbot: QtBot, look: Look
) -> None:
    window, notices = board(qtbot, look)
    pressed: list[str] = []

    def press() -> list[str]:
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        told = pressed.copy()
        pressed.clear()
        return told

    def tell(name: str) -> None:
        button = Button(look, "Undo")
        button.clicked.connect(lambda: pressed.append(name))
        notices.add("share", name, actions=(button,), undo=button)

    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(window.hasFocus)
    tell("first")
    tell("second")
    assert press() == ["second"]
    notices.drop("share")
    assert press() == []
    tell("third")
    notices.toast("Deleted.", "Undo", lambda: pressed.append("toast"))
    assert press() == ["toast"]
    assert press() == []
