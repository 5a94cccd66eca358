"""What the History page asks for: a year at a glance, sessions to look at and to correct."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from supple.core.day_off import Off, marked
from supple.core.days import counted_day, week_start
from supple.core.history_ask import EditableSession, Period, SessionChanges
from supple.core.overview import Totals, build_overview
from supple.core.problem import UserError
from supple.core.session_list import build_sessions, ended_words, span
from supple.shell.deps import Deps

if TYPE_CHECKING:
    from supple.store.history import History
    from supple.store.paths import Paths
    from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
PAIRS = 60
"""Rated sessions that the chart of pain is made from, at most."""
Read = TypeVar("Read")


def look_closer(paths: Paths, error: UserError) -> None:
    """Let the next start read the whole file where ``error`` says that it is damaged."""
    from supple.store.sqlite_errors import DamagedError

    if isinstance(error, DamagedError):
        from supple.store.opening import suspect

        suspect(paths)


class HistoryDesk:
    """Reads and writes for the page; draws nothing itself."""

    def __init__(self, deps: Deps, window: MainWindow, changed: Callable[[], None]) -> None:
        """``changed`` is called after each change, also where it failed."""
        self._deps = deps
        self._window = window
        self._changed = changed
        self._shown = False
        """Whether the page shows a year that was read."""

    def show(self) -> None:
        """Give the page the year as it stands now."""
        totals = self._do(self._totals)
        if totals is None and self._shown and self._deps.history is not None:
            # "Nothing here yet" would be wrong, and a fright.
            return
        self._shown = totals is not None
        settings = self._deps.settings
        view = build_overview(
            totals or Totals(),
            self._deps.library.catalogue.stretches,
            self._today,
            settings.weekly_goal_days,
            settings.first_weekday,
            settings.goal_counts,
        )
        self._window.history.show_view(view)

    def show_sessions(self, routine: str, period: str, limit: int, offset: int) -> None:
        """Give the page ``limit`` sessions from the one numbered ``offset`` on."""
        settings, today = self._deps.settings, self._today
        since, until = span(Period(period), today, settings.first_weekday)

        def read(history: History) -> None:
            page = history.session_page(
                routine or None, since, until, limit, offset, settings.day_ends_h
            )
            routines = history.routines_done()
            view = build_sessions(page.sessions, page.total, page.held_s, routines, today)
            self._window.history.show_sessions(view, offset)

        self._do(read)

    def edit(self, session: str) -> None:
        """Let the person correct a session."""
        record = self._do(lambda history: history.session(session))
        if record is None:
            return
        self._window.history.edit(
            EditableSession(
                record.id,
                record.routine_name or record.routine,
                record.started_at,
                record.held_s,
                record.pain_before,
                record.pain_after,
                record.note,
                self._deps.now(),
                ended_words(record.ended),
            )
        )

    def save(self, session: str, changes: SessionChanges) -> None:
        """Keep what the person made of a session."""
        self._change(
            lambda history: history.edit(
                session,
                started_at=changes.started_at,
                held_s=changes.held_s,
                pain_before=changes.pain_before,
                pain_after=changes.pain_after,
                note=changes.note,
            )
        )

    def delete(self, session: str) -> None:
        """Leave a session out from now on."""
        self._change(lambda history: history.discard(session))

    def restore(self, session: str) -> None:
        """Bring a deleted session back."""
        self._change(lambda history: history.restore(session))

    def mark_day(self, day: date, off: Off | None) -> None:
        """Say why a day is off, or with None that it is not."""
        self._change(lambda history: history.set_day_off(day, off))

    def _change(self, what: Callable[[History], None]) -> None:
        def change(history: History) -> bool:
            what(history)
            return True

        if not self._do(change):
            self._window.history.refuse()
        # Where it failed the page shows what still stands.
        self._changed()

    @property
    def _today(self) -> date:
        return counted_day(self._deps.now(), self._deps.settings.day_ends_h)

    def _totals(self, history: History) -> Totals:
        settings = self._deps.settings
        ends = settings.day_ends_h
        since = week_start(self._today, settings.first_weekday)
        return Totals(
            days=history.day_totals(ends),
            stretches=history.stretch_totals(since, ends),
            pain=history.pain_pairs(PAIRS, ends),
            pain_count=history.pain_count(),
            assessments=history.assessments(),
            days_off=marked(history.days_off()),
            sessions=history.session_page(None, None, None, 0, 0, ends).total,
        )

    def _do(self, what: Callable[[History], Read]) -> Read | None:
        """``what`` with the history; None, and a word to the person, where that fails."""
        if self._deps.history is None:
            self._window.notice("history", "The history could not be opened.", "care")
            return None
        try:
            return what(self._deps.history)
        except LookupError as error:
            # As after a restore, when its dialog or its Undo was still open.
            log.warning("not in the history: %s", error)
            self._window.notice("history", "This session is not in your history any more.", "care")
            return None
        except UserError as error:
            log.warning("history: %s", error)
            look_closer(self._deps.paths, error)
            self._window.notice("history", str(error), "care")
            return None
