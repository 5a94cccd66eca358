from __future__ import annotations

from supple.core.broken import BrokenFile
from supple.core.library_files import Library
from supple.core.problem import Problem
from supple.core.routine import Catalogue


def test_what_stands_in_a_broken_file_is_locked() -> None:
    broken = BrokenFile("/a.json", (Problem("", "It is empty.", "Fill it."),))
    origin = {"mine": "/a.json", "other": "/b.json"}
    library = Library(Catalogue({}, {}), frozenset(origin), (broken,), origin=origin)
    assert library.locked == {"mine"}
