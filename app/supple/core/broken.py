"""A routine file that cannot be used, kept as something to show and to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from supple.core.problem import Problem

AROUND = 2
"""Lines shown before and after the one that is wrong."""
LONGEST = 200
"""Characters of one line that are kept for showing."""


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """One line of the file."""

    number: int
    """From 1."""
    text: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """One file with everything found wrong in it."""

    path: str
    """Where it is, as the system writes it."""
    problems: tuple[Problem, ...]
    """At least one."""
    excerpt: tuple[ExcerptLine, ...] = ()
    """The lines around the first problem; empty where it has no line."""

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def line(self) -> int:
        """The first line known to be wrong, from 1; 0 where none is."""
        return next((p.line for p in self.problems if p.line), 0)

    @property
    def details(self) -> str:
        """Everything found, one line each, for the clipboard."""
        return "\n".join([self.path, *(str(problem) for problem in self.problems)])


def excerpt(lines: Sequence[str], line: int, around: int = AROUND) -> tuple[ExcerptLine, ...]:
    """The lines about ``line`` (from 1), which is marked; empty when there is no such line."""
    if not 1 <= line <= len(lines):
        return ()
    first, last = max(1, line - around), min(len(lines), line + around)
    return tuple(
        ExcerptLine(n, lines[n - 1].expandtabs(4)[:LONGEST], n == line)
        for n in range(first, last + 1)
    )
