from __future__ import annotations

import subprocess
import sys

import pytest

from supple.desk import idle
from supple.desk.capability import Check, Unavailable
from supple.desk.idle import Idle, IdleTime


class Way:
    """Tells its seconds, or refuses while it has none."""

    def __init__(self, name: str, seconds: float | None) -> None:
        self.name = name
        self.now = seconds
        self.asked = 0
        self.closed = 0

    def seconds(self) -> float:
        self.asked += 1
        if self.now is None:
            raise Unavailable(f"no {self.name} here")
        return self.now

    def close(self) -> None:
        self.closed += 1


def test_the_first_that_answers_is_asked_first_from_then_on() -> None:
    a, b, c = Way("a", None), Way("b", 7.5), Way("c", 1.0)
    sense = Idle([a, b, c])
    assert sense.ask() == IdleTime(7.5, "b says so")
    sense.ask()
    assert (a.asked, b.asked, c.asked) == (1, 2, 0)
    sense.close()
    assert (a.closed, b.closed, c.closed) == (1, 1, 1)


def test_when_it_falls_silent_the_others_are_asked_again() -> None:
    a, b = Way("a", None), Way("b", 7.5)
    sense = Idle([a, b])
    sense.ask()
    a.now, b.now = 3.0, None
    assert sense.ask() == IdleTime(3.0, "a says so")


def test_where_nobody_can_tell_every_reason_is_given() -> None:
    assert Idle([Way("a", None), Way("b", None)]).ask() == IdleTime(
        None, "a: no a here; b: no b here"
    )
    assert Idle([]).ask() == IdleTime(None, "no way is known for this system")


def test_every_connection_is_left() -> None:
    ways = [Way("a", 1.0), Way("b", 2.0)]
    Idle(ways).close()
    assert [way.closed for way in ways] == [1, 1]


@pytest.mark.usefixtures("no_desktop")
def test_a_bare_machine_says_why_not() -> None:
    check = idle.check()
    assert not check.ok
    assert "no session bus" in check.reason
    assert "no X11 display" in check.reason


def test_what_is_told_is_a_line_of_the_self_test() -> None:
    way = Way("a", 12.34)
    check = idle.check(lambda: Idle([way]))
    assert check == Check("idle time", True, "a says so: 12.3 s without input")
    assert way.closed == 1


@pytest.mark.parametrize(
    ("platform", "names"),
    [("win32", ["Windows"]), ("darwin", ["macOS"]), ("linux", ["X11", "GNOME"])],
)
def test_each_system_has_its_sources(
    platform: str, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    sense = Idle()
    monkeypatch.undo()
    assert [source.name for source in sense._sources] == names


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = "import sys; from supple.desk.idle import Idle; Idle(); "
    code += "print([m for m in sys.modules if m.startswith('PySide6') or m.endswith('xcb')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
