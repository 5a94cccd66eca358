"""``supple guide ID -o FILE``: a session as a sound file; works without Qt."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from supple.core import labels
from supple.core.problem import UserError
from supple.shell.at_terminal import deps_once, may_replace
from supple.shell.deps import Deps
from supple.shell.guide import Made, NoSpeech, Progress, Wish, make_guide
from supple.shell.options import FINE, MENDABLE, STOPPED, Options
from supple.shell.shelf import check_id
from supple.voice.sentences import Stopped

TELL_EVERY_S = 0.25
ENDS = (signal.SIGINT, signal.SIGTERM)
NICE = 5
"""What is made for a window leaves it, and a session that is heard, the first turn."""


def run(options: Options) -> int:
    """Make the file. Raises UserError for what the person can mend."""
    output = options.output
    if output is None:
        raise UserError("Say which file it is to be, such as: -o guide.mp3")
    if not may_replace(output, yes=options.yes):
        return MENDABLE
    teller = Teller(as_json=options.json)
    with deps_once(options) as deps:
        try:
            check_id(deps.library, options.id)
            wish = _wish(options, deps, output)
            with _wish_to_stop(by_input=options.json) as stop:
                made = make_guide(deps, wish, teller, stop.is_set)
        except UserError as error:
            if not options.json:
                raise
            teller.failed(error)
            return MENDABLE
        except Stopped:
            print("Stopped. Nothing was written.", file=sys.stderr)
            return STOPPED
    teller.over(made)
    return FINE


def _wish(options: Options, deps: Deps, output: Path) -> Wish:
    settings = deps.settings
    if options.voice and not _knows(options.voice):
        raise UserError(f"There is no voice {options.voice}. See: supple voice list")
    return Wish(
        options.id,
        output,
        voice=settings.voice if options.voice is None else options.voice,
        speed=settings.speech_speed if options.speed is None else options.speed,
        chimes=options.chimes,
    )


def _knows(voice: str) -> bool:
    from supple.voice import once

    return voice in [known.id for known in once.voices()]


@contextmanager
def _wish_to_stop(*, by_input: bool) -> Iterator[threading.Event]:
    """Set by Ctrl+C and by a polite end; with ``by_input`` by the end of the input, too: whoever
    started this is gone then, or wants no more of it."""
    stop = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    def wait() -> None:
        _read_to_the_end()
        stop.set()

    before = {number: signal.signal(number, on_signal) for number in ENDS}
    if by_input:
        with suppress(AttributeError, OSError):
            os.nice(NICE)
        threading.Thread(target=wait, name="end of input", daemon=True).start()
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _read_to_the_end() -> None:
    # By the descriptor: Python dies at its end when a thread still waits in a buffered read.
    with suppress(OSError):
        while os.read(0, 1024):
            pass


class Teller:
    """Tells how far it has come: for people on a terminal, or a line of JSON at a time."""

    def __init__(self, *, as_json: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._json = as_json
        self._live = sys.stderr is not None and sys.stderr.isatty() and not as_json
        self._clock = clock
        self._told_at = -1.0

    def __call__(self, progress: Progress) -> None:
        now = self._clock()
        if now - self._told_at < TELL_EVERY_S and progress.done < progress.total:
            return
        self._told_at = now
        if self._json:
            self._say({"part": progress.part, "done": progress.done, "total": progress.total})
        elif self._live:
            share = min(1.0, progress.done / max(1.0, progress.total))
            print(f"\r{progress.part.capitalize()} {share:4.0%}", end="", file=sys.stderr)

    def over(self, made: Made) -> None:
        """Says what was made."""
        if self._json:
            remark, total = made.remark, made.script.total_s
            self._say({"saved": str(made.path), "seconds": total, "remark": remark})
            return
        if self._live:
            print("\r" + " " * 20 + "\r", end="", file=sys.stderr)
        if made.remark:
            print(made.remark, file=sys.stderr)
        chapters = labels.plural(len(made.script.chapters), "chapter")
        print(f"{made.path}: {labels.clock(made.script.total_s)}, {chapters}")

    def failed(self, error: UserError) -> None:
        """Says why there is nothing, to a program."""
        chimes = isinstance(error, NoSpeech)
        why = error.why if isinstance(error, NoSpeech) else str(error)
        self._say({"failed": why, "chimes": chimes})

    @staticmethod
    def _say(values: dict[str, object]) -> None:
        line = json.dumps(values) + "\n"
        if sys.stdout is not None:
            print(line, end="", flush=True)
        else:  # a program without a console, which may have a pipe
            os.write(1, line.encode("ascii"))
