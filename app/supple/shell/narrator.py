"""Who reads a session out: our own voice, or the screen reader that runs here."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from supple.core.event import Event, LineDue
from supple.core.settings import VoiceSource
from supple.core.step import LineKind
from supple.desk.screen_reader import Reading, reading
from supple.voice.port import Voice

NONE_RUNS = "No screen reader is running, so Supple's own voice speaks."
OUT_OF_REACH = "The screen reader cannot be reached, so Supple's own voice speaks."
_TICKS = frozenset({LineKind.COUNTDOWN})
"""Over before a screen reader has come to them."""

Announce = Callable[[str, bool], None]
"""Has a text read out; True for at once, in the middle of whatever else is read."""


class Reader(Enum):
    """Whether the screen reader reads, and why it does not where it was to."""

    READS = ""
    NOT_WANTED = "not wanted"
    NONE = NONE_RUNS
    UNHEARD = OUT_OF_REACH


def chosen(source: VoiceSource, found: Reading, *, listens: bool) -> Reader:
    """Who reads, from what was chosen and what runs.

    ``listens``: whether anything takes Qt's announcements. Nobody is left with a reader that
    does not read.
    """
    if source is VoiceSource.OWN or (source is VoiceSource.AUTO and not found.runs):
        return Reader.NOT_WANTED
    if found.runs is False or (found.runs is None and not listens):
        return Reader.NONE
    return Reader.READS if listens else Reader.UNHEARD


def qt_listens() -> bool:
    """Whether assistive programs take what Qt announces."""
    from PySide6.QtGui import QAccessible

    return bool(QAccessible.isActive())


class Narrator:
    """Lets one of the two say each line, never both."""

    def __init__(
        self,
        voice: Voice,
        announce: Announce,
        find: Callable[[], Reading] = reading,
        listens: Callable[[], bool] = qt_listens,
    ) -> None:
        self._voice = voice
        self._announce = announce
        self._find = find
        self._listens = listens
        self._on = True
        self._kinds: frozenset[LineKind] = frozenset()
        self.reader = Reader.NOT_WANTED
        """Who reads in the session that runs, or ran last."""

    def begin(self, source: VoiceSource, kinds: frozenset[LineKind], *, chimes: bool) -> str:
        """Settle who reads this session; returns what the person has to know of it, or ""."""
        self.reader = self.who(source)
        by_reader = self.reader is Reader.READS
        self._kinds = kinds - _TICKS if by_reader else frozenset()
        self._voice.set_speech(frozenset() if by_reader else kinds, chimes=chimes)
        return self.reader.value if self.reader in (Reader.NONE, Reader.UNHEARD) else ""

    def who(self, source: VoiceSource) -> Reader:
        """Who would read now."""
        # Asked only where the answer matters: it may take the desktop a moment.
        found = Reading(None, "") if source is VoiceSource.OWN else self._find()
        return chosen(source, found, listens=self._listens())

    def set_on(self, on: bool) -> None:
        """Off: nothing is read out until it is on again."""
        self._on = on
        self._voice.set_on(on)

    def on_event(self, event: Event) -> None:
        """Read out what is due, if that is the screen reader's to do."""
        if self._on and isinstance(event, LineDue) and event.line.kind in self._kinds:
            self._announce(event.line.text, event.line.kind is LineKind.STOP)
