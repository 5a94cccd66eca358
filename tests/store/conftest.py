"""A history in a real file, with ids and times that can be foretold."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check, Feel
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.merge import canonical
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.database import Database
from supple.store.history import History
from supple.store.journal import Exchanged, Journal

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))
import library_values  # noqa: F401 - hypothesis knows stretches and routines from here on

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))

# What hypothesis makes of ``st.from_type(SessionRecord)`` and the like: any row a history may hold.
_ids = st.text("0123456789abcdef", min_size=1, max_size=24)
_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_seconds = st.floats(0, 1e6)
_zones = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_instants = st.datetimes(datetime(1901, 1, 1), datetime(2998, 1, 1), timezones=_zones)  # noqa: DTZ001
_pain = st.none() | st.integers(0, 10)
_degrees = st.none() | st.floats(0, 110)
_now_and_then = st.none() | _instants
_steps = st.builds(
    StepRecord,
    kind=st.sampled_from([StepKind.HOLD, StepKind.REPS]),
    stretch=_texts,
    side=st.sampled_from(Side),
    set=st.integers(1, 20),
    planned_s=_seconds,
    held_s=_seconds,
    completed=st.booleans(),
    hurt=st.booleans(),
    id=_ids,
    ended_at=_instants,
)
_sessions = st.builds(
    SessionRecord,
    id=_ids,
    routine=_texts,
    routine_name=_texts,
    started_at=_instants,
    ended=st.sampled_from(Ended),
    steps=st.lists(_steps, max_size=4, unique_by=lambda step: step.id).map(tuple),
    ended_at=_instants,
    pain_before=_pain,
    pain_after=_pain,
    note=_texts,
    planned_s=_seconds,
    plan_level=st.none() | st.integers(0, 9),
    corrected_s=st.none() | _seconds,
    device=_ids,
    changed_at=_instants,
    deleted_at=_now_and_then,
)
_assessments = st.builds(
    Assessment,
    id=_ids,
    check=st.sampled_from(Check),
    at=_instants,
    left=_degrees,
    right=_degrees,
    feel=st.none() | st.sampled_from(Feel),
    note=_texts,
    device=_ids,
    changed_at=_instants,
    deleted_at=_now_and_then,
)
_days_off = st.builds(
    DayOff,
    id=_ids,
    day=st.dates(date(1901, 1, 1), date(2998, 1, 1)),
    off=st.sampled_from(Off),
    device=_ids,
    changed_at=_instants,
    deleted_at=_now_and_then,
)


def _apart(sessions: list[SessionRecord]) -> tuple[SessionRecord, ...]:
    """No step's id stands in two sessions, and the steps are in the order of their ends."""
    made: list[SessionRecord] = []
    for n, session in enumerate(sessions):
        steps = [replace(step, id=f"{n}-{step.id}") for step in session.steps]
        steps.sort(key=lambda step: (step.ended_at, step.id))
        made.append(replace(session, steps=tuple(steps)))
    return tuple(made)


def _some(rows: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(rows, max_size=3, unique_by=lambda row: row.id).map(tuple)


st.register_type_strategy(StepRecord, _steps)
st.register_type_strategy(SessionRecord, _sessions)
st.register_type_strategy(Assessment, _assessments)
st.register_type_strategy(DayOff, _days_off)
st.register_type_strategy(
    Contents,
    st.builds(Contents, _some(_sessions).map(_apart), _some(_assessments), _some(_days_off)),
)


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


class Computer:
    """One of several that share a history: a database, a clock and a folder of its own."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.path = home / "history.db"
        self.folder = folder
        self.clock = Clock()
        self._numbers = count(1)
        self._name = home.name
        self.open()

    def open(self) -> None:
        """As at a start of the program."""
        self.history = History(Database.open(self.path), self.new_id, self.clock)

    def new_id(self) -> str:
        return f"{self._name}{next(self._numbers):03}"

    def journal(self, program: str = "1") -> Journal:
        return Journal(
            self.folder, self.history, new_id=self.new_id, now=self.clock, program=program
        )

    def exchange(self) -> Exchanged:
        return self.journal().exchange()

    def record(self, *held_s: float) -> str:
        """A session of so many holds, finished; returns its id."""
        session, at = self.new_id(), self.clock.advance(60)
        self.history.open_session(session, "desk-break", "Desk break", at, planned_s=60)
        for seconds in held_s:
            step = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, seconds, True)
            self.history.add_step(session, step, self.clock.advance(seconds))
        self.history.close_session(session, Ended.FINISHED, self.clock.advance(1))
        return session

    def texts(self) -> dict[str, str]:
        """Every row by its id, as a text that tells all it holds."""
        whole = self.history.everything()
        rows = (*whole.sessions, *whole.assessments, *whole.days_off)
        return {row.id: canonical(row) for row in rows}

    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture(scope="session")
def computer_type() -> type[Computer]:
    return Computer


@pytest.fixture
def new_computer(tmp_path: Path) -> Iterator[Callable[..., Computer]]:
    """Computers that look into one folder, unless told another."""
    made: list[Computer] = []
    shared = tmp_path / "shared"
    shared.mkdir()

    def make(name: str, folder: Path = shared) -> Computer:
        home = tmp_path / name
        home.mkdir()
        made.append(Computer(home, folder))
        return made[-1]

    yield make
    for computer in made:
        computer.history.close()


@pytest.fixture(scope="session")
def practise() -> Callable[[History, int, int], None]:
    """Writes the sessions of the days ``first`` to ``last``, six holds of 30 s each.

    Their ids are the numbers of the days in 24 digits.
    """

    def write(history: History, first: int, last: int) -> None:
        for day in range(first, last):
            at = START + timedelta(days=day)
            history.open_session(f"{day:024x}", "desk-break", "Desk break", at)
            for number in range(6):
                at += timedelta(seconds=40)
                step = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 30.0, True)
                history.add_step(f"{day:024x}", step, at, f"{day:020x}{number:04x}")
            history.close_session(f"{day:024x}", Ended.FINISHED, at)

    return write


@pytest.fixture
def pipe_at() -> Callable[[Path], Path]:
    """Makes a named pipe that nobody writes to: who opens it waits for ever."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("the system has no pipes with names")

    def make(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(path)
        return path

    return make
