"""One log file a profile, and no error that vanishes."""

from __future__ import annotations

import contextlib
import errno
import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

import supple
from supple import __version__
from supple.store.paths import make_private

log = logging.getLogger("supple")
LARGEST = 1_000_000
"""Bytes above which the log is set aside at a start; one older log is kept."""
WRONG = "Something went wrong inside Supple. It goes on."
UPDATED = "Supple seems to have been updated while it was open. Close it and open it again."
_handlers: list[logging.Handler] = []
"""What ``start`` added and ``stop`` takes away."""
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _Log(logging.FileHandler):
    """A file whose disk may be full: what cannot be written is left out."""

    def handleError(self, record: logging.LogRecord) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    def close(self) -> None:
        # What could not be written before is tried again here.
        with contextlib.suppress(OSError):
            super().close()


def start(file: Path, tell: Callable[[str], None]) -> IO[str] | None:
    """Log into ``file`` and catch every error nobody caught.

    ``tell`` gets one sentence for the person when such an error happens. Returns the open
    crash file, to be kept for as long as the program runs, or None when the folder cannot be
    written, or a named pipe is in the way: the program then runs without a log.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    crashes = None
    try:
        make_private(file.parent)
        crash_file = file.with_name("crash.log")
        _refuse_pipes(file, crash_file)
        _set_aside(file)
        handler: logging.Handler = _Log(file, encoding="utf-8", delay=True)
        crashes = crash_file.open("a", encoding="utf-8")
        faulthandler.enable(crashes)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
    _handlers.append(handler)
    _catch(tell, file)
    log.info("Supple %s starts, Python %s", __version__, sys.version.split()[0])
    return crashes


def stop(crashes: IO[str] | None) -> None:
    """Give the hooks back and close the log and what ``start`` returned."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    if crashes is not None:
        faulthandler.disable()
        crashes.close()
    while _handlers:
        handler = _handlers.pop()
        logging.getLogger().removeHandler(handler)
        handler.close()


def _refuse_pipes(*files: Path) -> None:
    """Raises OSError for one: to open it would wait for a reader, maybe for ever."""
    for file in files:
        if file.is_fifo():
            raise OSError(errno.EINVAL, "it is a named pipe, not a file", str(file))


def _set_aside(file: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        if file.stat().st_size > LARGEST:
            file.replace(file.with_suffix(".old.log"))


def _catch(tell: Callable[[str], None], file: Path) -> None:
    began = _mark()

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("nobody caught this", exc_info=(kind, error, trace))
        if sys.stderr is not None:  # a program without a console has none
            sys.__excepthook__(kind, error, trace)
        what = UPDATED if _is_mixed(error) or _mark() != began else WRONG
        tell(f"{what} The details are in {file}.")

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def _mark() -> tuple[int, ...]:
    """What tells the files of the program from those of another version in their place."""
    # In one file all parts come together, and it is replaced as one.
    file = sys.executable if getattr(sys, "frozen", False) else supple.__file__
    try:
        found = Path(file).stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _is_mixed(error: BaseException) -> bool:
    """Whether a part was not what another one knew it to be."""
    return isinstance(error, ImportError) and (error.name or "").split(".")[0] == "supple"


def take_qt_messages() -> None:
    """Send what Qt has to say into the log instead of the terminal."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    qt = logging.getLogger("qt")

    def handle(kind: QtMsgType, context: object, message: str | None) -> None:
        qt.log(levels.get(kind, logging.INFO), "%s", message)
        if kind is QtMsgType.QtFatalMsg and sys.stderr is not None:
            print(message, file=sys.stderr)

    qInstallMessageHandler(handle)
