"""The History page as the rest of the program knows it, whether it is built or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from supple.core.data_view import Incoming
    from supple.core.history_ask import EditableSession
    from supple.core.history_view import HistoryView, SessionsView
    from supple.ui.history.page import HistoryPage


class HistoryDoor(QObject):
    """Carries wishes out and values in. Light: nothing of the page is loaded with it."""

    history_shown = Signal()
    """The overview is wanted: answer with ``show_view``."""
    sessions_asked = Signal(str, str, int, int)
    """Routine id ("" for all), a ``Period`` value, limit, offset: answer ``show_sessions``."""
    session_wanted_for_edit = Signal(str)
    """Id: answer with ``edit``."""
    session_edited = Signal(str, object)
    """Id and its ``SessionChanges``."""
    session_deleted = Signal(str)
    session_restored = Signal(str)
    day_off_asked = Signal(object, object)
    """A date and an ``Off``, or None to make it an ordinary day."""
    export_asked = Signal(object, str)
    """An ``Export`` and the path to write."""
    import_asked = Signal(str)
    """A path to read: answer with ``show_incoming``."""
    import_accepted = Signal()
    import_refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: HistoryPage | None = None

    def open(self, page: HistoryPage) -> None:
        """From now on ``page`` is behind it."""
        self._page = page
        page.history_shown.connect(self.history_shown)
        page.sessions_asked.connect(self.sessions_asked)
        page.session_wanted_for_edit.connect(self.session_wanted_for_edit)
        page.session_edited.connect(self.session_edited)
        page.session_deleted.connect(self.session_deleted)
        page.session_restored.connect(self.session_restored)
        page.day_off_asked.connect(self.day_off_asked)
        page.export_asked.connect(self.export_asked)
        page.import_asked.connect(self.import_asked)
        page.import_accepted.connect(self.import_accepted)
        page.import_refused.connect(self.import_refused)

    def show_view(self, view: HistoryView) -> None:
        """Refresh the overview."""
        if self._page is not None:
            self._page.show_view(view)

    def show_sessions(self, view: SessionsView, offset: int = 0) -> None:
        """Rows asked for; ``offset`` is the number of the first of them."""
        if self._page is not None:
            self._page.show_sessions(view, offset)

    def edit(self, session: EditableSession) -> None:
        """Open the dialog that corrects ``session``."""
        if self._page is not None:
            self._page.edit(session)

    def show_incoming(self, incoming: Incoming) -> None:
        """What a file would add, to be agreed to."""
        if self._page is not None:
            self._page.show_incoming(incoming)

    def refuse(self) -> None:
        """What the page asked for last could not be done."""
        if self._page is not None:
            self._page.refuse()

    def reload(self) -> None:
        """The history is another: have what is in view asked for again."""
        if self._page is not None:
            self._page.reload()
