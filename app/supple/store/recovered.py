"""What was done about a damaged history: kept in a file until the person has seen it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from supple.store.regular import read_file

if TYPE_CHECKING:
    from supple.store.paths import Paths

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Recovered:
    """A recovery that was carried through."""

    at: datetime
    """Aware."""
    restored_from: datetime | None
    """When the backup was made, in local time; None when the damaged file itself was read."""
    sessions_back: int
    """Sessions the history has now."""
    sessions_known_before: int
    """Sessions it is known to have had: those it has now and the missing ones."""
    salvaged: int
    """Rows read out of the damaged file that the backup did not have."""
    missing: tuple[datetime, ...]
    """When the sessions began that are lost, as far as that is known."""
    damaged_file: Path | None
    """Where the damaged file is kept."""

    def headline(self, now: datetime) -> str:
        """One sentence; ``now`` is local."""
        if self.restored_from is not None:
            when = moment(self.restored_from, now)
            return f"Your history was damaged, so we restored it from {when}."
        if self.sessions_back or self.salvaged:
            return "Your history was damaged, so we read it row by row."
        return "Your history was damaged and could not be read, so a new one begins."

    def sentences(self, now: datetime) -> tuple[str, ...]:
        """What is back, what is missing, where the damaged file is; ``now`` is local."""
        from supple.core.labels import plural

        told: list[str] = []
        known = plural(self.sessions_known_before, "session")
        if self.sessions_known_before:
            are = "is" if self.sessions_known_before == 1 else "are"
            told.append(
                f"{self.sessions_back} of {known} {are} back."
                if self.missing
                else f"{known[:1].upper()}{known[1:]} {are} back."
            )
        told += [f"The session of {moment(b, now)}, is missing." for b in self.missing[:3]]
        more = len(self.missing) - 3
        if more > 0:
            told.append(f"{more} more {'is' if more == 1 else 'are'} missing.")
        told.append("The damaged file is kept.")
        return tuple(told)


def moment(at: datetime, now: datetime) -> str:
    """Such as ``this morning, 08:58``, ``yesterday, 18:30`` or ``12 October, 08:00``."""
    from supple.core.labels import date_of

    at = at.astimezone(now.tzinfo)
    apart = (now.date() - at.date()).days
    today = "this morning" if at.hour < 12 else "today"
    day = {0: today, 1: "yesterday"}.get(apart) or date_of(at.date(), now.date())
    return f"{day}, {at:%H:%M}"


def forget(paths: Paths) -> None:
    """The person has seen it."""
    with suppress(OSError):
        paths.recovered_file.unlink()


def remembered(paths: Paths) -> Recovered | None:
    """The recovery the person was not told of yet; None when there is none."""
    try:
        content = read_file(paths.recovered_file)
    except OSError:
        return None
    try:
        return _read(json.loads(content))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        forget(paths)
        return None


def to_bytes(recovered: Recovered) -> bytes:
    """What :func:`remembered` reads."""
    values = {
        "format": FORMAT,
        "at": recovered.at.isoformat(),
        "restored_from": recovered.restored_from and recovered.restored_from.isoformat(),
        "sessions_back": recovered.sessions_back,
        "sessions_known_before": recovered.sessions_known_before,
        "salvaged": recovered.salvaged,
        "missing": [began.isoformat() for began in recovered.missing],
        "damaged_file": recovered.damaged_file and str(recovered.damaged_file),
    }
    return (json.dumps(values, indent=1) + "\n").encode()


def _read(values: dict[str, object]) -> Recovered:
    if values["format"] != FORMAT:
        raise ValueError(values["format"])
    source, missing, kept = (values[k] for k in ("restored_from", "missing", "damaged_file"))
    if not isinstance(missing, list):
        raise TypeError(missing)
    return Recovered(
        at=datetime.fromisoformat(str(values["at"])),
        restored_from=None if source is None else datetime.fromisoformat(str(source)),
        sessions_back=int(str(values["sessions_back"])),
        sessions_known_before=int(str(values["sessions_known_before"])),
        salvaged=int(str(values["salvaged"])),
        missing=tuple(datetime.fromisoformat(str(began)) for began in missing),
        damaged_file=None if kept is None else Path(str(kept)),
    )
