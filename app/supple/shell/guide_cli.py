"""``supple guide ID -o FILE``: a session as a sound file; works without Qt."""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType

from supple.core import labels
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.guide import Made, Progress, Wish, make_guide
from supple.shell.options import FINE, MENDABLE, Options
from supple.shell.shelf import check_id, open_library
from supple.store.opening import open_history
from supple.store.paths import Paths
from supple.store.settings import SettingsFile
from supple.voice.sentences import Stopped

STOPPED = 130
"""The exit code of what was ended by Ctrl+C, as shells have it."""
TELL_EVERY_S = 0.25


def run(options: Options) -> int:
    """Make the file. Raises UserError for what the person can mend."""
    output = options.output
    if output is None:
        raise UserError("Say which file it is to be, such as: -o guide.mp3")
    if output.is_file() and not (options.yes or _wanted(output)):
        print("Nothing was written.")
        return MENDABLE
    stop = threading.Event()
    _listen(stop, by_input=options.json)
    deps = _deps(options)
    try:
        check_id(deps.library, options.id)
        wish = _wish(options, deps, output)
        teller = _Teller(as_json=options.json)
        made = make_guide(deps, wish, teller, stop.is_set)
    except Stopped:
        print("Stopped. Nothing was written.", file=sys.stderr)
        return STOPPED
    finally:
        if deps.history is not None:
            deps.history.close()
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


def _deps(options: Options) -> Deps:
    """What the plan is worked out from; without a history it is as for somebody new."""
    paths = Paths.of(options.profile)
    settings_file = SettingsFile(paths.settings_file)
    settings, problems = settings_file.load()
    told = [str(problem) for problem in problems]
    history = None
    try:
        history = open_history(paths).history
    except UserError as error:
        told.append(str(error))
    for sentence in told:
        print(sentence, file=sys.stderr)
    if options.plain:
        settings = replace(settings, plan_doses=False)
    return Deps(
        paths=paths,
        library=open_library(paths, options.routines),
        settings_file=settings_file,
        settings=settings,
        history=history,
        extra=tuple(options.routines),
        profile=options.profile,
    )


def _wanted(path: Path) -> bool:
    """Ask at the terminal. Raises UserError where there is none to ask at."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(f"{path} is there already. Say --yes to replace it.")
    try:
        answer = input(f"{path} is there already. Replace it? [y/N] ")
    except (EOFError, KeyboardInterrupt):
        print()
        return False
    return answer.strip().lower() in ("y", "yes")


def _listen(stop: threading.Event, *, by_input: bool) -> None:
    """Ctrl+C and a polite end ask to stop; with ``by_input`` the end of the input does, too:
    whoever started this is gone, or wants no more of it."""

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, on_signal)
    signal.signal(signal.SIGTERM, on_signal)

    def wait() -> None:
        sys.stdin.buffer.read()
        stop.set()

    if by_input and sys.stdin is not None:
        threading.Thread(target=wait, name="end of input", daemon=True).start()


class _Teller:
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

    @staticmethod
    def _say(values: dict[str, object]) -> None:
        print(json.dumps(values), flush=True)
