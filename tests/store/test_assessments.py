from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check, Feel
from supple.core.merge import canonical
from supple.core.problem import UserError
from supple.store.assessments import put_assessment, read_assessments
from supple.store.database import Database
from supple.store.history import History

AT = datetime(2026, 3, 14, 7, 30, tzinfo=timezone(timedelta(hours=2)))


def test_a_check_comes_back_as_it_was(history: History) -> None:
    added = history.add_assessment(Check.LEG_RAISE, AT, left=62.5, right=70.0, note="Warm.")
    assert history.assessments() == [added]
    assert (added.device, added.at.utcoffset()) == (history.device, timedelta(hours=2))
    assert history.outbox() == (("assessment", added.id),)


def test_checks_stand_oldest_first_and_deleted_ones_are_left_out(history: History) -> None:
    later = history.add_assessment(Check.TOE_TOUCH, AT + timedelta(days=1), feel=Feel.TIGHT)
    first = history.add_assessment(Check.SIT_AND_REACH, AT, feel=Feel.SHARP)
    assert history.assessments() == [first, later]
    history.discard_assessment(first.id)
    assert history.assessments() == [later]
    history.restore_assessment(first.id)
    assert [a.id for a in history.assessments()] == [first.id, later.id]
    changed = history.assessments()[0].changed_at
    assert changed is not None
    assert first.changed_at is not None
    assert changed > first.changed_at


def test_no_leg_goes_beyond_110_degrees(history: History) -> None:
    with pytest.raises(UserError, match="CHECK"):
        history.add_assessment(Check.LEG_RAISE, AT, left=111.0)
    assert history.assessments() == []


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return Database.open(tmp_path_factory.mktemp("rows") / "history.db")


@given(rows=st.lists(st.from_type(Assessment), max_size=4, unique_by=lambda row: row.id))
def test_any_row_is_read_as_it_was_written(rows: list[Assessment], one_file: Database) -> None:
    with one_file.transaction() as db:
        db.execute("DELETE FROM assessment")
        for row in (*rows, *rows):
            put_assessment(db, row)
    read = read_assessments(one_file, "ORDER BY number")
    assert [canonical(row) for row in read] == [canonical(row) for row in rows]


def test_a_row_that_is_not_complete_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="changed"), database.transaction() as db:
        put_assessment(db, Assessment("a", Check.LEG_RAISE, AT, device="d"))


def test_a_row_that_cannot_be_understood_is_told(history: History, database: Database) -> None:
    history.add_assessment(Check.LEG_RAISE, AT)
    with database.transaction() as db:
        db.execute("UPDATE assessment SET at_utc = '2026-13-14T21:30:00.000000Z'")
    with pytest.raises(UserError, match="cannot be read"):
        history.assessments()
