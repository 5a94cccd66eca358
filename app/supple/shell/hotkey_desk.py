"""The two keys for breaks that work in any program."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supple.desk.watching import Watching

log = logging.getLogger(__name__)


class HotkeyDesk:
    """Takes the keys while the settings want them."""

    def __init__(
        self, acts: Mapping[str, Callable[[], object]], tell: Callable[[str], None]
    ) -> None:
        """``acts`` by the names of the keys; ``tell``: why the keys are not to be had."""
        self._acts = acts
        self._keys: Mapping[str, str] = {}
        self._tell = tell
        self._watching: Watching | None = None
        self._refused = ""

    @property
    def held(self) -> bool:
        """Whether the keys work now."""
        return bool(self._watching)

    def follow(self, keys: Mapping[str, str]) -> None:
        """Take ``keys``, name -> key, and give back all others; none for giving back all."""
        if dict(keys) != self._keys:
            self.close()
            self._keys = dict(keys)
        if self.held or not keys:
            return
        from supple.desk import hotkeys  # most do without

        self._watching = hotkeys.watch(self._keys, self._pressed)
        why_not = self._watching.why_not
        if why_not != self._refused:
            self._refused = why_not
            if why_not:
                log.warning("keys for any program: %s", why_not)
                self._tell(f"The keys for breaks do not work in other programs: {why_not}.")

    def reason(self) -> str:
        """Why the keys cannot be chosen here; "" where they can."""
        from supple.desk import hotkeys

        return hotkeys.reason()

    def close(self) -> None:
        """Give the keys back."""
        watching, self._watching = self._watching, None
        self._refused = ""
        if watching is not None:
            watching.close()

    def _pressed(self, name: str) -> None:
        log.info("the key for %s was pressed", name)
        self._acts[name]()
