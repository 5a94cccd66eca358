from __future__ import annotations

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from supple.core.settings import Settings
from supple.desk import hotkeys
from supple.desk.watching import Watching
from supple.shell.break_hotkeys import BreakHotkeys

USUAL = {"start": "Ctrl+Alt+B", "snooze": "Ctrl+Alt+S"}


class World:
    """The display's keys, the settings and what breaks are asked for."""

    def __init__(self) -> None:
        self.held: dict[str, str] = {}
        self.press: Callable[[str], None] = lambda _: None
        self.done: list[str] = []
        self.deps: Any = SimpleNamespace(settings=Settings(global_keys=True))
        breaks: Any = SimpleNamespace(
            start_now=lambda: self.done.append("started"),
            loop=SimpleNamespace(snooze=lambda: self.done.append("snoozed")),
        )
        self.keys = BreakHotkeys(self.deps, breaks, self.done.append)

    def watch(self, keys: Mapping[str, str], pressed: Callable[[str], None]) -> Watching:
        self.held, self.press = dict(keys), pressed
        return Watching("test", stop=lambda: self.held.clear())


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    made = World()
    monkeypatch.setattr(hotkeys, "watch", made.watch)
    return made


def test_the_keys_start_and_snooze_a_break(world: World) -> None:
    assert world.held == {}
    world.keys.follow_settings()
    assert world.held == USUAL
    world.press("start")
    world.press("snooze")
    assert world.done == ["started", "snoozed"]
    world.keys.close()
    assert world.held == {}


def test_they_are_those_of_the_settings(world: World) -> None:
    world.deps.settings = Settings(global_keys=True, break_keys=("start F13",))
    world.keys.follow_settings()
    assert world.held == {**USUAL, "start": "F13"}
    assert world.keys.line == "F13 starts, Ctrl Alt S snoozes"
    world.deps.settings = Settings(global_keys=False)
    world.keys.follow_settings()
    assert (world.held, world.keys.line) == ({}, "")


def test_they_rest_while_others_are_taught(world: World) -> None:
    world.keys.follow_settings()
    world.keys.rest(True)
    assert (world.held, world.keys.line) == ({}, "")
    world.keys.rest(False)
    assert world.held == USUAL


def test_where_they_are_switched_off_none_is_held_after_the_rest(world: World) -> None:
    world.deps.settings = Settings(global_keys=False)
    world.keys.rest(True)
    world.keys.rest(False)
    assert world.held == {}


def test_it_says_why_there_are_none(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hotkeys, "reason", lambda: "no display")
    assert world.keys.reason() == "no display"
