"""What the rest of the program asks of the voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from supple.core.event import Event
from supple.core.step import LineKind, Priority
from supple.voice.listing import Output, VoiceEntry
from supple.voice.state import Prepared, VoiceState


class Voice(Protocol):
    """Speech and chimes. No method blocks, and none raises when there is no sound."""

    @property
    def state(self) -> VoiceState: ...

    def start(self) -> None:
        """Gets ready to speak; tries anew where that failed for good before."""
        ...

    def when_ready(self, call: Callable[[], None]) -> None:
        """Calls ``call`` once it can speak; at once where it can, or where it never will."""
        ...

    def prepare(
        self, lines: Sequence[str], on_prepared: Callable[[Prepared], None] | None = None
    ) -> None:
        """Makes sentences ready, in order, instead of those still waiting to be made."""
        ...

    def length_s(self, text: str) -> float | None:
        """Seconds ``text`` really takes to say; None while that is not known."""
        ...

    def say(self, text: str, priority: Priority) -> None: ...

    def chime(self, name: str) -> None:
        """Plays one of ``chime.NOTES``."""
        ...

    def hush(self) -> None:
        """Silence now, and nothing that waited."""
        ...

    def set_on(self, on: bool) -> None:
        """Off: nothing sounds until it is on again."""
        ...

    def set_speech(self, kinds: frozenset[LineKind], *, chimes: bool) -> None:
        """Which kinds of sentences are said, and whether chimes mark the steps instead."""
        ...

    def set_volume(self, volume: float) -> None:
        """0 silent to 1 full."""
        ...

    def set_voice(self, voice: str = "", speed: float = 1.0) -> None:
        """Speaks otherwise from the next sentence on; "" is the default voice."""
        ...

    def set_output(self, output: str = "") -> None:
        """Plays on another output from the next sentence on; "" is the system's own."""
        ...

    def set_lead_in(self, on: bool) -> None:
        """Whether silence keeps the output awake between sentences."""
        ...

    def ask_outputs(self, on_outputs: Callable[[tuple[Output, ...]], None]) -> None:
        """Calls ``on_outputs`` with the sound outputs there are, when they are known."""
        ...

    def ask_voices(self, on_voices: Callable[[tuple[VoiceEntry, ...]], None]) -> None:
        """Calls ``on_voices`` with the English voices there are, when they are known."""
        ...

    def on_event(self, event: Event) -> None:
        """Says, chimes or falls silent as the session goes."""
        ...

    def close(self) -> None:
        """Ends the worker. Nothing is heard after it."""
        ...
