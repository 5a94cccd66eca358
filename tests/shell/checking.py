"""The Flexibility page with a timer that is moved by hand, for the tests of its desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from supple.core.assessment import Assessment
from supple.core.check_view import CheckView, FeelResult, LegResult
from supple.core.step import Priority
from supple.shell.check_desk import CheckDesk
from supple.ui.pages import Place


class HandWait:
    """A timer that runs out when it is told to."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.call: Callable[[], None] | None = None

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        self.seconds.append(seconds)
        self.call = call

    def stop(self) -> None:
        self.call = None

    def run_out(self) -> None:
        call, self.call = self.call, None
        if call is not None:
            call()

    def run_to_the_end(self) -> None:
        while self.call is not None:
            self.run_out()


class Rig:
    """The program with the page open and everything it is told kept."""

    def __init__(self, one: Any) -> None:
        self.one = one
        self.desk: CheckDesk = one.guidance.checks
        self.wait = HandWait()
        self.desk._reading._wait = self.wait
        self.said: list[tuple[str, Priority]] = []
        self.hushed = 0
        one.voice.say = lambda text, priority: self.said.append((text, priority))
        one.voice.hush = self._hush
        one.program.window.show_place(Place.FLEXIBILITY)
        self.page = one.program.window.pages.flexibility_page.get()
        self.door = one.program.window.pages.flexibility
        self.views: list[CheckView] = []
        self.lines: list[tuple[str, bool]] = []
        self.results: list[LegResult] = []
        self.felt: list[FeelResult] = []
        self.voices: list[bool] = []
        self.page.show_view = self.views.append
        self.page.show_line = lambda text, read_out=False: self.lines.append((text, read_out))
        self.page.show_result = self.results.append
        self.page.show_felt = self.felt.append
        self.page.show_voice = self.voices.append

    def _hush(self) -> None:
        self.hushed += 1

    def settle(self, **changes: object) -> None:
        self.one.deps.settings = replace(self.one.deps.settings, **changes)

    @property
    def kept(self) -> list[Assessment]:
        return list(self.one.deps.history.assessments())
