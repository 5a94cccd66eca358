from __future__ import annotations

import sys

import pytest

from supple.desk.awake_macos import MacAssertion
from supple.desk.capability import Unavailable


class Power:
    def __init__(self, number: int | None = 7) -> None:
        self.number = number
        self.log: list[object] = []

    def take(self, kind: str, reason: str) -> int | None:
        self.log.append((kind, reason))
        return self.number

    def drop(self, number: int) -> None:
        self.log.append(number)


def test_an_assertion_is_taken_and_the_same_one_dropped() -> None:
    power = Power()
    release = MacAssertion(lambda: power).hold("Why")
    assert power.log == [("PreventUserIdleDisplaySleep", "Why")]
    release()
    assert power.log[1:] == [7]


def test_an_assertion_numbered_0_is_one() -> None:
    power = Power(0)
    MacAssertion(lambda: power).hold("Why")()
    assert power.log[1:] == [0]


def test_a_refusal_is_told() -> None:
    with pytest.raises(Unavailable, match="macOS refused"):
        MacAssertion(lambda: Power(None)).hold("Why")


@pytest.mark.skipif(sys.platform == "darwin", reason="wants a system that is not macOS")
def test_elsewhere_it_is_not_there() -> None:
    with pytest.raises(Unavailable, match="only for macOS"):
        MacAssertion().hold("Why")
