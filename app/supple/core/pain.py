"""Pain before and after, and what may be said of it: never more than the numbers do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from supple.core import labels
from supple.core.history_view import PainPair

LEAST_PAIRS = 8
"""Rated sessions below which nothing is said."""
DRAWN = 12
"""Rated sessions that are drawn, the last ones."""


def pain_pairs(rated: Sequence[tuple[date, int, int]], today: date) -> tuple[PainPair, ...]:
    """The last of ``rated`` (day, before, after; from old to new), as they are drawn."""
    return tuple(
        PainPair(day, before, after, f"{labels.short_day(day, today)}, {before} to {after}")
        for day, before, after in rated[-DRAWN:]
    )


def pain_line(pairs: Sequence[PainPair], count: int) -> str:
    """What ``pairs``, the ones drawn, say. ``count``: all there are."""
    if count < LEAST_PAIRS or len(pairs) < LEAST_PAIRS:
        return f"Not enough data yet: {count} of {LEAST_PAIRS} sessions rated."
    changes = [pair.after - pair.before for pair in pairs]
    lower = sum(change < 0 for change in changes)
    higher = sum(change > 0 for change in changes)
    same = len(changes) - lower - higher
    counts = _counts(len(changes), lower, same, higher)
    return f"{counts} {_middle(_median(changes))} This does not say why."


def _counts(n: int, lower: int, same: int, higher: int) -> str:
    told = [
        f"{word} after {number}"
        for word, number in (("lower", lower), ("the same", same), ("higher", higher))
        if number
    ]
    if len(told) == 1:
        word = told[0].partition(" after ")[0]
        return f"In each of the last {n} rated sessions pain was {word} afterwards."
    return f"In the last {n} rated sessions pain was {', '.join(told[:-1])} and {told[-1]}."


def _middle(change: float) -> str:
    if not change:
        return "The median change is none."
    points = f"{abs(change):g} {'point' if abs(change) == 1 else 'points'}"
    return f"The median change is {points} {'down' if change < 0 else 'up'}."


def _median(values: Sequence[int]) -> float:
    """The middle one, or the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2
