"""A value read from JSON text whose every part knows its line and column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from supple.core.format_findings import LIMIT, PathParts, path_text
from supple.core.problem import Problem


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
