"""The one door through which the library of the running program is changed."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from supple.core.event import Event, SessionEnded
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.library_watch import LibraryWatch
from supple.store.assets import asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from supple.core.routine import Routine, Stretch
    from supple.shell.pages import Pages
    from supple.store.own_library import OwnLibrary, Undo
    from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
NOTICE = "routines"
Entry: TypeAlias = "Stretch | Routine"
EntryT = TypeVar("EntryT", bound="Stretch | Routine")
Result = TypeVar("Result")


class LibraryDesk(QObject):
    """Writes to the disk, reads anew, and shows it; and hears of changes made by others."""

    changed = Signal()
    """The files were read anew: ``deps.library``, which the pages show already, and figures."""

    def __init__(
        self, deps: Deps, window: MainWindow, pages: Pages, in_session: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._deps = deps
        self._window = window
        self._pages = pages
        self._in_session = in_session
        self._waits = False
        """Whether files changed during a session, which is not to be disturbed."""
        self.watch = LibraryWatch(deps.paths.routines_dir, deps.extra, self)
        self.watch.changed.connect(self.on_touched)

    @cached_property
    def own(self) -> OwnLibrary:
        """The files themselves. Whoever changes them here calls :meth:`reload`."""
        from supple.store.own_library import OwnLibrary

        deps = self._deps
        return OwnLibrary(deps.paths.routines_dir, asset("routines.json"), deps.extra)

    # Changes

    def put(self, entry: Entry, was: Entry | None = None) -> Undo:
        """Write a stretch or routine and show it.

        ``was``: the very entry of ``deps.library.catalogue`` that was changed, None for a new
        one. Raises ``store.own_library.Changed`` when the disk holds something else by now (offer
        :meth:`keep_both`), ProblemsFound when the entry is not valid, UserError when the disk
        refuses. Nothing is written then. Tells the person nothing.
        """
        return self._do(lambda: self.own.put(entry, was))

    def put_all(
        self,
        stretches: Iterable[Stretch] = (),
        routines: Iterable[Routine] = (),
        figures: Mapping[str, bytes] | None = None,
    ) -> Undo:
        """Write new ones: all, or none. Figures by file name. Raises as :meth:`put` does."""
        return self._do(lambda: self.own.put_all(stretches, routines, figures))

    def put_figure(self, name: str, content: bytes) -> Undo:
        """Write a new figure under a file name such as ``own-calf.png``. Raises UserError."""
        return self._do(lambda: self.own.put_figure(name, content))

    def keep_both(self, entry: EntryT) -> EntryT:
        """Write ``entry`` beside the one it clashes with; returns it as it was written.

        Under its own id and name where they are free again. Raises UserError.
        """
        made = self.own.beside(entry)
        self.put(made)
        return made

    def copy(self, id_: str) -> Entry:
        """Write a copy of the routine or stretch ``id_``, ours or the person's; returns it.

        Raises UserError.
        """
        made = self.copy_of(self.find(id_))
        self.put(made)
        return made

    def copy_of(self, entry: EntryT) -> EntryT:
        """``entry`` under a free id and name, not written yet. Raises UserError."""
        return self.own.copy_of(entry)

    def fresh_id(self, name: str, default: str) -> str:
        """A free id made of ``name``, or ``default`` where no letter can be used. UserError."""
        return self.own.fresh_id(name, default)

    def find(self, id_: str) -> Entry:
        """The routine or stretch ``id_`` of the library, in its own dose. Raises UserError."""
        catalogue = self._deps.library.catalogue
        found = catalogue.routines.get(id_) or catalogue.stretches.get(id_)
        if found is None:
            raise UserError("It is not in your library any more.")
        return found

    def remove(self, id_: str) -> Undo:
        """Take an own stretch or routine away; see ``OwnLibrary.remove``. Raises UserError."""
        return self._do(lambda: self.own.remove(id_))

    def restore(self, undo: Undo) -> None:
        """Take changes back; tells the person where that cannot be."""
        try:
            self._do(lambda: self.own.restore(undo))
        except UserError as error:
            self._tell(error)

    # Deleting, as the pages wish for it

    def delete(self, id_: str) -> None:
        """Take an own routine or stretch away, with Undo; asks where routines use it."""
        users = self.own.users(self._deps.library, id_)
        if not users:
            self._delete(id_)
            return
        from supple.ui.own_delete import DeleteStretch

        name = self._deps.library.catalogue.stretches[id_].name
        used = [(r.name, all(s.stretch == id_ for s in r.steps)) for r in users]
        dialog = DeleteStretch(self._window.look, self._window, name, used)
        dialog.accepted.connect(lambda: self._delete(id_))
        self._window.pages.overlay_asked.emit(dialog)

    def _delete(self, id_: str) -> None:
        try:
            name = self.find(id_).name
            undo = self.remove(id_)
        except UserError as error:
            self._tell(error)
            return
        self._window.toast(f"“{name}” is deleted.", "Undo", lambda: self.restore(undo))

    # What is on the disk

    def start(self) -> None:
        """Begin to watch the files, and look whether they changed since they were read."""
        self.watch.start()

    def reload(self) -> bool:
        """Read everything anew and show it; whether anything is another now."""
        self.watch.seen()
        before = self._deps.library
        try:
            self._deps.read_library()
        except UserError as error:
            self._tell(error)
            return False
        is_other = self._deps.library != before
        if is_other:
            self._pages.library_changed()
        # Where it is the same, a figure may be another.
        self.changed.emit()
        return is_other

    def on_touched(self) -> None:
        """Somebody else changed files: show what they hold, once no session runs."""
        self._waits = self._in_session()
        if self._waits or not self.reload():
            return
        if self._deps.library.broken:
            text = "Your routine files changed. Something in them needs mending."
            self._window.toast(text, "Show", self._show_own)
        else:
            self._window.toast("Your routine files changed. They are read anew.")

    def _show_own(self) -> None:
        from supple.ui.pages import Place

        self._window.show_place(Place.ROUTINES)

    def on_state(self, state: Qt.ApplicationState) -> None:
        """Somebody comes back to the window."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.watch.look()

    def on_event(self, event: Event) -> None:
        """Catch up with what waited for the end of a session."""
        if isinstance(event, SessionEnded) and self._waits:
            self.watch.look()

    def _do(self, what: Callable[[], Result]) -> Result:
        try:
            return what()
        finally:
            # Also where it failed: what is on the disk may be another than was thought.
            self.reload()

    def _tell(self, error: UserError) -> None:
        log.warning("library: %s", error)
        self._window.notice(NOTICE, str(error), "care")
