"""Take out of a bundle what nothing in it uses, and what debuggers alone read."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

MARK = b"\x7fELF"
LOADED_BY_NAME = ("libXss.so", "libxcb", "libwayland", "libespeak")
"""Opened while the program runs, so that no other file names them."""
STRIPPED = ("libpython3*", "python3*/lib-dynload/*.so", "lib-dynload/*.so")
"""Python's own, which may carry megabytes for debuggers.

Nothing else: stripping breaks libraries whose pages were aligned after they were linked.
"""


def trim(folder: Path) -> int:
    """Trim the bundle's inner ``folder`` in place; the bytes that became free."""
    before = size(folder)
    needs = {path: needed(path) for path in elves(folder)}
    for path in orphans(folder, needs):
        path.unlink()
    _strip(folder)
    _drop_empty(folder)
    return before - size(folder)


def size(folder: Path) -> int:
    """Bytes of all files in ``folder``, each counted once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def elves(folder: Path) -> list[Path]:
    """Every shared library and program in ``folder``; links are not followed."""
    return [p for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_symlink() and _elf(p)]


def needed(path: Path) -> frozenset[str]:
    """The libraries that ``path`` names. Raises OSError without readelf."""
    done = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=False)
    lines = (line for line in done.stdout.splitlines() if "(NEEDED)" in line)
    return frozenset(line.rpartition("[")[2].rstrip("]") for line in lines)


def orphans(folder: Path, needs: Mapping[Path, Iterable[str]]) -> list[Path]:
    """Libraries beside the program that nothing left over names, nor loads by name."""
    left = {path: frozenset(names) for path, names in needs.items()}
    gone: list[Path] = []
    while True:
        wanted = frozenset().union(*left.values())
        idle = [path for path in left if _may_go(folder, path) and path.name not in wanted]
        if not idle:
            return gone
        for path in idle:
            del left[path]
        gone += idle


def _may_go(folder: Path, path: Path) -> bool:
    library = path.parent == folder and path.name.startswith("lib") and ".so" in path.name
    return library and not path.name.startswith((*LOADED_BY_NAME, "libpython"))


def _elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == MARK


def _strip(folder: Path) -> None:
    if shutil.which("strip") is None:
        return
    files = [path for pattern in STRIPPED for path in folder.glob(pattern)]
    if files:
        subprocess.run(["strip", "--strip-unneeded", *map(str, files)], check=True)


def _drop_empty(folder: Path) -> None:
    links = [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]
    for link in links:
        link.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
