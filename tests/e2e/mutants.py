"""Files that somebody damaged, by chance but the same each time: what else they could hold.

Used by ``test_mutants.py``, ``feeding.py`` and ``bench/fire.py``.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

Mutation = Callable[[Random, bytes], bytes]

HOSTILE: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    1e308,
    -0.0,
    10**400,
    2**63,
    0.1,
    "",
    " ",
    "\u0000",
    "\ud800",
    "../../../etc/passwd",
    "C:\\Windows",
    "-rf",
    "{side}",
    "{0.__class__}",
    "%s%n",
    "' OR 1=1; --",
    "=cmd|'/c calc'!A1",
    "<b>bold</b>",
    "a" * 100_000,
    "\u202e\u200b\u0301" * 40,
    "9999-12-31T23:59:59.999999+14:00",
    "0001-01-01",
    "2026-02-30",
    "NaN",
    "own-x",
    "both",
    [],
    {},
    [[[[[[]]]]]],
    {"format": 1},
    ["left", "right"],
)
"""What no field expects, or just about."""
TOKENS = tuple(
    (old.encode(), new.encode())
    for old, new in (
        ("true", "flase"),
        ("1", "1e999"),
        ("1", "NaN"),
        ("2", "-2"),
        ("0", "00"),
        ('"', "'"),
        ('"', ""),
        (",", ""),
        (",", ",,"),
        (":", "="),
        ("}", "},"),
        ("]", ""),
        ("{", "[{"),
        ("\n", "// said\n"),
        ("id", "ID"),
        ("a", "\\u00"),
        ("e", "\\ud800"),
    )
)


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value inside another."""
    found = [path] if path else []
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = [*value.items()]
    elif isinstance(value, list):
        inner = [*enumerate(value)]
    for key, part in inner:
        found += places(part, (*path, key))
    return found


def other_value(chance: Random, data: bytes) -> bytes:
    """Whole JSON with another value somewhere, or without it, or with it twice."""
    whole: Any = json.loads(data)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        found = places(whole)
        if not found:
            break
        *way, last = chance.choice(found)
        holder = whole
        for key in way:
            holder = holder[key]
        _change(chance, holder, last)
    indent = chance.choice((None, 2, "\t"))
    return json.dumps(whole, ensure_ascii=chance.random() < 0.9, indent=indent).encode(
        "utf-8", "surrogatepass"
    )


def _change(chance: Random, holder: Any, key: Any) -> None:
    match chance.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(chance.randrange(len(holder) + 1), deepcopy(holder[key]))
        case 1:
            holder[f"{key}-{chance.randrange(9)}"] = holder.pop(key)
        case 2 if isinstance(holder[key], int | float) and abs(holder[key]) < 1e15:
            holder[key] = holder[key] * chance.choice((-1, 0, 1e3, 1e9, 0.5)) + chance.choice(
                (0, 1)
            )
        case 2 if isinstance(holder[key], str):
            text = holder[key]
            at = chance.randrange(len(text) + 1)
            holder[key] = text[:at] + chance.choice(("\u0007", "{", "}", "x" * 500, "")) + text[at:]
        case _:
            # A copy: it may be changed itself by the next change.
            holder[key] = deepcopy(chance.choice(HOSTILE))


def flipped(chance: Random, data: bytes) -> bytes:
    """A few bytes are others."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def cut(chance: Random, data: bytes) -> bytes:
    """The end is missing, as a crash or a full disk leaves it."""
    return data[: chance.randrange(len(data))]


def zeroed(chance: Random, data: bytes) -> bytes:
    """A piece is zeros, as a power cut leaves it."""
    at = chance.randrange(len(data))
    length = min(chance.choice((1, 16, 512, 4096)), len(data) - at)
    return data[:at] + bytes(length) + data[at + length :]


def shuffled(chance: Random, data: bytes) -> bytes:
    """A piece stands somewhere else, or twice."""
    at, to = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    piece = data[at : at + chance.choice((1, 30, 300))]
    return data[:to] + piece + data[to:]


def mistyped(chance: Random, data: bytes) -> bytes:
    """A slip of the pen, once or everywhere."""
    old, new = chance.choice(TOKENS)
    return data.replace(old, new, chance.choice((1, 2, -1)))


def recoded(chance: Random, data: bytes) -> bytes:
    """Saved by an editor in another way."""
    text = data.decode("utf-8", "replace")
    code = chance.choice(("utf-16", "utf-8-sig", "utf-32", "utf-16-le", "cp037"))
    return text.encode(code, "replace")


def nested(chance: Random, data: bytes) -> bytes:
    """Brackets without end somewhere."""
    at = chance.randrange(len(data))
    return data[:at] + chance.choice((b"[", b'{"a":', b'"', b"\\")) * 5_000 + data[at:]


BYTES: tuple[Mutation, ...] = (flipped, cut, zeroed, shuffled)
TEXTS: tuple[Mutation, ...] = (other_value,) * 8 + (*BYTES, mistyped, mistyped, recoded, nested)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """They in an archive again."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def other_inside(chance: Random, data: bytes) -> bytes:
    """A sound archive in which one file is not."""
    files = unpacked(data)
    name = chance.choice([*files])
    kinds = TEXTS if name.endswith(".json") else BYTES
    files[name] = chance.choice(kinds)(chance, files[name])
    return packed(files)


def other_name(chance: Random, data: bytes) -> bytes:
    """A file in it goes, comes twice, or leads elsewhere."""
    files = unpacked(data)
    name = chance.choice([*files])
    content = files.pop(name)
    evil = ("../evil.json", "/evil.json", "figures/../../evil.json", "evil.exe", "supple.json/x")
    if chance.random() < 0.7:
        files[chance.choice((*evil, name.upper(), f"figures/{name}"))] = content
    return packed(files)


ARCHIVES: tuple[Mutation, ...] = (other_inside,) * 4 + (other_name, *BYTES)


def mutant(seed: int, bases: tuple[bytes, ...], kinds: tuple[Mutation, ...]) -> bytes:
    """One of ``bases``, damaged in one of the ways ``kinds``: the same for the same ``seed``."""
    chance = Random(seed)
    base = chance.choice(bases)
    made = chance.choice(kinds)(chance, base)
    if chance.random() < 0.1:
        made = chance.choice(BYTES)(chance, made or b"\0")
    return made
