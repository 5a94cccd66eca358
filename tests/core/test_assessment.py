from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from supple.core.assessment import Assessment, Check


def test_a_check_is_of_the_day_the_clock_of_its_place_showed() -> None:
    at = datetime(2026, 10, 22, 23, 30, tzinfo=UTC)
    assert Assessment("a", Check.LEG_RAISE, at).day == date(2026, 10, 22)
    there = at.astimezone(timezone(timedelta(hours=2)))
    assert Assessment("a", Check.LEG_RAISE, there).day == date(2026, 10, 23)
