"""Reads a picture that somebody chose or dropped."""

from __future__ import annotations

from pathlib import Path

from supple.core.problem import UserError


def read_picture(path: Path) -> bytes:
    """The picture in a file, as it is kept. Raises UserError in words for the person."""
    from supple.figure.photo import LARGEST_FILE, read_photo

    try:
        if not path.is_file():
            raise UserError(f"{path.name} is not a file. Choose a picture.")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UserError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    return read_photo(data)
