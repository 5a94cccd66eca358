"""The history's tables, version by version. A version that was released is never edited."""

from __future__ import annotations

from supple.store.migrations import v1, v2

MIGRATIONS: tuple[tuple[str, ...], ...] = (v1.STATEMENTS, v2.STATEMENTS)
"""The statements that lead from version n to n + 1, at index n."""
