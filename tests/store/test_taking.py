from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.merge import canonical, merge
from supple.core.problem import UserError
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store import taking
from supple.store.database import Database
from supple.store.history import History

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
EAST = timezone(timedelta(hours=14))
TABLES = ("step", "session", "assessment", "day_off", "outbox", "stretch_done")


def text(contents: Contents) -> list[list[str]]:
    """What they hold, offsets included, whatever the order of the rows."""
    parts = (contents.sessions, contents.assessments, contents.days_off)
    return [sorted(canonical(row) for row in part) for part in parts]


def only(history: History) -> SessionRecord:
    (session,) = history.everything().sessions
    return session


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], History]:
    """An empty history; emptied anew with each call."""
    history = History(Database.open(tmp_path_factory.mktemp("taking") / "history.db"))

    def empty() -> History:
        with history._db.transaction() as db:
            for table in TABLES:
                db.execute(f"DELETE FROM {table}")
        return history

    return empty


# -- rules that hold for all histories


@given(contents=st.from_type(Contents))
def test_everything_that_goes_in_comes_out(contents: Contents, file: Callable[[], History]) -> None:
    history = file()
    count = len(contents.sessions) + len(contents.assessments) + len(contents.days_off)
    assert history.take_in(contents) == count
    assert text(history.everything()) == text(contents)
    assert len(history.outbox()) == count
    history._db.check()


@given(contents=st.from_type(Contents))
def test_twice_changes_nothing(contents: Contents, file: Callable[[], History]) -> None:
    history = file()
    history.take_in(contents)
    before = history.everything()
    history.sent(before)
    assert history.take_in(before) == history.take_in(contents, keep_ours=True) == 0
    assert history.outbox() == ()


@given(one=st.from_type(Contents), other=st.from_type(Contents), same=st.booleans())
def test_two_histories_become_what_merging_says(
    one: Contents, other: Contents, same: bool, file: Callable[[], History]
) -> None:
    if same and one.sessions and other.sessions:
        twin = replace(other.sessions[0], id=one.sessions[0].id)
        other = replace(other, sessions=(twin,))
    # A step's id is random: the same one in two sessions is another test's.
    other = replace(
        other,
        sessions=tuple(
            s
            if s.id in {ours.id for ours in one.sessions}
            else replace(s, steps=tuple(replace(t, id=f"x{t.id}") for t in s.steps))
            for s in other.sessions
        ),
    )
    history = file()
    history.take_in(one)
    history.take_in(other)
    assert text(history.everything()) == text(merge(one, other))
    history.take_in(one)
    assert text(history.everything()) == text(merge(one, other))


# -- what is added, merged, or left


def test_the_rows_of_another_computer_keep_its_name(history: History) -> None:
    history.take_in(Contents((SESSION,)))
    assert only(history) == SESSION
    assert only(history).device != history.device
    assert history.day_totals() == [(date(2026, 3, 14), 30.0, 1)]
    assert history.stretch_times() == {"strap": 1}


def test_a_row_that_names_no_computer_is_counted_as_this_ones(history: History) -> None:
    contents = Contents(
        (replace(SESSION, device=""),),
        (Assessment("a", Check.LEG_RAISE, START, changed_at=END),),
        (DayOff("d", START.date(), Off.ILL, changed_at=END),),
    )
    assert (history.take_in(contents), history.take_in(contents)) == (3, 0)
    taken = history.everything()
    rows = (*taken.sessions, *taken.assessments, *taken.days_off)
    assert {row.device for row in rows} == {history.device}


def test_the_later_change_wins_and_steps_are_united(history: History) -> None:
    history.take_in(Contents((SESSION,)))
    later = END + timedelta(hours=1)
    hurt = replace(STEP, hurt=True)
    second = replace(STEP, id="t2", ended_at=END)
    theirs = replace(SESSION, note="Later.", changed_at=later, steps=(second, hurt))
    assert history.take_in(Contents((theirs,))) == 1
    assert only(history) == replace(theirs, steps=(hurt, second))
    assert history.take_in(Contents((SESSION,))) == 0
    assert history.day_totals() == [(date(2026, 3, 14), 60.0, 1)]


def test_an_import_only_adds(history: History) -> None:
    history.take_in(Contents((SESSION,)))
    history.discard("s")
    ours = history.everything()
    theirs = replace(SESSION, note="Later.", changed_at=END + timedelta(days=999))
    assert history.take_in(Contents((theirs, replace(SESSION, id="new", steps=()))), keep_ours=True)
    assert history.everything(["s"]) == ours
    assert [s.id for s in history.sessions()] == ["new"]


def test_a_deletion_travels_and_so_does_its_undo(history: History) -> None:
    history.take_in(Contents((SESSION,)))
    gone = replace(SESSION, changed_at=END + timedelta(1), deleted_at=END + timedelta(1))
    history.take_in(Contents((gone,)))
    assert (history.sessions(), history.day_totals()) == ([], [])
    back = replace(SESSION, changed_at=END + timedelta(2))
    history.take_in(Contents((back,)))
    assert [s.id for s in history.sessions()] == ["s"]


def test_an_offset_alone_is_a_change(history: History) -> None:
    history.take_in(Contents((SESSION,)))
    moved = replace(
        SESSION, started_at=START.astimezone(UTC), changed_at=END + timedelta(seconds=1)
    )
    assert history.take_in(Contents((moved,))) == 1
    assert only(history).started_at.utcoffset() == timedelta(0)


# -- sessions that run


def test_a_session_that_runs_is_not_given_away(history: History) -> None:
    history.open_session("s", "r", "R", START)
    assert history.everything() == Contents()
    assert history.everything(["s"]) == Contents()


def test_a_session_that_runs_is_neither_taken_nor_touched(history: History) -> None:
    assert history.take_in(Contents((replace(SESSION, ended=None, ended_at=None),))) == 0
    assert history.session("s") is None
    history.open_session("s", "r", "R", START)
    before = history.session("s")
    theirs = replace(SESSION, changed_at=END + timedelta(days=9))
    assert history.take_in(Contents((theirs,))) == 0
    assert history.session("s") == before


def test_the_end_of_a_session_that_ran_elsewhere_is_taken(history: History) -> None:
    """The file was copied to another computer while a session ran."""
    history.take_in(Contents((SESSION,)))
    with history._db.transaction() as db:
        db.execute("DELETE FROM step")
        db.execute(
            "UPDATE session SET ended = NULL, ended_utc = NULL, ended_offset_min = NULL, "
            "changed_utc = '2099-01-01T00:00:00.000000Z'"
        )
    assert history.take_in(Contents((SESSION,))) == 1
    assert only(history) == SESSION


# -- the outbox


def test_what_the_journal_brings_is_not_sent_back(history: History) -> None:
    day = DayOff("d", START.date(), Off.ILL, "there", END)
    history.take_in(Contents((SESSION,), days_off=(day,)), from_journal=True)
    assert history.outbox() == ()
    history.rate("s", 4)
    later = replace(SESSION, note="x", changed_at=END + timedelta(days=999))
    history.take_in(Contents((later,)), from_journal=True)
    assert history.outbox() == (("session", "s"),)


def test_an_import_is_sent(history: History) -> None:
    history.take_in(Contents((SESSION,)), keep_ours=True)
    assert history.outbox() == (("session", "s"),)


# -- all or nothing


@pytest.mark.parametrize(
    "bad",
    [
        replace(SESSION, id="bad", changed_at=None),
        replace(SESSION, id="bad", pain_after=11),
        replace(SESSION, id="bad", planned_s=-1.0),
        replace(SESSION, id="bad", plan_level=2**70),
        replace(SESSION, id="bad", note="\ud800"),
        replace(SESSION, id="bad", started_at=START.replace(tzinfo=None)),
        replace(SESSION, id="bad", started_at=datetime.min.replace(tzinfo=EAST)),
        replace(SESSION, id="bad", steps=(replace(STEP, id="x", set=0),)),
    ],
)
def test_one_bad_row_is_named_and_nothing_is_taken(bad: SessionRecord, history: History) -> None:
    with pytest.raises(UserError, match=r"session 'bad' cannot be taken in.*Nothing"):
        history.take_in(Contents((SESSION, bad)))
    assert history.everything() == Contents()
    assert history.outbox() == ()


def test_a_step_of_another_session_stays_there(history: History) -> None:
    other = replace(SESSION, id="other")
    assert history.take_in(Contents((SESSION, other))) == 2
    assert history.take_in(Contents((SESSION, other))) == 0
    kept, made = history.everything(["s"]).sessions[0], history.everything(["other"]).sessions[0]
    assert kept.steps == (STEP,)
    assert made.steps[0].id != "t"
    assert made.held_s == kept.held_s == 30.0


def test_many_rows_are_taken_in_parts(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "AT_A_TIME", 2)
    rows = [replace(SESSION, id=f"s{n}", steps=()) for n in range(5)]
    twins = [replace(row, note="x", changed_at=END + timedelta(1)) for row in rows]
    assert history.take_in(Contents((*rows, *twins))) == 5
    assert {session.note for session in history.everything().sessions} == {"x"}


def test_rows_are_picked_by_id_and_stand_by_time(history: History) -> None:
    at = [START + timedelta(days=n) for n in (3, 1, 2)]
    rows = [replace(SESSION, id=f"s{n}", started_at=t, steps=()) for n, t in enumerate(at)]
    check = Assessment("a", Check.LEG_RAISE, START, device="there", changed_at=END)
    history.take_in(Contents(tuple(rows), (check,)))
    assert [s.id for s in history.everything().sessions] == ["s1", "s2", "s0"]
    picked = history.everything(["s0", "a", "nobody"])
    assert (len(picked.sessions), picked.assessments) == (1, (check,))


@pytest.fixture
def second(tmp_path: Path) -> Iterator[History]:
    (tmp_path / "second").mkdir()
    history = History(Database.open(tmp_path / "second" / "history.db"))
    yield history
    history.close()


def test_a_clock_set_back_in_a_session_gives_one_order_everywhere(
    history: History, second: History, held: Callable[..., StepRecord]
) -> None:
    history.open_session("s", "r", "R", START)
    history.add_step("s", held(1.0), END)
    history.add_step("s", held(2.0), START)
    history.close_session("s", Ended.FINISHED, END)
    ours = history.session("s")
    assert ours is not None
    assert [step.held_s for step in ours.steps] == [1.0, 2.0]
    second.take_in(history.everything())
    assert second.everything() == history.everything()
    assert history.take_in(second.everything()) == second.take_in(history.everything()) == 0
