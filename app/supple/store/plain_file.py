"""The bytes of a file a person named, or the reason why it cannot be read."""

from __future__ import annotations

import stat
from pathlib import Path

from supple.core.problem import Problem, ProblemsFound
from supple.store.open_here import is_open_here


def read_plain(path: Path, largest: int, ending: str) -> bytes:
    """All of ``path``, which may have ``largest`` bytes.

    Raises ProblemsFound when it is not there, no plain file (then one that ends in ``ending`` is
    asked for), the history that is open here, larger, or the disk refuses.
    """
    name = shown_path(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _no(name, "This is a folder.", "Name a file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise _no(name, "This is not a plain file.", f"Name a file that ends in {ending}.")
        if is_open_here(path):
            what = "This is the history itself, which is open."
            raise _no(name, what, f"Name a file that ends in {ending}.")
        if status.st_size > largest:
            what = f"The file has {status.st_size / 1e6:.1f} MB; {largest / 1e6:g} MB is the most."
            raise _no(name, what, "Split it into several files.")
        with path.open("rb") as file:
            # Asked for the largest at once, Python makes room for that much before it reads.
            content = file.read(status.st_size + 1)
            if len(content) > status.st_size:
                content += file.read(largest + 1 - len(content))
            return content
    except FileNotFoundError:
        raise _no(name, "The file does not exist.", "Check its name.") from None
    except PermissionError:
        raise _no(name, "The file may not be read by you.", "Change its permissions.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        what = f"The file cannot be read: {reason}."
        raise _no(name, what, "Check the disk and the name.") from None


def shown_path(path: Path) -> str:
    """The path as text that can always be printed."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _no(name: str, what: str, mend: str) -> ProblemsFound:
    return ProblemsFound((Problem("", what, mend, file=name),))
