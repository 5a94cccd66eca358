from __future__ import annotations

import sys

import pytest

from supple.desk.busy import BusyKind
from supple.desk.busy_windows import STATES, WindowsState, of_windows
from supple.desk.capability import Unavailable

ACCEPTS = 5


@pytest.mark.parametrize(
    ("state", "kinds"),
    [
        (2, [BusyKind.FULL_SCREEN]),
        (3, [BusyKind.FULL_SCREEN]),
        (4, [BusyKind.PRESENTING]),
        (ACCEPTS, []),
        (6, [BusyKind.DO_NOT_DISTURB]),
    ],
)
def test_each_state_has_its_kind(state: int, kinds: list[BusyKind]) -> None:
    sensors = [WindowsState(kind, states, lambda: state) for kind, states in STATES.items()]
    told = [sensor.ask() for sensor in sensors]
    assert [busy.kind for busy in told if busy] == kinds
    for sensor in sensors:
        sensor.close()


@pytest.mark.skipif(sys.platform == "win32", reason="about the other systems")
def test_other_systems_are_told_so() -> None:
    for sensor in of_windows():
        with pytest.raises(Unavailable, match="only for Windows"):
            sensor.ask()
