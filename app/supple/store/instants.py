"""Instants as the history writes them: UTC text, local offset in minutes, local date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache


def utc_text(instant: datetime) -> str:
    """Fixed width, so that text sorts as time does. Raises ValueError for a naive instant."""
    _offset(instant)
    utc = instant.astimezone(UTC)
    # strftime does not pad years below 1000 everywhere.
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def later(now: datetime, before: str) -> str:
    """UTC text of ``now``, or a microsecond after ``before`` where the clock is not past it.

    ``before`` is UTC text as well. At the end of the year 9999 it stays as it is.
    """
    text = utc_text(now)
    if text > before:
        return text
    try:
        return utc_text(from_columns(before, 0) + timedelta(microseconds=1))
    except OverflowError:
        return before


def offset_min(instant: datetime) -> int:
    """Local time minus UTC, in whole minutes."""
    return round(_offset(instant) / timedelta(minutes=1))


def local_date(instant: datetime) -> str:
    """The date on the person's wall at that instant."""
    return from_columns(utc_text(instant), offset_min(instant)).date().isoformat()


def columns(instant: datetime) -> tuple[str, int, str]:
    """UTC text, offset in minutes, local date."""
    return utc_text(instant), offset_min(instant), local_date(instant)


def from_columns(utc: str, minutes: int) -> datetime:
    """The aware instant, in the offset it was written in."""
    parsed = datetime.fromisoformat(utc)
    return parsed.astimezone(_zone(minutes))


@cache
def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))


def _offset(instant: datetime) -> timedelta:
    offset = instant.utcoffset()
    if offset is None:
        raise ValueError(f"an instant without its offset from UTC: {instant}")
    return offset
