"""What the program is built from, and what it does without."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind
from supple.shell.deps import Deps
from supple.shell.options import parse
from supple.store.opening import open_history
from supple.store.paths import Paths


def deps(profile: Path, *argv: str) -> Deps:
    return Deps.of(parse(["--profile", str(profile), *argv]))


def test_a_new_user_has_nothing_to_be_told(profile: Path) -> None:
    made = deps(profile)
    assert made.notices == []
    assert made.history is not None
    made.history.close()


def test_what_was_said_of_this_session_counts_before_settings_and_options(profile: Path) -> None:
    made = deps(profile, "--mute")
    assert not made.speaks
    made.said = True
    assert made.speaks
    made.mute, made.said = False, None
    assert made.speaks
    made.settings = replace(made.settings, voice_on=False)
    assert not made.speaks
    assert made.history is not None
    made.history.close()


def test_everything_lies_inside_the_profile(profile: Path, tmp_path: Path) -> None:
    made = deps(profile)
    assert made.history is not None
    made.history.close()
    outside = [p for p in tmp_path.iterdir() if p != profile]
    assert outside == []


def test_a_damaged_history_is_kept_and_another_begins(profile: Path, paths: Paths) -> None:
    paths.history_db.parent.mkdir(parents=True)
    paths.history_db.write_bytes(b"no database at all" * 200)
    made = deps(profile)
    assert made.history is not None
    assert made.recovered is not None
    assert made.recovered.damaged_file is not None
    assert made.recovered.damaged_file.read_bytes() == b"no database at all" * 200
    made.history.close()


def test_a_history_of_a_newer_program_is_done_without(profile: Path, paths: Paths) -> None:
    paths.history_db.parent.mkdir(parents=True)
    with sqlite3.connect(paths.history_db) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = paths.history_db.read_bytes()
    made = deps(profile)
    assert made.history is None
    assert made.recovered is None
    assert "Sessions still work" in made.notices[0]
    assert paths.history_db.read_bytes() == before


def test_a_session_cut_by_a_crash_is_told(profile: Path, paths: Paths) -> None:
    history = open_history(paths).history
    when = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
    history.open_session("s1", "desk-break", "Desk break", when)
    step = StepRecord(StepKind.HOLD, "seated-heel-out", Side.LEFT, 1, 20.0, 20.0, True)
    history.add_step("s1", step, when)
    history.close()
    with sqlite3.connect(paths.history_db) as db:
        db.execute("UPDATE session SET run = 'gone' WHERE id = 's1'")
    db.close()
    made = deps(profile)
    assert "cut short" in made.notices[0]
    assert made.history is not None
    assert made.history.sessions()[0].held_s == 20.0
    made.history.close()


def test_a_bad_setting_is_told(profile: Path, paths: Paths) -> None:
    paths.settings_file.parent.mkdir(parents=True)
    paths.settings_file.write_text('{"weekly_goal_days": 12}')
    made = deps(profile)
    assert any("weekly_goal_days" in text for text in made.notices)
    assert made.settings.weekly_goal_days == 3
    assert made.history is not None
    made.history.close()


def test_a_start_in_a_broken_file_tells_what_is_wrong_with_the_file(
    profile: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": 1, "routines": [{"id": "mine", "name": "Mine", "steps": 3}]}')
    with pytest.raises(UserError) as told:
        deps(profile, "--routines", str(bad), "--start", "mine")
    assert f"{bad}:1:" in str(told.value)
    assert "mine" in str(told.value)


def test_a_stretch_is_explained_the_first_time_only(profile: Path) -> None:
    made = deps(profile)
    history = made.history
    assert history is not None

    def explained() -> bool:
        timeline = made.timeline("wall-supine", lambda text: 1.0)
        why = made.library.catalogue.stretches["wall-supine"].why
        return why in timeline.spoken

    assert explained()
    when = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
    history.open_session("s1", "wall-supine", "Legs up the wall", when)
    step = StepRecord(StepKind.HOLD, "wall-supine", Side.BOTH, 1, 45.0, 45.0, True)
    history.add_step("s1", step, when)
    assert not explained()
    history.close()
    assert not explained()  # an unreadable history explains nothing, and stops nothing


def test_a_session_can_be_asked_for_with_short_holds(profile: Path) -> None:
    made = deps(profile)
    made.settings = replace(made.settings, plan_doses=False)
    holds = {}
    for longest_s in (None, 15.0, 900.0):
        steps = made.timeline("lying-down", lambda text: 1.0, longest_s).steps
        holds[longest_s] = [s.duration_s for s in steps if s.kind is StepKind.HOLD]
    assert holds[None] == holds[900.0]
    assert sum(holds[15.0]) < sum(holds[None])
    assert all(a <= b for a, b in zip(holds[15.0], holds[None], strict=True))
    assert made.history is not None
    made.history.close()
