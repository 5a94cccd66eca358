"""Appending this computer's changes to its own file in the shared folder.

One writer for each file is what keeps copying programs from ever meeting two versions of it.
So a file is only continued while it is exactly as this history left it. When somebody else wrote
it (a profile that was copied to another computer), or an old copy was put back, or it is gone, it
is left alone for ever and another one is begun under a new name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from errno import EEXIST
from hashlib import blake2b
from pathlib import Path

from supple.store.atomic import sync_folder
from supple.store.history import History
from supple.store.journal_folder import Found, sums_in
from supple.store.journal_lines import lines_of
from supple.store.journal_memory import Mark, Memory

BATCH = 200
"""Rows written at one go."""
LARGEST_FILE = 2_000_000
"""Bytes beyond which another file is begun: copying programs send the whole of it each time."""
_TRIES = 5
_NAME = re.compile(r"supple-[0-9A-Za-z]+-(?P<month>\d{4}-\d\d)(?:\.(?P<part>\d+))?\.jsonl")


class Writing:
    """The end of this computer's own journal. ``new_id`` draws a new name for it."""

    def __init__(
        self,
        folder: Path,
        history: History,
        memory: Memory,
        keep: Callable[[], None],
        new_id: Callable[[], str],
    ) -> None:
        self._folder = folder
        self._history = history
        self._memory = memory
        self._keep = keep
        self._new_id = new_id
        self.sent = 0
        """Lines written."""

    def make_sure_of_ours(self, found: Mapping[str, Found]) -> None:
        """Give our file up when it is not as we left it. To be called before it is read again."""
        memory = self._memory
        if not memory.current:
            return
        mark, file = memory.marks.get(memory.current), found.get(memory.current)
        if mark is None or file is None or not 0 <= file.size - mark.size <= memory.writing:
            self.give_up()

    def give_up_altered(self, altered: set[str]) -> None:
        """The same, once it was found that something in the file is another than we wrote."""
        if self._memory.current in altered:
            self.give_up()

    def give_up(self) -> None:
        """Leave our file alone from now on, and write under a new name."""
        self._memory.writer = self._new_id()
        self._memory.current = ""
        self._memory.writing = 0
        self._keep()

    def send(self, now: datetime, *, look_first: bool) -> None:
        """Write what waits in the outbox and take it out of there once it is safe on the disk.

        ``look_first``: much of it may stand in the folder, written by us or another computer.
        Raises OSError from the folder and UserError from the history; what was not written waits.
        """
        waiting = self._history.outbox()
        # An exchange that was cut may have left many that have been written.
        there = sums_in(self._folder) if look_first or len(waiting) > BATCH else set()
        for start in range(0, len(waiting), BATCH):
            contents = self._history.everything([id_ for _, id_ in waiting[start : start + BATCH]])
            lines = [line.text for line in lines_of(contents) if line.sum not in there]
            if lines:
                self._append(lines, now)
            self._history.sent(contents)
            self.sent += len(lines)

    def _append(self, lines: Sequence[bytes], now: datetime) -> None:
        for _ in range(_TRIES):
            name = self._name(now)
            before = b"" if name != self._memory.current else self._as_left(name)
            if before is None:
                self.give_up()
                continue
            text = b"".join(line + b"\n" for line in lines)
            if before and not before.endswith(b"\n"):
                text = b"\n" + text  # ends a line that a crash cut
            try:
                self._write(name, before, text)
            except FileExistsError:
                # Written by us before the history was put back from a copy, or by a copy of us.
                self.give_up()
                continue
            return
        raise FileExistsError(EEXIST, "another program writes this computer's files", name)

    def _name(self, now: datetime) -> str:
        """The file to append to: the present one while it is this month's and not too large."""
        if re.fullmatch("[0-9A-Za-z]{1,64}", self._memory.writer) is None:
            self._memory.writer = self._new_id()
        month = f"{now.astimezone(UTC):%Y-%m}"
        current = _NAME.fullmatch(self._memory.current)
        # A clock set back must not lead to a file that is closed already.
        if current is None or current["month"] < month:
            return f"supple-{self._memory.writer}-{month}.jsonl"
        if self._memory.marks[self._memory.current].size <= LARGEST_FILE:
            return self._memory.current
        part = int(current["part"] or 1) + 1
        return f"supple-{self._memory.writer}-{current['month']}.{part}.jsonl"

    def _as_left(self, name: str) -> bytes | None:
        """What stands in our file, with a line a crash cut at its end; None if others wrote it."""
        mark, content = self._memory.marks[name], (self._folder / name).read_bytes()
        ours = _digest(content[: mark.size]) == mark.digest
        return content if ours and b"\n" not in content[mark.size :] else None

    def _write(self, name: str, before: bytes, text: bytes) -> None:
        memory, path, is_new = self._memory, self._folder / name, name != self._memory.current
        with path.open("xb" if is_new else "ab") as file:
            if is_new:
                _let_the_same_read(path)
                memory.current = name
                memory.marks[name] = Mark(0, _digest(b""), 0)
            memory.writing = len(text)
            self._keep()
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            changed_ns = os.fstat(file.fileno()).st_mtime_ns
        if is_new:
            sync_folder(self._folder)
        content = before + text
        memory.marks[name] = Mark(len(content), _digest(content), changed_ns)
        memory.writing = 0
        self._keep()


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _let_the_same_read(path: Path) -> None:
    """Whoever may read the folder may read the file: the person chose it, and who shares it."""
    with suppress(OSError):
        path.chmod(0o600 | path.parent.stat().st_mode & 0o044)
