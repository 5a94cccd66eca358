"""Ids and names that nothing else has yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from supple.core.format_fields import ID_LENGTH
from supple.core.routine_format import NAME_LENGTH

_ROOM: Final = 6
"""Characters kept free for a number at the end of an id."""
_COPY: Final = re.compile(r" \(copy(?: \d+)?\)$")


def slug(name: str, default: str) -> str:
    """``name`` as an id: ``Lying down, slowly`` is ``lying-down-slowly``.

    Accents are dropped. ``default``, an id itself, where no letter or digit of ASCII is left.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain)[: ID_LENGTH - _ROOM]
    return short.strip("-") or default


def fresh(wish: str, taken: Collection[str]) -> str:
    """The id ``wish``, or with the first of ``-2``, ``-3``, ... that makes it a free one."""
    id_, number = wish, 2
    while id_ in taken:
        id_ = f"{wish[: ID_LENGTH - _ROOM].strip('-')}-{number}"
        number += 1
    return id_


def copy_name(name: str, taken: Collection[str]) -> str:
    """``Lying down (copy)``, then ``Lying down (copy 2)``; a copy's copy counts on.

    Never longer than a name may be.
    """
    bare, number = _COPY.sub("", name), 1
    while True:
        mark = " (copy)" if number == 1 else f" (copy {number})"
        copied = bare[: NAME_LENGTH - len(mark)].rstrip() + mark
        if copied not in taken:
            return copied
        number += 1


def is_copy_name(name: str, of: str) -> bool:
    """Whether ``name`` is one that :func:`copy_name` gives a copy of ``of``."""
    mark = _COPY.search(name)
    if mark is None:
        return False
    bare = _COPY.sub("", of)[: NAME_LENGTH - len(mark[0])].rstrip()
    return name == bare + mark[0]
