"""``supple.json``, the slip of paper that lies on top of a shared file."""

from __future__ import annotations

import re
from typing import Final

from supple.core.format_fields import Fields
from supple.core.format_findings import Findings, Locate, shown
from supple.core.problem import Problem
from supple.core.share import Head

FORMAT: Final = 1
TITLE_LENGTH: Final = 60
NOTE_LENGTH: Final = 1000
NOTE_LINES: Final = 20
_LINE_LENGTH: Final = NOTE_LENGTH
_MADE_LENGTH: Final = 60
_EXAMPLE: Final = '{"format": 1, "title": "Your exercises"}'


def parse_head(value: object, locate: Locate | None = None) -> tuple[Head, tuple[Problem, ...]]:
    """Read ``value``, a parsed ``supple.json``: what is good in it, and every problem."""
    findings = Findings(locate)
    if not isinstance(value, dict):
        findings.add((), f"This is {shown(value)}.", f"It needs to be a group: {_EXAMPLE}.")
        return Head(), findings.problems()
    top = Fields(value, (), findings, "supple.json")
    if not _format_fits(top):
        return Head(), findings.problems()
    head = Head(
        title=top.text("title", TITLE_LENGTH),
        note=_note(top),
        made_with=top.text("made_with", _MADE_LENGTH),
    )
    top.finish()
    return head, findings.problems()


def head_values(head: Head) -> dict[str, object]:
    """``head`` as it stands in ``supple.json``; what is empty is left out."""
    values: dict[str, object] = {"format": FORMAT}
    texts = (("title", head.title), ("note", head.note), ("made_with", head.made_with))
    values.update((key, text) for key, text in texts if text)
    return values


def head_problem(head: Head) -> str:
    """Why ``head`` could not be read back, in a sentence for who wrote it; "" where it can."""
    problems = parse_head(head_values(head))[1]
    if not problems:
        return ""
    first = problems[0]
    return f"The {first.path.split('[')[0]}: {first.what} {first.mend}"


def newer(made_with: str, here: str) -> bool:
    """Whether ``made_with`` (``Supple 1.4.0``) names a later version than ``here`` (``1.2.0``)."""
    found = re.search(r"(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?", made_with)
    ours = re.match(r"(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?", here)
    if found is None or ours is None:
        return False
    theirs_parts, our_parts = (
        tuple(int(part or 0) for part in match.groups()) for match in (found, ours)
    )
    return theirs_parts > our_parts


def _format_fits(top: Fields) -> bool:
    """False for a later format, whose keys mean nothing here."""
    there, value = top.take("format", str(FORMAT))
    if not there or (value == FORMAT and not isinstance(value, bool)):
        return True
    later = isinstance(value, int) and not isinstance(value, bool) and value > FORMAT
    mend = "A newer Supple may read it." if later else f"Write {FORMAT}."
    what = f"This is {shown(value)}; only format {FORMAT} is known."
    top.findings.add(("format",), what, mend)
    return not later


def _note(top: Fields) -> str:
    """A text that may have several lines."""
    value = top.value.get("note")
    if not isinstance(value, str) or "\n" not in value:
        return top.text("note", NOTE_LENGTH)
    top.take("note")
    lines = value.replace("\r\n", "\n").split("\n")
    count = top.findings.count
    if len(value) > NOTE_LENGTH:
        what = f"This text has {len(value)} characters; {NOTE_LENGTH} is the most."
        top.findings.add(("note",), what, "Shorten it.")
    elif len(lines) > NOTE_LINES:
        what = f"This text has {len(lines)} lines; {NOTE_LINES} is the most."
        top.findings.add(("note",), what, "Shorten it.")
    else:
        # One line at a time has the same rules as a text of one line.
        for number, line in enumerate(lines):
            if line.strip():
                Fields({"note": line}, ("note", number), top.findings, "supple.json").text(
                    "note", _LINE_LENGTH
                )
    return "\n".join(lines) if top.findings.count == count else ""
