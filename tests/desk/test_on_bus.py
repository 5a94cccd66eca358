from __future__ import annotations

import pytest

from supple.desk.bus import Bus
from supple.desk.capability import Unavailable
from supple.desk.on_bus import Line, OnBus


class Fake(Bus):
    def __init__(self) -> None:
        self.alive = True

    @property
    def lives(self) -> bool:
        return self.alive

    def close(self) -> None:
        self.alive = False


class Exchange:
    """Counts connections."""

    def __init__(self) -> None:
        self.made: list[Fake] = []

    def __call__(self) -> Fake:
        self.made.append(Fake())
        return self.made[-1]


def test_a_line_is_connected_at_the_first_question_and_kept() -> None:
    connect = Exchange()
    line = Line(connect)
    assert connect.made == []
    assert line.bus() is line.bus()
    assert len(connect.made) == 1


def test_a_broken_line_is_connected_anew() -> None:
    connect = Exchange()
    line = Line(connect)
    line.bus()
    connect.made[0].alive = False
    assert line.bus() is connect.made[1]


def test_senses_may_share_a_line() -> None:
    connect = Exchange()
    line = Line(connect)
    first, second = OnBus(line), OnBus(line)
    assert first.bus is second.bus
    first.close()
    second.close()
    assert [fake.alive for fake in connect.made] == [False]
    assert second.bus is connect.made[1]


def test_where_there_is_no_bus_each_question_says_so() -> None:
    def refuse() -> Bus:
        raise Unavailable("no session bus")

    for _ in range(2):
        with pytest.raises(Unavailable, match="no session bus"):
            _ = OnBus(Line(refuse)).bus
