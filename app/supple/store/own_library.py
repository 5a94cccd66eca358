"""The person's own stretches and routines: written, removed and brought back.

Nothing that is on the disk and was not seen is ever overwritten. A new entry gets a file of its
own; one that stands in a hand-written file is changed there, and everything else in that file
stays to the letter.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from supple.core.fresh import copy_name, fresh, slug
from supple.core.library_files import Library
from supple.core.problem import ProblemsFound, UserError
from supple.core.routine import Catalogue, Routine, Stretch
from supple.core.routine_format import parse_document
from supple.store.own_changes import Changed, Done, Undo, carry_out, content_of
from supple.store.own_figures import OwnFigures
from supple.store.own_files import Entry, OwnFile, document_of, list_of, whole_file
from supple.store.own_lookup import entry_of, ids_in_use, own_entry, with_entry, without_entry
from supple.store.routine_files import load_library

EntryT = TypeVar("EntryT", bound=Entry)
log = logging.getLogger(__name__)
__all__ = ["Changed", "Entry", "OwnLibrary", "Undo"]
_NO_FILE_NAMES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for itself."""


class OwnLibrary:
    """The files of one person, next to what ships."""

    def __init__(self, folder: Path, shipped: Path, extra: Sequence[Path] = ()) -> None:
        """``extra``: files named on the command line, read after those in ``folder``."""
        self._folder = folder
        self._shipped = shipped
        self._extra = tuple(extra)
        self.figures = OwnFigures(folder / "figures")

    def load(self) -> Library:
        """Everything as the disk has it now. Raises UserError for a damaged installation."""
        return load_library(self._shipped, self._folder, self._extra)

    def fresh_id(self, name: str, default: str) -> str:
        """An id made of ``name`` that nothing has, and no file; ``default`` where none can be."""
        return fresh(slug(name, default), self.taken())

    def copy_of(self, entry: EntryT, name: str = "") -> EntryT:
        """``entry`` under a free id, not written yet; named ``name``, or as a copy."""
        library = self.load()
        there: Mapping[str, Entry] = getattr(library.catalogue, list_of(entry))
        named = name or copy_name(entry.name, {e.name for e in there.values()})
        wish = slug(named, f"{entry.id[:57].strip('-')}-copy")
        return replace(entry, id=fresh(wish, self._taken(library)), name=named)

    def beside(self, entry: EntryT) -> EntryT:
        """``entry`` so that it can be put as a new one: as it is where its id is free."""
        return entry if entry.id not in ids_in_use(self.load()) else self.copy_of(entry)

    def taken(self) -> frozenset[str]:
        """Every id that is in use, those of broken entries and names of files included."""
        return self._taken(self.load())

    def put(self, entry: Entry, was: Entry | None = None) -> Undo:
        """Write ``entry``. ``was``: the one of its id as it was seen, None for a new one.

        Raises Changed when the disk holds something else, ProblemsFound when the entry is not
        valid, UserError when the id is another's or the disk refuses. All is then as before.
        """
        library = self.load()
        now = own_entry(library, entry)
        if now != was:
            raise _changed(entry, was, now, library)
        if was is None:
            self._refuse_taken(library, entry, ids_in_use(library))
        return self._put(library, entry, was)

    def put_all(
        self,
        stretches: Iterable[Stretch] = (),
        routines: Iterable[Routine] = (),
        figures: Mapping[str, bytes] | None = None,
        replaced: Iterable[tuple[Entry, Entry]] = (),
    ) -> Undo:
        """Write new stretches, routines and figures (by file name): all of them, or none.

        ``replaced``: further entries, each with the one of mine whose place it takes.
        """
        undo = Undo()
        try:
            for name, content in (figures or {}).items():
                undo = undo.then(self.put_figure(name, content))
            # Read once, as a file from somebody else may hold hundreds.
            library = self.load()
            taken = set(ids_in_use(library))
            entries: list[Entry] = [*stretches, *routines]
            for entry in entries:
                self._refuse_taken(library, entry, taken)
                undo = undo.then(self._put(library, entry, None))
                library = with_entry(library, entry)
                taken.add(entry.id)
            for new, was in replaced:
                undo = undo.then(self.put(new, was))
        except BaseException:
            self._give_up(undo)
            raise
        return undo

    def put_figure(self, name: str, content: bytes) -> Undo:
        """Write a figure under a file name such as ``own-calf.png``; see ``OwnFigures.put``."""
        if not self.figures.put(name, content):
            return Undo()
        return Undo((Done(self.figures.path(name), None, content),))

    def remove(self, id_: str, was: Entry | None = None) -> Undo:
        """Take an own entry away; a stretch also out of the own routines that use it.

        A routine that would be left without a step goes, too. ``was``: as in :meth:`put`, None
        for whatever stands there. Raises Changed, and UserError as :meth:`put` does.
        """
        library = self.load()
        entry = entry_of(library, id_) if id_ in library.own else None
        if entry is None:
            raise UserError(f"There is nothing of your own called “{id_}”.")
        if was is not None and was != entry:
            raise _changed(entry, was, entry, library)
        undo = Undo()
        try:
            for routine in self.users(library, id_):
                steps = tuple(s for s in routine.steps if s.stretch != id_)
                if steps:
                    undo = undo.then(self.put(replace(routine, steps=steps), routine))
                else:
                    undo = undo.then(self._remove(routine))
            return undo.then(self._remove(entry))
        except BaseException:
            self._give_up(undo)
            raise

    def users(self, library: Library, id_: str) -> tuple[Routine, ...]:
        """The own routines that would lack the own stretch ``id_``, by their order.

        None for a stretch that only stands in for one that ships.
        """
        if id_ not in library.catalogue.stretches or id_ in library.shipped:
            return ()
        own = (r for r in library.catalogue.routines.values() if r.id in library.own)
        return tuple(r for r in own if any(s.stretch == id_ for s in r.steps))

    def restore(self, undo: Undo) -> None:
        """Take back what was done, the last first: to the letter where the file is as it was left.

        What can go back does. Raises Changed or UserError for the first that cannot; nothing
        that was written later is overwritten.
        """
        stopped: UserError | None = None
        library: Library | None = None
        for done in reversed(undo.changes):
            try:
                library = self._take_back(done, library or self.load())
            except UserError as error:
                library = None
                stopped = stopped or error
        if stopped is not None:
            raise stopped

    # Inside

    def _put(self, library: Library, entry: Entry, was: Entry | None) -> Undo:
        _check(entry, library)
        if was is None:
            path = self._free_file(entry.id)
            return Undo((carry_out(Done(path, None, whole_file(entry), None, entry)),))
        if was == entry:
            return Undo()
        file = OwnFile.read(Path(library.origin[entry.id]))
        now = file.entry(was, library.catalogue)
        if now != was:
            raise _changed(entry, was, now, library)
        done = Done(file.path, file.content, file.with_entry(entry), was, entry)
        return Undo((carry_out(done),))

    def _refuse_taken(self, library: Library, entry: Entry, taken: Collection[str]) -> None:
        """Raises UserError when ``entry``, a new one, has the id of another."""
        now = own_entry(library, entry)
        if now is not None:
            raise _changed(entry, None, now, library)
        if entry.id in taken:
            free = fresh(entry.id, {*self._taken(library), *taken})
            raise UserError(f"The id “{entry.id}” is in use. “{free}” is free.")

    def _take_back(self, done: Done, library: Library) -> Library | None:
        """The library after it, None where it has to be read anew."""
        if done.was is not None:
            self._refuse_misfit(library, done.was, done.now)
        elif isinstance(done.now, Stretch):
            users = self.users(library, done.now.id)
            if users:
                raise UserError(f"“{done.now.name}” stays, as “{users[0].name}” uses it by now.")
        if content_of(done.path) == done.after:
            carry_out(Done(done.path, done.after, done.before))
            return without_entry(library, done.now) if done.was is None else None
        if done.was is not None:
            # The file has other changes since. Only the entry goes back.
            self._put_back(library, done.was, done.now, done.path)
        elif done.now is not None:
            self._remove(done.now)
        return None

    def _refuse_misfit(self, library: Library, entry: Entry, now: Entry | None) -> None:
        """``entry`` is to come back in the place of ``now``; much may have happened since."""
        found = own_entry(library, entry)
        if found != now:
            raise _changed(entry, now, found, library)
        try:
            _check(entry, library)
        except ProblemsFound as error:
            why = error.problems[0].what
            raise UserError(f"“{entry.name}” cannot come back as it was. {why}") from error

    def _put_back(self, library: Library, entry: Entry, now: Entry | None, path: Path) -> None:
        """Make ``now`` of the disk ``entry`` again, in the file it was in where that takes it."""
        if now is None:
            with suppress(ProblemsFound):
                file = OwnFile.read(path)
                if file.takes(entry):
                    carry_out(Done(path, file.content, file.with_entry(entry)))
                    return
        self._put(library, entry, now)

    def _remove(self, entry: Entry) -> Undo:
        library = self.load()
        found = own_entry(library, entry)
        if found != entry:
            raise _changed(entry, entry, found, library)
        file = OwnFile.read(Path(library.origin[entry.id]))
        if file.entry(entry, library.catalogue) != entry:
            raise _changed(entry, entry, None, library)
        # A link is not ours to take away: what it leads to is emptied.
        alone = file.count == 1 and not file.path.is_symlink()
        after = None if alone else file.without(entry)
        return Undo((carry_out(Done(file.path, file.content, after, entry, None)),))

    def _give_up(self, undo: Undo) -> None:
        """Leave nothing half done; what stopped it is told, and not what comes on top."""
        try:
            self.restore(undo)
        except UserError as error:
            log.warning("not taken back: %s", error)

    def _taken(self, library: Library) -> frozenset[str]:
        names = {path.stem.lower() for path in self._folder.glob("*.json")}
        return ids_in_use(library) | names

    def _free_file(self, id_: str) -> Path:
        names = {path.stem.lower() for path in self._folder.glob("*")}
        wish = f"{id_}-1" if _NO_FILE_NAMES.fullmatch(id_) else id_
        return self._folder / f"{fresh(wish, names)}.json"


def _changed(entry: Entry, was: Entry | None, now: Entry | None, library: Library) -> Changed:
    path = library.origin.get(entry.id, "") if now is not None else ""
    safe = "Nothing was overwritten."
    if now is None:
        text = f"“{entry.name}” is not in your files any more as it was seen here. {safe}"
        broken = [str(file.problems[0]) for file in library.broken]
        return Changed("\n".join([text, *broken]), path, now)
    if was is None:
        return Changed(f"{path} already has “{now.name}” with this id. {safe}", path, now)
    return Changed(f"“{entry.name}” was changed meanwhile in {path}. {safe}", path, now)


def _check(entry: Entry, library: Library) -> None:
    """Raises UserError unless ``entry``, and what uses it, can be read again as it is."""
    catalogue = library.catalogue
    found = parse_document(document_of(entry), catalogue)
    if found.problems:
        raise ProblemsFound(found.problems)
    if not isinstance(entry, Stretch):
        return
    known = Catalogue({**catalogue.stretches, entry.id: entry}, {})
    for routine in catalogue.routines.values():
        uses = routine.id in library.own and any(s.stretch == entry.id for s in routine.steps)
        if uses and parse_document(document_of(routine), known).problems:
            # A longer dose can do that.
            raise UserError(f"“{routine.name}” would be longer than a session may be. Shorten it.")
