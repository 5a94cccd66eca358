"""Sessions as a calendar file, RFC 5545."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from supple import __version__
from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.core.record import SessionRecord

LINE_BYTES = 75
"""The most a line may have, its end not counted."""
_SECOND = timedelta(seconds=1)
_ENDED = {
    Ended.FINISHED: "",
    Ended.STOPPED: "Ended early.",
    Ended.HURT: "Ended because something hurt.",
    Ended.CRASHED: "Cut short when the program closed.",
}


def to_ics(sessions: Iterable[SessionRecord]) -> bytes:
    """One entry a session that has ended and is not deleted, oldest first.

    Equal sessions give equal bytes. Raises UserError where there is none, as a calendar without
    an entry is not allowed; ValueError for a naive instant.
    """
    shown = [s for s in sessions if s.ended_at is not None and s.deleted_at is None]
    if not shown:
        raise UserError(
            "There is no session to put into a calendar yet. Do one, then export again."
        )
    shown.sort(key=lambda s: (s.started_at, s.id))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Supple//Supple {__version__}//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Supple",
        *(line for session in shown for line in _event(session)),
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """``line`` in UTF-8, broken so that no part has more than 75 bytes or half a character."""
    content = line.encode()
    parts: list[bytes] = []
    room = LINE_BYTES
    while len(content) > room:
        end = room
        while content[end] & 0b1100_0000 == 0b1000_0000:  # the middle of a character
            end -= 1
        parts.append(content[:end])
        content = content[end:]
        room = LINE_BYTES - 1  # the space that begins a part counts
    return b"\r\n ".join([*parts, content]) + b"\r\n"


def escaped(text: str) -> str:
    """``text`` as a value: line breaks as \\n; other control characters, not allowed, left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign in ("\\", ";", ","):
        lines = lines.replace(sign, "\\" + sign)
    kept = (c for c in lines if c in "\n\t" or not (c < " " or c == "\x7f"))
    return "".join(kept).replace("\n", "\\n")


def _event(session: SessionRecord) -> Iterator[str]:
    ended_at = session.ended_at or session.started_at
    changed = _utc(session.changed_at or ended_at)
    start = session.started_at.replace(microsecond=0)
    # An entry may not end when it begins, and whole seconds are all there is.
    end = max(ended_at, start + _SECOND, start + timedelta(seconds=round(session.corrected_s or 0)))
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(session.id)}@supple"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"DTSTART:{_utc(start)}"
    yield f"DTEND:{_utc(end)}"
    yield f"SUMMARY:{escaped(session.routine_name or session.routine)}"
    yield f"DESCRIPTION:{escaped(_description(session))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(session: SessionRecord) -> str:
    minutes, seconds = divmod(round(session.held_s), 60)
    held = [f"{minutes} min" if minutes else "", f"{seconds} s" if seconds or not minutes else ""]
    lines = [f"Held {' '.join(part for part in held if part)}."]
    lines.append(_ENDED[session.ended] if session.ended else "")
    rated = [
        f"{when} {value}"
        for when, value in (("before", session.pain_before), ("after", session.pain_after))
        if value is not None
    ]
    if rated:
        lines.append(f"Pain, 0 to 10: {', '.join(rated)}.")
    lines.append(session.note)
    return "\n".join(line for line in lines if line)


def _utc(instant: datetime) -> str:
    if instant.utcoffset() is None:
        raise ValueError(f"an instant without its offset from UTC: {instant}")
    # strftime does not pad years below 1000 everywhere.
    text = instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return text.replace("-", "").replace(":", "") + "Z"
