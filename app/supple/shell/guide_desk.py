"""A session saved as sound: where to, how far it is, and what came of it.

A process of its own does it, so that neither its memory nor its work is the window's.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core import labels
from supple.core.fresh import slug
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.shelf import find_routine
from supple.ui.files import FileAsker

if TYPE_CHECKING:
    import subprocess

    from supple.ui.guide_strip import GuideStrip
    from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
KEY = "guide"
"""Of the notice that tells how far it is, and of what went wrong."""
TITLE = "Save as sound"
ENDINGS = {"mp3": "MP3", "m4a": "AAC", "flac": "FLAC", "wav": "WAV"}
SPEAKING_SHARE = 0.5
"""Of the bar, for speaking the sentences; the rest is for writing."""
END_LIMIT_S = 5.0
"""How long the process may take to tidy up once it is cancelled."""
BUSY = "One sound is being made. Cancel it, or wait for its end."
LOST = "The sound could not be made: what makes it ended too soon. The log file says more."

Post = Callable[[Callable[[], None]], None]


def command_of(deps: Deps, id_: str, path: str, *, chimes: bool) -> list[str]:
    """How the process is started that makes the file; a frozen program calls itself."""
    words = [sys.executable]
    if not getattr(sys, "frozen", False):
        words += ["-P", "-m", "supple"]
    if deps.profile is not None:
        words += ["--profile", str(deps.profile)]
    for file in deps.extra:
        words += ["--routines", str(file)]
    words += ["guide", id_, "-o", path, "--yes", "--json"]
    return [*words, *(["--chimes"] if chimes else [])]


class GuideDesk:
    """Makes one file at a time."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        post: Post,
        show_folder: Callable[[str], None],
        files: FileAsker | None = None,
        command: Callable[..., list[str]] = command_of,
    ) -> None:
        """``post`` runs a call in the window's thread; ``show_folder`` opens a folder."""
        self._deps = deps
        self._window = window
        self._post = post
        self._show_folder = show_folder
        self._files = files or FileAsker()
        self._command = command
        self._work: _Work | None = None
        self._strip: GuideStrip | None = None
        self._wish = ("", "")

    def ask(self, id_: str) -> None:
        """Ask where the session ``id_`` is to be saved, and save it there."""
        if self._work is not None:
            self._window.toast(BUSY)
            return
        try:
            name = find_routine(self._deps.library.catalogue, id_).name
        except UserError as error:
            self._window.notice(KEY, str(error), "care")
            return
        from supple.voice.sound_file import kinds_here

        kinds = kinds_here()
        shown = ";;".join(f"{ENDINGS[kind]} (*.{kind})" for kind in kinds)
        file = f"{slug(name, 'guide')}.{kinds[0]}"
        self._files.save(self._window, TITLE, file, shown, lambda path: self.save(id_, path))

    def save(self, id_: str, path: str, *, chimes: bool = False) -> None:
        """Make the file ``path`` of the session ``id_``; it replaces one that is there."""
        if self._work is not None:
            self._window.toast(BUSY)
            return
        from supple.ui.guide_strip import GuideStrip

        self._wish = (id_, path)
        self._strip = GuideStrip(self._window.look, f"Saving {Path(path).name}.")
        self._strip.cancelled.connect(self.cancel)
        self._window.pages.notices.put(KEY, self._strip)
        command = self._command(self._deps, id_, path, chimes=chimes)
        self._work = _Work(command, Path(path), self._post, self._on_said, self._on_over)
        self._work.start()

    def cancel(self) -> None:
        """Stop; nothing is left of it."""
        if self._work is not None:
            self._work.cancel()
            if self._strip is not None:
                self._strip.show_progress(0.0, "Stopping")

    def close(self) -> None:
        """The program ends: stop, and wait a moment until that is tidy."""
        if self._work is not None:
            self._work.cancel()
            self._work.join(END_LIMIT_S + 1.0)
            self._work = None

    def _on_said(self, said: dict[str, object], left_s: float | None) -> None:
        if self._strip is None or self._work is None or self._work.is_cancelled:
            return
        done, total = _number(said, "done"), max(1.0, _number(said, "total"))
        share = min(1.0, done / total)
        if said.get("part") == "speaking":
            words = f"Speaking, {done:.0f} of {labels.plural(round(total), 'sentence')}"
            self._strip.show_progress(share * SPEAKING_SHARE, words)
            return
        words = "Writing" if left_s is None else f"Writing, about {_left(left_s)} left"
        self._strip.show_progress(SPEAKING_SHARE + share * (1 - SPEAKING_SHARE), words)

    def _on_over(self, said: dict[str, object]) -> None:
        work, self._work, self._strip = self._work, None, None
        self._window.drop_notice(KEY)
        id_, path = self._wish
        if work is not None and work.is_cancelled and "saved" not in said:
            self._window.toast("Cancelled. Nothing was saved.")
        elif "saved" in said:
            folder = str(Path(path).parent)
            text = f"Saved {Path(path).name}, {labels.clock(_number(said, 'seconds'))}."
            self._window.toast(text, "Show in folder", lambda: self._show_folder(folder))
            if remark := said.get("remark"):
                self._window.notice(KEY, str(remark))
        elif said.get("chimes") is True:
            self._offer_chimes(id_, path, str(said.get("failed")))
        else:
            self._window.notice(KEY, str(said.get("failed") or LOST), "care")

    def _offer_chimes(self, id_: str, path: str, why: str) -> None:
        from supple.ui.widgets.button import Button

        chimes = Button(self._window.look, "Chimes instead", "secondary", "small")
        chimes.clicked.connect(lambda: self.save(id_, path, chimes=True))
        detail = "Soft chimes can mark the steps instead."
        self._window.pages.notices.add(KEY, why, "care", "shield-alert", detail, (chimes,))


class _Work:
    """The process, and the thread that hears what it says."""

    def __init__(
        self,
        command: list[str],
        path: Path,
        post: Post,
        on_said: Callable[[dict[str, object], float | None], None],
        on_over: Callable[[dict[str, object]], None],
    ) -> None:
        self._command = command
        self._path = path
        self._post = post
        self._on_said = on_said
        self._on_over = on_over
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._writes_from = 0.0
        self.is_cancelled = False
        self._thread = threading.Thread(target=self._run, name="guide", daemon=True)

    def start(self) -> None:
        """Begin; ``on_said`` and ``on_over`` are called through ``post``."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask it to stop, and end it where it does not."""
        with self._lock:
            self.is_cancelled = True
            child = self._child
        if child is not None:
            _close_input(child)
            timer = threading.Timer(END_LIMIT_S, child.kill)
            timer.daemon = True
            timer.start()

    def join(self, limit_s: float) -> None:
        """Wait for its end."""
        self._thread.join(limit_s)

    def _run(self) -> None:
        last: dict[str, object] = {}
        try:
            last = self._follow()
        except Exception as error:
            # Without a word of its end no other sound could be begun.
            log.exception("following a sound file failed")
            last = {"failed": f"The sound could not be made: {error}."}
        self._post(lambda: self._on_over(last))

    def _follow(self) -> dict[str, object]:
        import subprocess

        child = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        with self._lock:
            self._child = child
            late = self.is_cancelled
        if late:
            self.cancel()
        last: dict[str, object] = {}
        assert child.stdout is not None
        with child.stdout as lines:
            for line in lines:
                last = _decoded(line)
                self._pass_on(last)
        child.wait()
        _close_input(child)
        self._tidy(child.pid)
        if "saved" not in last and "failed" not in last:
            log.warning("what makes a sound file ended with code %s", child.returncode)
            return {}
        return last

    def _pass_on(self, said: dict[str, object]) -> None:
        if "part" not in said:
            return
        left_s = None
        if said["part"] == "writing":
            now = time.monotonic()
            self._writes_from = self._writes_from or now
            left_s = _left_s(said, now - self._writes_from)
        self._post(lambda: self._on_said(said, left_s))

    def _tidy(self, process: int) -> None:
        """A process that was ended by force could not remove its half a file."""
        from supple.store.beside import beside_of

        with suppress(OSError):
            beside_of(self._path, process).unlink(missing_ok=True)


def _close_input(child: subprocess.Popen[bytes]) -> None:
    if child.stdin is not None:
        with suppress(OSError):
            child.stdin.close()


def _decoded(line: bytes) -> dict[str, object]:
    try:
        said = json.loads(line)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _number(said: dict[str, object], key: str) -> float:
    value = said.get(key)
    return float(value) if isinstance(value, int | float) else 0.0


def _left_s(said: dict[str, object], took_s: float) -> float | None:
    """Seconds it will still take at the speed so far; None while that is a guess."""
    done, total = _number(said, "done"), _number(said, "total")
    return took_s * (total - done) / done if took_s > 0.5 and done > 0 else None


def _left(seconds: float) -> str:
    """Such as ``5 s`` or ``2 min``."""
    return labels.minutes(max(1.0, seconds))
