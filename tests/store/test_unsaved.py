from __future__ import annotations

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.event import Ended
from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.store import atomic
from supple.store.history import History
from supple.store.unsaved import Draft, HeldStep, Unsaved

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
Held = Callable[..., StepRecord]

KEEPING = """
import sys
from datetime import datetime
from pathlib import Path
from supple.store.unsaved import Draft, Unsaved

at = datetime.fromisoformat("2026-03-14T23:30:00+02:00")
Unsaved(Path(sys.argv[1])).keep(Draft("s1", "r", "R", at))
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "unsaved"


@pytest.fixture
def draft(held: Held) -> Draft:
    rows = [
        HeldStep("t1", held(30.0, Side.LEFT), START + timedelta(seconds=40)),
        HeldStep("t2", held(7.5, Side.RIGHT, completed=False, hurt=True), START.replace(minute=31)),
    ]
    end = START + timedelta(minutes=2)
    return Draft("s1", "desk-break", "Tisch, ü", START, 60.0, 3, rows, Ended.HURT, end)


def keep(folder: Path, draft: Draft) -> Path:
    unsaved = Unsaved(folder)
    path = unsaved.keep(draft)
    unsaved.release()
    return path


def test_a_kept_session_is_taken_in_whole_and_once(
    folder: Path, draft: Draft, history: History
) -> None:
    keep(folder, draft)
    taken, failed = Unsaved(folder).take_in(history)
    assert failed == []
    assert taken == history.sessions()
    (session,) = taken
    assert (session.routine_name, session.started_at) == ("Tisch, ü", START)
    assert (session.ended, session.ended_at) == (Ended.HURT, draft.ended_at)
    assert session.steps == tuple(
        replace(row.step, id=row.id, ended_at=row.at) for row in draft.steps
    )
    assert list(folder.iterdir()) == []
    assert Unsaved(folder).take_in(history) == ([], [])


@pytest.mark.parametrize("note", [None, "", "Fine."])
def test_answers_are_taken_in(
    note: str | None, folder: Path, draft: Draft, history: History
) -> None:
    draft.pain_before, draft.note = 0, note
    keep(folder, draft)
    ((session,), _) = Unsaved(folder).take_in(history)
    assert (session.pain_before, session.pain_after, session.note) == (0, None, note or "")


def test_rows_the_history_has_are_not_credited_twice(
    folder: Path, draft: Draft, history: History
) -> None:
    history.open_session("s1", "desk-break", "Tisch, ü", START)
    history.add_step("s1", draft.steps[0].step, draft.steps[0].at, "t1")
    keep(folder, draft)
    Unsaved(folder).take_in(history)
    assert history.sessions()[0].held_s == 37.5
    assert history.day_totals()[0][1] == 37.5


def test_a_row_marked_after_it_was_written_is_marked(
    draft: Draft, history: History, held: Held
) -> None:
    history.open_session("s1", "desk-break", "R", START)
    for row in draft.steps:
        history.add_step("s1", held(row.step.held_s), row.at, row.id)
    draft.save(history)
    assert [step.hurt for step in history.sessions()[0].steps] == [False, True]


def test_a_session_cut_by_a_crash_ends_with_its_last_step(
    folder: Path, draft: Draft, history: History
) -> None:
    draft.ended = draft.ended_at = None
    keep(folder, draft)
    ((session,), _) = Unsaved(folder).take_in(history)
    assert (session.ended, session.ended_at) == (Ended.CRASHED, draft.steps[-1].at)


def test_a_session_that_is_still_recorded_is_left(folder: Path, history: History) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KEEPING, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "kept\n"
        assert Unsaved(folder).take_in(history) == ([], [])
        assert (folder / "s1.json").exists()
        process.kill()
        process.wait()
    ((session,), _) = Unsaved(folder).take_in(history)
    assert (session.ended, session.ended_at) == (Ended.CRASHED, START)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"steps": None},
        {"steps": [{}]},
        {"started_at": "yesterday"},
        {"ended": "perhaps"},
        {"planned_s": "long"},
        {"started_at": "2026-03-14T23:30:00"},
        {"started_at": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_stays(
    change: dict[str, object], folder: Path, draft: Draft, history: History
) -> None:
    path = keep(folder, draft)
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    taken, (sentence,) = Unsaved(folder).take_in(history)
    assert taken == []
    assert str(path) in sentence
    assert path.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_file_that_is_no_draft_is_told_and_stays(
    content: bytes, folder: Path, history: History
) -> None:
    folder.mkdir()
    (folder / "s1.json").write_bytes(content)
    taken, failed = Unsaved(folder).take_in(history)
    assert (taken, len(failed)) == ([], 1)
    assert (folder / "s1.json").exists()


def test_one_bad_file_does_not_hold_up_the_others(
    folder: Path, draft: Draft, history: History
) -> None:
    keep(folder, draft)
    (folder / "a.json").write_text("{")
    taken, failed = Unsaved(folder).take_in(history)
    assert (len(taken), len(failed)) == (1, 1)


def test_where_the_history_refuses_the_file_stays_for_the_next_time(
    folder: Path, draft: Draft, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError("The disk is full.")

    keep(folder, draft)
    with monkeypatch.context() as patched:
        patched.setattr(History, "session", full)
        assert Unsaved(folder).take_in(history) == ([], ["The disk is full."])
    taken, failed = Unsaved(folder).take_in(history)
    assert ([session.id for session in taken], failed) == ([draft.id], [])


def test_a_file_that_cannot_be_removed_is_told(
    folder: Path, draft: Draft, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keep(folder, draft)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    taken, (sentence,) = Unsaved(folder).take_in(history)
    assert taken == []
    assert str(path) in sentence
    assert history.session(draft.id) is not None


def test_a_dropped_session_leaves_nothing(folder: Path, draft: Draft, history: History) -> None:
    unsaved = Unsaved(folder)
    unsaved.keep(draft)
    unsaved.drop("s1")
    unsaved.release()
    assert list(folder.iterdir()) == []


def test_a_disk_that_refuses_is_told(
    folder: Path, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write_bytes", refuse)
    with pytest.raises(UserError, match=r"s1\.json cannot be written: No space"):
        keep(folder, draft)


def full(monkeypatch: pytest.MonkeyPatch, room: Path) -> None:
    """A disk that has no room but what ``room`` gives up."""
    write = atomic.write_text

    def refuse(path: Path, content: str) -> None:
        if room.exists():
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, content)

    monkeypatch.setattr(atomic, "write_text", refuse)


def test_a_full_disk_has_room_left_for_it(
    folder: Path, draft: Draft, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsaved = Unsaved(folder)
    unsaved.make_room()
    full(monkeypatch, folder / "room")
    unsaved.keep(draft)
    unsaved.release()
    ((session,), failed) = Unsaved(folder).take_in(history)
    assert failed == []
    assert session.held_s == 37.5


def test_what_is_kept_free_is_given_up_to_a_full_disk_alone(
    folder: Path, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsaved = Unsaved(folder)
    unsaved.make_room()

    def refuse(path: Path, content: str) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(atomic, "write_text", refuse)
    with pytest.raises(UserError, match="Read-only"):
        unsaved.keep(draft)
    unsaved.release()
    assert (folder / "room").exists()


def test_a_pipe_among_them_is_told_and_not_waited_for(
    folder: Path, draft: Draft, history: History, pipe_at: Callable[[Path], Path]
) -> None:
    pipe = pipe_at(folder / "a.json")
    keep(folder, draft)
    taken, (sentence,) = Unsaved(folder).take_in(history)
    assert [session.id for session in taken] == [draft.id]
    assert sentence == f"{pipe} cannot be taken in: it is a named pipe, not a file."
