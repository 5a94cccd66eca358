from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.desk import screen_lock
from supple.desk.capability import Check, Unavailable
from supple.desk.screen_lock import Locked, ScreenLock


class Way:
    """Says whether it is locked, or refuses."""

    def __init__(self, name: str, locked: bool | str) -> None:
        self.name = name
        self.now = locked
        self.deaf = ""
        self.tell: Callable[[], None] = lambda: None
        self.closed = 0

    def locked(self) -> bool:
        if isinstance(self.now, str):
            raise Unavailable(self.now)
        return self.now

    def listen(self, changed: Callable[[], None]) -> None:
        if self.deaf:
            raise Unavailable(self.deaf)
        self.tell = changed

    def close(self) -> None:
        self.closed += 1


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (True, False, Locked(True, "a says so")),
        (False, True, Locked(True, "b says so")),
        (False, False, Locked(False, "a says so")),
        ("no a", True, Locked(True, "b says so")),
        ("no a", False, Locked(False, "b says so")),
        ("no a", "no b", Locked(None, "a: no a; b: no b")),
    ],
)
def test_it_is_locked_as_soon_as_one_says_so(a: bool | str, b: bool | str, said: Locked) -> None:
    assert ScreenLock([Way("a", a), Way("b", b)]).ask() == said


def test_a_system_without_a_way_says_so() -> None:
    assert ScreenLock([]).ask() == Locked(None, "no way is known for this system")


def test_each_change_is_told_once() -> None:
    a, b = Way("a", False), Way("b", False)
    told: list[bool] = []
    watching = ScreenLock([a, b]).watch(told.append)
    assert watching.how == "a, b"
    a.now = b.now = True
    for way in (a, b, a):
        way.tell()
    assert told == [True]
    a.now = False
    a.tell()
    assert told == [True]
    b.now = False
    b.tell()
    assert told == [True, False]
    watching.close()
    assert (a.closed, b.closed) == (1, 1)


def test_a_service_that_fell_silent_opens_nothing() -> None:
    way = Way("a", True)
    told: list[bool] = []
    ScreenLock([way]).watch(told.append)
    way.now = "it has gone"
    way.tell()
    assert told == []


def test_what_can_only_be_asked_is_told() -> None:
    way = Way("a", False)
    way.deaf = "a is asked"
    watching = ScreenLock([way]).watch(lambda _: None)
    assert not watching
    assert watching.why_not == "a: a is asked"


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("win32", ["Windows"]),
        ("darwin", ["macOS"]),
        ("linux", ["login service", "screen saver service"]),
    ],
)
def test_each_system_has_its_ways(
    platform: str, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    lock = ScreenLock()
    monkeypatch.undo()
    assert [source.name for source in lock._sources] == names


@pytest.mark.usefixtures("no_desktop", "qapp")
def test_a_bare_machine_says_why_not() -> None:
    check = screen_lock.check()
    assert (check.name, check.ok) == ("screen lock", False)
    assert "no session bus" in check.reason


@pytest.mark.parametrize(("locked", "word"), [(True, "locked"), (False, "open")])
def test_what_is_found_is_a_line_of_the_self_test(
    locked: bool, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_lock, "_of_this_system", lambda: [Way("a", locked)])
    assert screen_lock.check() == Check("screen lock", True, f"{word}: a says so")
