"""``supple routines copy ID [NAME]`` and ``supple routines remove ID``: works without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.core.problem import UserError
from supple.core.routine_format import NAME_LENGTH
from supple.shell.options import FINE, MENDABLE, Options
from supple.shell.question import ALONE, agreed
from supple.shell.shelf import check_id
from supple.store.assets import asset
from supple.store.own_library import OwnLibrary
from supple.store.paths import Paths

if TYPE_CHECKING:
    from supple.core.library_files import Library
    from supple.store.own_library import Entry


def copy(options: Options) -> int:
    """Copy any routine or stretch into the person's own files. Raises UserError."""
    own = _own(options)
    library = own.load()
    name = options.name.strip()
    if len(name) > NAME_LENGTH:
        raise UserError(f"The name has {len(name)} characters; {NAME_LENGTH} is the most.")
    made = own.copy_of(_find(library, options.id), name)
    undo = own.put(made)
    print(f"“{made.name}” is yours now, as {made.id}:\n{undo.changes[0].path}")
    return FINE


def remove(options: Options) -> int:
    """Remove a routine or stretch of the person's own, asking first. Raises UserError."""
    own = _own(options)
    library = own.load()
    entry = _find(library, options.id)
    if entry.id not in library.own:
        raise UserError(f"“{entry.name}” ships with Supple and stays. Only your own can go.")
    users = own.users(library, entry.id)
    if users:
        names = ", ".join(f"“{routine.name}”" for routine in users)
        print(f"It is taken out of {names}, too. A routine with no other stretch goes with it.")
    question = f"Remove “{entry.name}” from {library.origin[entry.id]}?"
    if not (options.yes or agreed(question, ALONE)):
        print("Nothing was changed.")
        return MENDABLE
    own.remove(entry.id, entry)
    print(f"“{entry.name}” is removed.")
    return FINE


def _own(options: Options) -> OwnLibrary:
    folder = Paths.of(options.profile).routines_dir
    return OwnLibrary(folder, asset("routines.json"), options.routines)


def _find(library: Library, id_: str) -> Entry:
    check_id(library, id_)
    catalogue = library.catalogue
    return catalogue.routines.get(id_) or catalogue.stretches[id_]
