from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.days import counted_day
from supple.core.ended import Ended
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.database import Database
from supple.store.history import History

EVENING = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
NIGHT = datetime(2026, 3, 15, 1, 30, tzinfo=timezone(timedelta(hours=2)))
SATURDAY, SUNDAY = date(2026, 3, 14), date(2026, 3, 15)
Held = Callable[..., StepRecord]
HOLD = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 30.0, True)


def record(
    history: History, id_: str, at: datetime, *steps: StepRecord, routine: str = "desk-break"
) -> None:
    history.open_session(id_, routine, routine.title(), at)
    for number, step in enumerate(steps, 1):
        history.add_step(id_, step, at + timedelta(seconds=40 * number))
    history.close_session(id_, Ended.FINISHED, at + timedelta(seconds=200))


def ids(history: History, *asked: Any, **more: Any) -> list[str]:
    return [head.id for head in history.session_page(*asked, **more).sessions]


# -- what each stretch got


def test_a_stretch_is_summed_by_day_and_side(history: History, held: Held) -> None:
    record(history, "a", EVENING, held(30.0), held(20.0), held(10.0, Side.RIGHT))
    record(history, "b", EVENING, held(5.0), held(7.0, stretch="wall"), held(0.0, stretch="none"))
    assert history.stretch_totals(SATURDAY) == [
        (SATURDAY, "strap", Side.LEFT, 55.0),
        (SATURDAY, "strap", Side.RIGHT, 10.0),
        (SATURDAY, "wall", Side.LEFT, 7.0),
    ]
    assert history.stretch_totals(SUNDAY) == []


def test_a_correction_is_shared_by_the_stretches(history: History, held: Held) -> None:
    record(history, "a", EVENING, held(30.0), held(10.0, stretch="wall"))
    history.edit("a", held_s=80.0)
    assert [(row[1], row[3]) for row in history.stretch_totals(SATURDAY)] == [
        ("strap", 60.0),
        ("wall", 20.0),
    ]


def test_a_correction_of_nothing_held_is_nobodys(history: History, held: Held) -> None:
    record(history, "a", EVENING, held(0.0))
    history.edit("a", held_s=80.0)
    assert history.stretch_totals(SATURDAY) == []
    assert history.day_totals() == [(SATURDAY, 80.0, 1)]


def test_the_small_hours_belong_to_the_day_before(history: History, held: Held) -> None:
    record(history, "a", EVENING, held(30.0))
    record(history, "b", NIGHT, held(20.0))
    history.rate("b", 4, 2)
    assert [row[::3] for row in history.stretch_totals(SATURDAY)] == [
        (SATURDAY, 30.0),
        (SUNDAY, 20.0),
    ]
    assert [row[::3] for row in history.stretch_totals(SATURDAY, 4)] == [(SATURDAY, 50.0)]
    assert history.stretch_totals(SUNDAY, 4) == []
    assert history.pain_pairs(9, 4) == [(SATURDAY, 4, 2)]
    assert history.pain_pairs(9, 1) == [(SUNDAY, 4, 2)]
    assert ids(history, None, SATURDAY, SATURDAY, 9, day_ends_h=4) == ["b", "a"]
    assert ids(history, None, SATURDAY, SATURDAY, 9) == ["a"]
    assert ids(history, None, SUNDAY, None, 9, day_ends_h=4) == []


# -- pain


def test_only_answers_before_and_after_make_a_pair(history: History, held: Held) -> None:
    for n, answers in enumerate(((4, 2), (5, None), (None, 1), (0, 0), (7, 6))):
        record(history, f"s{n}", EVENING + timedelta(days=n), held())
        history.rate(f"s{n}", *answers)
    assert history.pain_count() == 3
    assert [pair[1:] for pair in history.pain_pairs(9)] == [(4, 2), (0, 0), (7, 6)]
    assert [pair[1:] for pair in history.pain_pairs(2)] == [(0, 0), (7, 6)]
    history.discard("s4")
    assert history.pain_count() == 2
    assert [pair[1:] for pair in history.pain_pairs(1)] == [(0, 0)]


# -- the list


@pytest.fixture
def week(history: History, held: Held) -> History:
    """Seven evenings, the routines in turn."""
    for n in range(7):
        routine = ("desk-break", "Bedtime")[n % 2]
        record(history, f"s{n}", EVENING + timedelta(days=n), held(10.0 * n), routine=routine)
    return history


def test_a_page_says_what_the_whole_list_comes_to(week: History) -> None:
    page = week.session_page(None, None, None, 3)
    assert [head.id for head in page.sessions] == ["s6", "s5", "s4"]
    assert (page.total, page.held_s) == (7, 210.0)
    page = week.session_page(None, None, None, 3, 6)
    assert [head.id for head in page.sessions] == ["s0"]
    assert (page.total, page.held_s) == (7, 210.0)
    assert week.session_page("nobody", None, None, 3) == ([], 0, 0.0)


def test_a_line_of_it_is_the_session_without_its_steps(week: History) -> None:
    week.rate("s6", 3, 1, "Good.")
    week.edit("s6", held_s=99.0)
    record_ = week.session("s6")
    assert record_ is not None
    (head,) = week.session_page(None, None, None, 1).sessions
    same = ("id", "routine", "routine_name", "started_at", "ended", "ended_at", "held_s", "day")
    for name in (*same, "pain_before", "pain_after", "note", "plan_level"):
        assert getattr(head, name) == getattr(record_, name), name
    assert head.corrected


def test_the_list_is_filtered(week: History) -> None:
    assert ids(week, "Bedtime", None, None, 9) == ["s5", "s3", "s1"]
    middle = (SATURDAY + timedelta(days=2), SATURDAY + timedelta(days=4))
    assert ids(week, None, *middle, 9) == ["s4", "s3", "s2"]
    assert ids(week, "Bedtime", *middle, 9) == ["s3"]
    assert ids(week, None, None, SATURDAY, 9) == ["s0"]
    assert ids(week, None, date.min, date.max, 9, 5) == ["s1", "s0"]
    week.discard("s3")
    assert ids(week, "Bedtime", *middle, 9) == []


def test_sessions_begun_in_the_same_instant_stand_on_one_page_each(
    history: History, held: Held
) -> None:
    for n in range(5):
        record(history, f"s{n}", EVENING, held())
    pages = [ids(history, None, None, None, 2, offset) for offset in (0, 2, 4)]
    assert pages == [["s4", "s3"], ["s2", "s1"], ["s0"]]


def test_routines_are_known_by_their_latest_name(week: History, held: Held) -> None:
    week.open_session("new", "desk-break", "At the desk", EVENING + timedelta(days=9))
    assert week.routines_done() == [("desk-break", "At the desk"), ("Bedtime", "Bedtime")]
    week.discard("new")
    assert week.routines_done() == [("Bedtime", "Bedtime"), ("desk-break", "Desk-Break")]
    assert History.routines_done(week) == week.routines_done()


def test_a_history_without_sessions_has_no_routines(history: History) -> None:
    assert history.routines_done() == []


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> History:
    return History(Database.open(tmp_path_factory.mktemp("days") / "history.db"))


starts = st.tuples(st.integers(0, 60 * 24 * 20), st.sampled_from([-720, -90, 0, 60, 345, 840]))


@given(starts=st.lists(starts, max_size=12), day_ends_h=st.integers(0, 6), data=st.data())
def test_days_are_those_counted_one_by_one(
    starts: list[tuple[int, int]],
    day_ends_h: int,
    data: st.DataObject,
    one_file: History,
) -> None:
    history = one_file
    with history._db.transaction() as db:
        db.execute("DELETE FROM step")
        db.execute("DELETE FROM session")
    for n, (minute, offset) in enumerate(starts):
        at = (EVENING + timedelta(minutes=minute)).astimezone(timezone(timedelta(minutes=offset)))
        record(history, f"s{n}", at, replace(HOLD, held_s=15.0 if n % 3 else 0.25))
    sessions = history.sessions()
    days = [counted_day(session.started_at, day_ends_h) for session in sessions]
    wanted: dict[date, list[float]] = {}
    for day, session in zip(days, sessions, strict=True):
        wanted.setdefault(day, []).append(session.held_s)
    sums = [(day, sum(x), len([y for y in x if y >= 15])) for day, x in sorted(wanted.items())]
    assert history.day_totals(day_ends_h) == sums
    totals = history.stretch_totals(date.min, day_ends_h)
    assert [(day, held_s) for day, _, _, held_s in totals] == [row[:2] for row in sums]
    since, until = (data.draw(st.dates(SATURDAY - timedelta(2), date(2026, 4, 5))) for _ in "ab")
    page = history.session_page(None, since, until, 99, 0, day_ends_h)
    inside = [s.id for s, day in zip(sessions, days, strict=True) if since <= day <= until]
    assert [head.id for head in page.sessions] == inside
    assert page.total == len(inside)


# -- speed comes from the indexes


@pytest.fixture
def plans(history: History, database: Database, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How SQLite finds what is asked from here on."""
    found: list[str] = []
    rows = Database.rows

    def explained(self: Database, sql: str, values: Any = ()) -> list[tuple[object, ...]]:
        found.extend(str(row[3]) for row in rows(self, f"EXPLAIN QUERY PLAN {sql}", values))
        return rows(self, sql, values)

    monkeypatch.setattr(Database, "rows", explained)
    return found


def test_sums_look_into_indexes_alone(history: History, plans: list[str]) -> None:
    history.day_totals()
    history.day_totals(4)
    history.pain_pairs(12)
    history.pain_count()
    for line in plans:
        assert "SCAN session USING COVERING INDEX" in line


def test_no_list_reads_all_sessions(history: History, plans: list[str]) -> None:
    history.session_page("r", SATURDAY, SUNDAY, 50)
    history.session_page(None, SATURDAY, None, 50, day_ends_h=4)
    history.session_page(None, None, None, 50)
    history.stretch_totals(SATURDAY)
    history.routines_done()
    for line in plans:
        assert not line.startswith("SCAN") or "COVERING INDEX" in line or "done" in line, line
