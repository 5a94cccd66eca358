"""A history in a real file, with ids and times that can be foretold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest

from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind
from supple.store.database import Database
from supple.store.history import History

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))


class Clock:
    """The time of day, moved by hand."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> datetime:
        self.now += timedelta(seconds=seconds)
        return self.now


@pytest.fixture(scope="session")
def new_clock() -> Callable[[], Clock]:
    return Clock


@pytest.fixture
def clock(new_clock: Callable[[], Clock]) -> Clock:
    return new_clock()


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id{next(numbers):04}"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "history.db") as database:
        yield database


@pytest.fixture
def history(database: Database, new_id: Callable[[], str], clock: Clock) -> Iterator[History]:
    history = History(database, new_id, clock)
    yield history
    history.close()


@pytest.fixture
def held() -> Callable[..., StepRecord]:
    def make(held_s: float = 30.0, side: Side = Side.LEFT, **values: object) -> StepRecord:
        fields: dict[str, object] = {
            "kind": StepKind.HOLD,
            "stretch": "strap",
            "set": 1,
            "planned_s": 30.0,
            "completed": True,
            **values,
        }
        return StepRecord(side=side, held_s=held_s, **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def utc() -> Callable[..., datetime]:
    return lambda *parts: datetime(*parts, tzinfo=UTC)
