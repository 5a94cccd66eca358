"""What work of this start the next one may use."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from supple import __version__
from supple.store.assets import asset
from supple.store.kept import Kept
from supple.store.paths import Paths


def kept_work(paths: Paths) -> Kept:
    """Pictures and durations, for as long as what they were made with stays the same."""
    rooms = Path(__file__).parents[1]
    sources = (rooms / "core", rooms / "figure", asset("resources/figures"))
    return Kept(paths.kept_dir, stamp(sources))


def stamp(folders: Iterable[Path]) -> str:
    """The program's version and the newest change in ``folders``: an edit counts as well."""
    newest = 0
    for folder in folders:
        # A program made into one file has no such folder.
        with suppress(OSError), os.scandir(folder) as files:
            for file in files:
                if file.name.endswith((".py", ".json")):
                    newest = max(newest, file.stat().st_mtime_ns)
    return f"{__version__}-{newest:x}"
