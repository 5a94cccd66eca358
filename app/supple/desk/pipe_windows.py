"""The door on Windows: a named pipe of the system. Not yet tried on a real Windows."""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from supple.desk.capability import Unavailable
from supple.desk.single_instance import Heard, NoAnswer, NobodyHome, Wish, decoded, encoded

DUPLEX, FIRST = 0x00000003, 0x00080000
MESSAGES, LOCAL_ONLY = 0x00000006, 0x00000008
BUFFER = 4096
ANYBODY = -1
LOOK_S = 0.1
INVALID = ctypes.c_void_p(-1).value
BUSY = 231
"""The error of a pipe that another start is using at this moment."""
ANSWER_S = 5.0
"""Seconds after which a wish that the window never came to is given up."""


class Pipe(Protocol):
    """The first process's end; each method is called in the thread that listens."""

    def next(self) -> bytes | None:
        """Wait for somebody and give what they say; None once it is closed."""
        ...

    def answer(self, text: bytes) -> None:
        """Answer whoever said it, and hang up."""
        ...

    def close(self) -> None:
        """Let ``next`` come back with None. Called in the window's thread."""
        ...


class WindowsSide:
    """A thread waits at the pipe and has the window's thread do what is wished."""

    def __init__(
        self, folder: Path, heard: Heard, open_pipe: Callable[[str], Pipe] | None = None
    ) -> None:
        """Raises Unavailable."""
        from supple.desk.posting import Posting

        self._pipe = (open_pipe or _open)(name_of(folder))
        self._heard = heard
        self._posting = Posting()
        self._thread = threading.Thread(target=self._listen, name="door", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """See ``Side``."""
        self._pipe.close()
        self._thread.join(1.0)

    def _listen(self) -> None:
        while (line := self._pipe.next()) is not None:
            said = decoded(line)
            if said is None:
                self._pipe.answer(b"")
                continue
            answer = self._posting.ask(partial(self._heard, said[1]), ANSWER_S)
            self._pipe.answer((answer or "").encode("utf-8", "replace")[:BUFFER])


def hand_over(folder: Path, wish: Wish, home_s: float, wait_s: float) -> str:
    """See ``single_instance.hand_over``."""
    if sys.platform != "win32":
        raise NobodyHome
    # Windows lets a window come to the front only when whoever has the keyboard allows it.
    ctypes.windll.user32.AllowSetForegroundWindow(ANYBODY)
    line = encoded(wish, "")
    home, end = time.monotonic() + home_s, time.monotonic() + wait_s
    while True:
        try:
            with open(name_of(folder), "r+b", buffering=0) as pipe:  # noqa: PTH123
                pipe.write(line)
                return (pipe.read(BUFFER) or b"").decode("utf-8", "replace")
        except FileNotFoundError:
            if time.monotonic() >= home:
                raise NobodyHome from None
        except OSError as error:
            if error.winerror != BUSY or time.monotonic() >= end:
                raise NoAnswer from error
        time.sleep(LOOK_S)


def name_of(folder: Path) -> str:
    """The pipe of a profile's folder: one for each user and folder."""
    import hashlib

    where = f"{Path.home()}\n{folder.absolute()}".casefold()
    return rf"\\.\pipe\supple-{hashlib.sha256(where.encode()).hexdigest()[:24]}"


if sys.platform == "win32":

    class _WindowsPipe:
        def __init__(self, name: str) -> None:
            self._name = name
            self._open = True
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            handle = ctypes.c_void_p
            self._kernel.CreateNamedPipeW.restype = handle
            self._kernel.ConnectNamedPipe.argtypes = [handle, handle]
            self._kernel.DisconnectNamedPipe.argtypes = [handle]
            self._kernel.CloseHandle.argtypes = [handle]
            self._kernel.ReadFile.argtypes = [handle, handle, ctypes.c_uint32, handle, handle]
            self._kernel.WriteFile.argtypes = [handle, handle, ctypes.c_uint32, handle, handle]
            self._kernel.FlushFileBuffers.argtypes = [handle]
            self._handle = self._kernel.CreateNamedPipeW(
                name, DUPLEX | FIRST, MESSAGES | LOCAL_ONLY, 1, BUFFER, BUFFER, 0, None
            )
            if self._handle == INVALID:
                raise Unavailable(f"Windows refused a pipe: {ctypes.get_last_error()}")

        def next(self) -> bytes | None:
            self._kernel.ConnectNamedPipe(self._handle, None)
            if not self._open:
                self._kernel.CloseHandle(self._handle)
                return None
            raw, read = ctypes.create_string_buffer(BUFFER), ctypes.c_uint32()
            self._kernel.ReadFile(self._handle, raw, BUFFER, ctypes.byref(read), None)
            return raw.raw[: read.value]

        def answer(self, text: bytes) -> None:
            written = ctypes.c_uint32()
            self._kernel.WriteFile(
                self._handle, text or b"\0", len(text) or 1, ctypes.byref(written), None
            )
            self._kernel.FlushFileBuffers(self._handle)
            self._kernel.DisconnectNamedPipe(self._handle)

        def close(self) -> None:
            self._open = False
            try:
                with open(self._name, "r+b", buffering=0):  # noqa: PTH123
                    return
            except OSError:
                return

    def _open(name: str) -> Pipe:
        return _WindowsPipe(name)

else:

    def _open(name: str) -> Pipe:
        raise Unavailable("only for Windows")
