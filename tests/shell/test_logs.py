"""The log, and errors nobody caught."""

from __future__ import annotations

import logging
import os
import sys
import threading
from pathlib import Path

import pytest

import supple
from supple.shell import logs


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "supple.log"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_nobody_caught_is_logged_and_told(
    log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    crashes = logs.start(log_file, told.append)
    assert crashes is not None
    try:
        error = ValueError("surprise")
        sys.excepthook(ValueError, error, None)
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    finally:
        logs.stop(crashes)
    assert "surprise" in log_file.read_text()
    assert "ZeroDivisionError" in log_file.read_text()
    assert len(told) == 2
    assert str(log_file) in told[0]
    assert "surprise" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ImportError("no such name", name="supple.core.gone"), logs.UPDATED),
        (ModuleNotFoundError("no such part", name="supple"), logs.UPDATED),
        (ImportError("no such name", name="supplement"), logs.WRONG),
        (ImportError("no such name"), logs.WRONG),
        (ValueError("surprise"), logs.WRONG),
    ],
)
def test_parts_of_two_versions_ask_for_a_new_start(
    log_file: Path, error: Exception, text: str
) -> None:
    told: list[str] = []
    crashes = logs.start(log_file, told.append)
    try:
        sys.excepthook(type(error), error, None)
    finally:
        logs.stop(crashes)
    assert told == [f"{text} The details are in {log_file}."]


def test_whatever_goes_wrong_after_an_update_asks_for_a_new_start(
    log_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "__init__.py"
    package.write_text("one")
    monkeypatch.setattr(supple, "__file__", str(package))
    told: list[str] = []
    crashes = logs.start(log_file, told.append)
    try:
        error = AttributeError("of another version")
        sys.excepthook(type(error), error, None)
        package.write_text("another")
        sys.excepthook(type(error), error, None)
        package.unlink()
        sys.excepthook(type(error), error, None)
    finally:
        logs.stop(crashes)
    before, *after = (text.startswith(logs.UPDATED) for text in told)
    assert not before
    assert after == [True, True]


def test_after_stopping_nothing_is_written_any_more(log_file: Path) -> None:
    crashes = logs.start(log_file, lambda text: None)
    assert crashes is not None
    logs.stop(crashes)
    before = log_file.read_text()
    logging.getLogger("supple").warning("late")
    assert log_file.read_text() == before
    assert sys.excepthook is sys.__excepthook__


def test_a_long_log_is_set_aside(log_file: Path) -> None:
    log_file.parent.mkdir()
    log_file.write_text("x" * (logs.LARGEST + 1))
    crashes = logs.start(log_file, lambda text: None)
    assert crashes is not None
    logs.stop(crashes)
    assert log_file.with_suffix(".old.log").stat().st_size > logs.LARGEST
    assert log_file.stat().st_size < 1000


def test_a_folder_that_cannot_be_made_only_costs_the_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    before = list(logging.getLogger().handlers)
    crashes = logs.start(tmp_path / "file" / "supple.log", lambda text: None)
    assert crashes is None
    assert sys.excepthook is not sys.__excepthook__
    logs.stop(crashes)
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
    assert logging.getLogger().handlers == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where there is such a device")
def test_a_full_disk_costs_the_log_and_nothing_else(
    log_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log_file.parent.mkdir()
    log_file.symlink_to("/dev/full")
    crashes = logs.start(log_file, lambda text: None)
    assert crashes is not None
    logging.getLogger("supple").warning("nowhere to go")
    logs.stop(crashes)
    assert capfd.readouterr().err == ""


def test_a_mistake_in_a_line_of_the_log_is_still_shown(
    log_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    crashes = logs.start(log_file, lambda text: None)
    handler = logging.getLogger().handlers[-1]
    try:
        handler.handle(logging.makeLogRecord({"msg": "%d", "args": ("word",)}))
    finally:
        logs.stop(crashes)
    assert "TypeError" in capfd.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
@pytest.mark.parametrize("name", ["supple.log", "crash.log"])
def test_a_pipe_in_its_place_costs_the_log_and_nothing_else(log_file: Path, name: str) -> None:
    log_file.parent.mkdir()
    os.mkfifo(log_file.with_name(name))
    crashes = logs.start(log_file, lambda text: None)
    logging.getLogger("supple").warning("nowhere to go")
    logs.stop(crashes)
    assert crashes is None
    assert [path.name for path in log_file.parent.iterdir()] == [name]
