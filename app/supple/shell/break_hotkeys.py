"""The keys for breaks in any program, as the settings have them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from supple.core.break_keys import BreakKey, break_keys
from supple.shell.hotkey_desk import HotkeyDesk

if TYPE_CHECKING:
    from supple.shell.break_desk import BreakDesk
    from supple.shell.deps import Deps


class BreakHotkeys:
    """Holds those that were taught, or the usual ones, while they are switched on."""

    def __init__(self, deps: Deps, breaks: BreakDesk, tell: Callable[[str], None]) -> None:
        """``tell``: why they are not to be had. None is held before ``follow_settings``."""
        self._deps = deps
        acts: dict[str, Callable[[], object]] = {
            BreakKey.START: breaks.start_now,
            BreakKey.SNOOZE: breaks.loop.snooze,
        }
        self._desk = HotkeyDesk(acts, tell)

    @property
    def line(self) -> str:
        """What the keys do, in a few words, while they work; else ""."""
        return break_keys(self._deps.settings.break_keys).line if self._desk.held else ""

    def follow_settings(self) -> None:
        """The settings have changed."""
        self.rest(False)

    def rest(self, on: bool) -> None:
        """Give the keys back while others are pressed to be taught."""
        mine = break_keys(self._deps.settings.break_keys)
        wanted = self._deps.settings.global_keys and not on
        self._desk.follow({act: mine.shown(act) for act in BreakKey} if wanted else {})

    def reason(self) -> str:
        """Why the keys cannot be chosen here; "" where they can."""
        return self._desk.reason()

    def close(self) -> None:
        """Give the keys back."""
        self._desk.close()
