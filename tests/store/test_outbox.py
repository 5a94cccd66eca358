from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from supple.core.assessment import Check
from supple.core.day_off import Off
from supple.core.ended import Ended
from supple.core.record import StepRecord
from supple.store.database import Database
from supple.store.history import History
from supple.store.outbox import drop, waits

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def full(history: History, held: Callable[..., StepRecord]) -> History:
    """A session that is over, one that runs, a check and a day off."""
    for session in ("over", "runs"):
        history.open_session(session, "r", "R", START)
        history.add_step(session, held(), START, f"{session}-step")
    history.close_session("over", Ended.FINISHED, START + timedelta(minutes=1))
    history.add_assessment(Check.LEG_RAISE, START, left=60)
    history.set_day_off(date(2026, 3, 15), Off.REST)
    return history


def kinds(history: History) -> list[str]:
    return [kind for kind, _ in history.outbox()]


def test_it_holds_what_changed_but_nothing_that_runs(full: History) -> None:
    assert kinds(full) == ["assessment", "day_off", "session"]
    assert full.unsent() == full.everything()
    assert [session.id for session in full.unsent().sessions] == ["over"]


def test_what_was_sent_leaves_it_until_it_changes(full: History) -> None:
    full.sent(full.unsent())
    assert full.outbox() == ()
    assert full.unsent() == type(full.unsent())()
    full.discard("over")
    assert full.outbox() == (("session", "over"),)
    assert full.unsent().sessions[0].deleted_at is not None
    full.sent(full.unsent())
    full.restore("over")
    assert full.unsent().sessions[0].deleted_at is None
    full.sent(full.unsent())
    full.mark_hurt("over-step")
    assert full.unsent().sessions[0].steps[0].hurt
    full.sent(full.unsent())
    full.discard_assessment(full.assessments()[0].id)
    full.set_day_off(date(2026, 3, 15), None)
    assert kinds(full) == ["assessment", "day_off"]


def test_what_changed_while_it_was_sent_stays(full: History) -> None:
    on_its_way = full.unsent()
    full.rate("over", 4)
    full.sent(on_its_way)
    assert full.outbox() == (("session", "over"),)


def test_a_session_gets_there_when_it_ends(full: History) -> None:
    full.sent(full.unsent())
    full.rate("runs", 4)
    full.discard("runs")
    assert full.outbox() == ()
    full.close_session("runs", Ended.STOPPED, START)
    assert full.outbox() == (("session", "runs"),)


def test_everything_can_be_sent_again(full: History) -> None:
    full.sent(full.unsent())
    full.discard("over")
    for _ in range(2):
        full.send_all()
        assert kinds(full) == ["assessment", "day_off", "session"]


def test_single_rows(full: History, database: Database) -> None:
    with database.transaction() as db:
        assert waits(db, "session", "over")
        drop(db, "session", "over")
        assert not waits(db, "session", "over")
    assert kinds(full) == ["assessment", "day_off"]
