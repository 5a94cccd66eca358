"""A history exported as JSON, read back with everything in it checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from supple.core.assessment import Assessment
from supple.core.contents import Contents
from supple.core.day_off import DayOff
from supple.core.format_findings import PathParts, path_text, shown
from supple.core.problem import Problem, ProblemsFound
from supple.core.record import SessionRecord
from supple.store.export import FORMAT
from supple.store.file_kind import other_kind
from supple.store.json_bytes import decode_json
from supple.store.json_positions import Refused, load_quick, read_with_positions
from supple.store.plain_file import read_plain, shown_path
from supple.store.record_json import WrongValue, read_assessment, read_day_off, read_session
from supple.store.whole_rows import whole_assessment, whole_day_off, whole_session

LARGEST_FILE: Final = 400_000_000
"""Bytes; twenty years of two sessions a day have some 60 MB."""
LARGEST_SEARCHED: Final = 4_000_000
"""Characters up to which the line of a wrong value is looked for, which is slow."""
LISTED: Final = 10
"""Problems that are told at once."""
_MEND: Final = "Export the history again, or mend this place."
_Row = TypeVar("_Row", SessionRecord, Assessment, DayOff)


def read_file(path: Path) -> Contents:
    """What the JSON export ``path`` holds, of format 1 or 2, ready to be taken into a history.

    Sessions that were running when they were exported come as cut by a crash. Raises
    ProblemsFound (a UserError) with what is wrong, where, and how to mend it; nothing of such a
    file is taken.
    """
    try:
        return _contents(_text(read_plain(path, LARGEST_FILE, ".json")))
    except ProblemsFound as error:
        name = shown_path(path)
        named = tuple(replace(p, file=name) for p in error.problems)
        raise ProblemsFound(named, error.count) from None
    except MemoryError:
        what = "The file is too large for the memory of this computer."
        problem = Problem("", what, "Close other programs and try again.", file=shown_path(path))
        raise ProblemsFound((problem,)) from None


def _text(data: bytes) -> str:
    other = other_kind(data)
    if other is not None:
        raise ProblemsFound((Problem("", *other),))
    return decode_json(data)


def _contents(text: str) -> Contents:
    try:
        value = load_quick(text)
    except Refused:
        raise ProblemsFound((_broken(text),)) from None
    reader = _Reader()
    try:
        contents = reader.read(value)
    except WrongValue as wrong:
        reader.wrong = [wrong]
    if reader.wrong:
        raise ProblemsFound(_problems(text, reader.wrong), len(reader.wrong))
    return contents


class _Reader:
    """One document. Every row's first problem is gathered in ``wrong``."""

    def __init__(self) -> None:
        self.wrong: list[WrongValue] = []
        self._ids: set[tuple[str, str]] = set()

    def read(self, value: object) -> Contents:
        """What is good in it. Raises WrongValue for what is no history at all."""
        document = _document(value)
        sessions = tuple(self._rows(document, "sessions", _session))
        if document["format"] == 1:
            return Contents(sessions)
        return Contents(
            sessions,
            tuple(self._rows(document, "assessments", _assessment)),
            tuple(self._rows(document, "days_off", _day_off)),
        )

    def _rows(
        self, document: dict[str, object], name: str, read: Callable[[object], _Row]
    ) -> Iterator[_Row]:
        rows = document.get(name)
        if not isinstance(rows, list):
            what = f"This is {shown(rows)}." if name in document else f'"{name}" is missing.'
            raise WrongValue((name,), what, "It needs to be a list in [ ].")
        for number in range(len(rows)):
            # Let go of each value once it is read: a long history has much of them.
            value, rows[number] = rows[number], None
            path = (name, number)
            try:
                row = read(value)
                self._note_ids(name, row)
            except WrongValue as wrong:
                self.wrong.append(wrong.inside(path))
                continue
            yield row

    def _note_ids(self, name: str, row: _Row) -> None:
        self._note_id(name, row.id, ("id",))
        if isinstance(row, SessionRecord):
            for number, step in enumerate(row.steps):
                self._note_id("steps", step.id, ("steps", number, "id"))

    def _note_id(self, kind: str, row_id: str, path: PathParts) -> None:
        if (kind, row_id) in self._ids:
            raise WrongValue(path, "This id stands twice in the file.", "Remove one of the two.")
        self._ids.add((kind, row_id))


def _document(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise WrongValue((), f"The file holds {shown(value)}, and no history.", _MEND)
    if "sessions" not in value and ("stretches" in value or "routines" in value):
        what = "This is a file of routines, and no history."
        raise WrongValue((), what, "Put it into the folder of your routines.")
    if "format" not in value:
        raise WrongValue((), 'There is no "format", so this is no exported history.', _MEND)
    known = value["format"]
    if isinstance(known, bool) or not isinstance(known, int) or known < 1:
        raise WrongValue(("format",), f"This is {shown(known)}.", f"It needs to be {FORMAT}.")
    if known > FORMAT:
        what = f"A newer Supple wrote this file: its format is {shown(known)}, not {FORMAT}."
        raise WrongValue(("format",), what, "Install the newest Supple and try again.")
    return value


def _session(value: object) -> SessionRecord:
    return whole_session(read_session(value))


def _assessment(value: object) -> Assessment:
    return whole_assessment(read_assessment(value))


def _day_off(value: object) -> DayOff:
    return whole_day_off(read_day_off(value))


def _broken(text: str) -> Problem:
    """What is wrong with text that is not JSON."""
    if len(text) <= LARGEST_SEARCHED:
        problems = read_with_positions(text).problems
        if problems:
            # How to mend it is said there for routines that are written by hand.
            return replace(problems[0], mend=_MEND)
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        what = "The text breaks off or is damaged here."
        return Problem("", what, _MEND, line=error.lineno, column=error.colno)
    except (ValueError, RecursionError):
        pass
    return Problem("", "The file is not JSON that can be read.", _MEND)


def _problems(text: str, wrong: Sequence[WrongValue]) -> tuple[Problem, ...]:
    """The first ones, with their lines where the file is not too long to look for them."""
    near = read_with_positions(text) if len(text) <= LARGEST_SEARCHED else None
    listed = []
    for value in wrong[:LISTED]:
        line, column = near.locate(value.path) if near is not None and value.path else (0, 0)
        problem = Problem(path_text(value.path), value.what, value.mend, line=line, column=column)
        listed.append(problem)
    more = len(wrong) - LISTED
    if more > 0:
        there = "is 1 more entry" if more == 1 else f"are {more} more entries"
        listed.append(Problem("", f"There {there} with problems.", "Mend these first."))
    return tuple(listed)
