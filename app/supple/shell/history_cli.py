"""``supple history``: works without Qt."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from supple.core.problem import UserError
from supple.shell.options import FINE, MENDABLE, Options
from supple.store import export
from supple.store.history import History
from supple.store.opening import open_history
from supple.store.paths import Paths


def run(options: Options) -> int:
    """Carry out the action said. Raises UserError for what the person can mend."""
    if options.action in ("check", "backup", "restore"):
        from supple.shell.backup_cli import run as run_backup

        return run_backup(options)
    if options.action == "exchange":
        from supple.shell.exchange_cli import run as run_exchange

        return run_exchange(options)
    if options.action == "import":
        from supple.shell.import_cli import run as run_import

        return run_import(options)
    with opened(options) as history:
        if options.action == "list":
            print("\n".join(export.to_lines(history.sessions())))
            return FINE
        return _export(options, history)


@contextmanager
def opened(options: Options) -> Iterator[History]:
    """The history of the profile said; what could not be taken into it is told on stderr."""
    found = open_history(Paths.of(options.profile))
    try:
        for sentence in found.failed:
            print(sentence, file=sys.stderr)
        yield found.history
    finally:
        found.history.close()


def _export(options: Options, history: History) -> int:
    wanted = export.Format(options.format) if options.format else export.Format.of(options.output)
    data = export.exported(history.everything(), wanted)
    if options.output is not None and not _may_replace(options.output, yes=options.yes):
        return MENDABLE
    if options.output is None:
        if sys.stdout is None:  # a program without a console has none
            raise UserError("There is nothing to write to here. Name a file, such as -o FILE.json")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return FINE
    export.write(options.output, data)
    return FINE


def _may_replace(path: Path, *, yes: bool) -> bool:
    from supple.shell.at_terminal import may_replace  # only what writes a file pays for it

    return may_replace(path, yes=yes)
