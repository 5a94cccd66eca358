"""What a library holds under an id, and the library as it is after one change of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from supple.core.library_files import Library
from supple.core.routine import Catalogue, Routine
from supple.store.own_files import Entry, list_of
from supple.store.regular import read_file
from supple.store.routine_files import LARGEST_FILE


def own_entry(library: Library, entry: Entry) -> Entry | None:
    """The person's entry of the same kind and id."""
    if entry.id not in library.own:
        return None
    kind: Mapping[str, Entry] = getattr(library.catalogue, list_of(entry))
    return kind.get(entry.id)


def entry_of(library: Library, id_: str) -> Entry | None:
    """The routine or stretch of that id, whosever it is."""
    catalogue = library.catalogue
    return catalogue.routines.get(id_) or catalogue.stretches.get(id_)


def ids_in_use(library: Library) -> frozenset[str]:
    """Every id that something has; broken entries count, which may be mended some day."""
    taken = {*library.catalogue.stretches, *library.catalogue.routines}
    for broken in library.broken:
        with suppress(OSError):
            text = read_file(Path(broken.path), LARGEST_FILE).decode("utf-8", "replace")
            taken.update(re.findall(r'"id"\s*:\s*"([^"]{1,64})"', text))
    return frozenset(taken)


def with_entry(library: Library, entry: Entry) -> Library:
    """``library`` once the new ``entry`` is written."""
    alone = ((), (entry,)) if isinstance(entry, Routine) else ((entry,), ())
    made = Catalogue.of(*alone)
    catalogue = library.catalogue.plus(made)
    return replace(library, catalogue=catalogue, own=library.own | {entry.id})


def without_entry(library: Library, entry: Entry | None) -> Library | None:
    """``library`` once ``entry`` is taken away; None where something else shows then."""
    if entry is None:
        return library
    if entry.id in library.shipped:
        return None
    left = library.catalogue
    stretches = {id_: s for id_, s in left.stretches.items() if id_ != entry.id}
    routines = {id_: r for id_, r in left.routines.items() if id_ != entry.id}
    return replace(library, catalogue=Catalogue(stretches, routines), own=library.own - {entry.id})
