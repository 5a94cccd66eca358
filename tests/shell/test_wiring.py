"""Who hears whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from supple.core.command import Command
from supple.core.event import PauseReason
from supple.core.snapshot import Phase

MakeBench = Callable[..., Any]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    urls: list[str] = []

    def note(url: Any) -> bool:
        urls.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return urls


def test_the_history_hears_of_an_event_before_the_summary_is_made(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    seen: list[object] = []
    one.guidance.parts.page.show_summary = lambda view: seen.append(one.rows()[0].ended)
    one.guidance.parts.player.command(Command.STOP)
    assert seen == ["stopped"]


def test_the_page_and_the_window_reach_the_session(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.guidance.parts.page.asked.emit(Command.PAUSE)
    shot = one.guidance.parts.player.snapshot()
    assert shot.phase is Phase.PAUSED
    one.program.window.session_asked.emit(Command.ASK_STOP)
    assert one.guidance.parts.player.snapshot().pause_reason is PauseReason.STOP_ASKED


def test_text_can_be_copied(bench: MakeBench) -> None:
    one = bench()
    one.program.window.copy_asked.emit("line 3: what is wrong")
    assert QGuiApplication.clipboard().text() == "line 3: what is wrong"


def test_files_and_the_folder_open_outside(bench: MakeBench, opened: list[str]) -> None:
    one = bench()
    one.program.window.open_folder_asked.emit()
    one.program.window.open_file_asked.emit("/some/where.json", 14)
    assert opened == [str(one.deps.paths.routines_dir), "/some/where.json"]


def test_where_nothing_opens_files_the_place_is_told(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    one = bench()
    told: list[tuple[str, str]] = []

    def toast(text: str, action: str, then: Callable[[], None]) -> None:
        told.append((text, action))
        then()

    one.program.window.toast = toast
    one.program.window.open_folder_asked.emit()
    folder = str(one.deps.paths.routines_dir)
    assert told == [(f"Nothing here opens folders. It is at {folder}", "Copy")]
    assert QGuiApplication.clipboard().text() == folder


def test_who_comes_back_is_heard_of_until_the_window_closes(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench()
    heard: list[str] = []
    monkeypatch.setattr(one.program.pages, "refresh_if_stale", lambda: heard.append("pages"))
    library = one.guidance.library
    monkeypatch.setattr(library.watch, "look", lambda: heard.append("library"))
    comes = QGuiApplication.instance().applicationStateChanged
    comes.emit(Qt.ApplicationState.ApplicationInactive)
    assert heard == []
    comes.emit(Qt.ApplicationState.ApplicationActive)
    assert sorted(heard) == ["library", "pages"]
    one.program.window.force_close()
    comes.emit(Qt.ApplicationState.ApplicationActive)
    assert len(heard) == 2
