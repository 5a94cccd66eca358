"""A year of history as the page gets it, and a place to show it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from supple.core.assessment import Assessment, Check
from supple.core.day_off import Off
from supple.core.history_ask import EditableSession
from supple.core.history_view import HistoryView, SessionRow, SessionsView
from supple.core.overview import Totals, build_overview

TODAY = date(2026, 10, 22)
"""A Thursday."""
DAYS_AGO = (0, 2, 3, 7, 9, 10, 12, 30, 31)


def make_history(content: Any, pairs: int = 10) -> HistoryView:
    days = sorted(TODAY - timedelta(days=ago) for ago in DAYS_AGO)
    held = [(day, 240.0 + 60 * n, 1) for n, day in enumerate(days)]
    stretch = next(s.id for s in content.catalogue.stretches.values() if s.focus[0] == "hamstrings")
    rated = [(TODAY - timedelta(days=pairs - n), 5, 3 if n % 3 else 5) for n in range(pairs)]
    checks = [
        Assessment(
            f"c{n}", Check.LEG_RAISE, datetime(2026, 9, 1 + 14 * n, 9, tzinfo=UTC), left, 58.0
        )
        for n, left in enumerate((50.0, None, 57.0))
    ]
    totals = Totals(
        days=held,
        stretches=[(TODAY, stretch, "left", 360.0), (TODAY, stretch, "right", 300.0)],
        pain=rated,
        pain_count=pairs,
        assessments=checks,
        days_off={TODAY - timedelta(days=4): Off.REST},
    )
    return build_overview(totals, content.catalogue.stretches, TODAY, 5)


@pytest.fixture
def history(content: Any) -> HistoryView:
    return make_history(content)


@pytest.fixture
def few_pairs(content: Any) -> HistoryView:
    return make_history(content, pairs=3)


@pytest.fixture
def no_history() -> HistoryView:
    return build_overview(Totals(), {}, TODAY, 5)


def row(n: int) -> SessionRow:
    """The session with the number ``n``."""
    note = "Left side tighter" if n % 2 else ""
    pain = "4 to 2" if n % 3 else "Not rated"
    return SessionRow(f"s{n}", "Tue 20 Oct", "20:10", f"Routine {n}", "9 min", pain, note)


def page_of(total: int, offset: int = 0, limit: int = 100, **changes: Any) -> SessionsView:
    """What the desk answers of ``total`` sessions."""
    rows = tuple(row(n) for n in range(offset, min(total, offset + limit)))
    routines = (("a", "Desk break"), ("b", "Lying down"))
    base: dict[str, Any] = {"rows": rows, "total": total, "summary": f"{total} sessions"}
    return SessionsView(**{**base, "routines": routines, **changes})


@pytest.fixture
def sessions_page() -> Callable[..., SessionsView]:
    return page_of


@pytest.fixture
def editable() -> EditableSession:
    return EditableSession(
        id="s1",
        routine="Lying down",
        started_at=datetime(2026, 10, 20, 20, 10, 33, tzinfo=UTC),
        held_s=545.0,
        pain_before=4,
        pain_after=2,
        note="Left side tighter",
        now=datetime(2026, 10, 22, 14, 0, tzinfo=UTC),
    )
