"""Everything around the history that is built once the window is on the screen."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from supple.core.event import Event, SessionEnded
from supple.core.problem import UserError
from supple.shell.data_desk import DataDesk
from supple.shell.deps import Deps
from supple.shell.errands import Errands
from supple.shell.history_desk import HistoryDesk
from supple.shell.history_files import HistoryFiles
from supple.shell.pages import Pages
from supple.shell.upkeep import Upkeep

if TYPE_CHECKING:
    from supple.core.data_view import Incoming
    from supple.shell.errands import Post
    from supple.store.recorder import Recorder
    from supple.ui.window import MainWindow

log = logging.getLogger(__name__)


class HistoryRoom:
    """The desks of the History page and of the section "Data", and what goes on by itself."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        pages: Pages,
        recorder: Recorder,
        post: Post,
        in_session: Callable[[], bool],
        show_folder: Callable[[str], None],
    ) -> None:
        """``post`` has something done on the window's thread; ``show_folder`` opens one."""
        self._deps = deps
        self._window = window
        self._pages = pages
        self._recorder = recorder
        self.errands = Errands(post)
        self.page = HistoryDesk(deps, window, self.changed)
        self.upkeep = Upkeep(
            deps,
            self.errands,
            busy=in_session,
            took_in=self.show_anew,
            tell=lambda text: window.notice("upkeep", text, "care"),
            parent=window,
        )
        self.files = HistoryFiles(
            deps, window, self.errands, self.changed, self._show_on_page, show_folder
        )
        self.data_files = HistoryFiles(
            deps,
            window,
            self.errands,
            self.changed,
            self._show_in_settings,
            show_folder,
            self._busy,
        )
        self.data = DataDesk(deps, window, self.errands, self.upkeep, self.reopen, in_session)

    def start(self) -> None:
        """Begin what goes on by itself, and tell of a damaged file that was restored."""
        self.upkeep.start()
        self._tell_recovered()

    def _tell_recovered(self) -> None:
        found = self._deps.recovered
        if found is not None:
            now = self._deps.now()
            more = f"The damaged file: {found.damaged_file}" if found.damaged_file else ""
            self._window.show_recovered(found.headline(now), " ".join(found.sentences(now)), more)

    @property
    def folder(self) -> str:
        """Where the person's data is."""
        return str(self._deps.paths.data)

    def on_event(self, event: Event) -> None:
        """Let other computers know of a session that is over."""
        if isinstance(event, SessionEnded):
            self.upkeep.changed()

    def changed(self) -> None:
        """The history was changed here: show it anew, and let other computers know."""
        self.show_anew()
        self.upkeep.changed()

    def show_anew(self) -> None:
        """Show the history wherever it is looked at."""
        self._pages.plan_changed()
        self._window.history.reload()
        self._window.pages.flexibility.reload()

    def forget_recovery(self) -> None:
        """The person has seen what was restored."""
        from supple.store.recovered import forget

        self._deps.recovered = None
        forget(self._deps.paths)

    def reopen(self) -> None:
        """Open the history that took the place of the closed one."""
        from supple.store.opening import open_history

        try:
            opened = open_history(self._deps.paths, mend=True)
            self._deps.history, self._deps.recovered = opened.history, opened.recovered
            self._tell_recovered()
        except UserError as error:
            log.warning("history not opened: %s", error)
            self._window.notice("history", str(error), "care")
        self._recorder.use(self._deps.history)
        self.show_anew()

    def close(self) -> None:
        """The last copy and the last exchange."""
        self.upkeep.close()
        self.errands.close()

    def _show_on_page(self, incoming: Incoming) -> None:
        self._window.history.show_incoming(incoming)

    def _show_in_settings(self, incoming: Incoming) -> None:
        self._window.pages.settings.get().data.show_incoming(incoming)

    def _busy(self, text: str | None) -> None:
        self._window.pages.settings.get().data.set_busy(text)
