"""Collecting every problem of a document, and saying values and paths in plain words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from supple.core.problem import Problem

PathParts = tuple[str | int, ...]
"""The way to a value: keys and list indexes from the top."""

Locate = Callable[[PathParts, bool], tuple[int, int]]
"""Line and column of the value at a path, or of its key when the flag is True; (0, 0) unknown."""

LIMIT: Final = 100
"""How many problems are listed; a person mends no more in one go."""

_SHOWN: Final = 40
_LISTED: Final = 14


class Findings:
    """The problems found so far. Never stops at the first."""

    def __init__(self, locate: Locate | None = None) -> None:
        self._locate = locate
        self._problems: list[Problem] = []
        self.count = 0
        """How many were found, those above the limit included."""

    @property
    def full(self) -> bool:
        """True once no more are listed."""
        return self.count >= LIMIT

    def add(self, path: PathParts, what: str, mend: str, *, at_key: bool = False) -> None:
        """Note one problem; ``at_key`` points at the key instead of its value."""
        self.count += 1
        if self.count > LIMIT:
            return
        line, column = self._locate(path, at_key) if self._locate else (0, 0)
        self._problems.append(Problem(path_text(path), what, mend, line=line, column=column))

    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of the document where that is known."""
        found = sorted(self._problems, key=lambda p: (p.line, p.column))
        if self.count > LIMIT:
            more = self.count - LIMIT
            found.append(Problem("", f"There are {more} more problems.", "Mend these first."))
        return tuple(found)


def path_text(path: PathParts) -> str:
    """``routines[0].steps[1].hold_s``; keys that are no plain word stand in brackets."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part.isidentifier():
            text += f".{part}" if text else part
        else:
            text += f"[{quote(part)}]"
    return text


def quote(text: str) -> str:
    """``text`` in double quotes, shortened, and safe to print: no control or half characters."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return '"' + "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shown) + '"'


def shown(value: object) -> str:
    """A JSON value as a person would read it."""
    if isinstance(value, str):
        return f"the text {quote(value)}"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "a list in [ ]"
    if isinstance(value, dict):
        return "a group in { }"
    return number_text(value)


def number_text(value: object) -> str:
    """A number as written in a file: 30 and not 30.0; very long ones are only named."""
    if isinstance(value, int) and abs(value) >= 10**15:
        return "a very large number"
    if isinstance(value, float):
        if value != value:
            return "NaN"
        if abs(value) >= 1e15:
            return "a very large number"
        return f"{value:g}" if value != int(value) else str(int(value))
    return str(value)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that ``word`` was most likely meant to be."""
    if len(word) > 80:
        return None
    import difflib  # only a file with a problem pays for it

    folded = word.strip().lower().replace(" ", "-")
    candidates = {k.lower().replace("_", "-"): k for k in known}
    found = difflib.get_close_matches(folded.replace("_", "-"), list(candidates), 1, 0.6)
    return candidates[found[0]] if found else None


def suggest(word: str, known: Collection[str]) -> str:
    """``Did you mean "x"?``; the words that hold it, or all of them, when none is near."""
    near = nearest(word, known)
    if near is not None:
        return f"Did you mean {quote(near)}?"
    part = word.strip().lower()
    holding = [k for k in known if part in k.lower()] if len(part) > 2 else []
    if 0 < len(holding) <= 4:
        return "Did you mean " + " or ".join(quote(k) for k in holding) + "?"
    if len(known) > _LISTED:
        return "No known name is near it."
    return "Choose from: " + ", ".join(known) + "." if known else ""
