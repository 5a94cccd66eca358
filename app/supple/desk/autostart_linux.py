"""Start at log-in on Linux: a desktop entry in the folder every desktop looks into."""

from __future__ import annotations

import os
import re
from pathlib import Path

from supple import APP_ID
from supple.desk.autostart import NAME, Entry
from supple.desk.capability import Unavailable
from supple.desk.small_file import read_text, remove, write_text

RESERVED = re.compile(r"[\s\"'\\><~|&;$*?#()`]")
"""What makes a word need quotes."""
ESCAPED = re.compile(r"([\"`$\\])")
"""What needs a backslash inside quotes."""
OFF = ("Hidden=true", "X-GNOME-Autostart-enabled=false")
"""How GNOME's, KDE's and other settings switch an entry off."""


class DesktopEntry:
    """``autostart/supple.desktop``."""

    name = "autostart folder"

    def __init__(self, path: Path | None = None) -> None:
        self._path = autostart_folder() / "supple.desktop" if path is None else path

    def read(self) -> Entry | None:
        """See ``Place``."""
        text = read_text(self._path)
        if text is None:
            return None
        lines = [line.strip() for line in text.splitlines()]
        command = next((line[5:] for line in lines if line.startswith("Exec=")), "")
        return Entry(command, not any(off in lines for off in OFF))

    def line(self, command: tuple[str, ...]) -> str:
        """See ``Place``."""
        return " ".join(quoted(word) for word in command)

    def write(self, command: tuple[str, ...]) -> None:
        """See ``Place``."""
        write_text(self._path, self._text(command))

    def remove(self) -> None:
        """See ``Place``."""
        remove(self._path)

    def _text(self, command: tuple[str, ...]) -> str:
        # A program that was removed is then passed over, without an error at each log-in.
        there = command[0].replace("\\", "\\\\")
        return f"""\
[Desktop Entry]
Type=Application
Name={NAME}
Comment=Stretch breaks at the desk
Exec={self.line(command)}
TryExec={there}
Icon={APP_ID}
Terminal=false
X-GNOME-Autostart-enabled=true
X-LXQt-Need-Tray=true
X-KDE-autostart-phase=2
"""


def quoted(word: str) -> str:
    """A word as ``Exec`` wants it. Raises Unavailable for what cannot be written there."""
    if not word.isprintable():
        raise Unavailable(f"a name with a line break cannot be started at log-in: {word!r}")
    word = word.replace("%", "%%")
    if word and not RESERVED.search(word):
        return word
    # Once for the quotes, and once more as every text of a desktop entry.
    return '"' + ESCAPED.sub(r"\\\1", word).replace("\\", "\\\\") + '"'


def autostart_folder() -> Path:
    """Where the desktop looks."""
    named = os.environ.get("XDG_CONFIG_HOME", "")
    config = Path(named) if Path(named).is_absolute() else Path.home() / ".config"
    return config / "autostart"
