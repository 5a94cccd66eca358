"""The history out of the program and into it: written, previewed, taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core.data_view import Incoming
from supple.core.history_ask import Export
from supple.core.problem import ProblemsFound, UserError
from supple.shell.deps import Deps
from supple.shell.errands import Errands

if TYPE_CHECKING:
    from supple.core.comparison import Comparison
    from supple.core.contents import Contents
    from supple.store.export import Format
    from supple.store.history import History
    from supple.store.paths import Paths
    from supple.ui.window import MainWindow

KEY = "files"
"""Of what is told above the page."""
ADDED = "Added to your history."
TAKEN_BACK = "Taken back. Your history is as it was before."
CHANGED_STAYS = "Taken back, but for what you have changed since."
WRITING = "Writing the file..."
READING = "Reading the file..."
ADDING = "Adding..."
TAKING_BACK = "Taking it back..."
UNREADABLE = "This file cannot be taken in"
DAMAGED = "Something in it is not as Supple writes it, so nothing of it was added."
REFUSED = "Nothing of it was added."


@contextmanager
def beside(paths: Paths) -> Iterator[History]:
    """The history by a connection of its own, for a thread that is not the window's."""
    from supple.store.database import Database
    from supple.store.history import History

    history = History(Database.join(paths.history_db))
    try:
        yield history
    finally:
        history.close()


def _format(kind: Export) -> Format:
    """A table of the person's has a row for each session, as the list has."""
    from supple.store.export import Format

    return Format.SESSIONS_CSV if kind is Export.CSV else Format(kind.value)


def shortened(error: UserError) -> str:
    """What is wrong, in a few lines: of many problems the first one, and how many more."""
    if not isinstance(error, ProblemsFound) or len(error.problems) < 2:
        return str(error)
    more = error.count - 1
    return f"{error.problems[0]}\nThere are {more} more like it." if more > 1 else str(error)


class HistoryFiles:
    """Serves the History page and the settings alike; reads and writes off the window's thread."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        errands: Errands,
        changed: Callable[[], None],
        show: Callable[[Incoming], None],
        show_folder: Callable[[str], None],
        busy: Callable[[str | None], None] = lambda _: None,
    ) -> None:
        """``changed`` shows the history anew, ``show`` what a file would add, ``show_folder``
        opens a folder, ``busy`` says what is being done, or with None that it is over.
        """
        self._deps = deps
        self._window = window
        self._errands = errands
        self._changed = changed
        self._show_incoming = show
        self._show_folder = show_folder
        self._busy = busy
        self._found: Comparison | None = None

    def export(self, kind: Export, path: str) -> None:
        """Write everything there is to ``path``."""
        paths, target = self._deps.paths, Path(path)

        def write() -> None:
            from supple.store.export import exported
            from supple.store.export import write as put

            with beside(paths) as history:
                data = exported(history.everything(), _format(kind))
            put(target, data)

        self._busy(WRITING)
        self._errands.run(write, lambda _: self._written(target), self._failed)

    def read(self, path: str) -> None:
        """Read a file and show what it would add."""
        paths = self._deps.paths

        def look() -> Comparison:
            from supple.core.comparison import compare
            from supple.store.reading_in import read_file

            theirs = read_file(Path(path))
            with beside(paths) as history:
                return compare(history.everything(), theirs)

        self._busy(READING)
        self._errands.run(look, self._show, self._unreadable)

    def accept(self) -> None:
        """Take in what was shown; a backup is made first."""
        found, self._found = self._found, None
        if found is None:
            return
        paths, now = self._deps.paths, self._deps.now()

        def take_in() -> Contents:
            from supple.core.comparison import compare
            from supple.store.backups import make

            make(paths.history_db, paths.backups_dir, now)
            with beside(paths) as history:
                # Another computer may have brought some of it since it was shown.
                new = compare(history.everything(), found.new).new
                history.take_in(new, keep_ours=True)
                # For an Undo, which may never be: what a row holds is not kept for it.
                return replace(new, sessions=tuple(replace(s, steps=()) for s in new.sessions))

        self._busy(ADDING)
        self._errands.run(take_in, self._taken_in, self._failed)

    def refuse(self) -> None:
        """The person does not want what was shown."""
        self._found = None

    def _show(self, found: Comparison) -> None:
        self._busy(None)
        self._found = found
        self._show_incoming(Incoming(found.headline, found.details(), found.adds))

    def _unreadable(self, error: UserError) -> None:
        """Say it in a dialog: a line above the page would move it under the pointer."""
        self._busy(None)
        inside = isinstance(error, ProblemsFound) and bool(error.problems[0].line)
        plain = DAMAGED if inside else REFUSED
        lines = (plain, *shortened(error).splitlines())
        self._show_incoming(Incoming(UNREADABLE, lines, adds=False, problem=True))

    def _taken_in(self, new: Contents) -> None:
        """A toast would be gone before somebody has looked at all that came."""
        from supple.ui.widgets.button import Button

        self._busy(None)
        back = Button(self._window.look, "Undo", "ghost", "small")
        back.clicked.connect(lambda: self._take_back(new))
        pages = self._window.pages
        pages.notices.add(KEY, ADDED, "ok", "check", actions=(back,), undo=back)
        pages.order_focus()
        self._changed()

    def _take_back(self, new: Contents) -> None:
        self._window.drop_notice(KEY)
        paths = self._deps.paths

        def work() -> int:
            with beside(paths) as history:
                return history.take_back(new)

        def done(stay: int) -> None:
            self._done(CHANGED_STAYS if stay else TAKEN_BACK)
            self._changed()

        self._busy(TAKING_BACK)
        self._errands.run(work, done, self._failed)

    def _written(self, target: Path) -> None:
        folder = str(target.parent)
        self._done(
            f"Written to {target.name}.", "Show in folder", lambda: self._show_folder(folder)
        )

    def _done(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        self._busy(None)
        self._window.drop_notice(KEY)
        self._window.toast(text, action, then)

    def _failed(self, error: UserError) -> None:
        self._busy(None)
        self._window.notice(KEY, shortened(error), "care")
