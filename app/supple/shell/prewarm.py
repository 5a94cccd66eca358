"""Loads what the pages are made of while nobody does anything.

The first visit to a page is then spent on the page alone: loading its modules takes as long as
building it. Nothing is built beforehand, since that would take memory for pages nobody visits.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

log = logging.getLogger(__name__)
MODULES = (
    "supple.figure.stage",
    "supple.figure.decode",
    "supple.ui.warm:scrolling",
    "supple.ui.warm:choices",
    "supple.ui.library.page",
    "supple.ui.routines.page",
    "supple.core.overview",
    "supple.ui.history.page",
    "supple.ui.settings.page",
    "supple.ui.flexibility.page",
    "supple.ui.sources.page",
    "supple.ui.editor.page",
    "supple.ui.stretch.page",
)
"""Modules, or functions in them, in the order in which the pages stand; each small enough for one
turn of the loop."""
FIRST_MS, EACH_MS = 2000, 300
"""Milliseconds from the first picture, and between two modules, when the loop has time again."""


class Prewarm(QObject):
    """One module at a time; ``busy`` says when to wait, such as during a session."""

    def __init__(
        self,
        busy: Callable[[], bool],
        modules: Sequence[str] = MODULES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._busy = busy
        self._left = list(modules)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load)

    @property
    def left(self) -> tuple[str, ...]:
        """What is not loaded yet."""
        return tuple(self._left)

    def begin(self) -> None:
        """Load the first module in a while."""
        self._timer.start(FIRST_MS)

    def step(self) -> None:
        """Load the next module now."""
        name = self._left.pop(0)
        module, _, function = name.partition(":")
        loaded = import_module(module)
        if function:
            getattr(loaded, function)()
        log.debug("%s is loaded", name)

    def _load(self) -> None:
        if self._busy():
            self._timer.start(FIRST_MS)
            return
        self.step()
        if self._left:
            self._timer.start(EACH_MS)
