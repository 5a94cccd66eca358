"""JSON text to a value whose every part knows its line and column.

``load_quick`` is for files that are fine. Only when something is wrong is the text
read again with ``read_with_positions``, which goes on after most mistakes so that a
person sees all of them at once.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, NoReturn

from supple.core.format_findings import LIMIT, PathParts, path_text
from supple.core.problem import Problem

DEPTH = 32
"""Levels of brackets inside one another; a routine file needs seven."""


class Refused(ValueError):
    """The text is not strict JSON, or holds a key twice."""


def load_quick(text: str) -> object:
    """``text`` as a value, without positions. Raises Refused when anything is wrong."""
    try:
        value: object = json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant)
    except (ValueError, RecursionError) as error:
        raise Refused(str(error)) from None
    return value


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise Refused("a key stands twice in one group")
    return value


def _constant(name: str) -> NoReturn:
    raise Refused(f"{name} is not a number of JSON")


@dataclass(slots=True)
class Positioned:
    """A value read with positions, and what was wrong with its text."""

    text: str
    value: object = None
    problems: list[Problem] = field(default_factory=list)
    sound: bool = True
    """False when the text is not JSON: the value is a guess then."""
    spoiled: set[PathParts] = field(default_factory=set)
    """Values that are not what was written: a key that stands twice, NaN, half a character."""
    values: dict[PathParts, int] = field(default_factory=dict)
    keys: dict[PathParts, int] = field(default_factory=dict)
    _lines: list[int] = field(default_factory=list)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character."""
        if not self._lines:
            self._lines = _line_starts(self.text)
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def locate(self, path: PathParts, at_key: bool = False) -> tuple[int, int]:
        """Line and column of the value at ``path``, or of its key.

        The nearest enclosing value's where ``path`` itself is not in the text.
        """
        if at_key and path in self.keys:
            return self.place(self.keys[path])
        while path and path not in self.values:
            path = path[:-1]
        return self.place(self.values[path]) if path in self.values else (0, 0)

    def add(self, offset: int, path: PathParts, what: str, mend: str, *, sound: bool) -> bool:
        """Note a problem; False once there are as many as are listed."""
        line, column = self.place(offset)
        self.problems.append(Problem(path_text(path), what, mend, line=line, column=column))
        self.sound = self.sound and sound
        if sound:
            self.spoiled.add(path)
        return len(self.problems) < LIMIT


def _line_starts(text: str) -> list[int]:
    """Offsets at which lines begin; \\r\\n, \\n and a lone \\r end one."""
    starts = [0]
    at = 0
    for part in text.splitlines(keepends=True):
        at += len(part)
        if part[-1] in "\r\n":
            starts.append(at)
    return starts


def read_with_positions(text: str) -> Positioned:
    """Read ``text`` with positions, noting everything that is wrong. Raises nothing."""
    from supple.store.json_parser import Parser  # only a file with a problem pays for it

    document = Positioned(text)
    Parser(document).run()
    document.problems.sort(key=lambda p: (p.line, p.column))
    return document
