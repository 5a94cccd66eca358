"""Telling from its first bytes that a file is another one than a history exported as JSON."""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = (
    (rb"\s*\Z", "The file is empty.", "Export the history again."),
    (
        rb"SQLite format 3\0",
        "This is a backup, a copy of the whole history file.",
        "Restore it in the settings, under Data, or with: supple history restore FILE.",
    ),
    (rb"PK\x03\x04|\x1f\x8b", "This file is packed.", "Unpack it and name the .json file in it."),
    (
        rb"\s*BEGIN:VCALENDAR",
        "This is a calendar file, which does not hold everything.",
        "Name a history exported as JSON.",
    ),
    (
        rb"(?:session|date)[,;\t]",
        "This is a table for spreadsheets, which does not hold everything.",
        "Name a history exported as JSON.",
    ),
    (
        rb'\s*\{\s*"v"\s*:',
        "This is a file of a folder that computers share.",
        "Choose that folder in the settings, under Data, and it is taken in by itself.",
    ),
)
_LOOKED_AT: Final = 1000
_MARK: Final = b"\xef\xbb\xbf"


def other_kind(data: bytes) -> tuple[str, str] | None:
    """What the file is and what to do about it; None where it may well be an export."""
    start = data[:_LOOKED_AT].removeprefix(_MARK)
    for pattern, what, mend in _KINDS:
        if re.match(pattern, start):
            return what, mend
    return None
