"""The break desk beside the real window, with senses of ours, for its tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from supple.core.break_keys import BreakKeys
from supple.core.breaks.look import Busy
from supple.core.breaks.status import Phase
from supple.shell.break_desk import BreakDesk
from supple.ui.breaks.prompt import BreakPrompt

MakeBench = Callable[..., Any]
WORK_S = 50 * 60.0


class Senses:
    """A person at the keyboard, unless said otherwise."""

    idle: float | None = 5.0
    doing: frozenset[Busy] = frozenset()
    is_locked = False

    def idle_s(self) -> float | None:
        return self.idle

    def busy(self) -> frozenset[Busy]:
        return self.doing

    def locked(self) -> bool:
        return self.is_locked

    def slept_s(self) -> float | None:
        return 0.0


class Desk:
    """The break desk beside the real window."""

    def __init__(self, one: Any, *, refused: str = "") -> None:
        self.one = one
        self.hides = 0
        self.keys_held = False
        deps = one.deps
        always = {"break_days": ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
        deps.settings = replace(
            deps.settings, safety_on="2026-01-01", break_ranges=("00:00-24:00",), **always
        )
        deps.coach.forget()
        self.senses = Senses()
        self.desk = BreakDesk(deps, self.senses, self, lambda: refused)
        loop = self.desk.loop
        loop.soon.connect(self.desk.on_soon)
        loop.prompted.connect(self.desk.on_prompted)
        loop.closed.connect(self.desk.on_closed)
        loop.started.connect(self.desk.on_started)
        loop.remembered.connect(self.desk.remember)
        one.guidance.parts.player.happened.connect(self.desk.on_session)
        loop.begin()

    # what the desk knows of the program

    def guidance(self) -> Any:
        return self.one.guidance

    @property
    def built(self) -> Any:
        return self.one.guidance

    def hide_after(self) -> None:
        self.hides += 1

    def anywhere(self) -> str:
        return BreakKeys().line if self.keys_held else ""

    def stay_shown(self) -> None:
        self.hides -= 1

    def look(self) -> Any:
        return self.one.program.look, self.one.program.window.pages.pictures

    # what a test does

    def work(self, seconds: float) -> None:
        """Sit and type; the loop looks as its timer would."""
        for _ in range(round(seconds)):
            self.one.clock.now += 1.0
            self.desk.loop.look()

    @property
    def prompt(self) -> BreakPrompt | None:
        shown = self.desk.prompt
        return shown if shown is not None and shown.isVisible() else None

    @property
    def phase(self) -> Phase:
        return self.desk.loop.status().phase
