"""What the section "Data" of the settings shows, and how its facts are put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from supple.core import labels

_UNITS = ("kB", "MB", "GB", "TB")


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup, in words."""

    id: str
    """What names it to whoever keeps it."""
    when: str
    """Such as ``Today, 08:58`` or ``Tuesday 20 October, 08:58``."""
    detail: str
    """Such as ``412 sessions, 1.2 MB``; for a damaged one what is known of it."""
    good: bool = True
    """Whether it can be restored."""


@dataclass(frozen=True, slots=True)
class DataView:
    """Everything the section shows."""

    folder: str = ""
    """Where the person's data is; "" while nobody knows."""
    backups: tuple[BackupRow, ...] = ()
    """Newest first."""
    exchange: str = ""
    """What came of the last exchange, a sentence; "" before the first."""
    exchange_ok: bool = True
    """False where ``exchange`` tells of a problem."""
    deletes: tuple[str, ...] = ()
    """Sentences on what "Delete all history" would delete; none while there is nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """What restoring a backup would change."""

    backup: str
    """The id of a ``BackupRow``."""
    lines: tuple[str, ...]
    """Sentences, such as ``3 sessions of today and yesterday are not in it.``"""
    ok: bool = True
    """False where it cannot be restored; ``lines`` then say why."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file would add to the history."""

    headline: str
    """Such as ``12 new sessions``."""
    lines: tuple[str, ...] = ()
    """What is equal, what differs and what cannot be read, a sentence each."""
    adds: bool = True
    """False where there is nothing to add."""
    problem: bool = False
    """Whether it is what is wrong with the file, which somebody may want to send on."""


def backup_row(
    name: str,
    at: datetime,
    now: datetime,
    sessions: int | None,
    size: int,
    *,
    good: bool = True,
    why: str = "",
) -> BackupRow:
    """A backup in words.

    ``at`` and ``now`` are local times; ``sessions`` None where they cannot be counted; ``size``
    in bytes; ``why`` it was made or what is wrong with it, such as ``before an update``.
    """
    count = labels.plural(sessions, "session") if sessions is not None else ""
    parts = [part for part in (count, bytes_in_words(size), why) if part]
    return BackupRow(name, moment(at, now), ", ".join(parts), good)


def moment(at: datetime, now: datetime) -> str:
    """Such as ``Today, 08:58``, ``Tuesday 20 October, 08:58``, with the year where it differs."""
    apart = (now.date() - at.date()).days
    near = {0: "Today", 1: "Yesterday"}.get(apart)
    day = near or labels.day(at.date()) + (f" {at.year}" if at.year != now.year else "")
    return f"{day}, {at:%H:%M}"


def bytes_in_words(size: int) -> str:
    """Such as ``640 kB`` or ``1.2 MB``, in steps of a thousand as file managers count."""
    if size < 1000:
        return f"{size} bytes" if size != 1 else "1 byte"
    value = float(size)
    for unit in _UNITS:
        value /= 1000
        if value < 999.5 or unit == _UNITS[-1]:
            break
    return f"{value:.1f} {unit}" if value < 9.95 else f"{value:.0f} {unit}"


def kept(backups: Sequence[BackupRow]) -> str:
    """How many backups there are and how new the newest good one is, in a few words."""
    good = next((row for row in backups if row.good), None)
    if good is None:
        return "None of the backups is good" if backups else "None yet"
    # "Today" stands inside the sentence here; a weekday keeps its capital.
    when = good.when
    if when.startswith(("Today", "Yesterday")):
        when = when[:1].lower() + when[1:]
    return f"{len(backups)} kept. Newest: {when}"
