"""Problems told to the user, and the two families of errors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where it is, what it is, how to mend it."""

    path: str
    """The place inside the document, such as ``routines[0].steps[1].hold_s``; "" for the whole."""
    what: str
    mend: str
    file: str = ""
    line: int = 0
    """1-based; 0 where no line can be named."""
    column: int = 0
    """1-based, counted in characters; 0 where no column can be named."""

    def __str__(self) -> str:
        where = self.file
        if self.line:
            where += f":{self.line}:{self.column}"
        parts = [p for p in (where, self.path) if p]
        head = ": ".join(parts)
        body = f"{self.what} {self.mend}".strip()
        return f"{head}: {body}" if head else body


class UserError(Exception):
    """Something the user can mend. The message says what, where and how."""


class ProblemsFound(UserError):
    """A document that cannot be used, with every problem found in it."""

    def __init__(self, problems: tuple[Problem, ...], count: int = 0) -> None:
        """``count``: how many there are, where ``problems`` names only the first of them."""
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems
        self.count = max(count, len(problems))
