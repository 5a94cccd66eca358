"""What sound outputs are called, also of those that are not there now.

Only an output that is there tells its name, and it is when it has gone that it
has to be named. So the names are kept on disk each time outputs are listed,
which is how one comes to be chosen.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

MOST = 60
"""Names kept; the earliest learned go first."""


class OutputNames:
    """Names by id in one small file. A file that cannot be used is done without."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def learn(self, outputs: Iterable[tuple[str, str]]) -> None:
        """Keep the ids and names of outputs that are there."""
        known = self._read()
        names = {ident: name for ident, name in known.items() if ident not in dict(outputs)}
        names |= dict(outputs)
        if names == known:
            return
        part = self._path.with_suffix(f".{os.getpid()}.part")
        with contextlib.suppress(OSError):
            part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_text(json.dumps(dict(list(names.items())[-MOST:])), encoding="utf-8")
            part.replace(self._path)

    def name(self, ident: str) -> str:
        """What the output with this id is called; "" where that was never learned."""
        return self._read().get(ident, "")

    def _read(self) -> dict[str, str]:
        if not self._path.is_file():  # to open a pipe would wait for ever
            return {}
        try:
            values = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(values, dict):
            return {}
        return {str(ident): name for ident, name in values.items() if isinstance(name, str)}
