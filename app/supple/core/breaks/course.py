"""The course of a break: it falls due, is held back, asked for, put off and let go."""

from __future__ import annotations

from dataclasses import replace

from supple.core.breaks import words
from supple.core.breaks.due import HOLD_LIMIT_S, Due, Stage
from supple.core.breaks.event import (
    Closed,
    Event,
    Held,
    How,
    LetGo,
    Prompt,
    Prompted,
    Reason,
    Snoozed,
    Wait,
    Why,
)
from supple.core.breaks.put_off import put_off_of
from supple.core.breaks.standing import Standing

PROMPT_S = 60.0
"""Seconds a prompt stays."""
SPACING_S = 5 * 60.0
"""Seconds between the end of a prompt and the next one, at least."""
ASKS = 3
"""Prompts without an answer after which a break is let go."""


class Course(Standing):
    """One step after another, by the newest look and nothing else."""

    @property
    def _at(self) -> float:
        return self.look.at

    def step(self) -> list[Event] | None:
        """The next thing that follows from the newest look; None when nothing does."""
        due = self.due
        if due is None:
            return self._fall_due()
        over = due.until is not None and self._at >= due.until
        if due.stage is Stage.DUE:
            return self._try_prompt(due)
        if due.reason is Reason.INTERVAL and due.stage is Stage.SNOOZED and not self.inside:
            return self._let_go(Why.HOURS)
        if not over:
            return None
        if due.stage is Stage.PROMPT:
            return self._unanswered(due)
        if due.stage is Stage.BREAK:
            self.count_from = self._at
            return self._let_go(Why.NOT_BEGUN)
        due.stage, due.until, due.since, due.holds = Stage.DUE, None, self._at, ()
        return []

    def _fall_due(self) -> list[Event] | None:
        if not (self.active and self.rules.interval and self.inside) or self.presence.away:
            return None
        if self._at < max(self.count_from + self.rules.every_s, self.spaced_until):
            return None
        self.due = Due(Reason.INTERVAL, self._at)
        return []

    def _try_prompt(self, due: Due) -> list[Event] | None:
        if due.reason is Reason.INTERVAL and not self.inside:
            return self._let_go(Why.HOURS)
        if self._at < self.spaced_until:
            return None
        holds = due.hold(self.look, self.rules, self.presence.away)
        limit = self._at >= due.since + HOLD_LIMIT_S
        if limit and (Wait.AWAY in holds or Wait.LOCKED in holds):
            return self._let_go(Why.MISSED)
        if holds and (not limit or Wait.TYPING in holds):
            changed, due.holds = holds != due.holds, holds
            return [Held(self._at, holds)] if changed else None
        due.stage, due.until, due.holds = Stage.PROMPT, self._at + PROMPT_S, ()
        due.quiet, due.typing_since = bool(holds), None
        return [Prompted(self._at, self._prompt(due))]

    def _prompt(self, due: Due) -> Prompt:
        return Prompt(
            due.reason,
            words.why_now(due, self._at - self.sat_from),
            due.occasion,
            due.short,
            due.quiet,
            PROMPT_S,
            due.until if due.until is not None else self._at,
            self.rules.snooze_min,
            due.clock,
            due.routine,
        )

    def _unanswered(self, due: Due) -> list[Event]:
        due.unanswered += 1
        events = self.close_prompt(How.UNANSWERED)
        if due.reason is Reason.INTERVAL and not self.inside:
            return events + self._let_go(Why.HOURS)
        if due.quiet or due.unanswered >= ASKS:
            self.count_from = self._at
            return events + self._let_go(Why.UNANSWERED)
        return events + self.put_off(None, asked=False)

    def put_off(self, minutes: int | None, asked: bool) -> list[Event]:
        """Ask again in ``minutes``, None for as many as the rules say; ``asked``: by somebody."""
        due = self.due
        if due is None:
            return []
        until = self._at + 60.0 * (minutes or self.rules.snooze_min)
        due.stage, due.until, due.holds, due.quiet = Stage.SNOOZED, until, (), False
        due.snoozes += 1
        due.unanswered = 0 if asked else due.unanswered
        kept = put_off_of(due, self.look, until, self._at - self.sat_from)
        self.memory = replace(self.memory, put_off=kept)
        return [Snoozed(self._at, until, asked)]

    def close_prompt(self, how: How) -> list[Event]:
        """Take the prompt away, if there is one."""
        if self.due is None or self.due.stage is not Stage.PROMPT:
            return []
        self.spaced_until = self._at + SPACING_S
        return [Closed(self._at, how)]

    def withdraw(self, why: Why) -> list[Event]:
        """Let go of the break that is due, unless it has begun."""
        if self.due is None or self.in_break:
            return []
        return self.close_prompt(How.WITHDRAWN) + self._let_go(why)

    def _let_go(self, why: Why) -> list[Event]:
        self.due = None
        return [LetGo(self._at, why)]
