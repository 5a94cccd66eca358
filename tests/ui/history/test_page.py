from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.data_view import Incoming
from supple.core.day_off import Off
from supple.core.history_ask import EditableSession, Export, SessionChanges
from supple.core.history_view import HistoryView
from supple.core.offer import Offer
from supple.ui.exchange import ImportDialog
from supple.ui.history.edit import EditDialog
from supple.ui.history.page import SESSIONS, HistoryPage
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.tabbing import stops_in

OFFER = Offer(
    routine="desk-break",
    name="Desk break",
    summary="",
    why="",
    source="",
    minutes="4 min",
    place="On your chair",
    equipment="",
    figure="seated-heel-out",
)


class Answers:
    """Stands in for the system's file dialogs."""

    def save(
        self, parent: QWidget, title: str, name: str, kinds: str, then: Callable[[str], None]
    ) -> None:
        then(f"/tmp/{name}")

    def open(self, parent: QWidget, title: str, kinds: str, then: Callable[[str], None]) -> None:
        then("/tmp/old.json")


@pytest.fixture
def page(
    look: Look, pictures: Pictures, put: Any, history: HistoryView, sessions_page: Any
) -> HistoryPage:
    made = HistoryPage(look, pictures, Answers())  # type: ignore[arg-type]
    made.history_shown.connect(lambda: made.show_view(history))
    made.sessions_asked.connect(
        lambda _r, _p, limit, offset: made.show_sessions(sessions_page(8, offset, limit), offset)
    )
    put(made, 904, 760)
    return made


def turn(qtbot: QtBot, page: HistoryPage) -> None:
    page.tabs.focus_target().setFocus()
    qtbot.keyClick(page.tabs.focus_target(), Qt.Key.Key_Right)


def told(page: HistoryPage) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    page.toast_asked.connect(lambda text, action, _then: found.append((text, action)))
    return found


def test_it_asks_for_its_values_whenever_it_is_shown(qtbot: QtBot, page: HistoryPage) -> None:
    page.hide()
    with qtbot.waitSignal(page.history_shown), qtbot.assertNotEmitted(page.sessions_asked):
        page.show()


def test_the_sessions_are_asked_for_with_their_tab(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.sessions_asked) as got:
        turn(qtbot, page)
    assert got.args == ["", "all", 100, 0]
    assert page.tabs.current == SESSIONS
    assert page.sessions.isVisible()
    assert not page.overview.isVisible()


def test_tab_goes_on_from_the_tabs_to_what_they_show(qtbot: QtBot, page: HistoryPage) -> None:
    turn(qtbot, page)
    stops = stops_in(page.tab_stops())
    assert stops[0] is page.tabs.focus_target()
    assert stops[1] is page.sessions.routines
    assert stops[-1] is page.export


def test_a_hidden_page_asks_for_nothing(qtbot: QtBot, page: HistoryPage) -> None:
    page.hide()
    with qtbot.assertNotEmitted(page.history_shown):
        page.reload()


def test_delete_is_at_once_and_can_be_undone(qtbot: QtBot, page: HistoryPage) -> None:
    turn(qtbot, page)
    words = told(page)
    page.sessions.table.choose(2)
    with qtbot.waitSignal(page.session_deleted) as gone:
        qtbot.keyClick(page.sessions.table, Qt.Key.Key_Delete)
    assert gone.args == ["s2"]
    assert page.sessions.model.total == 7
    assert words == [("Session deleted", "Undo")]
    with qtbot.waitSignal(page.session_restored) as back:
        qtbot.keyClick(page.sessions.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert back.args == ["s2"]
    with qtbot.assertNotEmitted(page.session_restored):
        page.undo()


def test_a_mark_of_a_day_can_be_undone(page: HistoryPage, history: HistoryView) -> None:
    asked: list[tuple[object, object]] = []
    page.day_off_asked.connect(lambda day, off: asked.append((day, off)))
    toasts: list[tuple[str, str, Callable[[], None]]] = []
    page.toast_asked.connect(lambda *told: toasts.append(told))
    rest = next(cell for cell in history.cells if cell.off is Off.REST)
    plain = history.cells[-1]
    page.overview.day_off_asked.emit(rest.day, None)
    page.overview.day_off_asked.emit(plain.day, Off.ILL)
    assert [told[:2] for told in toasts] == [("Mark taken away", "Undo"), ("Marked: Ill", "Undo")]
    for told in toasts:
        told[2]()
    assert asked[2:] == [(rest.day, Off.REST), (plain.day, None)]


def test_page_keys_scroll_the_overview_from_the_tabs(qtbot: QtBot, page: HistoryPage) -> None:
    page.resize(700, 400)
    QApplication.processEvents()
    bar = page.overview.verticalScrollBar()
    tab = page.tabs.focus_target()
    qtbot.keyClick(tab, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(tab, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_several_deletes_are_undone_one_by_one(qtbot: QtBot, page: HistoryPage) -> None:
    turn(qtbot, page)
    back: list[str] = []
    page.session_restored.connect(back.append)
    page.delete("s1")
    page.delete("s4")
    page.undo()
    page.undo()
    assert back == ["s4", "s1"]


def test_a_session_is_edited_in_a_dialog(
    qtbot: QtBot, page: HistoryPage, editable: EditableSession
) -> None:
    turn(qtbot, page)
    page.sessions.table.choose(1)
    with qtbot.waitSignal(page.session_wanted_for_edit) as wanted:
        qtbot.keyClick(page.sessions.table, Qt.Key.Key_Return)
    assert wanted.args == ["s1"]
    with qtbot.waitSignal(page.overlay_asked) as asked:
        page.edit(editable)
    dialog = asked.args[0]
    assert isinstance(dialog, EditDialog)
    dialog.open(page)
    dialog.note.setText("Better")
    with qtbot.waitSignal(page.session_edited) as edited:
        dialog.accept()
    assert edited.args[0] == "s1"
    assert edited.args[1].note == "Better"


def test_a_changed_session_can_be_had_as_it_was(
    qtbot: QtBot, page: HistoryPage, editable: EditableSession
) -> None:
    toasts: list[Any] = []
    page.toast_asked.connect(lambda *toast: toasts.append(toast))
    edited: list[Any] = []
    page.session_edited.connect(lambda *what: edited.append(what))
    for minutes in (False, True):
        with qtbot.waitSignal(page.overlay_asked) as asked:
            page.edit(editable)
        dialog = asked.args[0]
        dialog.open(page)
        dialog.after.choose(1)
        if minutes:
            dialog.minutes.field.setValue(4)
        dialog.accept()
        text, action, undo = toasts[-1]
        assert (text, action) == ("Session changed", "Undo")
        undo()
        held_s = editable.held_s if minutes else None
        was = (editable.pain_before, editable.pain_after, editable.note)
        assert edited[-1] == ("s1", SessionChanges(None, held_s, *was))
    assert len(edited) == 4


def test_deleting_in_the_dialog_is_deleting(
    qtbot: QtBot, page: HistoryPage, editable: EditableSession
) -> None:
    turn(qtbot, page)
    words = told(page)
    with qtbot.waitSignal(page.overlay_asked) as asked:
        page.edit(editable)
    dialog = asked.args[0]
    dialog.open(page)
    delete = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Delete")
    with qtbot.waitSignal(page.session_deleted) as gone:
        qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert gone.args == ["s1"]
    assert words == [("Session deleted", "Undo")]


def test_export_asks_where_to(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.export_asked) as got:
        page.export.menu_of_kinds.actions()[1].trigger()
    assert got.args[0] == Export.JSON
    assert got.args[1].endswith(".json")


def test_an_empty_page_offers_a_start_and_an_import(
    qtbot: QtBot, page: HistoryPage, no_history: HistoryView
) -> None:
    page.show_offer(OFFER)
    page.show_view(no_history)
    buttons = {b.text(): b for b in page.overview.empty.findChildren(QPushButton) if b.isVisible()}
    start = "Start Desk break, 4 min"
    assert page.main_widget() is buttons[start]
    with qtbot.waitSignal(page.start_asked) as got:
        qtbot.mouseClick(buttons[start], Qt.MouseButton.LeftButton)
    assert got.args == ["desk-break"]
    with qtbot.waitSignal(page.import_asked) as read:
        qtbot.mouseClick(buttons["Import"], Qt.MouseButton.LeftButton)
    assert read.args == ["/tmp/old.json"]
    assert not page.export.isEnabled()


def test_what_an_import_adds_is_agreed_to_first(qtbot: QtBot, page: HistoryPage) -> None:
    for answer, signal in (("accept", page.import_accepted), ("dismiss", page.import_refused)):
        with qtbot.waitSignal(page.overlay_asked) as asked:
            page.show_incoming(Incoming("12 new sessions", ("3 are equal.",)))
        dialog = asked.args[0]
        assert isinstance(dialog, ImportDialog)
        dialog.open(page)
        with qtbot.waitSignal(signal):
            getattr(dialog, answer)()


def test_a_copied_table_is_told(qtbot: QtBot, page: HistoryPage) -> None:
    words = told(page)
    with qtbot.waitSignal(page.copy_asked) as got:
        qtbot.mouseClick(page.overview.weeks.copy, Qt.MouseButton.LeftButton)
    assert got.args[0].count("\t") > 10
    assert words == [("Table copied", "")]


def test_it_opens_on_its_tab_and_folds(page: HistoryPage) -> None:
    assert page.main_widget() is page.tabs.focus_target()
    page.resize(696, 560)
    QApplication.processEvents()
    assert page.narrow
    assert page.overview.narrow
    assert page.sessions.table.narrow
    page.resize(904, 760)
    QApplication.processEvents()
    assert not page.overview.narrow
