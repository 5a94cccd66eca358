from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.event import Ended
from supple.core.problem import UserError
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind
from supple.store.database import Database
from supple.store.history import History

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
Held = Callable[..., StepRecord]


def record(history: History, id_: str, at: datetime, *steps: StepRecord) -> None:
    history.open_session(id_, "desk-break", "Desk break", at, planned_s=60)
    for number, step in enumerate(steps, 1):
        history.add_step(id_, step, at + timedelta(seconds=40 * number))
    history.close_session(id_, Ended.FINISHED, at + timedelta(seconds=200))


def test_a_session_comes_back_as_it_went(history: History, held: Held) -> None:
    steps = (
        held(30.0, Side.LEFT),
        held(12.25, Side.RIGHT, completed=False, hurt=True),
        held(0.0, Side.BOTH, kind=StepKind.REPS, set=2, stretch="ankle-pumps", completed=False),
    )
    record(history, "s", START, *steps)
    history.rate("s", pain_before=4)
    history.rate("s", pain_after=2, note="Better.")
    assert history.sessions() == [
        SessionRecord(
            id="s",
            routine="desk-break",
            routine_name="Desk break",
            started_at=START,
            ended=Ended.FINISHED,
            steps=tuple(
                replace(step, id=f"id{n + 1:04}", ended_at=START + timedelta(seconds=40 * n))
                for n, step in enumerate(steps, 1)
            ),
            ended_at=START + timedelta(seconds=200),
            pain_before=4,
            pain_after=2,
            note="Better.",
            planned_s=60.0,
            device=history.device,
            changed_at=START + timedelta(seconds=200, microseconds=2),
        )
    ]
    assert history.sessions()[0].started_at.utcoffset() == timedelta(hours=2)
    assert history.sessions()[0].day == date(2026, 3, 14)


def test_a_running_session_has_no_end(history: History, held: Held) -> None:
    history.open_session("s", "r", "R", START)
    history.add_step("s", held(30.0), START)
    (session,) = history.sessions()
    assert (session.ended, session.ended_at, session.held_s) == (None, None, 30.0)


def test_newest_first_and_no_more_than_asked(history: History, held: Held) -> None:
    for day in (0, 2, 1):
        record(history, f"s{day}", START + timedelta(days=day), held())
    assert [s.id for s in history.sessions()] == ["s2", "s1", "s0"]
    assert [s.id for s in history.sessions(limit=2)] == ["s2", "s1"]
    assert [len(s.steps) for s in history.sessions(limit=2)] == [1, 1]
    assert [s.id for s in history.sessions(since=date(2026, 3, 15))] == ["s2", "s1"]
    assert history.sessions(limit=0) == []


def test_days_are_local_and_count_only_what_was_held(history: History, held: Held) -> None:
    record(history, "late", START, held(30.0), held(20.0))
    record(history, "early", START + timedelta(hours=1), held(10.0))
    record(history, "again", START + timedelta(hours=2), held(5.0))
    record(history, "nothing", START + timedelta(days=3), held(0.0))
    assert history.day_totals() == [(date(2026, 3, 14), 50.0, 1), (date(2026, 3, 15), 15.0, 0)]


def test_a_day_does_not_move_when_the_person_travels(history: History, held: Held) -> None:
    record(history, "home", START, held(30.0))
    record(history, "away", START.astimezone(timezone(timedelta(hours=-10))), held(30.0))
    assert [day for day, _, _ in history.day_totals()] == [date(2026, 3, 14)]
    record(history, "east", START.astimezone(timezone(timedelta(hours=13))), held(30.0))
    assert [day for day, _, _ in history.day_totals()] == [date(2026, 3, 14), date(2026, 3, 15)]


def test_a_discarded_session_is_left_out_and_can_come_back(history: History, held: Held) -> None:
    record(history, "s", START, held())
    history.discard("s")
    assert history.sessions() == []
    assert history.day_totals() == []
    history.restore("s")
    assert [s.id for s in history.sessions()] == ["s"]


def test_a_session_that_ended_is_in_the_file_itself(
    history: History, database: Database, held: Held, tmp_path: Path
) -> None:
    record(history, "s", START, held())
    alone = tmp_path / "alone.db"
    alone.write_bytes(database.path.read_bytes())
    with Database.open(alone) as copy:
        assert [s.ended for s in History(copy).sessions()] == [Ended.FINISHED]


def test_a_closed_history_lets_go_of_its_files(history: History, database: Database) -> None:
    history.open_session("s", "r", "R", START)
    history.close()
    with pytest.raises(UserError):
        history.sessions()
    left = {path.name for path in database.path.parent.rglob("*") if path.is_file()}
    assert left == {database.path.name}


def test_a_session_that_ended_keeps_its_end(history: History, held: Held) -> None:
    record(history, "s", START, held())
    history.close_session("s", Ended.STOPPED, START + timedelta(days=1))
    assert history.sessions()[0].ended is Ended.FINISHED


def test_a_note_can_be_emptied_and_pain_is_kept(history: History, held: Held) -> None:
    record(history, "s", START, held())
    history.rate("s", pain_before=0, note="x")
    history.rate("s", note="")
    assert (history.sessions()[0].pain_before, history.sessions()[0].note) == (0, "")


@pytest.mark.parametrize("pain", [-1, 11])
def test_pain_goes_from_0_to_10(pain: int, history: History) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        history.rate("s", pain_after=pain)


def test_a_row_can_be_marked_afterwards(history: History, held: Held) -> None:
    history.open_session("s", "r", "R", START)
    first = history.add_step("s", held(), START)
    history.add_step("s", held(), START)
    history.mark_hurt(first)
    assert [step.hurt for step in history.sessions()[0].steps] == [True, False]


def test_a_step_without_its_session_is_refused_whole(history: History, held: Held) -> None:
    with pytest.raises(LookupError):
        history.add_step("nobody", held(), START)
    assert history.step_ids("nobody") == frozenset()


def test_a_step_is_credited_once(history: History, held: Held) -> None:
    history.open_session("s", "r", "R", START)
    row = history.add_step("s", held(30.0), START)
    with pytest.raises(UserError):
        history.add_step("s", held(30.0), START, row)
    assert history.day_totals() == [(date(2026, 3, 14), 30.0, 1)]
    assert history.step_ids("s") == {row}


def test_every_row_says_which_computer_wrote_it(
    history: History, database: Database, held: Held
) -> None:
    record(history, "s", START, held())
    numbers = "SELECT device FROM session UNION SELECT device FROM step"
    assert database.rows(f"SELECT id FROM device WHERE number IN ({numbers})") == [
        (history.device,)
    ]
    assert History(database).device == history.device


def test_times_are_kept_in_utc_with_the_local_offset(
    history: History, database: Database, held: Held
) -> None:
    record(history, "s", START, held())
    assert database.rows("SELECT started_utc, started_offset_min, local_date FROM session") == [
        ("2026-03-14T21:30:00.000000Z", 120, "2026-03-14")
    ]
    assert database.rows("SELECT ended_utc, ended_offset_min, local_date FROM step") == [
        ("2026-03-14T21:30:40.000000Z", 120, "2026-03-14")
    ]


def test_the_whole_file_is_checked_once_a_week(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks: list[Database] = []
    monkeypatch.setattr(Database, "check", lambda database: checks.append(database))
    counts = []
    for days in (0, 1, 6, 7, 8, 14):
        history.check_when_due(START + timedelta(days=days))
        counts.append(len(checks))
    assert counts == [1, 1, 1, 2, 2, 3]


def test_the_stretches_ever_done_are_known_also_from_what_was_deleted(tmp_path: Path) -> None:
    history = History(Database.open(tmp_path / "history.db"))
    history.open_session("s", "r", "R", START)
    history.add_step("s", StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30, 12.5, False), START)
    history.add_step("s", StepRecord(StepKind.HOLD, "wall", Side.BOTH, 1, 30, 0.0, False), START)
    history.close_session("s", Ended.STOPPED, START)
    history.discard("s")
    assert history.stretches_done() == {"strap"}
    history.close()


def test_notes_are_kept_with_the_history(history: History) -> None:
    assert history.note("journal") is None
    history.keep_note("journal", "one")
    history.keep_note("journal", "two")
    assert history.note("journal") == "two"
