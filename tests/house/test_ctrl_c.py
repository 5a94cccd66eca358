"""Ctrl+C in the middle of a run of the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WHERE_QT_CALLS = """
import os, signal
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Pressed(QObject):
    def event(self, event):
        os.kill(os.getpid(), signal.SIGINT)
        return True

def test_first(qtbot):
    QApplication.sendEvent(Pressed(), QEvent(QEvent.Type.User))
    print("the first went on to its end")

def test_second(): ...
"""
TWICE = """
import os, signal

def test_first():
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGINT)
    print("the first went on to its end")
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill ends the process there")


def run(folder: Path, tests: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_pressed.py").write_text(tests)
    script = (
        "import signal, sys, pytest\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.exit(pytest.main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", script, "-s", "-p", "no:cacheprovider", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_lets_the_test_that_runs_come_to_its_end(tmp_path: Path) -> None:
    done = run(tmp_path, WHERE_QT_CALLS)
    assert done.returncode == pytest.ExitCode.INTERRUPTED, done.stdout
    assert "the first went on to its end" in done.stdout
    assert "1 passed" in done.stdout


def test_a_second_time_it_waits_for_nothing(tmp_path: Path) -> None:
    done = run(tmp_path, TWICE)
    assert done.returncode == pytest.ExitCode.INTERRUPTED, done.stdout
    assert "the first went on to its end" not in done.stdout
