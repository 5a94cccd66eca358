"""A made-up person on a fixed day, for pictures: what they have done, and one broken file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from supple.core.assessment import Assessment, Check
from supple.core.break_card import BreakCardView, card_of
from supple.core.breaks.status import Phase, Status
from supple.core.breaks.times import fixed_of
from supple.core.broken import BrokenFile
from supple.core.choice import (
    BEDTIME,
    PRACTICE,
    RISING,
    WORK_BREAK,
    Choice,
    Moment,
    choose,
    last_done,
)
from supple.core.day_rows import DayTimes
from supple.core.event import Ended
from supple.core.my_plan import Known
from supple.core.offer import Offer, offer_of
from supple.core.person import Person
from supple.core.record import SessionRecord, StepRecord
from supple.core.reminders import Prospect
from supple.core.routine import Catalogue, Side
from supple.core.session import Session
from supple.core.snapshot import Snapshot
from supple.core.speech_length import spoken_seconds
from supple.core.step import StepKind
from supple.core.timeline import build_timeline
from supple.core.today import TodayView, build_today
from supple.shell.durations import work_out
from supple.store.assets import asset
from supple.store.routine_files import load_library

TODAY = date(2026, 10, 22)
"""A Thursday."""
HOUR = 14
GOAL = 5
_CHECKED = datetime(2026, 9, 30, 9, 0, tzinfo=UTC)
_NEXT_S = 24 * 60 + 10.0
FOLDER = "/home/ada/.local/share/supple/routines"
BROKEN_FILE = """{
  "format": 1,
  "routines": [
    {
      "id": "my-evening",
      "name": "My evening",
      "steps": [
        {"stretch": "wall-supine", "hold_s": 60},
        {"stretch": "supine-strap-bent-knee", "hold_s": "30 seconds"},
        {"stretch": "floor-single-leg", "sets": 2}
      ]
    }
  ]
}
"""
_WEEKS = 6
_DAYS_AGO = (0, 2, 3, *(7 * week + day for week in range(_WEEKS) for day in range(6, 11)))
"""Monday, Tuesday and today, after six weeks of Monday to Friday."""
_STEP_S = 0.25
_LONGEST_S = 7200.0


@dataclass(frozen=True)
class Sample:
    """The shipped routines and a few weeks of practice."""

    catalogue: Catalogue
    durations: dict[str, float]

    @staticmethod
    def read() -> Sample:
        """Everything that ships, with how long each takes."""
        catalogue = load_library(asset("routines.json"), None).catalogue
        return Sample(catalogue, work_out(catalogue, spoken_seconds))

    def today(self, *times: str) -> TodayView:
        """The day after some weeks of practice. ``times`` are what is planned, as settings have
        them."""
        sessions = [_session(TODAY - timedelta(days=ago)) for ago in _DAYS_AGO]
        totals = [(session.day, session.held_s) for session in sessions]
        return self._view(sessions, totals, times)

    def known(self) -> Known:
        """What that person may put into the plan."""
        choices = (Choice(id_, "", PRACTICE) for id_ in self.catalogue.routines)
        offers = [offer_of(choice, self.catalogue, self.durations) for choice in choices]
        fits = {"": WORK_BREAK, RISING: RISING, BEDTIME: BEDTIME}
        return Known(
            tuple(offers),
            {occasion: self._offer(asked) for occasion, asked in fits.items()},
            {"my-evening": "My evening"},
        )

    def next_break(self) -> BreakCardView:
        """The next break of that day."""
        return card_of(Status(Phase.WAITING, "", "", _NEXT_S, when="14:30"))

    def first_day(self) -> TodayView:
        """The day a person opens the program for the first time."""
        return self._view([], [])

    def prospect(self) -> Prospect:
        """What that person would be reminded of."""
        return Prospect(self._offer(WORK_BREAK), self._offer(BEDTIME))

    def broken(self, folder: Path) -> tuple[BrokenFile, ...]:
        """What the loader says of a routine file with a mistake, written into ``folder``."""
        path = folder / "evening.json"
        path.write_text(BROKEN_FILE, encoding="utf-8")
        return load_library(asset("routines.json"), folder).broken

    def session(self, routine: str) -> Run:
        """A session of ``routine`` at its start."""
        timeline = build_timeline(self.catalogue.routines[routine], self.catalogue)
        return Run(Session(timeline))

    def _offer(self, occasion: str) -> Offer:
        moment = Moment(TODAY, HOUR, asked=occasion)
        first = choose(self.catalogue, self.durations, Person(), moment)[0]
        return offer_of(first, self.catalogue, self.durations)

    def _view(
        self,
        sessions: list[SessionRecord],
        totals: list[tuple[date, float]],
        times: Sequence[str] = (),
    ) -> TodayView:
        done = last_done([(s.routine, s.day) for s in sessions])
        moment = Moment(TODAY, HOUR, last_done=done)
        choices = choose(self.catalogue, self.durations, Person(), moment)
        now = datetime(TODAY.year, TODAY.month, TODAY.day, HOUR, 6, tzinfo=UTC)
        plan = DayTimes(now, [fixed_of(text) for text in times], range(5), self.known())
        check = Assessment("check", Check.LEG_RAISE, _CHECKED, 54.0, 58.0) if sessions else None
        return build_today(
            TODAY,
            self.catalogue,
            self.durations,
            choices,
            sessions,
            totals,
            GOAL,
            last_check=check,
            breaks=True,
            times=plan if times else None,
        )


class Run:
    """A session under a clock that goes as fast as it is asked to. Seconds."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.now = 0.0

    def until(self, wanted: Callable[[Snapshot], bool]) -> Snapshot:
        """Go on to the first moment that is ``wanted``. Raises ``LookupError`` without one."""
        while self.now < _LONGEST_S:
            self.session.advance(self.now)
            shot = self.session.snapshot(self.now)
            if wanted(shot):
                return shot
            self.now += _STEP_S
        raise LookupError("the session has no such moment")


def _session(day: date) -> SessionRecord:
    at = datetime(day.year, day.month, day.day, 10, 30, tzinfo=UTC)
    steps = tuple(
        StepRecord(StepKind.HOLD, "seated-heel-out", side, 1, 80.0, 80.0, completed=True)
        for side in (Side.LEFT, Side.RIGHT)
    )
    return SessionRecord(
        id=f"sample-{day.isoformat()}",
        routine="desk-break",
        routine_name="Desk break",
        started_at=at,
        ended=Ended.FINISHED,
        steps=steps,
        pain_before=4,
        pain_after=3,
    )
