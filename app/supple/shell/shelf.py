"""The library as the program sees it: shipped, the person's own, and named on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.core.problem import UserError
from supple.store.assets import asset
from supple.store.routine_files import load_library

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from supple.core.library_files import Library
    from supple.core.routine import Catalogue, Routine
    from supple.store.paths import Paths

_ALIKE = 0.7
"""How like an id has to be to what was typed, of 1."""
_PART = 3
"""Letters of an id that are enough to go by."""


def open_library(paths: Paths, extra: Sequence[Path] = ()) -> Library:
    """Everything there is to stretch with; ``extra`` files replace entries of the same id."""
    return load_library(asset("routines.json"), paths.routines_dir, extra)


def find_routine(catalogue: Catalogue, id_: str) -> Routine:
    """The routine ``id_``, or the stretch ``id_`` as a routine of its own.

    Raises UserError that names the nearest ids when there is neither.
    """
    if id_ in catalogue.routines:
        return catalogue.routines[id_]
    if id_ in catalogue.stretches:
        from supple.core.timeline import routine_of

        return routine_of(catalogue.stretches[id_])
    near = _near(id_, [*catalogue.routines, *catalogue.stretches])
    hint = f"Did you mean {' or '.join(near)}?" if near else "See: supple routines list"
    raise UserError(f"There is no routine or stretch “{id_}”. {hint}")


def _near(id_: str, known: Sequence[str]) -> list[str]:
    """At most three of ``known`` that are likely meant: part of the id, or a slip of the pen."""
    from difflib import get_close_matches

    typed = id_.lower()
    begun = [k for k in known if len(typed) >= _PART and f"-{k}".find(f"-{typed}") >= 0]
    return (begun or get_close_matches(typed, known, cutoff=_ALIKE))[:3]


def check_id(library: Library, id_: str) -> None:
    """Raises UserError, with every problem of the broken files, when ``id_`` names nothing."""
    try:
        find_routine(library.catalogue, id_)
    except UserError as error:
        problems = [str(p) for broken in library.broken for p in broken.problems]
        raise UserError("\n".join([*problems, str(error)])) from error
