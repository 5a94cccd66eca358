"""What a session came to, counted while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.core import labels
from supple.core.event import Event, SessionEnded, SessionStarted, StepEnded
from supple.core.summary import SummaryView
from supple.core.tally import Tally

if TYPE_CHECKING:
    from supple.core.ended import Ended
    from supple.core.timeline import Timeline
    from supple.shell.deps import Deps
    from supple.shell.pages import Pages


class SummingUp:
    """One session after another; see :meth:`begin`."""

    def __init__(self, deps: Deps, pages: Pages) -> None:
        self._deps = deps
        self._pages = pages
        self._timeline: Timeline | None = None
        self._tally: Tally | None = None
        self._pain: int | None = None
        self._held_s = self._began_at = self._length_s = 0.0

    def begin(self, timeline: Timeline, pain: int | None) -> None:
        """A session begins. ``pain``: what was answered before, 0 to 10 or None."""
        self._timeline, self._tally, self._pain = timeline, Tally(timeline), pain
        self._held_s = 0.0

    def on_event(self, event: Event) -> None:
        """Count what was held, and how long it took."""
        match event:
            case SessionStarted():
                self._began_at = event.at
            case StepEnded():
                self._held_s += event.held_s
                if self._tally is not None:
                    self._tally.left(event)
            case SessionEnded():
                self._length_s = event.at - self._began_at

    def view(self, how: Ended) -> SummaryView:
        """What the session came to, which ended like this."""
        week = self._pages.week()
        return SummaryView(
            done=week.done,
            goal=week.goal,
            weeks_in_a_row=week.in_a_row,
            held_s=self._held_s,
            stretches_done=self._tally.done if self._tally else 0,
            stretches=self._tally.blocks if self._tally else 0,
            pain_before=self._pain,
            ended=how,
            goal_counts=week.counts,
            new_week_on="" if week.in_reach else labels.weekday(week.start),
            asks_pain=self._deps.settings.ask_pain,
            gets_gentler=self._gets_gentler(),
            length_s=self._length_s,
            shares=self._tally.shares if self._tally else (),
        )

    def plan_level(self) -> int | None:
        """The level of the plan; None where the plan sets no doses."""
        deps = self._deps
        if not deps.settings.plan_doses:
            return None
        return deps.coach.progress(deps.now()).level.number

    def _gets_gentler(self) -> bool:
        """Whether the next session is held shorter if the pain went up: only then it is said.

        The shortest level has nothing below it, and the person's own routines keep their doses.
        """
        deps, timeline = self._deps, self._timeline
        if timeline is None or not self._held_s or timeline.routine.id in deps.library.own:
            return False
        return (self.plan_level() or 1) > 1
