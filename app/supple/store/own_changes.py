"""One change of one file, carried out and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core.problem import UserError
from supple.store import atomic
from supple.store.paths import make_folder
from supple.store.plain_file import shown_path
from supple.store.regular import read_file

if TYPE_CHECKING:
    from supple.store.own_files import Entry


class Changed(UserError):
    """The disk holds something else than was seen; nothing was overwritten."""

    def __init__(self, text: str, path: str, now: Entry | None) -> None:
        super().__init__(text)
        self.path = path
        """The file; "" where there is none any more."""
        self.now = now
        """What stands there; None for nothing that can be read."""


@dataclass(frozen=True, slots=True)
class Done:
    """One change of one file."""

    path: Path
    before: bytes | None
    """None: there was no such file."""
    after: bytes | None
    was: Entry | None = None
    now: Entry | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes a change back; see :meth:`OwnLibrary.restore`."""

    changes: tuple[Done, ...] = ()

    def then(self, later: Undo) -> Undo:
        """Both, one after the other."""
        return Undo((*self.changes, *later.changes))


def carry_out(done: Done) -> Done:
    """Make the file what ``done`` says, and return that.

    Raises Changed where the file is not what it says it was, UserError when the disk refuses.
    """
    make_folder(done.path.parent)
    _refuse_changed(done)
    try:
        if done.after is None:
            done.path.unlink()
            atomic.sync_folder(done.path.parent)
        else:
            # To make the new file safe takes a while; another program may write meanwhile.
            atomic.write_bytes(done.path, done.after, lambda: _refuse_changed(done))
            atomic.sweep(done.path)
    except OSError as error:
        raise UserError(
            f"{shown_path(done.path)} cannot be written: {error.strerror or error}. "
            "Nothing was changed. Make room on the disk, or make the file and its folder "
            "writable."
        ) from error
    return done


def _refuse_changed(done: Done) -> None:
    if content_of(done.path) != done.before:
        name = shown_path(done.path)
        text = f"{name} has just been changed. Nothing was overwritten; try again."
        raise Changed(text, name, None)


def content_of(path: Path) -> bytes | None:
    """What the file holds; None for no file. Raises UserError where it cannot be read."""
    try:
        return read_file(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError(
            f"{shown_path(path)} cannot be read: {error.strerror or error}. Nothing was changed."
        ) from error
