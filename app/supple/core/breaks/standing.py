"""Where breaks stand: what was seen, what is due, and what the wall clock makes of it."""

from __future__ import annotations

from dataclasses import replace

from supple.core.breaks.due import Due, Stage
from supple.core.breaks.hours import LATE_S, Hours, Occurrence
from supple.core.breaks.look import Look, Zone
from supple.core.breaks.memory import Memory
from supple.core.breaks.presence import Presence
from supple.core.breaks.put_off import sat_from, taken_up
from supple.core.breaks.rules import Rules


class Standing:
    """Breaks of one person at one computer. Seconds of the monotonic clock, but for ``utc``."""

    def __init__(self, rules: Rules, zone: Zone, look: Look, memory: Memory | None = None) -> None:
        self.rules = rules
        self.hours = Hours(rules, zone)
        self.memory = memory or Memory()
        self.look = look
        """The newest one."""
        self.due: Due | None = None
        self.presence = Presence(look)
        self.sat_from = look.at
        """Since when somebody works without a rest."""
        self.count_from = look.at
        """Since when the interval runs: the last rest, or the last answer."""
        self.spaced_until = look.at
        """No prompt before."""

    @property
    def active(self) -> bool:
        """Whether a prompt may come at all."""
        return self.rules.on and self.memory.paused_until is None

    @property
    def inside(self) -> bool:
        """Whether it is a working hour."""
        return self.hours.end_of_range(self.look.utc) is not None

    @property
    def in_break(self) -> bool:
        """Whether a session runs or is about to."""
        return self.due is not None and self.due.stage is Stage.BREAK

    def monotonic(self, utc: float) -> float:
        """The monotonic instant of ``utc``, by the newest look."""
        return self.look.at + (utc - self.look.utc)

    def fresh(self) -> None:
        """Begin the count of work anew."""
        self.sat_from = self.count_from = self.look.at
        self.presence.here(self.look)

    def take_up(self) -> bool:
        """Go on with a break that was put off before a restart; whether its time is over."""
        kept = self.memory.put_off
        if kept is None or not self.active:
            return False
        self.due = taken_up(kept, self.look, self.rules.rest_s)
        if self.due is None:
            return False
        self.sat_from = sat_from(kept, self.look)
        return self.due.stage is Stage.DUE

    def take_fixed(self) -> Occurrence | None:
        """The newest fixed time that asks now. All up to now are dealt with thereby, also those
        too old to ask."""
        return self._dealt_with(self.look.utc)

    def end_pause(self) -> None:
        """Go on when a pause is over. Fixed times in it do not ask afterwards."""
        until = self.memory.paused_until
        if until is None:
            return
        if self.look.utc < until:
            until = min(until, self.look.utc + self.memory.pause_s)
            self.memory = replace(self.memory, paused_until=until)
            return
        self._dealt_with(until)
        self.memory = self.memory.without_pause()

    def _dealt_with(self, utc: float) -> Occurrence | None:
        newest = None
        for one in self.hours.fixed(utc - LATE_S, utc):
            if one.key not in self.memory.done:
                self.memory = self.memory.with_done(one.key)
                newest = one
        return newest
