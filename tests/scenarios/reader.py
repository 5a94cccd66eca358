"""Reads a scenario: moments, what happens at each, and what the program is to answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

ZONE = timezone(timedelta(hours=2))


@dataclass
class Act:
    """One thing done, and the answers looked for after it: what, expected, line."""

    text: str
    line: int
    answers: list[tuple[str, str, int]] = field(default_factory=list)


@dataclass
class Moment:
    """A day and an hour."""

    at: datetime
    acts: list[Act] = field(default_factory=list)


def read(path: Path) -> list[Moment]:
    """Raises ValueError, with the line, for what is not understood."""
    moments: list[Moment] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = raw.strip()
        if not text or text.startswith("#"):
            continue
        try:
            _take(moments, raw, text, number)
        except (ValueError, IndexError) as error:
            raise ValueError(f"{path.name}:{number}: {text!r}: {error}") from error
    return moments


def _take(moments: list[Moment], raw: str, text: str, number: int) -> None:
    if not raw.startswith(" "):
        at = datetime.strptime(text, "%A %d %B %Y, %H:%M").replace(tzinfo=ZONE)
        if f"{at:%A}" != text.split()[0]:
            raise ValueError(f"that day is a {at:%A}")
        if moments and at <= moments[-1].at:
            raise ValueError("time goes on from moment to moment")
        moments.append(Moment(at))
    elif text.startswith("> "):
        what, _, expected = text[2:].partition(": ")
        moments[-1].acts[-1].answers.append((what, expected, number))
    else:
        moments[-1].acts.append(Act(text, number))
