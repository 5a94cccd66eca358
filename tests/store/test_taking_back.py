from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from supple.core.assessment import Assessment, Check
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.database import Database
from supple.store.history import History

START = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)
END = START + timedelta(minutes=1)
STEP = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 30.0, True, False, "t", END)
SESSION = SessionRecord(
    "s", "r", "R", START, Ended.FINISHED, (STEP,), END, device="there", changed_at=END
)
ALL = Contents(
    (SESSION,),
    (Assessment("a", Check.LEG_RAISE, START, device="there", changed_at=END),),
    (DayOff("d", START.date(), Off.ILL, "there", END),),
)
TABLES = ("step", "session", "assessment", "day_off", "outbox")


@pytest.fixture
def history(tmp_path: Path) -> History:
    """Empty."""
    return History(Database.open(tmp_path / "history.db"))


def left(history: History) -> int:
    return sum(len(history._db.rows(f"SELECT 1 FROM {table}")) for table in TABLES)


def test_what_nobody_was_told_of_goes_without_a_trace(history: History) -> None:
    history.take_in(ALL)
    assert history.take_back(ALL) == 0
    assert left(history) == 0
    assert history.stretch_times() == {}
    history._db.check()
    assert history.take_in(ALL, keep_ours=True) == 3
    assert history.everything() == ALL


def test_what_was_there_before_stays(history: History) -> None:
    mine = replace(SESSION, id="mine", steps=(replace(STEP, id="mine"),))
    history.take_in(Contents((mine,)))
    history.take_in(ALL)
    assert history.take_back(ALL) == 0
    assert history.everything() == Contents((mine,))
    assert history.stretch_times() == {"strap": 1}


def test_what_other_computers_know_of_is_deleted_for_them_too(history: History) -> None:
    history.take_in(ALL)
    history.sent(history.everything())
    assert history.take_back(ALL) == 0
    assert (history.sessions(), history.assessments(), history.days_off()) == ([], [], [])
    assert history.outbox() == (("assessment", "a"), ("day_off", "d"), ("session", "s"))


def test_what_was_changed_since_stays(history: History) -> None:
    history.take_in(ALL)
    history.edit("s", note="Better.")
    assert history.take_back(ALL) == 1
    assert [s.note for s in history.sessions()] == ["Better."]
    assert history.assessments() == []


def test_what_is_gone_already_is_no_matter(history: History) -> None:
    assert history.take_back(ALL) == 0
    assert left(history) == 0
