"""``supple history list | export``: works without Qt."""

from __future__ import annotations

import sys

from supple.core.problem import UserError
from supple.core.record import SessionRecord
from supple.shell.options import FINE, Options
from supple.store import atomic, export
from supple.store.opening import open_history
from supple.store.paths import Paths


def run(options: Options) -> int:
    """Carry out the action said. Raises UserError for what the person can mend."""
    opened = open_history(Paths.of(options.profile))
    try:
        sessions = opened.history.sessions()
    finally:
        opened.history.close()
    for sentence in opened.failed:
        print(sentence, file=sys.stderr)
    if options.action == "list":
        print("\n".join(export.to_lines(sessions)))
        return FINE
    return _export(options, sessions)


def _export(options: Options, sessions: list[SessionRecord]) -> int:
    as_csv = options.format == "csv"
    data = export.to_csv(sessions) if as_csv else export.to_json(sessions).encode()
    if options.output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return FINE
    try:
        atomic.write_bytes(options.output, data)
    except OSError as error:
        raise UserError(
            f"{options.output} cannot be written: {error.strerror or error}. "
            "Name a file in a folder that is there and that you may write to."
        ) from error
    return FINE
