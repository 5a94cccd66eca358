"""Which sound output is used: the one that was chosen, or the system's own while that is away."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from supple.voice import device as sound
from supple.voice.listing import Output as Output


class Outputs:
    """Opens devices for the player. Used from the player's thread, ``choose`` from any."""

    def __init__(
        self,
        open_device: Callable[..., sound.Device] = sound.Device,
        list_outputs: Callable[[], list[tuple[str, str]]] = sound.outputs,
        name_of: Callable[[str], str] = lambda _: "",
    ) -> None:
        """``name_of`` gives the name of an output by its id, "" for one it does not know."""
        self._open = open_device
        self._list = list_outputs
        self._name_of = name_of
        self._chosen = ""
        self._missing = ""

    @property
    def is_away(self) -> bool:
        """Whether the chosen output is not there and the system's own serves instead."""
        return bool(self._chosen) and self._missing == self._chosen

    @property
    def away_name(self) -> str:
        """What the chosen output is called while it is not there; else, and if unknown, ""."""
        return self._name_of(self._chosen) if self.is_away else ""

    def choose(self, output: str) -> None:
        """The id of an output from now on; "" for the one the system uses."""
        self._chosen = output

    def gone(self) -> bool:
        """Whether the chosen output is found to have left in the middle of a sound.

        May block while a sound server is frozen.
        """
        chosen = self._chosen
        if not chosen or self._missing == chosen or self._is_there(chosen):
            return False
        self._missing = chosen
        return True

    def open(self, samples: array[int], rate: int, gain: Callable[[], float]) -> sound.Device:
        """A device that plays ``samples``. Raises ``NoSound``."""
        chosen = self._chosen
        # A missing output is looked for before it is tried, since a failed try
        # costs the sound server a connection.
        if chosen and (self._missing != chosen or self._is_there(chosen)):
            try:
                device = self._open(samples, rate, gain, chosen)
            except sound.NoSound:
                self._missing = chosen
            else:
                self._missing = ""
                return device
        return self._open(samples, rate, gain)

    def _is_there(self, chosen: str) -> bool:
        return any(ident == chosen for ident, _ in self._list())
