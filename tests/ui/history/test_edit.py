from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.history_ask import EditableSession, SessionChanges
from supple.ui.history.edit import LATER, EditDialog
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.text import Text


class Opened:
    """A dialog over a window, and what came of it."""

    def __init__(self, look: Look, window: QWidget, session: EditableSession) -> None:
        below = QWidget(window)
        self.saved: list[SessionChanges] = []
        self.ended: list[str] = []
        self.dialog = EditDialog(look, window, session)
        self.dialog.saved.connect(self.saved.append)
        self.dialog.accepted.connect(lambda: self.ended.append("accepted"))
        self.dialog.dismissed.connect(lambda: self.ended.append("dismissed"))
        self.dialog.deleted.connect(lambda: self.ended.append("deleted"))
        self.dialog.open(below)

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.dialog.findChildren(QPushButton) if b.text() == text)


@pytest.fixture
def window(put: Any) -> QWidget:
    made: QWidget = put(QWidget(), 1100, 760)
    return made


@pytest.fixture
def opened(look: Look, window: QWidget, editable: EditableSession) -> Opened:
    return Opened(look, window, editable)


def box(row: QWidget, number: int) -> QAbstractButton:
    found = row.findChildren(QAbstractButton)
    return next(b for b in found if b.text() == str(number))


def test_it_shows_the_session_and_begins_with_the_date(opened: Opened) -> None:
    dialog = opened.dialog
    texts = [text.text() for text in dialog.findChildren(Text)]
    assert "Tuesday 20 October, Lying down" in texts
    assert dialog.when.text() == "20 Oct 2026, 20:10"
    assert dialog.minutes.value() == 9
    assert (dialog.before.value, dialog.after.value) == (4, 2)
    assert dialog.note.text() == "Left side tighter"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is dialog.when or dialog.when.isAncestorOf(focus)


def test_how_it_ended_is_named_where_that_was_early(
    look: Look, window: QWidget, editable: EditableSession
) -> None:
    opened = Opened(look, window, replace(editable, ended="Stopped early"))
    texts = [text.text() for text in opened.dialog.findChildren(Text)]
    assert "Tuesday 20 October, Lying down. Stopped early." in texts


def test_another_year_is_named(look: Look, window: QWidget, editable: EditableSession) -> None:
    old = replace(editable, started_at=datetime(2024, 2, 29, 8, 0, tzinfo=UTC))
    texts = [text.text() for text in Opened(look, window, old).dialog.findChildren(Text)]
    assert "Thursday 29 February 2024, Lying down" in texts


def test_nothing_changed_is_nothing_saved(qtbot: QtBot, opened: Opened) -> None:
    qtbot.keyClick(opened.dialog.note, Qt.Key.Key_Return)
    assert opened.ended == ["accepted"]
    assert opened.saved == []


def test_enter_saves_only_what_is_different(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened.dialog
    qtbot.mouseClick(box(dialog.after, 3), Qt.MouseButton.LeftButton)
    dialog.note.selectAll()
    qtbot.keyClicks(dialog.note, " Slept badly ")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert opened.saved == [SessionChanges(None, None, 4, 3, "Slept badly")]


def test_minutes_and_date_are_told_when_they_were_changed(
    qtbot: QtBot, opened: Opened, editable: EditableSession
) -> None:
    dialog = opened.dialog
    dialog.minutes.field.setValue(12)
    dialog.when.setCurrentSection(dialog.when.Section.DaySection)
    qtbot.keyClick(dialog.when, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.when, Qt.Key.Key_Return)
    (changes,) = opened.saved
    assert changes.held_s == 720.0
    assert changes.started_at == datetime(2026, 10, 19, 20, 10, tzinfo=UTC)
    assert changes.started_at.utcoffset() == editable.started_at.utcoffset()


def test_minutes_stay_between_none_and_ten_hours(opened: Opened) -> None:
    field = opened.dialog.minutes.field
    field.setValue(9999)
    assert field.value() == 600
    field.setValue(-5)
    assert field.value() == 0


def test_pain_can_be_taken_back(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened.dialog
    none = next(b for b in dialog.before.findChildren(QPushButton))
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    assert dialog.before.value is None
    qtbot.mouseClick(opened.button("Save"), Qt.MouseButton.LeftButton)
    assert opened.saved[0].pain_before is None
    assert opened.saved[0].pain_after == 2


def test_a_session_cannot_be_in_the_future(
    qtbot: QtBot, opened: Opened, editable: EditableSession
) -> None:
    dialog = opened.dialog
    dialog.when.show_moment(editable.now + timedelta(hours=2))
    texts = [text for text in dialog.findChildren(Text) if text.text() == LATER]
    assert texts
    assert texts[0].isVisible()
    assert not opened.button("Save").isEnabled()
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert opened.ended == []
    dialog.when.show_moment(editable.now)
    assert not texts[0].isVisible()
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert opened.saved[0].started_at == editable.now


def test_now_is_compared_across_zones(
    look: Look, window: QWidget, editable: EditableSession
) -> None:
    from datetime import timezone

    east = timezone(timedelta(hours=9))
    session = replace(editable, started_at=datetime(2026, 10, 22, 22, 30, tzinfo=east))
    opened = Opened(look, window, session)
    # 22:30 in Tokyo is 13:30 UTC, half an hour ago.
    assert opened.button("Save").isEnabled()
    opened.dialog.when.show_moment(datetime(2026, 10, 22, 23, 30, tzinfo=east))
    assert not opened.button("Save").isEnabled()


def test_esc_and_cancel_leave_all_as_it_was(
    qtbot: QtBot, look: Look, window: QWidget, editable: EditableSession
) -> None:
    for act in ("key", "button"):
        opened = Opened(look, window, editable)
        opened.dialog.note.setText("Other")
        if act == "key":
            qtbot.keyClick(opened.dialog.note, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(opened.button("Cancel"), Qt.MouseButton.LeftButton)
        assert opened.ended == ["dismissed"]
        assert opened.saved == []


def test_it_can_be_deleted(qtbot: QtBot, opened: Opened) -> None:
    qtbot.mouseClick(opened.button("Delete"), Qt.MouseButton.LeftButton)
    assert opened.ended == ["dismissed", "deleted"]


def test_save_ends_the_row_of_buttons_at_the_right(opened: Opened) -> None:
    QApplication.processEvents()
    card = opened.dialog.card
    save, delete = opened.button("Save"), opened.button("Delete")
    assert save.geometry().right() == card.width() - 24 - 1
    assert delete.geometry().left() == 24


def test_in_a_low_window_the_fields_scroll_with_the_focus(
    qtbot: QtBot, look: Look, put: Any, editable: EditableSession
) -> None:
    look.set_text_scale(1.3)
    window = put(QWidget(), 760, 560)
    opened = Opened(look, window, editable)
    QApplication.processEvents()
    dialog = opened.dialog
    scroller = dialog.findChild(Scroller)
    assert isinstance(scroller, Scroller)
    assert dialog.card.height() <= 560
    assert scroller.verticalScrollBar().maximum() > 0
    dialog.note.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.note
    bottom = dialog.note.mapTo(scroller.viewport(), dialog.note.rect().bottomLeft()).y()
    assert bottom <= scroller.viewport().height()
