"""Whose everything in a package is, as Debian's tools read it (DEP 5)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

FORMAT = "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
COMMON = {
    "GPL-3.txt": "/usr/share/common-licenses/GPL-3",
    "LGPL-3.txt": "/usr/share/common-licenses/LGPL-3",
}
"""Texts that every Debian has."""
_HOLDER = re.compile(
    r"^\W*(?:(?:copyright\b:?\s*)+|(?=©)|(?=\(c\)))(.*\d{4}.*)$(?!\n\W*everyone is permitted)",
    re.IGNORECASE | re.MULTILINE,
)
"""Not whose the text of the licence itself is."""
_MOST_HOLDERS = 8


def machine_readable(bundle: Path, home: str, licence: str) -> str:
    """The text for a package that has ``bundle`` in the folder ``home``.

    ``licence``: the program's own. The parts are those that ``licences`` listed.
    """
    parts = json.loads((bundle / "licences" / "parts.json").read_text(encoding="utf-8"))
    head = [f"Format: {FORMAT}", "Upstream-Name: Supple"]
    own = ["Files: *", "Copyright: 2026 The Supple authors", "License: Expat", *_body(licence)]
    paragraphs = ["\n".join(head), "\n".join(own)]
    paragraphs += ["\n".join(_part(part, bundle, home)) for part in parts]
    return "\n\n".join(paragraphs) + "\n"


def _part(part: dict[str, object], bundle: Path, home: str) -> Iterator[str]:
    name = str(part["name"])
    folder = bundle / "licences" / name
    texts = [folder / str(text) for text in _list(part["texts"])]
    yield "Files: " + "\n ".join(_places(bundle, home, name, _list(part["files"])))
    yield "Copyright: " + "\n ".join(holders(texts) or [f"the authors of {name}"])
    yield f"License: {_short(str(part['licence']), name)}"
    yield f" {name} {part['version']}".rstrip()
    for text in texts:
        yield " ."
        if text.name in COMMON:
            yield f" The text is in {COMMON[text.name]}."
        else:
            yield from _body(text.read_text(encoding="utf-8", errors="replace"))


def holders(texts: Iterable[Path]) -> list[str]:
    """The lines of ``texts`` that say whose it is, the first of them."""
    found: dict[str, None] = {}
    for text in texts:
        if text.name not in COMMON:
            content = text.read_text(encoding="utf-8", errors="replace")
            found.update(dict.fromkeys(line.strip() for line in _HOLDER.findall(content)))
    return list(found)[:_MOST_HOLDERS]


def _places(bundle: Path, home: str, name: str, patterns: list[str]) -> list[str]:
    """What of ``patterns`` is there; Python modules are inside the program itself."""
    there = [pattern for pattern in patterns if next(bundle.glob(pattern), None) is not None]
    named = name.replace(" ", "?")  # a space parts two patterns
    return [*(f"{home}/{pattern}" for pattern in there), f"{home}/licences/{named}/*"]


def _short(licence: str, name: str) -> str:
    """A licence's name in one word; where it has none, the part's."""
    word = licence.partition(" (")[0].strip()
    return word if re.fullmatch(r"[A-Za-z0-9.+-]+", word) else f"{name.replace(' ', '-')}-licence"


def _body(text: str) -> list[str]:
    """``text`` as it stands in a field: each line one in, and a dot on those without words."""
    lines = text.replace("\f", "").rstrip().lstrip("\r\n").splitlines()
    return [f" {line.rstrip()}" if line.strip() else " ." for line in lines]


def _list(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
