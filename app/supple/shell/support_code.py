"""PySide's support modules, compiled once instead of at every start.

PySide carries them as source inside its library and compiles them whenever it is imported: 12
of the 85 ms that even the smallest PySide window takes. Under :func:`kept_code` ``compile``
hands out what it made of the same source before, from a file beside our own ``.pyc`` files,
which Python trusts, and makes anew, in just the same way.
"""

# PySide's importer has this line as well: ``compile`` passes it on to what it compiles.
from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

FILE = Path(__file__).parent / "__pycache__" / f"pyside.{sys.implementation.cache_tag}.code"

Made = dict[tuple[str, int, int], CodeType]
"""Code by the name, length and checksum of its source."""


@contextmanager
def kept_code(file: Path = FILE) -> Iterator[None]:
    """Compile no module that ``file`` has the code of, and add to it those it has not."""
    made = _read(file)
    known = len(made)
    real = builtins.compile

    def look_up(*args: Any, **more: Any) -> Any:
        match args:
            case (bytes() as source, str() as name, "exec") if not more:
                key = (name, len(source), crc32(source))
                if key not in made:
                    made[key] = real(source, name, "exec")
                return made[key]
        return real(*args, **more)

    builtins.compile = look_up
    try:
        yield
    finally:
        builtins.compile = real
    if len(made) > known and not sys.dont_write_bytecode:
        _write(file, made)


def _read(file: Path) -> Made:
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = file.read_bytes()
        if content.startswith(MAGIC_NUMBER):
            made = marshal.loads(content[len(MAGIC_NUMBER) :])
            return made if isinstance(made, dict) else {}
    return {}


def _write(file: Path, made: Made) -> None:
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    # A folder that cannot be written to means only to compile again.
    with suppress(OSError):
        beside.write_bytes(MAGIC_NUMBER + marshal.dumps(made))
        beside.replace(file)
