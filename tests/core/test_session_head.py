from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from supple.core.session_head import SessionHead


def test_the_day_is_the_one_on_the_wall() -> None:
    at = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert SessionHead("s", "r", "R", at, None, 60.0).day == date(2026, 3, 14)
