"""``supple history import``: shows what a file would add, and adds it when that is wanted."""

from __future__ import annotations

from pathlib import Path

from supple.core.comparison import Comparison, compare
from supple.shell.history_cli import opened
from supple.shell.options import FINE, MENDABLE, Options
from supple.shell.question import agreed
from supple.store import backups
from supple.store.history import History, local_now
from supple.store.paths import Paths
from supple.store.reading_in import read_file

MOST_LINES = 1000
"""Differing entries that are named; the others are counted."""
ALONE = "Nothing was added, as there is no terminal to ask at. Say --yes to add them."


def run(options: Options) -> int:
    """Carry it out. Raises UserError for a file that cannot be read, or a disk that refuses."""
    theirs = read_file(options.file)
    with opened(options) as history:
        found = compare(history.everything(), theirs)
        del theirs
        print("\n".join(found.lines(MOST_LINES)))
        if not found.adds:
            return FINE
        if not (options.yes or agreed("Add them?", ALONE)):
            print("Nothing was added.")
            return MENDABLE
        _add(history, found, Paths.of(options.profile))
    return FINE


def _add(history: History, found: Comparison, paths: Paths) -> None:
    kept = _copy(paths)
    history.take_in(found.new, keep_ours=True)
    print(f"Added. The history as it was before is in {kept}.")


def _copy(paths: Paths) -> Path:
    return backups.make(paths.history_db, paths.backups_dir, local_now()).path
