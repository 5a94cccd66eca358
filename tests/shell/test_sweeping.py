from __future__ import annotations

import gc
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from supple.shell.sweeping import ROOTS, Sweeping, begin

IN_ANOTHER_THREAD = """
import threading
from PySide6.QtCore import QCoreApplication, QTimer
from supple.shell.sweeping import Sweeping

app = QCoreApplication([])
sweeping = Sweeping()

class Round:
    def __init__(self):
        self.timer = QTimer()
        self.timer.start(1)
        self.me = self

def errand():
    for _ in range(40):
        [[] for _ in range(1000)]
        kept.append([[] for _ in range(1000)])

kept = []
for _ in range(30):
    Round()
    thread = threading.Thread(target=errand)
    thread.start()
    thread.join()
    kept.clear()
    QTimer.singleShot(3, app.quit)
    app.exec()
print("to the end")
"""


@pytest.fixture
def sweeping(qapp: QApplication) -> Iterator[Sweeping]:
    made = Sweeping(qapp)
    yield made
    delete(made)
    gc.enable()


class Cycle:
    left = 0

    def __init__(self) -> None:
        Cycle.left += 1
        self.me = self

    def __del__(self) -> None:
        Cycle.left -= 1
        Cycle.gone_in = threading.current_thread()

    gone_in: threading.Thread | None = None


def litter() -> None:
    Cycle()
    kept = [[] for _ in range(3 * ROOTS[0])]  # type: list[list[int]]
    assert kept


def test_what_is_left_over_goes_while_nobody_does_anything(
    sweeping: Sweeping, qtbot: QtBot
) -> None:
    gc.collect()
    Cycle()
    kept = [[] for _ in range(2 * ROOTS[0])]  # type: list[list[int]]
    assert Cycle.left == 1
    qtbot.waitUntil(lambda: Cycle.left == 0)
    assert Cycle.gone_in is threading.main_thread()
    assert kept


def test_other_threads_take_nothing_away(sweeping: Sweeping) -> None:
    gc.collect()
    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert Cycle.left == 1
    gc.collect()
    assert Cycle.left == 0


def test_little_is_left_for_later(sweeping: Sweeping, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: swept.append(generation))
    counts = [(1, 99, 99), (ROOTS[0], 0, 99), (ROOTS[0], ROOTS[1], 0), ROOTS]
    for count in counts:
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        sweeping.look()
    assert swept == [0, 1, 2]


def test_timers_never_go_in_another_thread() -> None:
    run = [sys.executable, "-c", IN_ANOTHER_THREAD]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "to the end\n"), done.stderr
    assert "another thread" not in done.stderr


def test_one_takes_over_where_pythons_own_search_is_off(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What earlier tests left is still to be collected.
    monkeypatch.setattr(gc, "freeze", lambda: None)
    begin()
    assert not qapp.findChildren(Sweeping), "Python does it"
    gc.disable()
    try:
        begin()
        begin()
        (one,) = qapp.findChildren(Sweeping)
        delete(one)
    finally:
        gc.enable()
