"""Start at log-in on macOS: a launch agent. Not yet tried on a real Mac."""

from __future__ import annotations

import plistlib
import shlex
from pathlib import Path
from xml.parsers.expat import ExpatError

from supple import APP_ID
from supple.desk.autostart import Entry
from supple.desk.small_file import read_bytes, remove, write_bytes

LABEL = APP_ID


class LaunchAgent:
    """``~/Library/LaunchAgents``."""

    name = "launch agent"

    def __init__(self, path: Path | None = None) -> None:
        agents = Path.home() / "Library" / "LaunchAgents"
        self._path = agents / f"{LABEL}.plist" if path is None else path

    def read(self) -> Entry | None:
        """See ``Place``."""
        raw = read_bytes(self._path)
        if raw is None:
            return None
        try:
            values = plistlib.loads(raw)
            words = tuple(str(word) for word in values["ProgramArguments"])
            return Entry(self.line(words), values.get("Disabled") is not True)
        except (ExpatError, plistlib.InvalidFileException, KeyError, TypeError, ValueError):
            return Entry("a file that cannot be read")

    def line(self, command: tuple[str, ...]) -> str:
        """See ``Place``."""
        return shlex.join(command)

    def write(self, command: tuple[str, ...]) -> None:
        """See ``Place``."""
        values = {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        write_bytes(self._path, plistlib.dumps(values))

    def remove(self) -> None:
        """See ``Place``."""
        remove(self._path)
