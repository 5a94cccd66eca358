"""What happens when somebody tells of a warning sign in a session."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from supple.core import warning
from supple.core.command import Command
from supple.core.ended import Ended
from supple.core.step import LineKind

if TYPE_CHECKING:
    from supple.core.settings import Settings
    from supple.core.warning import Sign
    from supple.shell.conductor import Conductor
    from supple.shell.deps import Deps
    from supple.shell.parts import Parts

log = logging.getLogger(__name__)


class HelpDesk:
    """Ends the session, pauses the plan, says who is to be called, and records it."""

    def __init__(self, deps: Deps, parts: Parts, conductor: Conductor) -> None:
        self._deps = deps
        self._parts = parts
        self._conductor = conductor
        self._before: Settings | None = None

    @property
    def warned(self) -> bool:
        """Whether a sign was told and the advice is not closed yet."""
        return self._before is not None

    def on_warned(self) -> None:
        """One of the signs is there: stop at once. Which one is asked after that."""
        player = self._parts.player
        if self.warned or not player.active:
            return
        log.info("a warning sign was told")
        self._before = self._deps.settings
        player.command(Command.STOP)
        self._parts.page.show_warning()
        self._conductor.say(warning.STOPPED_SAID, LineKind.STOP)
        # Kept at once: somebody who needs help does not come back to press another key.
        self._keep(None)

    def on_told(self, sign: Sign | None) -> None:
        """Which sign it is; None: it was none, a slip of the key."""
        if self._before is None:
            return
        if sign is None:
            self._take_back(self._before)
            return
        self._parts.voice.hush()
        self._parts.page.show_advice(sign)
        self._conductor.say(warning.said(sign), LineKind.STOP)
        self._keep(sign)

    def on_seen(self) -> None:
        """The advice was read: turn to the page that says what is to be done now."""
        from supple.ui.pages import Place

        self._before = None
        self._conductor.finish()
        self._parts.window.show_place(Place.TODAY)

    def _keep(self, sign: Sign | None) -> None:
        if self._before is not None:
            today = self._deps.now().date()
            self._follow(warning.paused(self._before, sign, today))
            self._parts.recorder.rate(note=warning.note(sign))

    def _take_back(self, before: Settings) -> None:
        self._before = None
        self._follow(warning.taken_back(self._deps.settings, before))
        self._parts.recorder.rate(note="")
        self._parts.voice.hush()
        self._conductor.sum_up(Ended.HURT)

    def _follow(self, settings: Settings) -> None:
        self._parts.pages.follow(settings)
        self._parts.window.show_settings(settings)
