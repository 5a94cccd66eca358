"""Everything the routine files held, the broken ones included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from supple.core.problem import Problem
from supple.core.routine import Catalogue


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A file with problems. What was good in it is in the catalogue all the same."""

    path: str
    problems: tuple[Problem, ...]
    """In the order of the file; never empty."""
    excerpt: tuple[tuple[int, str], ...] = ()
    """Line number (from 1) and text of the lines round the first problem that has a line."""


@dataclass(frozen=True, slots=True)
class Library:
    """Every stretch and routine at hand, and where they came from."""

    catalogue: Catalogue
    own: frozenset[str] = frozenset()
    """Ids of the stretches and routines that come from the person's files."""
    broken: tuple[BrokenFile, ...] = ()
    origin: Mapping[str, str] = field(default_factory=dict)
    """Id of a stretch or routine to the path of its file."""
