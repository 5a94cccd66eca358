"""The history for other programs: everything as JSON, tables for spreadsheets, a calendar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from supple import __version__
from supple.core.contents import Contents
from supple.core.problem import UserError
from supple.core.record import SessionRecord
from supple.store import atomic
from supple.store.open_here import unopened
from supple.store.record_json import assessment_values, day_off_values, session_values

FORMAT = 2
_DATABASE = b"SQLite format 3\0"


class Format(StrEnum):
    """What can be written."""

    JSON = "json"
    """Everything, deleted entries included; the only one that can be taken in again."""
    CSV = "csv"
    """A table with one row a hold."""
    SESSIONS_CSV = "sessions-csv"
    """A table with one row a session."""
    ICS = "ics"
    """A calendar of the sessions."""

    @classmethod
    def of(cls, path: Path | None) -> Format:
        """The one that a file's ending asks for; JSON where it asks for none."""
        ending = "" if path is None else path.suffix.lower()
        return {".csv": cls.CSV, ".ics": cls.ICS}.get(ending, cls.JSON)


def exported(contents: Contents, to: Format) -> bytes:
    """A whole file. Raises UserError where a calendar would have no entry."""
    if to is Format.JSON:
        return to_json(contents).encode()
    live = [s for s in contents.sessions if s.deleted_at is None]
    if to is Format.ICS:
        from supple.store.calendar_file import to_ics

        return to_ics(live)
    from supple.store.spreadsheet import sessions_to_csv, steps_to_csv

    live.sort(key=lambda s: (s.started_at, s.id), reverse=True)
    return steps_to_csv(live) if to is Format.CSV else sessions_to_csv(live)


def write(target: Path, data: bytes) -> None:
    """Put ``data`` into the file ``target``, in one step.

    Raises UserError when the disk refuses, or when that would replace a history or a backup.
    """
    try:
        with unopened(target) as alone:
            if not alone:
                raise UserError(f"{target} is the history itself. Name another file.")
            if target.is_file():
                with target.open("rb") as there:
                    if there.read(len(_DATABASE)) == _DATABASE:
                        raise UserError(f"{target} is a history or a backup. Name another file.")
        # A slow disk or a pipe is not to hold up who opens or closes the history meanwhile.
        atomic.write_out(target, data)
    except OSError as error:
        raise UserError(
            f"{target} cannot be written: {error.strerror or error}. "
            "Name a file in a folder that is there and that you may write to."
        ) from error


def to_json(contents: Contents) -> str:
    """Everything, one row a line. Equal contents give equal text, in whatever order they came.

    Raises ValueError for a naive instant.
    """
    sessions = sorted(contents.sessions, key=lambda s: (s.started_at, s.id))
    assessments = sorted(contents.assessments, key=lambda a: (a.at, a.id))
    days_off = sorted(contents.days_off, key=lambda d: (d.day, d.id))
    lists = {
        "sessions": map(session_values, sessions),
        "assessments": map(assessment_values, assessments),
        "days_off": map(day_off_values, days_off),
    }
    head = f'{{\n"format": {FORMAT},\n"program": {_text(f"Supple {__version__}")}'
    return head + "".join(f',\n"{name}": {_list(rows)}' for name, rows in lists.items()) + "\n}\n"


def to_lines(sessions: Sequence[SessionRecord]) -> list[str]:
    """A plain table: when, how long was held, how it ended, which routine."""
    if not sessions:
        return ["No sessions yet."]
    rows = [("Started", "Held", "Ended", "Routine")]
    rows += [(*_when(s), s.routine_name or s.routine) for s in sessions]
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    return [
        f"{a:<{widths[0]}}  {b:>{widths[1]}}  {c:<{widths[2]}}  {_one_line(d)}"
        for a, b, c, d in rows
    ]


def _list(rows: Iterable[Mapping[str, object]]) -> str:
    lines = ",\n".join(_text(row) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _when(session: SessionRecord) -> tuple[str, str, str]:
    minutes, seconds = divmod(round(session.held_s), 60)
    ended = "running" if session.ended is None else session.ended.value
    return session.started_at.strftime("%Y-%m-%d %H:%M"), f"{minutes}:{seconds:02}", ended


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
