from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.store.database import Database
from supple.store.history import History
from supple.store.values import read_day_totals, seconds, whole

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def two(history: History, held: Callable[..., StepRecord]) -> None:
    for name, holds in (("a", (10.0, 20.0)), ("b", (3.0,))):
        history.open_session(name, "r", "R", START)
        for held_s in holds:
            history.add_step(name, held(held_s), START)


@pytest.mark.usefixtures("two")
def test_days_are_summed(database: Database) -> None:
    assert read_day_totals(database) == [(date(2026, 3, 14), 33.0, 1)]


@pytest.mark.usefixtures("two")
def test_a_day_that_is_none_is_told(database: Database) -> None:
    with database.transaction() as db:
        db.execute("UPDATE session SET local_date = '2026-13-01'")
    with pytest.raises(UserError, match="cannot be read"):
        read_day_totals(database)


@pytest.mark.parametrize("value", [None, "1", 1.5, b"1"])
def test_only_whole_numbers_are_whole(value: object) -> None:
    with pytest.raises(TypeError, match="whole number"):
        whole(value)


@pytest.mark.parametrize("value", [None, "1", b"1"])
def test_only_numbers_are_seconds(value: object) -> None:
    with pytest.raises(TypeError, match="seconds"):
        seconds(value)


def test_the_first_page_needs_no_session_types() -> None:
    code = "import sys; from supple.store.opening import open_history; "
    code += "print([m for m in ('supple.core.step', 'supple.store.rows') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
