"""What cannot be read is put aside, not deleted: somebody, or a newer version, may read it yet."""

from __future__ import annotations

from pathlib import Path


def put_aside(path: Path, mark: str) -> Path:
    """Rename ``path``, a file or a folder, to its name with ``.mark`` behind; returns where it is.

    What was put aside before stays, too: the new one then gets a number. Raises OSError.
    """
    stem = f"{path.name}.{mark}"
    aside = path.with_name(stem)
    number = 2
    while aside.exists() or aside.is_symlink():
        aside = path.with_name(f"{stem}-{number}")
        number += 1
    return path.rename(aside)
