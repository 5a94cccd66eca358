from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from supple.desk import hotkeys
from supple.desk.watching import Watching
from supple.shell.hotkey_desk import HotkeyDesk

TWO = {"start": "Ctrl+Alt+B", "snooze": "Ctrl+Alt+S"}


class Keys:
    """Stands in for the display."""

    def __init__(self) -> None:
        self.why_not = ""
        self.held = 0
        self.asked: list[dict[str, str]] = []
        self.press: Callable[[str], None] = lambda _: None

    def watch(self, keys: Mapping[str, str], pressed: Callable[[str], None]) -> Watching:
        self.asked.append(dict(keys))
        if self.why_not:
            return Watching("", self.why_not)
        self.press = pressed
        self.held += 1
        return Watching("test", stop=self._stop)

    def _stop(self) -> None:
        self.held -= 1


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Keys:
    made = Keys()
    monkeypatch.setattr(hotkeys, "watch", made.watch)
    return made


def test_the_keys_are_held_while_they_are_wanted(keys: Keys) -> None:
    done: list[str] = []
    desk = HotkeyDesk(
        {"start": lambda: done.append("started"), "snooze": lambda: None}, done.append
    )
    desk.follow({})
    assert keys.held == 0
    desk.follow(TWO)
    desk.follow(TWO)
    assert (desk.held, keys.held) == (True, 1)
    keys.press("start")
    assert done == ["started"]
    desk.follow({})
    assert (desk.held, keys.held) == (False, 0)


def test_keys_of_another_program_are_told_of_once(keys: Keys) -> None:
    told: list[str] = []
    desk = HotkeyDesk({}, told.append)
    keys.why_not = "another program has Ctrl Alt B"
    desk.follow(TWO)
    desk.follow(TWO)
    assert told == [
        "The keys for breaks do not work in other programs: another program has Ctrl Alt B."
    ]
    assert not desk.held
    keys.why_not = ""
    desk.follow(TWO)
    assert desk.held
    desk.close()
    assert keys.held == 0


def test_other_keys_take_the_place_of_those_that_are_held(keys: Keys) -> None:
    desk = HotkeyDesk({}, lambda _: None)
    desk.follow(TWO)
    other = {**TWO, "start": "Media Next"}
    desk.follow(other)
    desk.follow(other)
    assert keys.asked == [TWO, other]
    assert keys.held == 1
    desk.close()
