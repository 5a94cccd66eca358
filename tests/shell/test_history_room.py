"""The desks around the history, and a damaged history at a start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.shell.test_history_desk import keep

from supple.core.command import Command
from supple.store.opening import open_history
from supple.store.paths import Paths
from supple.ui.window import MainWindow

MakeBench = Callable[..., Any]


def test_a_damaged_history_is_told_until_it_was_seen(
    bench: MakeBench, paths: Paths, monkeypatch: Any
) -> None:
    open_history(paths).history.close()
    paths.history_db.write_bytes(b"no database at all" * 200)
    shown: list[tuple[str, str, str]] = []
    monkeypatch.setattr(MainWindow, "show_recovered", lambda _, *texts: shown.append(texts))
    one = bench()
    headline, detail, more = shown[0]
    assert headline.startswith("Your history was damaged")
    assert "The damaged file is kept." in detail
    assert str(paths.data) in more
    bench()
    assert len(shown) == 2, "not seen yet"
    one.program.window.pages.recovered_seen.emit()
    bench()
    assert len(shown) == 2


def test_a_session_that_ended_is_soon_sent(bench: MakeBench) -> None:
    one = bench()
    told: list[int] = []
    one.guidance.history.upkeep.changed = lambda: told.append(1)
    one.guidance.conductor.start("three-short")
    assert told == []
    one.guidance.parts.player.command(Command.STOP)
    assert told == [1]


def test_opening_anew_tells_when_it_cannot(bench: MakeBench, paths: Paths) -> None:
    one = bench()
    keep(one)
    told: list[str] = []
    one.program.window.notice = lambda key, text, kind="", icon="": told.append(text)
    one.deps.history.close()
    paths.history_db.unlink()
    paths.history_db.mkdir()
    one.deps.history = None
    one.guidance.history.reopen()
    assert one.deps.history is None
    assert told


def test_the_folder_is_that_of_the_data(bench: MakeBench, paths: Paths) -> None:
    assert bench().guidance.history.folder == str(paths.data)
