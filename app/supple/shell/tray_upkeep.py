"""What is done for the history by itself while there is no window."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from supple.shell.errands import Errands
from supple.shell.upkeep import Upkeep
from supple.voice.qt_post import QtPost

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from supple.shell.deps import Deps

log = logging.getLogger(__name__)


class TrayUpkeep:
    """Copies and the exchange with other computers; begins a while from now."""

    def __init__(self, deps: Deps, parent: QObject) -> None:
        # A child of the program's: what is under way may outlast this, and tells of its end.
        self._errands = Errands(QtPost(parent))
        self._upkeep = Upkeep(
            deps,
            self._errands,
            busy=lambda: False,
            took_in=deps.coach.forget,
            tell=lambda text: log.warning("%s", text),
            parent=parent,
        )
        self._upkeep.start()

    def hand_on(self) -> None:
        """Leave it to the window's. Somebody waits for that: what is under way ends by itself."""
        self._upkeep.stop()
        self._errands.close(0.0)

    def finish(self) -> None:
        """Do the last round, at the end of the program."""
        self._upkeep.close()
        self._errands.close()
