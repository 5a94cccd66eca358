"""The program with and without its window, for the tests of how it comes and goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from tests.shell.conftest import HandClock, HeardVoice

from supple.shell.deps import Deps
from supple.shell.options import parse
from supple.shell.resident import Resident

Make = Callable[..., Resident]


class Loop:
    """An event loop that ends at once and counts who wanted out."""

    def __init__(self, left: list[int]) -> None:
        self._left = left

    def exec(self) -> int:
        return 0

    def exit(self, code: int = 0) -> None:
        self._left.append(code)


def lives(qapp: QApplication, profile: Path, short_file: Path) -> Iterator[Make]:
    """Makes residents, and lets go of them at the end."""
    made: list[Resident] = []

    def make(**settings: object) -> Resident:
        deps = Deps.of(parse(["--profile", str(profile), "--routines", str(short_file)]))
        deps.settings = replace(deps.settings, first_run_done=True, **settings)  # type: ignore[arg-type]
        deps.clock = HandClock()
        deps.make_voice = lambda *_, **__: HeardVoice()
        deps.inhibitors = []
        made.append(Resident(deps, qapp))
        return made[-1]

    yield make
    for one in made:
        one._end_upkeep(last=True)
        for close in reversed(one._close):
            close()
        if one._program is not None:
            # Really leaving would end the event loops of all later tests.
            one._program._loop = Loop([])
            one._program.window.force_close()
            one._program.close()
            one._program.window.deleteLater()
        elif one.deps.history is not None:
            one.deps.history.close()
        one._end_log()
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setQuitOnLastWindowClosed(True)
    qapp.setStyleSheet("")


def opened(one: Resident) -> Resident:
    """Its window, complete."""
    one.open()
    assert one._program is not None
    one._program.complete()
    return one
