"""The files that ship with the program, wherever it is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from supple.core.problem import UserError

ROUTINES = "routines.json"
RESOURCES = "resources"


def asset(name: str) -> Path:
    """The path of a shipped file: ``routines.json`` or ``resources/...`` with forward slashes.

    Raises ValueError for a name that leads elsewhere, UserError when the file is not there.
    """
    relative = _checked(name)
    path = root().joinpath(*relative.parts)
    if not path.exists():
        raise UserError(f"{path} is missing: Supple is not fully installed. Install it again.")
    return path


@cache
def root() -> Path:
    """The folder that holds ``routines.json`` and ``resources``.

    Raises UserError when there is none.
    """
    tried = tuple(_roots())
    for folder in tried:
        if (folder / ROUTINES).is_file() and (folder / RESOURCES).is_dir():
            return folder
    looked = ", ".join(str(folder) for folder in tried)
    raise UserError(f"Supple's own files were not found (looked in {looked}). Install it again.")


def _roots() -> Iterator[Path]:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        yield Path(bundle) / "supple"
        yield Path(bundle)
    package = Path(__file__).resolve().parents[1]
    yield package
    yield package.parents[1]


def _checked(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    outside = path.is_absolute() or ".." in path.parts or PureWindowsPath(name).drive
    known = path.parts[:1] == (RESOURCES,) or name == ROUTINES
    if outside or "\\" in name or "\0" in name or not known:
        raise ValueError(f"not the name of a shipped file: {name!r}")
    return path
