"""The history out of the program and into it, off the window's thread."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.shell.test_history_desk import keep

from supple.core.data_view import Incoming
from supple.core.history_ask import Export
from supple.core.problem import UserError
from supple.shell.history_files import (
    ADDED,
    CHANGED_STAYS,
    DAMAGED,
    KEY,
    REFUSED,
    TAKEN_BACK,
    UNREADABLE,
    beside,
    shortened,
)
from supple.store.backups import listing
from supple.store.reading_in import read_file
from supple.ui.widgets.button import Button

MakeBench = Callable[..., Any]


class Told:
    """What the window tells."""

    def __init__(self, one: Any) -> None:
        self.notices: list[str] = []
        self.toasts: list[str] = []
        self.incoming: list[Incoming] = []
        self.action: tuple[str, Callable[[], None] | None] = ("", None)
        window = one.program.window
        window.notice = lambda key, text, kind="", icon="": self.notices.append(text)
        window.toast = self._toast
        one.guidance.history.files._show_incoming = self.incoming.append

    def _toast(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        self.toasts.append(text)
        self.action = (action, then)


def export(one: Any, qtbot: QtBot, kind: Export, path: Path) -> Told:
    told = Told(one)
    one.program.window.history.export_asked.emit(kind, str(path))
    qtbot.waitUntil(lambda: bool(told.toasts or told.notices))
    return told


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        (Export.CSV, b"\xef\xbb\xbf"),
        (Export.JSON, b"{"),
        (Export.ICS, b"BEGIN:VCALENDAR"),
    ],
)
def test_everything_is_written(
    bench: MakeBench, qtbot: QtBot, tmp_path: Path, kind: Export, begins: bytes
) -> None:
    one = bench()
    keep(one)
    path = tmp_path / "out"
    told = export(one, qtbot, kind, path)
    assert told.toasts == ["Written to out."]
    content = path.read_bytes()
    assert content.startswith(begins)
    assert b"Desk break" in content


def test_the_folder_it_was_written_to_can_be_shown(
    bench: MakeBench, qtbot: QtBot, tmp_path: Path
) -> None:
    one = bench()
    shown: list[str] = []
    one.guidance.history.files._show_folder = shown.append
    action, then = export(one, qtbot, Export.JSON, tmp_path / "out.json").action
    assert action == "Show in folder"
    assert then is not None
    then()
    assert shown == [str(tmp_path)]


def test_a_place_that_cannot_be_written_is_told(
    bench: MakeBench, qtbot: QtBot, tmp_path: Path
) -> None:
    one = bench()
    keep(one)
    told = export(one, qtbot, Export.CSV, tmp_path / "no such folder" / "out.csv")
    assert "cannot be written" in told.notices[0]


def one_more(one: Any, qtbot: QtBot, path: Path) -> Path:
    """A file with the one session there is, under another id."""
    keep(one)
    export(one, qtbot, Export.JSON, path)
    values = json.loads(path.read_text(encoding="utf-8"))
    values["sessions"][0]["id"] = "another"
    for step in values["sessions"][0]["steps"]:
        step["id"] = "another-step"
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def show(one: Any, qtbot: QtBot, path: Path) -> Incoming:
    told = Told(one)
    one.program.window.history.import_asked.emit(str(path))
    qtbot.waitUntil(lambda: bool(told.incoming or told.notices))
    return told.incoming[0]


def add(one: Any, qtbot: QtBot, path: Path) -> Any:
    """The banner that tells that ``path`` was taken in."""
    assert show(one, qtbot, path).adds
    banners = one.program.window.pages.notices._banners
    one.program.window.history.import_accepted.emit()
    qtbot.waitUntil(lambda: KEY in banners)
    return banners[KEY]


def ids(one: Any) -> set[str]:
    return {row.id for row in one.rows()}


def test_a_file_is_previewed_and_only_then_added(
    bench: MakeBench, qtbot: QtBot, tmp_path: Path
) -> None:
    one = bench()
    path = one_more(one, qtbot, tmp_path / "all.json")
    assert show(one, qtbot, path).adds
    assert ids(one) == {"s1"}
    banner = add(one, qtbot, path)
    assert banner.accessibleName() == ADDED
    assert ids(one) == {"s1", "another"}
    assert len(listing(one.deps.paths.backups_dir)) == 1, "made before anything was added"


def test_what_was_added_can_be_taken_back_and_added_again(
    bench: MakeBench, qtbot: QtBot, tmp_path: Path
) -> None:
    one = bench()
    path = one_more(one, qtbot, tmp_path / "all.json")
    add(one, qtbot, path)
    told = Told(one)
    one.program.window.pages.notices._on_undo()
    qtbot.waitUntil(lambda: bool(told.toasts or told.notices))
    assert told.toasts == [TAKEN_BACK]
    assert ids(one) == {"s1"}
    assert KEY not in one.program.window.pages.notices._banners
    add(one, qtbot, path)
    assert ids(one) == {"s1", "another"}


def test_what_was_changed_since_it_was_added_is_not_taken_back(
    bench: MakeBench, qtbot: QtBot, tmp_path: Path
) -> None:
    one = bench()
    path = one_more(one, qtbot, tmp_path / "all.json")
    banner = add(one, qtbot, path)
    one.deps.history.edit("another", note="Better than thought.")
    told = Told(one)
    banner.findChild(Button).click()
    qtbot.waitUntil(lambda: bool(told.toasts or told.notices))
    assert told.toasts == [CHANGED_STAYS]
    assert ids(one) == {"s1", "another"}


def test_what_was_refused_is_not_added(bench: MakeBench, qtbot: QtBot, tmp_path: Path) -> None:
    one = bench()
    keep(one)
    path = tmp_path / "all.json"
    export(one, qtbot, Export.JSON, path)
    told = Told(one)
    door = one.program.window.history
    door.import_asked.emit(str(path))
    qtbot.waitUntil(lambda: bool(told.incoming or told.notices))
    assert not told.incoming[0].adds
    door.import_refused.emit()
    door.import_accepted.emit()
    one.guidance.history.errands.close()
    assert len(one.rows()) == 1


def test_a_bad_file_is_told_with_its_place(bench: MakeBench, qtbot: QtBot, tmp_path: Path) -> None:
    one = bench()
    path = tmp_path / "bad.json"
    path.write_text('{"format": 2,\n "sessions": [}', encoding="utf-8")
    told = Told(one)
    one.program.window.history.import_asked.emit(str(path))
    qtbot.waitUntil(lambda: bool(told.incoming or told.notices))
    refused = told.incoming[0]
    assert (refused.headline, refused.lines[0], refused.adds) == (UNREADABLE, DAMAGED, False)
    assert "bad.json:2" in refused.lines[1]
    assert told.notices == []


def test_a_file_of_another_kind_is_told_in_plain_words(
    bench: MakeBench, qtbot: QtBot, tmp_path: Path
) -> None:
    one = bench()
    path = tmp_path / "gone.json"
    told = Told(one)
    one.program.window.history.import_asked.emit(str(path))
    qtbot.waitUntil(lambda: bool(told.incoming or told.notices))
    assert told.incoming[0].lines[0] == REFUSED
    assert "gone.json" in told.incoming[0].lines[1]


def test_of_many_problems_the_first_is_told_and_how_many_more(tmp_path: Path) -> None:
    rows = [{"id": str(n)} for n in range(53)]
    path = tmp_path / "old.json"
    head = {"format": 2, "assessments": [], "days_off": []}
    path.write_text(json.dumps({**head, "sessions": rows}))
    with pytest.raises(UserError) as refused:
        read_file(path)
    first, *_, last = shortened(refused.value).split("\n")
    assert "sessions[0]" in first
    assert last == "There are 52 more like it."


def test_a_connection_beside_sees_what_the_window_wrote(bench: MakeBench) -> None:
    one = bench()
    keep(one)
    with beside(one.deps.paths) as history:
        assert [s.id for s in history.sessions()] == ["s1"]
