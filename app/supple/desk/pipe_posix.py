"""The door on Linux and macOS: a named pipe to the first process, and one back for each answer."""

from __future__ import annotations

import os
import re
import select
import stat
import time
from contextlib import suppress
from pathlib import Path

from supple.desk.capability import Unavailable
from supple.desk.single_instance import Heard, NoAnswer, NobodyHome, Wish, decoded, encoded

DOOR = "door.pipe"
REPLY = re.compile(r"[0-9a-f]{16}\.reply")
AT_ONCE = 65536
"""Bytes read at one look."""
END = b"\0"
"""Ends an answer, which may have several lines."""
LONGEST_ANSWER = 4000
"""Bytes of an answer, which a pipe that nobody reads yet has to hold."""
LOOK_S = 0.1
"""Seconds between two looks whether the first process still lives, while an answer is awaited."""
STALE_S = 60.0
"""Age after which a pipe for an answer is taken for left over."""
PRIVATE = 0o600
QUIET = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


class PosixSide:
    """Reads the pipe whenever something is in it. Needs a QCoreApplication."""

    def __init__(self, folder: Path, heard: Heard) -> None:
        """Raises Unavailable."""
        from PySide6.QtCore import QSocketNotifier

        self._folder = folder
        self._heard = heard
        self._begun = b""
        _sweep(folder)
        # Open for writing too: otherwise it would end when the first writer leaves.
        self._handle = _open_door(folder)
        self._notifier = QSocketNotifier(self._handle, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """See ``Side``."""
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        with suppress(OSError):
            os.close(self._handle)

    def _read(self) -> None:
        try:
            read = os.read(self._handle, AT_ONCE)
        except OSError:
            return  # another look was faster, or it was closed meanwhile
        *lines, self._begun = (self._begun + read).split(b"\n")
        for line in lines:
            said = decoded(line)
            if said is not None and REPLY.fullmatch(said[0]):
                _answer(self._folder / said[0], self._heard(said[1]))


def hand_over(folder: Path, wish: Wish, home_s: float, wait_s: float) -> str:
    """See ``single_instance.hand_over``."""
    name = f"{os.urandom(8).hex()}.reply"
    line = encoded(wish, name)
    end = time.monotonic() + home_s
    while not _is_home(folder):
        if time.monotonic() >= end:
            raise NobodyHome
        time.sleep(LOOK_S)
    reply = folder / name
    os.mkfifo(reply, PRIVATE)
    handle = os.open(reply, os.O_RDWR | QUIET)
    try:
        _tell(folder, line)
        return _await(handle, folder, wait_s)
    finally:
        os.close(handle)
        reply.unlink(missing_ok=True)


def _open_door(folder: Path) -> int:
    path = folder / DOOR
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.mkfifo(path, PRIVATE)
        if not stat.S_ISFIFO(path.stat().st_mode):
            raise Unavailable(f"{path} is no pipe; remove it")
        return os.open(path, os.O_RDWR | QUIET)
    except OSError as error:
        raise Unavailable(f"{path} cannot be made: {error.strerror or error}") from error


def _is_home(folder: Path) -> bool:
    try:
        os.close(_for_writing(folder))
    except NobodyHome:
        return False
    return True


def _for_writing(folder: Path) -> int:
    path = folder / DOOR
    try:
        if not stat.S_ISFIFO(path.stat().st_mode):
            raise NobodyHome
        return os.open(path, os.O_WRONLY | QUIET)
    except OSError as error:
        # ENXIO: nobody reads there, since the system closed what a dead process had open.
        raise NobodyHome from error


def _tell(folder: Path, line: bytes) -> None:
    door = _for_writing(folder)
    try:
        os.write(door, line)
    except BlockingIOError:
        raise NoAnswer from None  # it has not read for very long
    except BrokenPipeError:
        raise NobodyHome from None
    finally:
        os.close(door)


def _await(handle: int, folder: Path, wait_s: float) -> str:
    end = time.monotonic() + wait_s
    said = b""
    while True:
        left = max(0.0, end - time.monotonic())
        if select.select([handle], [], [], min(left, LOOK_S))[0]:
            said += os.read(handle, AT_ONCE)
            if said.endswith(END):
                return said[:-1].decode("utf-8", "replace")
        elif not _is_home(folder):
            raise NobodyHome
        elif not left:
            raise NoAnswer


def _answer(path: Path, text: str) -> None:
    with suppress(OSError):  # who asked has gone, or never was
        if not stat.S_ISFIFO(path.stat().st_mode):
            return
        handle = os.open(path, os.O_WRONLY | QUIET)
        try:
            os.write(handle, text.encode("utf-8", "replace")[:LONGEST_ANSWER] + END)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove the pipes of processes that were killed while they waited."""
    now = time.time()
    with suppress(OSError):
        for path in folder.iterdir():
            if REPLY.fullmatch(path.name):
                with suppress(OSError):
                    if now - path.stat().st_mtime > STALE_S:
                        path.unlink()
