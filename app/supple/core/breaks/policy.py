"""The policy of breaks: events in order of time, whoever looks and however often.

Look at the latest when ``deadline`` says, and whenever something is known to have changed. More
looks change nothing. A look that comes later than the deadline by the length of a rest means
that the computer stood still: that was a rest.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from supple.core.breaks.coming import SOON_S, coming, deadline
from supple.core.breaks.course import SPACING_S, Course
from supple.core.breaks.due import Due, Stage
from supple.core.breaks.event import (
    Event,
    Events,
    How,
    Reason,
    Rest,
    Rested,
    Skipped,
    Soon,
    Started,
    Why,
)
from supple.core.breaks.hours import LATE_S, Hours
from supple.core.breaks.look import Look, Zone
from supple.core.breaks.memory import Memory
from supple.core.breaks.presence import Turn
from supple.core.breaks.put_off import joined
from supple.core.breaks.rules import Rules

SETTLE_S = 60.0
"""Seconds of peace after the computer slept."""
START_LIMIT_S = 10 * 60.0
"""Seconds from Start to the session; after them there is none."""


class Breaks(Course):
    """The state machine. Each command takes a look first; ``look`` is always the newest."""

    def __init__(self, rules: Rules, zone: Zone, look: Look, memory: Memory | None = None) -> None:
        super().__init__(rules, zone, look, memory)
        self._soon_said = False
        self.deadline: float | None = look.at
        """When to look again at the latest; None while breaks are off."""
        if self.take_up():
            self.spaced_until = look.at + SETTLE_S

    def advance(self, look: Look) -> Events:
        """What happened up to ``look``."""
        return self._settle(self._advance(look))

    def start(self, look: Look) -> Events:
        """Begin the break that is due, or one that is not."""
        events = self._advance(look)
        if not self.in_break:
            due = self.due or Due(Reason.ASKED, self._at)
            events += self.close_prompt(How.STARTED)
            self.due = due
            due.stage, due.until = Stage.BREAK, self._at + START_LIMIT_S
            events += [Started(self._at, due.reason, due.occasion, due.short, due.routine)]
        return self._settle(events)

    def snooze(self, look: Look, minutes: int | None = None) -> Events:
        """Put off the break that is due; nothing without one."""
        events = self._advance(look)
        if self.due is not None and not self.in_break:
            events += self.close_prompt(How.SNOOZED) + self.put_off(minutes, asked=True)
        return self._settle(events)

    def skip(self, look: Look) -> Events:
        """Do without the break that is due, or without the next one: a fixed time does not ask
        then, and the count to one of the interval starts anew.

        While none is to come there is nothing to do without.
        """
        events = self._advance(look)
        following = coming(self) if self.due is None and self.active else None
        if not self.in_break and (self.due is not None or following is not None):
            events += [*self.close_prompt(How.SKIPPED), Skipped(self._at)]
            if following is not None and following.key:
                self.memory = self.memory.with_done(following.key)
            else:
                self.due, self.count_from = None, self._at
        return self._settle(events)

    def pause(self, look: Look, minutes: float) -> Events:
        """No prompt for ``minutes``."""
        events = self._advance(look)
        return self._settle(events + self._pause(minutes * 60.0, today=False))

    def not_today(self, look: Look) -> Events:
        """No prompt until the day is over."""
        events = self._advance(look)
        rest_of_day = self.hours.end_of_day(look.utc) - look.utc
        return self._settle(events + self._pause(rest_of_day, today=True))

    def resume(self, look: Look) -> Events:
        """End a pause."""
        events = self._advance(look)
        self.memory = self.memory.without_pause()
        return self._settle(events)

    def change(self, look: Look, rules: Rules) -> Events:
        """Go by other rules from now on. A fixed time that is new and just over does not ask."""
        events = self._advance(look)
        turned_on = rules.on and not self.rules.on
        self.rules, self.hours = rules, Hours(rules, self.hours.zone)
        self.take_fixed()
        if turned_on:
            self.fresh()
        interval = self.due is not None and self.due.reason is Reason.INTERVAL
        if not rules.on or (interval and not rules.interval):
            events += self.withdraw(Why.OFF)
        return self._settle(events)

    def done_already(self, look: Look, keys: Collection[str]) -> Events:
        """What the fixed times of ``keys`` are for is done: they do not ask.

        ``keys`` are those of ``times.key_of``.
        """
        events = self._advance(look)
        for key in keys:
            if key not in self.memory.done:
                self.memory = self.memory.with_done(key)
        return self._settle(events)

    def session_started(self, look: Look) -> Events:
        """A session runs, asked for by a break or otherwise."""
        events = self._advance(look)
        if not self.in_break:
            events += self.withdraw(Why.SESSION)
        due = self.due = self.due or Due(Reason.ASKED, self._at, stage=Stage.BREAK)
        due.until = None
        return self._settle(events)

    def session_ended(self, look: Look, done: bool) -> Events:
        """The session is over; ``done`` when enough was held to count as a rest.

        Else the count goes on: a break that was due is asked for again.
        """
        events = self._advance(look)
        if self.in_break:
            self.due, self.spaced_until = None, self._at + SPACING_S
            self.presence.here(self.look)
            if done:
                self.fresh()
                events += [Rested(self._at, Rest.SESSION)]
        return self._settle(events)

    # The rules, at the newest look.

    def _advance(self, look: Look) -> list[Event]:
        before, promised = self.look, self.deadline
        self.look = look = replace(look, at=max(look.at, before.at))
        passed = look.at - before.at
        if look.slept_s is not None and before.slept_s is not None:
            slept = look.slept_s - before.slept_s
        else:
            slept = look.utc - before.utc - passed
        late = look.at - promised if promised is not None else 0.0
        events = self._slept(slept) if max(slept, late) >= self.rules.rest_s else []
        self.end_pause()
        if not self.rules.on and self.due is None:
            return events
        if not self.in_break:
            events += self._see()
        self._take_fixed()
        while (more := self.step()) is not None:
            events += more
        return events

    def _settle(self, events: list[Event]) -> Events:
        """Go on from what was changed, and reckon when to look again."""
        while (more := self.step()) is not None:
            events += more
        events += self._announce()
        if self.memory.put_off is not None and (self.due is None or self.in_break):
            self.memory = replace(self.memory, put_off=None)
        self.deadline = deadline(self)
        return tuple(events)

    def _announce(self) -> list[Event]:
        """Say once that a prompt is near."""
        following = coming(self)
        near = following is not None and self._at >= following.at - SOON_S
        said, self._soon_said = self._soon_said, near
        if following is None or not near or said or following.at <= self._at:
            return []
        short = self.due is not None and self.due.short
        return [Soon(self._at, following.at, following.occasion, short, following.routine)]

    def _slept(self, slept_s: float) -> list[Event]:
        self.fresh()
        self.spaced_until = self._at + SETTLE_S
        due = self.due
        if due is not None and due.stage is Stage.BREAK:
            return []
        events: list[Event] = [Rested(self._at, Rest.SLEEP)]
        if due is None:
            return events
        due.since -= max(0.0, slept_s)
        if due.reason is Reason.INTERVAL:
            return events + self.withdraw(Why.RESTED)
        if self._at - due.since >= LATE_S:
            return events + self.withdraw(Why.MISSED)
        events += self.close_prompt(How.WITHDRAWN)
        self.spaced_until = self._at + SETTLE_S
        due.stage, due.until, due.holds = Stage.DUE, None, ()
        return events

    def _see(self) -> list[Event]:
        turn = self.presence.see(self.look, self.rules.rest_s)
        if turn is Turn.SAME:
            return []
        self.sat_from = self.count_from = self.presence.seen_at
        if turn is Turn.BACK:
            return []
        events: list[Event] = [Rested(self._at, Rest.AWAY)]
        if self.due is not None and self.due.reason is Reason.INTERVAL:
            events += self.withdraw(Why.RESTED)
        return events

    def _take_fixed(self) -> None:
        asked = self.take_fixed()
        if asked is None or not self.active:
            return
        if self.due is None:
            at, fixed = self.monotonic(asked.at), asked.fixed
            self.due = Due(Reason.FIXED, at, fixed.occasion, fixed.clock, fixed.routine)
        elif self.due.stage in (Stage.DUE, Stage.SNOOZED):
            self.due.reason, self.due.occasion = Reason.FIXED, asked.fixed.occasion
            self.due.clock, self.due.routine = asked.fixed.clock, asked.fixed.routine
            if self.memory.put_off is not None:
                kept = joined(self.memory.put_off, asked.fixed)
                self.memory = replace(self.memory, put_off=kept)

    def _pause(self, seconds: float, today: bool) -> list[Event]:
        self.memory = replace(
            self.memory, paused_until=self.look.utc + seconds, pause_s=seconds, today=today
        )
        return self.withdraw(Why.PAUSED)
