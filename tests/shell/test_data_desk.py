"""The section "Data" of the settings, with a real history and real copies of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.shell.test_history_desk import keep

from supple.core.command import Command
from supple.core.data_view import Change, DataView
from supple.shell.data_desk import change_lines, exchange_line
from supple.store import journal
from supple.store.backups import listing
from supple.store.journal import Exchanged
from supple.store.restoring import Change as Restored
from supple.store.restoring import Session
from supple.ui.pages import Place

MakeBench = Callable[..., Any]
NOW = datetime(2026, 6, 3, 20, tzinfo=UTC)


class Section:
    """The section, with what it is given kept aside."""

    def __init__(self, one: Any, qtbot: QtBot) -> None:
        self.one, self.qtbot = one, qtbot
        self.views: list[DataView] = []
        self.changes: list[Change] = []
        self.notices: list[str] = []
        self.toasts: list[str] = []
        window = one.program.window
        window.show_place(Place.SETTINGS)
        self.cards = window.pages.settings.get().data
        self.cards.show_data = self.views.append
        self.cards.show_change = self.changes.append
        window.notice = lambda key, text, kind="", icon="": self.notices.append(text)
        window.toast = lambda text, *_: self.toasts.append(text)

    def ask(self, signal: Any, *values: object) -> DataView:
        """Emit a wish and wait until the section is shown anew."""
        before = len(self.views)
        signal.emit(*values)
        self.qtbot.waitUntil(lambda: len(self.views) > before)
        return self.views[-1]


@pytest.fixture
def section(bench: MakeBench, qtbot: QtBot) -> Section:
    return Section(bench(), qtbot)


def test_where_things_stand_is_shown(section: Section) -> None:
    view = section.ask(section.cards.shown)
    assert view.folder == str(section.one.deps.paths.data)
    assert (view.backups, view.deletes) == ((), ())
    keep(section.one)
    assert "1 session" in section.ask(section.cards.shown).deletes[0]


def test_a_copy_is_made_and_listed(section: Section) -> None:
    keep(section.one)
    (row,) = section.ask(section.cards.backup_asked).backups
    assert row.good
    assert "1 session" in row.detail
    assert section.toasts == ["A backup was made."]


def test_a_damaged_copy_is_listed_as_one(section: Section) -> None:
    keep(section.one)
    section.ask(section.cards.backup_asked)
    (backup,) = listing(section.one.deps.paths.backups_dir)
    backup.path.write_bytes(b"x" * 5000)
    (row,) = section.ask(section.cards.shown).backups
    assert not row.good


def test_going_back_to_a_copy_is_compared_first_and_keeps_the_present(section: Section) -> None:
    keep(section.one, "s1", ago=3)
    (row,) = section.ask(section.cards.backup_asked).backups
    keep(section.one, "s2", ago=1)
    section.cards.compare_asked.emit(row.id)
    section.qtbot.waitUntil(lambda: bool(section.changes))
    assert section.changes[0].ok
    assert "would go" in section.changes[0].lines[0]
    view = section.ask(section.cards.restore_asked, row.id)
    assert [r.id for r in section.one.rows()] == ["s1"]
    assert len(view.backups) == 3, "the copy, what it replaced, and what is there now"
    # The window writes into the history that is there now.
    section.one.guidance.conductor.start("three-short")
    section.one.play(12)
    section.one.guidance.parts.player.command(Command.STOP)
    assert len(section.one.rows()) == 2


def test_a_copy_that_is_gone_is_told(section: Section) -> None:
    section.cards.compare_asked.emit("history-v2-gone.db")
    section.qtbot.waitUntil(lambda: bool(section.changes))
    assert not section.changes[0].ok
    section.ask(section.cards.restore_asked, "history-v2-gone.db")
    assert "is not there" in section.notices[0]


def test_everything_is_deleted_after_a_last_copy(section: Section) -> None:
    keep(section.one)
    view = section.ask(section.cards.delete_all_asked)
    assert section.one.rows() == []
    assert (len(view.backups), view.deletes) == (2, ())
    assert "1 session" in view.backups[1].detail


def test_nothing_is_replaced_while_a_session_runs(section: Section) -> None:
    keep(section.one)
    section.one.guidance.conductor.start("three-short")
    section.cards.delete_all_asked.emit()
    assert "session is running" in section.notices[0]
    assert len(section.one.rows()) == 2


def test_two_computers_exchange_through_a_folder(section: Section, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    keep(section.one)
    deps = section.one.deps
    deps.settings = replace(deps.settings, shared_folder=str(shared))
    view = section.ask(section.cards.exchange_asked)
    assert view.exchange_ok
    assert "1 entry sent" in view.exchange
    assert list(shared.glob("supple-*.jsonl"))
    shared.rename(tmp_path / "elsewhere")
    view = section.ask(section.cards.exchange_asked)
    assert not view.exchange_ok


def test_an_exchange_that_fails_leaves_nothing_waiting(
    section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr(journal, "exchange", fails)
    deps = section.one.deps
    deps.settings = replace(deps.settings, shared_folder=str(tmp_path))
    busy: list[str | None] = []
    section.cards.set_busy = busy.append
    section.cards.exchange_asked.emit()
    section.qtbot.waitUntil(lambda: bool(section.notices))
    assert "out of luck" in section.notices[0]
    assert busy[-1] is None


def test_the_last_exchange_in_words() -> None:
    assert exchange_line(None) == ("", True)
    assert "same on both" in exchange_line(Exchanged(0, 0, 0, ()))[0]
    assert exchange_line(Exchanged(2, 1, 0, ())) == ("2 entries sent, 1 entry taken in.", True)
    assert exchange_line(Exchanged(0, 0, 0, ("The folder is gone.",))) == (
        "The folder is gone.",
        False,
    )


def test_what_restoring_changes_in_words() -> None:
    one = Session("s", NOW - timedelta(hours=2), "Desk break")
    lines = change_lines(Restored((one,), (), (), 3), NOW)
    assert lines == (
        "“Desk break”, Today, 18:00, is not in it and would go.",
        "You would have 3 sessions.",
    )
    many = change_lines(Restored((one,) * 4, (one,), (), 3), NOW)
    assert many[0] == "4 sessions are not in it and would go."
    assert "would come back" in many[1]
    assert change_lines(Restored((), (), (), 1), NOW)[0] == "No session would change."
