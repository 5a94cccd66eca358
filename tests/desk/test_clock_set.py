from __future__ import annotations

import errno
import os
import select
import sys

import pytest
from pytestqt.qtbot import QtBot

from supple.desk import clock_set
from supple.desk.capability import Unavailable

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells it")


@pytest.mark.parametrize(("number", "told"), [(errno.ECANCELED, 1), (errno.EAGAIN, 0)])
def test_a_leap_is_told_and_a_false_alarm_is_not(
    number: int, told: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody may set the clock of the machine that runs the tests: a pipe stands for the timer,
    # and reading it says what the kernel says.
    ready, writer = os.pipe()
    leaps: list[bool] = []
    looks: list[bool] = []
    real_read = os.read

    def read(handle: int, count: int) -> bytes:
        looks.append(True)
        real_read(handle, count)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.read", read)
    watching = clock_set.watch(lambda: leaps.append(True), lambda: ready)
    os.write(writer, b"x")
    qtbot.waitUntil(lambda: bool(looks))
    assert len(leaps) == told
    watching.close()
    os.close(writer)


@linux
def test_the_system_takes_the_timer_and_it_is_silent_until_then(qtbot: QtBot) -> None:
    handle = clock_set.arm_timer()
    assert select.select([handle], [], [], 0)[0] == []
    with pytest.raises(BlockingIOError):
        os.read(handle, clock_set.COUNT)
    os.close(handle)


@linux
def test_it_is_let_go(qtbot: QtBot) -> None:
    watching = clock_set.watch(lambda: pytest.fail("leapt"), clock_set.arm_timer)
    assert (watching.how, watching.why_not) == ("system timer", "")
    watching.close()
    assert not watching


def test_other_systems_do_not_tell_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(Unavailable, match="only Linux"):
        clock_set.arm_timer()
    watching = clock_set.watch(lambda: None)
    assert not watching
    assert watching.why_not == "only Linux tells it"
    assert clock_set.check().ok is False


@linux
def test_it_is_a_line_of_the_self_test() -> None:
    assert clock_set.check().ok
