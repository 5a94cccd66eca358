from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from supple.desk import asked_to_end
from supple.desk.watching import Watching

SIGNALS = [
    pytest.param(getattr(signal, name), id=name)
    for name in ("SIGTERM", "SIGHUP", "SIGINT")
    if hasattr(signal, name)
]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill ends the process there")


@pytest.fixture
def ends(no_signal_ignored: None, qtbot: QtBot) -> Iterator[list[str]]:
    ctrl_c = signal.signal(signal.SIGINT, signal.default_int_handler)
    told: list[str] = []
    watching = asked_to_end.watch(lambda: told.append("end"))
    assert isinstance(watching, Watching)
    assert watching
    yield told
    watching.close()
    signal.signal(signal.SIGINT, ctrl_c)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_is_told_in_the_window_s_thread(
    number: signal.Signals, ends: list[str], qtbot: QtBot
) -> None:
    os.kill(os.getpid(), number)
    assert ends == []
    qtbot.waitUntil(lambda: ends == ["end"])


def test_another_signal_ends_nothing(ends: list[str], qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    os.kill(os.getpid(), signal.SIGUSR1)
    qtbot.wait(20)
    signal.signal(signal.SIGUSR1, before)
    assert ends == []


def test_who_asks_twice_is_not_made_to_wait(ends: list[str], qtbot: QtBot) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: ends == ["end"])
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_was_there_before_is_given_back(no_signal_ignored: None, qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    asked_to_end.watch(lambda: None).close()
    assert signal.getsignal(signal.SIGTERM) is before
    assert signal.set_wakeup_fd(-1) == -1


def test_a_signal_that_is_to_be_ignored_stays_so(qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    watching = asked_to_end.watch(lambda: None)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    watching.close()
    signal.signal(signal.SIGHUP, before)


def test_windows_asks_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert not asked_to_end.watch(lambda: None)


def test_in_another_thread_it_says_why_not() -> None:
    found: list[Watching] = []
    thread = threading.Thread(target=lambda: found.append(asked_to_end.watch(lambda: None)))
    thread.start()
    thread.join()
    assert not found[0]
    assert "first thread" in found[0].why_not


def test_it_wakes_a_program_that_waits_in_qt(no_signal_ignored: None) -> None:
    script = """
import sys
from PySide6.QtCore import QCoreApplication
from supple.desk import asked_to_end
app = QCoreApplication([])
watching = asked_to_end.watch(lambda: app.exit(7))
print("ready", flush=True)
sys.exit(app.exec())
"""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 7
