"""JSON text to a value whose every part knows its line and column.

``load_quick`` is for files that are fine. Only when something is wrong is the text
read again with ``read_with_positions``, which goes on after most mistakes so that a
person sees all of them at once.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from supple.store.json_document import Positioned


LONGEST_NUMBER = 300
"""Characters of a number."""
ROUTINE_FILE = "A routine file"
LEAST = '{"format": 1, "stretches": [], "routines": []}'
"""The shortest routine file there can be."""


class Refused(ValueError):
    """The text is not strict JSON, or holds a key twice."""


def load_quick(text: str) -> object:
    """``text`` as a value, without positions. Raises Refused when anything is wrong."""
    try:
        value: object = json.loads(
            text, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=whole
        )
    except (ValueError, RecursionError) as error:
        raise Refused(str(error)) from None
    return value


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise Refused("a key stands twice in one group")
    return value


def whole(digits: str) -> int:
    """The number ``digits`` write. Raises Refused where there are far too many of them.

    Not every Python 3.11 has a limit of its own, and thousands of digits take seconds.
    """
    if len(digits) > LONGEST_NUMBER:
        raise Refused("a number is far too long")
    return int(digits)


def _constant(name: str) -> NoReturn:
    raise Refused(f"{name} is not a number of JSON")


def read_with_positions(text: str, kind: str = ROUTINE_FILE, least: str = LEAST) -> Positioned:
    """Read ``text`` with positions, noting everything that is wrong. Raises nothing.

    ``kind`` and ``least``: what the file was to be, and how little such a one may hold, for who
    named another.
    """
    # Only a file with a problem pays for these.
    from supple.store.json_document import Positioned
    from supple.store.json_parser import Parser

    document = Positioned(text)
    Parser(document, kind, least).run()
    document.problems.sort(key=lambda p: (p.line, p.column))
    return document
