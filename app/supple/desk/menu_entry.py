"""A place in the menu of a Linux desktop, for one person: entry, icons and the kind of file.

Every file that is written is noted with its checksum, so that removing takes away that and
nothing else: not what a person changed, and not what a package put there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from supple import APP_ID
from supple.desk.autostart import this_program
from supple.desk.autostart_linux import quoted
from supple.desk.capability import Check, Unavailable
from supple.desk.program import output
from supple.desk.small_file import read_bytes, read_text, remove, write_bytes, write_text

ENTRY = f"applications/{APP_ID}.desktop"
"""Where the entry stands, below a folder of shared data."""
RECORD = "supple/menu-entry.json"
TOOLS = (
    (("update-mime-database",), "mime"),
    (("update-desktop-database", "-q"), "applications"),
    (("gtk-update-icon-cache", "-q", "-t", "-f"), "icons/hicolor"),
)
"""Each with the folder whose list it makes anew."""
TOOL_S = 20.0
"""Seconds one of them may take."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What removing did."""

    gone: tuple[Path, ...]
    kept: tuple[Path, ...]
    """Files that were changed by somebody since they were written."""


@dataclass(frozen=True, slots=True)
class _Record:
    files: Mapping[str, str]
    """Path below the folder of shared data -> SHA-256."""
    folders: tuple[str, ...] = ()
    """Those that were made for them, outermost first."""


class MenuEntry:
    """The entry of the person who runs the program."""

    def __init__(self, home: Path | None = None) -> None:
        """``home``: the folder of shared data; None for the person's own."""
        self._home = data_home() if home is None else home

    @property
    def path(self) -> Path:
        """Where the entry stands, or would."""
        return self._home / ENTRY

    def install(self, files: Mapping[str, bytes], command: tuple[str, ...]) -> tuple[str, ...]:
        """Write ``files`` (path below the folder of shared data -> content).

        The entry among them gets ``command``, absolute words, as what it starts. Returns what
        the desktop will only notice later, and why. Raises Unavailable, before anything is
        written where something else stands in the way.
        """
        wanted = {**files, ENTRY: with_command(files[ENTRY].decode(), command).encode()}
        before = self._record()
        marks = {name: _mark(content) for name, content in wanted.items()}
        foreign = [n for n in wanted if not self._is_ours(n, {before.files.get(n), marks[n]})]
        if foreign:
            raise Unavailable(f"{self._home / foreign[0]} is there and was not written by Supple")
        old = {n: m for n, m in before.files.items() if n not in marks}
        made = dict.fromkeys((*before.folders, *self._missing_folders(wanted)))
        # Noted first: what is cut short can then be removed, or done again.
        self._note(_Record({**old, **marks}, tuple(made)))
        for name, content in wanted.items():
            write_bytes(self._home / name, content)
        for name, mark in old.items():
            if self._is_ours(name, {mark}):
                remove(self._home / name)
        self._note(_Record(marks, tuple(made)))
        return self._tell_desktop()

    def remove(self) -> Removed:
        """Take away what was written and is as it was. Raises Unavailable."""
        record = self._record()
        gone, kept = [], []
        for name, mark in record.files.items():
            path = self._home / name
            if not self._is_ours(name, {mark}):
                kept.append(path)
            elif path.is_file():
                remove(path)
                gone.append(path)
        if record.files:
            self._tell_desktop()
            remove(self._home / RECORD)
        for folder in reversed(record.folders):
            _drop(self._home / folder)
        return Removed(tuple(gone), tuple(kept))

    def is_there(self) -> bool:
        """Whether an entry stands there that was written here."""
        return ENTRY in self._record().files and self.path.is_file()

    def _is_ours(self, name: str, marks: set[str | None]) -> bool:
        content = read_bytes(self._home / name)
        return content is None or _mark(content) in marks

    def _missing_folders(self, names: Mapping[str, bytes]) -> list[str]:
        folders = {str(up) for name in (*names, RECORD) for up in PurePosixPath(name).parents}
        return sorted(f for f in folders - {"."} if not (self._home / f).exists())

    def _record(self) -> _Record:
        text = read_text(self._home / RECORD)
        if text is None:
            return _Record({})
        try:
            values = json.loads(text)
            files = {str(name): str(mark) for name, mark in values["files"].items()}
            folders = tuple(str(name) for name in values["folders"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise Unavailable(f"{self._home / RECORD} cannot be read; remove it") from None
        inside = all(_inside(name) for name in (*files, *folders))
        if not inside:
            raise Unavailable(f"{self._home / RECORD} names files elsewhere; remove it")
        return _Record(files, folders)

    def _note(self, record: _Record) -> None:
        values = {"files": dict(record.files), "folders": list(record.folders)}
        write_text(self._home / RECORD, json.dumps(values, indent=1, sort_keys=True) + "\n")

    def _tell_desktop(self) -> tuple[str, ...]:
        """Have its lists made anew; what could not be, with the reason."""
        late = []
        for (tool, *words), name in TOOLS:
            folder = self._home / name
            # Without a list of its own, an icon theme is read file by file.
            if not folder.is_dir() or (name == TOOLS[-1][1] and not _has_cache(folder)):
                continue
            try:
                output([tool, *words, str(folder)], TOOL_S)
            except Unavailable as why:
                late.append(str(why))
        return tuple(late)


def with_command(entry: str, command: tuple[str, ...]) -> str:
    """``entry`` starting ``command`` with the file that was opened. Raises Unavailable."""
    there = command[0].replace("\\", "\\\\")
    words = " ".join(quoted(word) for word in command)
    lines = []
    for line in entry.splitlines():
        if line.startswith("Exec="):
            # Where the program was removed, the desktop hides what would start nothing.
            lines += [f"TryExec={there}", f"Exec={words} %f"]
        elif not line.startswith("TryExec="):
            lines.append(line)
    return "\n".join(lines) + "\n"


def for_everybody(command: tuple[str, ...]) -> Path | None:
    """The entry that a package put there, if it starts the same program."""
    told = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = Path(command[0]).resolve()
    for folder in told.split(":"):
        path = Path(folder) / ENTRY
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if _program_of(text) == own:
            return path
    return None


def data_home() -> Path:
    """Where a person's desktop looks. Raises Unavailable where there is no such place."""
    if sys.platform in ("win32", "darwin"):
        raise Unavailable("only desktops on Linux have such a folder; here an installer does it")
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def check() -> Check:
    """Whether the program is in the menu; not being there is nothing that does not work."""
    try:
        command = this_program()
        entry = MenuEntry()
        if entry.is_there():
            return Check("menu", True, f"by {entry.path}")
    except Unavailable as why:
        return Check("menu", False, str(why))
    shared = for_everybody(command)
    return Check("menu", True, f"by {shared}" if shared else "none (see: desktop install)")


def _program_of(entry: str) -> Path | None:
    line = next((x[5:] for x in entry.splitlines() if x.startswith("Exec=")), "")
    try:
        words = shlex.split(line)
    except ValueError:
        return None
    found = shutil.which(words[0]) if words else None
    return Path(found).resolve() if found else None


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _has_cache(folder: Path) -> bool:
    if (folder / "icon-theme.cache").exists():
        return True
    # Programs that run already look again when the time of the folder is another.
    os.utime(folder)
    return False


def _drop(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # somebody else has something in it, or it is gone
