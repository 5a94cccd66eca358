from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.ended import Ended
from supple.core.merge import canonical
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.database import Database
from supple.store.putting import put_session, with_own_steps
from supple.store.rows import read_sessions

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
END = START + timedelta(minutes=1)
STEP = StepRecord(
    StepKind.HOLD,
    "strap",
    Side.LEFT,
    1,
    30.0,
    30.0,
    True,
    False,
    "t",
    START + timedelta(seconds=40),
)
SESSION = SessionRecord(
    "s", "r", "R", START, Ended.FINISHED, (STEP,), END, device="there", changed_at=END
)


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return Database.open(tmp_path_factory.mktemp("rows") / "history.db")


@given(session=st.from_type(SessionRecord), other=st.from_type(SessionRecord))
def test_any_session_is_read_as_it_was_written_last(
    session: SessionRecord, other: SessionRecord, one_file: Database
) -> None:
    with one_file.transaction() as db:
        db.execute("DELETE FROM step")
        db.execute("DELETE FROM session")
        for row in (replace(other, id=session.id), session):
            put_session(db, row)
    (read,) = read_sessions(one_file, "")
    assert canonical(read) == canonical(session)
    assert one_file.rows("SELECT position FROM step") == [(n,) for n in range(len(session.steps))]
    ((held_s,),) = one_file.rows("SELECT held_s FROM session")
    assert held_s == session.held_s


@pytest.mark.parametrize(
    "session",
    [
        replace(SESSION, changed_at=None),
        replace(SESSION, ended_at=None),
        replace(SESSION, ended=None),
        replace(SESSION, steps=(replace(STEP, id=""),)),
        replace(SESSION, steps=(replace(STEP, ended_at=None),)),
    ],
)
def test_a_session_that_is_not_complete_is_refused(
    session: SessionRecord, database: Database
) -> None:
    with pytest.raises(ValueError, match=r"say when|has no id"), database.transaction() as db:
        put_session(db, session)
    assert database.rows("SELECT 1 FROM session UNION SELECT 1 FROM device") == []


def test_a_step_of_that_id_in_another_session_is_left_there(database: Database) -> None:
    with database.transaction() as db:
        put_session(db, SESSION)
        same = with_own_steps(db, SESSION)
        other = with_own_steps(db, replace(SESSION, id="other"))
        again = with_own_steps(db, replace(SESSION, id="other"))
        put_session(db, other)
    assert same == SESSION
    assert other == again
    assert other.steps[0].id not in ("", "t")
    assert replace(other.steps[0], id="t") == STEP
    assert [s.steps for s in read_sessions(database, "ORDER BY number")] == [(STEP,), other.steps]
