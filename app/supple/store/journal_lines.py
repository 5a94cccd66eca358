"""One line of a journal: one row in one state, with a sum that shows damage.

``{"v":1,"kind":"session","row":{...},"sum":"..."}`` in UTF-8; the sum is taken of everything
before it. A line that is not wholly there, or not as it was written, is never half understood.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from typing import TypeAlias

from supple.core.assessment import Assessment
from supple.core.contents import Contents
from supple.core.day_off import DayOff
from supple.core.record import SessionRecord
from supple.store.record_json import (
    assessment_values,
    day_off_values,
    read_assessment,
    read_day_off,
    read_session,
    session_values,
)

VERSION = 1
LARGEST = 4_000_000
"""Bytes of the longest line: a session of ten thousand holds is shorter."""
_BEFORE_SUM = b',"sum":"'
_AFTER_SUM = b'"}'

Row: TypeAlias = SessionRecord | Assessment | DayOff
_READERS: Mapping[str, Callable[[object], Row]] = {
    "session": read_session,
    "assessment": read_assessment,
    "day_off": read_day_off,
}


class Unread(Enum):
    """Why a line gives no row."""

    DAMAGED = "damaged"
    NEWER = "newer"
    """Whole, but written by a program that knows more than this one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be written, without its line end."""

    text: bytes
    sum: bytes


def lines_of(contents: Contents) -> list[Line]:
    """A line for every row. Raises ValueError for an instant without its offset."""
    rows = [("session", session_values(row)) for row in contents.sessions]
    rows += [("assessment", assessment_values(row)) for row in contents.assessments]
    rows += [("day_off", day_off_values(row)) for row in contents.days_off]
    return [_line(kind, values) for kind, values in rows]


def checked_sum(text: bytes) -> bytes | None:
    """The sum of a line without its end; None when it is damaged."""
    head, found, tail = text.rpartition(_BEFORE_SUM)
    if not found or not tail.endswith(_AFTER_SUM):
        return None
    real = _sum(head)
    return real if tail == real + _AFTER_SUM else None


def read_line(text: bytes) -> Row | Unread:
    """The row in a line without its end, or why there is none. Never raises."""
    try:
        values = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        return Unread.DAMAGED
    if not isinstance(values, dict):
        return Unread.DAMAGED
    version = values.get("v")
    if type(version) is int and version > VERSION:
        return Unread.NEWER
    if version != VERSION or checked_sum(text) is None:
        return Unread.DAMAGED
    reader = _READERS.get(str(values.get("kind")))
    if reader is None:
        return Unread.NEWER
    try:
        return reader(values.get("row"))
    except (ValueError, OverflowError, RecursionError):
        # It is as it was written, so its writer allowed what this program does not know.
        return Unread.NEWER


def contents_of(rows: Sequence[Row]) -> Contents:
    """The same rows, by kind."""
    return Contents(
        tuple(row for row in rows if isinstance(row, SessionRecord)),
        tuple(row for row in rows if isinstance(row, Assessment)),
        tuple(row for row in rows if isinstance(row, DayOff)),
    )


def _line(kind: str, values: Mapping[str, object]) -> Line:
    line = {"v": VERSION, "kind": kind, "row": values}
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    head = text.encode("utf-8")[:-1]
    digest = _sum(head)
    return Line(head + _BEFORE_SUM + digest + _AFTER_SUM, digest)


def _sum(head: bytes) -> bytes:
    return blake2b(head, digest_size=16).hexdigest().encode("ascii")
