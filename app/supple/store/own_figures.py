"""The figures of one's own stretches: drawn ones as JSON, pictures as PNG."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from supple.core.own_figures import figure_id
from supple.core.problem import UserError
from supple.store import atomic
from supple.store.paths import make_folder
from supple.store.plain_file import shown_path
from supple.store.regular import read_file

LARGEST: Final = {".json": 256_000, ".png": 8_000_000}
"""Bytes by the ending of a file."""
MOST: Final = 2000
"""Files that are looked at; more are no figures of a person."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"


class OwnFigures:
    """The files ``own-*.json`` and ``own-*.png`` in one folder, which need not be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self) -> dict[str, str]:
        """File name to a stamp that is another one once the file is. Raises nothing.

        Files with other names, and larger ones than a figure may be, are not there.
        """
        found: dict[str, str] = {}
        with suppress(OSError):
            for path in sorted(self.folder.iterdir()):
                if not is_name(path.name) or len(found) >= MOST:
                    continue
                with suppress(OSError):
                    status = path.stat()
                    if path.is_file() and status.st_size <= LARGEST[path.suffix]:
                        found[path.name] = f"{status.st_mtime_ns:x}-{status.st_size:x}"
        return found

    def read(self, name: str) -> bytes:
        """The bytes of a file that :meth:`files` names.

        Raises OSError when it is not there, is larger than a figure may be or no plain file.
        """
        path = self.path(name)
        largest = LARGEST[path.suffix]
        content = read_file(path, largest + 1)
        if len(content) > largest:
            raise OSError(f"{shown_path(path)} is larger than {largest / 1e6:g} MB")
        return content

    def put(self, name: str, content: bytes) -> bool:
        """Write a new figure; False when it stands there already, to the letter.

        Raises UserError for a name that is taken by another one, for what is no figure, and
        when the disk refuses. Raises ValueError for what is no file name of a figure.
        """
        path = self.path(name)
        _check(path, content)
        make_folder(self.folder)
        try:
            if path.exists():
                if self.read(name) == content:
                    return False
                what = f"{shown_path(path)} is another figure already."
                raise UserError(f"{what} Nothing was overwritten.")
            atomic.write_bytes(path, content)
        except OSError as error:
            raise UserError(
                f"{shown_path(path)} cannot be written: {error.strerror or error}. Nothing was "
                "changed. Make room on the disk, or make the folder writable."
            ) from error
        return True

    def remove(self, name: str) -> None:
        """Take a figure away; fine when there is none. Raises UserError."""
        path = self.path(name)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise UserError(
                f"{shown_path(path)} cannot be removed: {error.strerror or error}."
            ) from error

    def path(self, name: str) -> Path:
        """Where a figure's file is. Raises ValueError for what is no file name of one."""
        if not is_name(name):
            raise ValueError(f"not the file name of a figure: {name!r}")
        return self.folder / name


def is_name(name: str) -> bool:
    """Whether a file of that name can be a figure."""
    return figure_id(name) != ""


def _check(path: Path, content: bytes) -> None:
    largest = LARGEST[path.suffix]
    if len(content) > largest:
        size = f"{len(content) / 1e6:.1f} MB; {largest / 1e6:g} MB is the most"
        raise UserError(f"The figure {path.name} has {size}.")
    if path.suffix == ".png" and not content.startswith(_PNG):
        raise UserError(f"The figure {path.name} is not a PNG picture.")
    if path.suffix == ".json":
        try:
            value = json.loads(content)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            raise UserError(f"The figure {path.name} is not a drawn figure.")
