"""Seeing that routine files were changed by another program."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from supple.shell.library_watch import LibraryWatch

Start = Callable[..., LibraryWatch]
WAIT_MS = 10_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "routines"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def start(folder: Path, qapp: QObject) -> Start:
    """A watch that has begun; it goes with the test."""
    owners: list[QObject] = []

    def make(*extra: Path) -> LibraryWatch:
        owners.append(QObject())
        watch = LibraryWatch(folder, extra, owners[-1])
        watch.start()
        return watch

    return make


def replace_as_editors_do(path: Path, text: str) -> None:
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text)
    beside.replace(path)


def test_a_new_file_is_seen(start: Start, folder: Path, qtbot: QtBot) -> None:
    watch = start()
    with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
        (folder / "a.json").write_text("{}")


def test_a_file_written_in_place_is_seen(start: Start, folder: Path, qtbot: QtBot) -> None:
    (folder / "a.json").write_text("{}")
    watch = start()
    with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
        (folder / "a.json").write_text("{ }")


def test_a_file_that_is_replaced_again_and_again_is_seen_each_time(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    (folder / "a.json").write_text("{}")
    watch = start()
    for number in range(3):
        with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
            replace_as_editors_do(folder / "a.json", "{" + " " * number + "}")
        watch.seen()
    with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
        (folder / "a.json").write_text("in place")


def test_a_file_that_goes_is_seen(start: Start, folder: Path, qtbot: QtBot) -> None:
    (folder / "a.json").write_text("{}")
    watch = start()
    with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
        (folder / "a.json").unlink()


def test_a_folder_that_comes_later_is_seen(start: Start, folder: Path, qtbot: QtBot) -> None:
    folder.rmdir()
    watch = start()
    folder.mkdir()
    with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
        (folder / "a.json").write_text("{}")


def test_a_figure_is_seen(start: Start, folder: Path, qtbot: QtBot) -> None:
    watch = start()
    with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
        (folder / "figures").mkdir()
        (folder / "figures" / "own-a.json").write_text("{}")


def test_a_file_named_on_the_command_line_is_seen(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    extra = tmp_path / "extra.json"
    extra.write_text("{}")
    watch = start(extra)
    with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
        replace_as_editors_do(extra, "{ }")


def test_many_writes_are_told_once(start: Start, folder: Path, qtbot: QtBot) -> None:
    watch = start()
    told: list[bool] = []
    watch.changed.connect(lambda: (told.append(True), watch.seen()))
    with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
        for number in range(20):
            replace_as_editors_do(folder / "a.json", str(number))
    assert told == [True]


def test_what_is_known_already_is_not_told(start: Start, folder: Path) -> None:
    watch = start()
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    (folder / "a.json").write_text("{}")
    (folder / ".a.json.swp").write_text("an editor at work")
    (folder / "notes.txt").write_text("none of ours")
    watch.seen()
    (folder / ".a.json.new").write_text("")
    watch.look()
    assert told == []


def test_without_word_from_the_system_a_look_is_enough(folder: Path, qapp: QObject) -> None:
    owner = QObject()
    watch = LibraryWatch(folder, (), owner)  # not started
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    watch.look()
    assert told == []
    path = folder / "a.json"
    path.write_text("{}")
    watch.look()
    watch.seen()
    os.utime(path, ns=(1, 1))
    watch.look()
    assert told == [True, True]
