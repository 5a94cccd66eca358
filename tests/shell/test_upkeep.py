"""What is done for the history by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

from tests.shell.test_history_desk import keep

from supple.core.ended import Ended
from supple.shell import upkeep
from supple.store.backups import listing
from supple.store.opening import open_history
from supple.store.paths import Paths
from supple.store.unsaved import Draft, Unsaved

MakeBench = Callable[..., Any]


def settle(one: Any, qtbot: Any) -> None:
    """Let every errand end and its answer arrive."""
    done: list[int] = []
    one.guidance.history.errands.run(lambda: 1, done.append, lambda error: None)
    qtbot.waitUntil(lambda: bool(done))


def test_one_copy_a_day(bench: MakeBench, qtbot: Any) -> None:
    one = bench()
    keep(one)
    for _ in range(3):
        one.guidance.history.upkeep.run()
    settle(one, qtbot)
    assert len(listing(one.deps.paths.backups_dir)) == 1


def test_the_end_of_the_program_makes_the_copy(bench: MakeBench) -> None:
    one = bench()
    keep(one)
    one.guidance.history.close()
    assert len(listing(one.deps.paths.backups_dir)) == 1


def test_what_could_not_be_saved_is_taken_in_without_a_start(bench: MakeBench, qtbot: Any) -> None:
    one = bench()
    now = one.deps.now()
    draft = Draft("lost", "two", "Two", now, 0.0, None)
    draft.ended, draft.ended_at = Ended.STOPPED, now
    unsaved = Unsaved(one.deps.paths.unsaved_dir)
    unsaved.keep(draft)
    unsaved.release()
    one.guidance.history.upkeep.run()
    settle(one, qtbot)
    assert [row.id for row in one.rows()] == ["lost"]
    assert list(one.deps.paths.unsaved_dir.glob("*.json")) == []


def test_no_copy_when_it_is_not_wanted(bench: MakeBench, qtbot: Any) -> None:
    one = bench()
    keep(one)
    one.deps.settings = replace(one.deps.settings, daily_backup=False)
    one.guidance.history.upkeep.run()
    settle(one, qtbot)
    assert listing(one.deps.paths.backups_dir) == []


def test_it_waits_for_a_session_to_end(bench: MakeBench, qtbot: Any) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.guidance.history.upkeep.run()
    settle(one, qtbot)
    assert listing(one.deps.paths.backups_dir) == []


def test_what_another_computer_did_is_taken_in_and_shown(
    bench: MakeBench, qtbot: Any, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    other = Paths.of(tmp_path / "other")
    from supple.store.journal import exchange

    one = bench()
    one.deps.settings = replace(one.deps.settings, shared_folder=str(shared), daily_backup=False)
    history, one.deps.history = one.deps.history, open_history(other).history
    keep(one, "from-there", ago=0)
    one.deps.history.close()
    assert exchange(other, shared).sent == 1
    one.deps.history = history
    shown: list[Any] = []
    one.program.window.show_today = shown.append
    one.guidance.history.upkeep.run()
    settle(one, qtbot)
    assert [r.id for r in one.rows()] == ["from-there"]
    assert shown[-1].done[0].name == "Desk break"


def test_a_problem_is_told_once(bench: MakeBench, qtbot: Any, tmp_path: Path) -> None:
    one = bench()
    keep(one)
    told: list[str] = []
    one.program.window.notice = lambda key, text, kind="", icon="": told.append(text)
    gone = str(tmp_path / "not there")
    one.deps.settings = replace(one.deps.settings, shared_folder=gone, daily_backup=False)
    for _ in range(3):
        one.guidance.history.upkeep.run()
        settle(one, qtbot)
    assert len(told) == 1


def test_a_change_is_sent_soon_and_only_when_shared(bench: MakeBench, tmp_path: Path) -> None:
    one = bench()
    desk = one.guidance.history.upkeep
    assert desk._soon.interval() == upkeep.FIRST_MS
    desk.changed()
    assert desk._soon.interval() == upkeep.FIRST_MS
    one.deps.settings = replace(one.deps.settings, shared_folder=str(tmp_path))
    desk.changed()
    assert desk._soon.interval() == upkeep.SOON_MS


def test_without_copies_the_file_is_read_once_a_week_all_the_same(
    bench: MakeBench, qtbot: Any
) -> None:
    one = bench()
    keep(one)
    one.deps.settings = replace(one.deps.settings, daily_backup=False)
    one.guidance.history.upkeep.run()
    settle(one, qtbot)
    assert one.deps.history.note("checked") == one.deps.now().astimezone(UTC).date().isoformat()


def test_damage_found_by_the_way_is_told_and_mended_at_the_next_start(
    bench: MakeBench, qtbot: Any
) -> None:
    one = bench()
    for n in range(40):
        keep(one, f"s{n}", ago=n)
    told: list[str] = []
    one.program.window.notice = lambda key, text, kind="", icon="": told.append(text)
    one.deps.history._db._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = one.deps.paths.history_db
    whole = bytearray(path.read_bytes())
    whole[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    path.write_bytes(whole)
    one.deps.settings = replace(one.deps.settings, daily_backup=False)
    then = one.deps.now() + timedelta(days=8)
    one.deps.now = lambda: then
    one.guidance.history.upkeep.run()
    settle(one, qtbot)
    assert "is damaged" in told[0]
    assert one.deps.paths.suspect_file.exists()
