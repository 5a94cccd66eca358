"""The folder two computers share: which files in it are journals, and their lines.

A program we know nothing about copies these files between computers. It may bring half of one,
an old one, or two where there was one: a file is what it was the last time only after a look.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from supple.store.journal_lines import LARGEST, checked_sum
from supple.store.journal_memory import Mark

_BLOCK = 1 << 20
_BEING_COPIED = re.compile(
    r"~$|[.~](tmp|temp|part|partial|filepart|crdownload|download|!sync|bts|swp|lock|[0-9a-f]{6,})$"
)


class Found(NamedTuple):
    """A journal in the folder."""

    size: int
    changed_ns: int

    def is_read(self, mark: Mark) -> bool:
        """Whether nothing happened to the file since ``mark``."""
        # One with damage is looked at again: its rest may have come with the same size and time.
        return (mark.size, mark.changed_ns, mark.damaged) == (self.size, self.changed_ns, 0)


def is_journal(name: str) -> bool:
    """Whether a file of this name is one, or a copy a program made of one in a conflict.

    Such copies carry their note before or behind the ``.jsonl``. A file that is still being
    copied has an ending of its own, or a name that begins otherwise.
    """
    low = name.casefold()
    return low.startswith("supple-") and ".jsonl" in low and not _BEING_COPIED.search(low)


def find_journals(folder: Path) -> dict[str, Found]:
    """The journals in ``folder`` by name, in order. Raises OSError when it cannot be read."""
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            # Only a real file: to open a pipe would wait for ever. It may go at any moment.
            with suppress(FileNotFoundError):
                if is_journal(entry.name) and entry.is_file():
                    status = entry.stat()
                    found[entry.name] = Found(status.st_size, status.st_mtime_ns)
    return dict(sorted(found.items()))


def is_away(folder: Path, name: str) -> bool:
    """Whether a file that is not there was moved out to iCloud to save room."""
    return (folder / f".{name}.icloud").exists()


class Reader:
    """The lines of one file behind what was read of it. Opening and reading raise OSError."""

    def __init__(self, path: Path, mark: Mark | None) -> None:
        self._file = path.open("rb")
        self._changed_ns = os.fstat(self._file.fileno()).st_mtime_ns
        self._digest = blake2b(digest_size=16)
        self._size = 0
        self.began_anew = mark is not None and not self._skip(mark)
        """Whether what ``mark`` had read is not there any more: it begins at the start then."""
        if self.began_anew:
            self._file.seek(0)
            self._digest = blake2b(digest_size=16)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._file.close()

    def lines(self) -> Iterator[bytes | None]:
        """Every whole line without its end; None for one that is too long.

        What stands behind the last line end is left: the rest of it may come.
        """
        while text := self._file.readline(LARGEST):
            if text.endswith(b"\n"):
                self._passed(text)
                yield text.rstrip(b"\r\n")
            elif self._pass_rest(text):
                yield None

    def mark(self, damaged: int, newer: int, by: str) -> Mark:
        """How far it was read."""
        digest = self._digest.hexdigest()
        return Mark(self._size, digest, self._changed_ns, damaged, newer, by)

    def _passed(self, text: bytes) -> None:
        self._digest.update(text)
        self._size += len(text)

    def _pass_rest(self, text: bytes) -> bool:
        """Go to the end of a line too long to be ours; False when it has none yet."""
        digest, size = self._digest.copy(), self._size
        self._passed(text)
        while text := self._file.readline(_BLOCK):
            self._passed(text)
            if text.endswith(b"\n"):
                return True
        self._digest, self._size = digest, size
        return False

    def _skip(self, mark: Mark) -> bool:
        while self._size < mark.size:
            block = self._file.read(min(_BLOCK, mark.size - self._size))
            if not block:
                break
            self._passed(block)
        same = (self._size, self._digest.hexdigest()) == (mark.size, mark.digest)
        if not same:
            self._size = 0
        return same


def sums_in(folder: Path) -> set[bytes]:
    """The sums of all sound lines in ``folder``, of those files that can be read."""
    found: set[bytes] = set()
    try:
        names = list(find_journals(folder))
    except OSError:
        return found
    for name in names:
        try:
            with Reader(folder / name, None) as reader:
                found.update(filter(None, (checked_sum(t) for t in reader.lines() if t)))
        except OSError:
            continue  # what stands in it is written again, which does no harm
    return found
