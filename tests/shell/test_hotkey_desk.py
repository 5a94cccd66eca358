from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.desk import hotkeys
from supple.desk.watching import Watching
from supple.shell.hotkey_desk import HotkeyDesk


class Keys:
    """Stands in for the display."""

    def __init__(self) -> None:
        self.why_not = ""
        self.held = 0
        self.press: Callable[[str], None] = lambda _: None

    def watch(self, pressed: Callable[[str], None]) -> Watching:
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
        {hotkeys.START: lambda: done.append("started"), hotkeys.SNOOZE: lambda: None}, done.append
    )
    desk.follow(False)
    assert keys.held == 0
    desk.follow(True)
    desk.follow(True)
    assert (desk.held, keys.held) == (True, 1)
    keys.press(hotkeys.START)
    assert done == ["started"]
    desk.follow(False)
    assert (desk.held, keys.held) == (False, 0)


def test_keys_of_another_program_are_told_of_once(keys: Keys) -> None:
    told: list[str] = []
    desk = HotkeyDesk({}, told.append)
    keys.why_not = "another program has Ctrl Alt B"
    desk.follow(True)
    desk.follow(True)
    assert told == [
        "The keys for breaks do not work in other programs: another program has Ctrl Alt B."
    ]
    assert not desk.held
    keys.why_not = ""
    desk.follow(True)
    assert desk.held
    desk.close()
    assert keys.held == 0
