from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from supple.desk.capability import Check, Unavailable
from supple.desk.keep_awake import KeepAwake


class Way:
    """A way that works, or refuses with a reason."""

    def __init__(self, name: str, refuses: str = "") -> None:
        self.name = name
        self.refuses = refuses
        self.log: list[str] = []

    def hold(self, reason: str) -> Callable[[], None]:
        if self.refuses:
            raise Unavailable(self.refuses)
        self.log.append(f"hold {reason}")
        return lambda: self.log.append("release")


def test_the_first_way_that_works_is_used_alone() -> None:
    bad, good, unused = Way("a", "no a here"), Way("b"), Way("c")
    held = KeepAwake([bad, good, unused]).hold("A session")
    assert held
    assert (held.how, held.why_not) == ("b", "a: no a here")
    assert (good.log, unused.log) == (["hold A session"], [])


def test_it_is_released_once() -> None:
    way = Way("a")
    held = KeepAwake([way]).hold("A session")
    held.release()
    held.release()
    assert way.log == ["hold A session", "release"]
    assert not held


def test_when_nothing_works_every_reason_is_told() -> None:
    held = KeepAwake([Way("a", "no a"), Way("b", "no b")]).hold("A session")
    assert not held
    assert (held.how, held.why_not) == ("", "a: no a; b: no b")
    held.release()


def test_a_system_without_a_way_says_so() -> None:
    assert KeepAwake([]).hold("A session").why_not == "no way is known for this system"


def test_each_way_is_tried_for_the_self_test() -> None:
    good = Way("b")
    assert KeepAwake([Way("a", "no a"), good]).checks() == [
        Check("keep awake, a", False, "no a"),
        Check("keep awake, b", True, "accepted for an instant and released"),
    ]
    assert good.log == ["hold Self-test", "release"]


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("win32", ["Windows execution state"]),
        ("darwin", ["macOS power assertion"]),
        (
            "linux",
            ["screen saver service", "GNOME session", "desktop portal", "X11 screen saver"],
        ),
    ],
)
@pytest.mark.usefixtures("no_desktop")
def test_each_system_has_its_ways(
    platform: str, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    ways = KeepAwake()
    monkeypatch.undo()
    assert [inhibitor.name for inhibitor in ways._inhibitors] == names


@pytest.mark.usefixtures("no_desktop")
def test_a_bare_machine_is_told_and_goes_on() -> None:
    held = KeepAwake().hold("A session")
    assert not held
    assert held.why_not


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = "import sys; from supple.desk.keep_awake import KeepAwake; KeepAwake(); "
    code += "print([m for m in sys.modules if m.startswith('PySide6')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
