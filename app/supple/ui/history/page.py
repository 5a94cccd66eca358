"""The History page: what was done, at a glance and session by session."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from supple.core.data_view import Incoming
from supple.core.day_off import Off
from supple.core.history_ask import EditableSession, SessionChanges
from supple.core.history_view import HistoryView, SessionsView
from supple.core.offer import Offer
from supple.ui.exchange import Exchange, ImportDialog
from supple.ui.files import FileAsker
from supple.ui.history.edit import EditDialog
from supple.ui.history.export_menu import ExportButton
from supple.ui.history.heatmap import OFF_NAMES
from supple.ui.history.overview import Overview
from supple.ui.history.sessions import SessionsTab
from supple.ui.look import Look
from supple.ui.page import Page
from supple.ui.picture import Pictures
from supple.ui.widgets.button import Button
from supple.ui.widgets.tabs import Tabs

OVERVIEW, SESSIONS = "overview", "sessions"
_NOTHING = (
    "After your first session this page shows your days, minutes, angles and how your back felt."
)


class HistoryPage(Page):
    """Two tabs; it asks for its values whenever it comes into view."""

    top = 20

    history_shown = Signal()
    sessions_asked = Signal(str, str, int, int)
    session_wanted_for_edit = Signal(str)
    session_edited = Signal(str, object)
    session_deleted = Signal(str)
    session_restored = Signal(str)
    day_off_asked = Signal(object, object)
    export_asked = Signal(object, str)
    """An ``Export`` and the path to write."""
    import_asked = Signal(str)
    """A path to read: answer with ``show_incoming``."""
    import_accepted = Signal()
    import_refused = Signal()
    copy_asked = Signal(str)
    start_asked = Signal(str)
    toast_asked = Signal(str, str, object)
    """A word, its action, and what to call when that is taken."""
    overlay_asked = Signal(object)
    """An ``Overlay`` to be opened over the window."""

    def __init__(self, look: Look, pictures: Pictures, files: FileAsker | None = None) -> None:
        """``files`` asks for paths; the system's own dialogs when it is left out."""
        super().__init__(look, "History")
        self._offer: Offer | None = None
        self._deleted: list[str] = []
        self._refused = False
        """Whether what was asked for last could not be done."""
        self._off: dict[date, Off] = {}
        """The days that are marked."""
        self.files = Exchange(self, files)
        self.files.export_asked.connect(self.export_asked)
        self.files.import_asked.connect(self.import_asked)
        self.export = ExportButton(look)
        self.export.asked.connect(self.files.choose_export)
        self.head.addWidget(self.export)
        options = [(OVERVIEW, "Overview"), (SESSIONS, "Sessions")]
        self.tabs = Tabs(look, options, "What to show")
        self.tabs.chosen.connect(self._turn)
        self.overview = Overview(look, pictures)
        self.overview.copy_asked.connect(self._copy)
        self.overview.day_off_asked.connect(self._mark)
        self.sessions = SessionsTab(look)
        self._connect_sessions()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.sessions)
        self.column.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.tabs)
        self.add_inset(row)
        self.column.addLayout(row)
        self.column.addSpacing(16)
        self.column.addWidget(self._stack, 1)
        self.add_scroller(self.overview)
        self.add_inset(self.sessions.frame)
        self._show_nothing()
        self._fold()

    def show_view(self, view: HistoryView) -> None:
        """Show the overview."""
        self.overview.show_view(view)
        self._off = {cell.day: cell.off for cell in view.cells if cell.off is not None}
        self.export.setEnabled(not view.empty)

    def show_sessions(self, view: SessionsView, offset: int) -> None:
        """Show sessions from the one with the number ``offset`` on."""
        self.sessions.show_sessions(view, offset)

    def show_offer(self, offer: Offer | None) -> None:
        """What the empty page offers to start with."""
        self._offer = offer
        self._show_nothing()

    def edit(self, session: EditableSession) -> None:
        """Open the dialog that corrects ``session``."""
        dialog = EditDialog(self._look, self.window(), session)
        dialog.saved.connect(lambda changes: self._change(session, changes))
        dialog.deleted.connect(lambda: self.delete(session.id))
        self.overlay_asked.emit(dialog)

    def show_incoming(self, incoming: Incoming) -> None:
        """What a file would add, to be agreed to."""
        dialog = ImportDialog(self._look, self.window(), incoming)
        dialog.accepted.connect(self.import_accepted)
        dialog.dismissed.connect(self.import_refused)
        self.overlay_asked.emit(dialog)

    def delete(self, session: str) -> None:
        """Delete at once, and offer to undo it."""
        self.sessions.take_out(session)
        if self._is_done(self.session_deleted, session):
            self._deleted.append(session)
            self.toast_asked.emit("Session deleted", "Undo", self.undo)

    def undo(self) -> None:
        """Bring back what was deleted last; nothing when nothing was."""
        if self._deleted:
            session = self._deleted.pop()
            self.sessions.expect(session)
            if self._is_done(self.session_restored, session):
                self.toast_asked.emit("Session restored", "", None)
            else:
                # Tried again after all others: it is not to stand in their way.
                self._deleted.insert(0, session)

    def refuse(self) -> None:
        """What was asked for last could not be done: nobody is to be told that it is."""
        self._refused = True

    def reload(self) -> None:
        """Ask anew for what is in view."""
        if not self.isVisible():
            return
        self.history_shown.emit()
        if self.tabs.current == SESSIONS:
            self.sessions.reload()

    def main_widget(self) -> QWidget | None:
        start = self.overview.first_button()
        return start if self.tabs.current == OVERVIEW and start else self.tabs.focus_target()

    def tab_stops(self) -> list[QWidget]:
        """From the tabs on to what they show; what stands above both comes last."""
        stops = super().tab_stops()
        above = [stop for stop in stops if stop is self.export]
        return [*(stop for stop in stops if stop is not self.export), *above]

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.overview.set_narrow(narrow)
        self.sessions.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the tabs the page keys scroll what is below."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.tabs.current != OVERVIEW:
            super().keyPressEvent(event)
            return
        bar = self.overview.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.history_shown.emit()
            if self.tabs.current == SESSIONS:
                self.sessions.reload()

    def _connect_sessions(self) -> None:
        sessions = self.sessions
        sessions.asked.connect(self.sessions_asked)
        sessions.edit_asked.connect(self.session_wanted_for_edit)
        sessions.delete_asked.connect(self.delete)
        sessions.undo_asked.connect(self.undo)
        sessions.import_asked.connect(self.files.choose_import)

    def _change(self, session: EditableSession, changes: SessionChanges) -> None:
        """Change at once, and offer to have it as it was."""
        before = SessionChanges(
            session.started_at if changes.started_at is not None else None,
            session.held_s if changes.held_s is not None else None,
            session.pain_before,
            session.pain_after,
            session.note,
        )
        if self._is_done(self.session_edited, session.id, changes):
            back = partial(self.session_edited.emit, session.id, before)
            self.toast_asked.emit("Session changed", "Undo", back)

    def _mark(self, day: date, off: Off | None) -> None:
        """Mark at once, and offer to undo it."""
        before = self._off.get(day)
        if self._is_done(self.day_off_asked, day, off):
            told = f"Marked: {OFF_NAMES[off]}" if off is not None else "Mark taken away"
            self.toast_asked.emit(told, "Undo", lambda: self.day_off_asked.emit(day, before))

    def _is_done(self, wish: SignalInstance, *what: object) -> bool:
        """Ask for something that is done at once; whether it was."""
        self._refused = False
        wish.emit(*what)
        return not self._refused

    def _turn(self, tab: str) -> None:
        self._stack.setCurrentIndex(0 if tab == OVERVIEW else 1)
        if tab == SESSIONS:
            self.sessions.reload()

    def _copy(self, text: str) -> None:
        self.copy_asked.emit(text)
        self.toast_asked.emit("Table copied", "", None)

    def _show_nothing(self) -> None:
        offer, buttons = self._offer, []
        if offer is not None:
            words = f"Start {offer.name}, {offer.minutes}"
            start = Button(self._look, words, "primary", icon="play-solid")
            start.clicked.connect(lambda _=False: self.start_asked.emit(offer.routine))
            buttons.append(start)
        bring = Button(self._look, "Import", "ghost", icon="upload")
        bring.clicked.connect(self.files.choose_import)
        self.overview.empty.say("Nothing here yet", _NOTHING, [*buttons, bring])
