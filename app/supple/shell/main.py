"""The way in: one function for the command line and the window alike."""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
from collections.abc import Sequence

from supple.core.problem import UserError
from supple.shell.options import MENDABLE, STOPPED, Options, parse

VOICE_WORKER = "voice-worker"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv`` (without its name) and return its exit code.

    0 all well, 1 something the user can mend (said on stderr), 2 wrong usage, 130 ended by
    Ctrl+C.
    """
    argv = sys.argv[1:] if argv is None else argv
    if argv[:1] == [VOICE_WORKER]:
        # How a program frozen into one file starts its own worker.
        from supple.voice.worker import main as work

        return work(argv[1:])
    try:
        _write_any_letter()
        return _carry_out(parse(argv))
    except UserError as error:
        print(error, file=sys.stderr)
        return MENDABLE
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # The reader, such as `head`, has gone: no reason for a traceback, now or at the exit.
        _say_no_more()
        return MENDABLE


def _carry_out(options: Options) -> int:
    try:
        code = _dispatch(options)
        if sys.stdout is not None:  # a program without a console has none
            sys.stdout.flush()
        return code
    except OSError as error:
        if not options.command or error.errno not in NO_ROOM:
            raise
        _say_no_more()
        where = error.filename or "what this was to be written to"
        raise UserError(f"There is no room left for {where}. Make some, then try again.") from None


def _say_no_more() -> None:
    """What is still to be said goes nowhere: Python tries once more as it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end_at_once_on_ctrl_c() -> None:
    """From here on Ctrl+C ends the program as ``kill`` does, until the window hears of both.

    An error that arises while Qt is loaded, or where Qt calls Python, ends it with a crash.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _write_any_letter() -> None:
    """A letter that the terminal does not know is written by its number, and stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _dispatch(options: Options) -> int:
    """Import only what the command needs: most of them must work without Qt."""
    if options.command == "routines":
        from supple.shell.routines_cli import run as run_routines

        return run_routines(options)
    if options.command == "history":
        from supple.shell.history_cli import run as run_history

        return run_history(options)
    if options.command == "voice":
        from supple.shell.voice_cli import run as run_voice

        return run_voice(options)
    if options.command == "break":
        from supple.shell.break_cli import run as run_break

        return run_break(options)
    if options.command == "guide":
        from supple.shell.guide_cli import run as run_guide

        return run_guide(options)
    if options.command == "desktop":
        from supple.shell.desktop_cli import run as run_desktop

        return run_desktop(options)
    return _dispatch_with_qt(options)


def _dispatch_with_qt(options: Options) -> int:
    _end_at_once_on_ctrl_c()
    if options.command == "doctor":
        from supple.shell.doctor import run as run_doctor

        return run_doctor(options)
    if options.command == "handout":
        from supple.shell.handout_cli import run as run_handout

        return run_handout(options)
    if options.command == "figure":
        from supple.shell.figure_cli import run as run_figure

        return run_figure(options.rest)
    # Nothing made while the window comes up is thrown away: looking for it takes 8 of 230 ms.
    # ``shell.sweeping`` does so afterwards.
    gc.disable()
    from supple.shell import lean_qt

    lean_qt.load()
    from supple.shell.app import run as run_app

    return run_app(options)
