from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.core.record import SessionRecord, StepRecord
from supple.store.history import KEEP, History

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def over(history: History, held: Callable[..., StepRecord]) -> History:
    history.open_session("s", "r", "R", START)
    for n in (1, 2):
        history.add_step("s", held(30.0), START + timedelta(seconds=40 * n))
    history.close_session("s", Ended.FINISHED, START + timedelta(minutes=2))
    history.rate("s", 5, 3, "Stiff.")
    history.sent(history.everything())
    return history


def session(history: History) -> SessionRecord:
    found = history.session("s")
    assert found is not None
    return found


def test_what_is_not_given_stays(over: History) -> None:
    before = session(over)
    over.edit("s", note="Better.")
    after = session(over)
    assert (after.note, after.pain_before, after.pain_after) == ("Better.", 5, 3)
    assert (after.started_at, after.ended_at, after.held_s) == (START, before.ended_at, 60.0)
    assert after.changed_at is not None
    assert before.changed_at is not None
    assert after.changed_at > before.changed_at
    assert over.outbox() == (("session", "s"),)


def test_pain_can_be_cleared(over: History) -> None:
    over.edit("s", pain_before=None, pain_after=KEEP)
    assert (session(over).pain_before, session(over).pain_after) == (None, 3)
    over.edit("s", pain_before=0, note="")
    assert (session(over).pain_before, session(over).note) == (0, "")
    assert over.pain_count() == 1


def test_corrected_seconds_are_what_counts_and_the_steps_stay(over: History) -> None:
    over.edit("s", held_s=90.0)
    assert (session(over).held_s, session(over).corrected_s) == (90.0, 90.0)
    assert [step.held_s for step in session(over).steps] == [30.0, 30.0]
    assert over.day_totals() == [(date(2026, 3, 14), 90.0, 1)]
    assert [row[3] for row in over.stretch_totals(date(2026, 3, 14))] == [90.0]
    assert over.session_page(None, None, None, 9).sessions[0].corrected


def test_what_was_measured_is_no_correction(over: History) -> None:
    over.edit("s", held_s=0.0)
    assert over.day_totals() == []
    over.edit("s", held_s=60.0)
    assert session(over).corrected_s is None
    assert over.day_totals() == [(date(2026, 3, 14), 60.0, 1)]


def test_a_moved_session_lasts_as_long_and_counts_on_its_new_day(over: History) -> None:
    moved = datetime(2026, 3, 10, 7, 0, tzinfo=timezone(timedelta(hours=-5)))
    steps = session(over).steps
    over.edit("s", started_at=moved)
    after = session(over)
    assert (after.started_at, after.started_at.utcoffset()) == (moved, timedelta(hours=-5))
    assert after.ended_at == moved + timedelta(minutes=2)
    assert after.steps == steps
    assert over.day_totals() == [(date(2026, 3, 10), 60.0, 1)]
    assert over.day_totals(6) == [(date(2026, 3, 10), 60.0, 1)]


def test_a_session_that_runs_or_is_not_there_cannot_be_edited(over: History) -> None:
    over.open_session("now", "r", "R", START)
    with pytest.raises(UserError, match="still running"):
        over.edit("now", note="x")
    with pytest.raises(LookupError):
        over.edit("nobody", note="x")


@pytest.mark.parametrize("wrong", [{"held_s": -1.0}, {"held_s": math.nan}, {"held_s": math.inf}])
def test_seconds_that_are_none_are_refused(wrong: dict[str, float], over: History) -> None:
    before = session(over)
    with pytest.raises(ValueError, match="0 or more"):
        over.edit("s", held_s=wrong["held_s"])
    with pytest.raises(ValueError, match="0 to 10"):
        over.edit("s", pain_after=11)
    assert session(over) == before
