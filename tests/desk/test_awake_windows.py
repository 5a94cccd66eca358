from __future__ import annotations

import sys

import pytest

from supple.desk.awake_windows import WindowsState
from supple.desk.capability import Unavailable


class Kernel:
    """Keeps what it was asked and answers as told; 0 is a refusal."""

    def __init__(self, answer: int = 0x80000000) -> None:
        self.answer = answer
        self.states: list[int] = []

    def SetThreadExecutionState(self, state: int, /) -> int:
        self.states.append(state)
        return self.answer


def test_display_and_system_are_held_until_released() -> None:
    kernel = Kernel()
    release = WindowsState(lambda: kernel).hold("Why")
    assert kernel.states == [0x80000003]
    release()
    assert kernel.states == [0x80000003, 0x80000000]


def test_a_refusal_is_told() -> None:
    with pytest.raises(Unavailable, match="Windows refused"):
        WindowsState(lambda: Kernel(0)).hold("Why")


@pytest.mark.skipif(sys.platform == "win32", reason="wants a system that is not Windows")
def test_elsewhere_it_is_not_there() -> None:
    with pytest.raises(Unavailable, match="only for Windows"):
        WindowsState().hold("Why")
