"""Routines of one's own put into a file for others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core.fresh import slug
from supple.core.problem import UserError
from supple.core.share_kind import ENDING
from supple.shell.deps import Deps
from supple.shell.library_desk import LibraryDesk
from supple.ui.files import FileAsker

if TYPE_CHECKING:
    from supple.shell.errands import Errands
    from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
KEY = "share"
"""Of the notice that tells what went wrong."""
KINDS = f"Shared routines (*{ENDING})"


class SendDesk:
    """Asks what goes in and where to, and writes it off the window's thread."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        library: LibraryDesk,
        errands: Errands,
        show_folder: Callable[[str], None],
        files: FileAsker | None = None,
    ) -> None:
        """``show_folder`` opens a folder; ``files`` asks where to write."""
        self._deps = deps
        self._window = window
        self._library = library
        self._errands = errands
        self._show_folder = show_folder
        self._files = files or FileAsker()

    def share(self, ids: Sequence[str]) -> None:
        """Ask what goes into a file, ``ids`` first."""
        from supple.ui.share.send import SendDialog

        library = self._deps.library
        routines = [(r.id, r.name) for r in library.catalogue.routines.values()]
        stretches = [(s.id, s.name) for s in library.catalogue.stretches.values()]
        mine = [entry for entry in (*routines, *stretches) if entry[0] in library.own]
        if not mine:
            self._window.toast("There is nothing of your own to share yet.")
            return
        dialog = SendDialog(self._window.look, self._window, mine, ids)
        dialog.wished.connect(self._choose_place)
        self._window.pages.overlay_asked.emit(dialog)

    def _choose_place(self, ids: Sequence[str], title: str, note: str) -> None:
        name = title or self._library.find(ids[0]).name
        file = f"{slug(name, 'routines')}{ENDING}"

        def write(path: str) -> None:
            self.write(path, ids, title, note)

        self._files.save(self._window, "Share routines", file, KINDS, write)

    def write(self, path: str, ids: Sequence[str], title: str = "", note: str = "") -> None:
        """Write the file."""
        library, figures, target = self._deps.library, self._library.own.figures, Path(path)

        def work() -> None:
            from supple.shell.sharing import make_share
            from supple.store.share_writing import write_share

            write_share(target, make_share(library, figures, ids, title, note))

        self._errands.run(work, lambda _: self._told_written(target), self._failed)

    def _told_written(self, target: Path) -> None:
        self._window.drop_notice(KEY)
        folder = str(target.parent)
        text = f"Written to {target.name}."
        self._window.toast(text, "Show in folder", lambda: self._show_folder(folder))

    def _failed(self, error: UserError) -> None:
        log.warning("sharing: %s", error)
        self._window.notice(KEY, str(error), "care")
