"""Gives the pages their values, and takes care of what they ask for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from supple.core.day_off import Off, marked
from supple.core.days import counted_day
from supple.core.problem import UserError
from supple.core.safety import ADVICE_TEXTS, ADVICE_TITLES, Screening
from supple.core.settings import Motion, Settings
from supple.core.stats import Week, week_of
from supple.core.today import build_today
from supple.shell import durations
from supple.shell.deps import Deps
from supple.store.history import History
from supple.store.paths import make_folder
from supple.ui.look import Clothes, Look
from supple.ui.system_hints import wants_little_motion
from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
LATEST = 30
"""How many sessions the Today page is built from."""
Read = TypeVar("Read")

if TYPE_CHECKING:
    from supple.core.day_rows import DayTimes
    from supple.core.record import SessionRecord
    from supple.core.routine import Catalogue

Today: TypeAlias = "tuple[list[SessionRecord], list[tuple[date, float, int]], dict[date, Off]]"


class Pages:
    """The values behind the pages. Draws nothing itself."""

    def __init__(self, deps: Deps, window: MainWindow, look: Look) -> None:
        self._deps = deps
        self._window = window
        self._look = look
        self._shown_for: tuple[date, int, int] | None = None
        self.up_next = ""
        """Id of the routine the Today page offers; "" for none."""
        self._minutes: float | None = None
        self._known: durations.Known = {}
        """What was worked out before: after a change only what is another takes time."""
        self._durations = self._recalled() or self._worked_out()

    def refresh(self) -> None:
        """Show the day as it stands now."""
        deps = self._deps
        now = deps.now()
        self._shown_for = self._moment(now)
        deps.coach.forget()
        found = self._read(self._of_today)
        sessions, totals, days_off = found or ([], [], {})
        settings = deps.settings
        view = build_today(
            self._day(now),
            deps.coach.catalogue(now),
            self._durations,
            deps.coach.choices(now, self._durations, self._minutes),
            sessions,
            totals,
            settings.weekly_goal_days,
            settings.first_weekday,
            settings.goal_counts,
            settings.day_ends_h,
            days_off,
            plan=deps.coach.progress(now).why if settings.plan_doses else "",
            advice=advice(deps.coach.screening),
            last_check=deps.coach.last_check(),
            unanswered=settings.first_run_done and not settings.safety_on,
            breaks=settings.breaks_on,
            answered=bool(settings.safety_on),
            own=deps.library.own,
            check_weeks=settings.check_weeks,
            times=self._times(now),
        )
        self.up_next = view.up_next.routine if view.up_next else ""
        self._window.show_today(view)

    def keep_minutes(self, minutes: float | None) -> None:
        """Offer what fits ``minutes`` until the program ends; None for any length."""
        self._minutes = minutes
        self.refresh()

    def refresh_if_stale(self) -> None:
        """Show the day anew when another hour has come since it was shown, or a time of the
        plan."""
        before, now = self._shown_for, self._moment(self._deps.now())
        if before != now:
            self.refresh()
        if before is not None and before[0] != now[0]:
            self._window.history.reload()

    def week(self) -> Week:
        """This week against its goal."""
        settings = self._deps.settings
        return week_of(
            self._days(),
            self._day(self._deps.now()),
            settings.weekly_goal_days,
            settings.first_weekday,
            settings.goal_counts,
            self._read(_days_off) or {},
        )

    def first_day(self) -> date | None:
        """The day of the first session ever kept; None before it."""
        return min((total[0] for total in self._days()), default=None)

    @property
    def durations(self) -> Mapping[str, float]:
        """Seconds of every routine and stretch by id, as the pages show them."""
        return self._durations

    def show_others(self) -> None:
        """Give the other pages their values; pages not built yet take them when they are."""
        self._work_out_again()
        self._show_library()
        self._window.show_settings(self._deps.settings)

    def plan_changed(self) -> None:
        """The answers or the history have changed what is offered and how long it is held."""
        self._deps.coach.forget()
        self._work_out_again()
        self.refresh()
        self._show_library()

    def _work_out_again(self) -> None:
        """Take the lengths of the sessions as they are now."""
        shown, self._durations = self._durations, self._worked_out()
        if not shown.items() <= self._durations.items():
            self.refresh()

    def _show_library(self) -> None:
        from supple.core.left_out import left_out

        deps = self._deps
        library, shown = deps.library, self._catalogue()
        gone = left_out(library.catalogue, deps.coach.screening)
        durations.keep(deps.kept, shown, self._durations)
        own = sorted(library.own)
        self._show_plan()
        self._window.show_library(shown, self._durations, own, gone, library.locked)
        self._window.show_routines(
            shown,
            self._durations,
            own,
            library.broken,
            str(deps.paths.routines_dir),
            library.locked,
        )

    def check_again(self) -> None:
        """Read the routine files anew."""
        try:
            self._deps.read_library()
        except UserError as error:
            self._window.notice("routines", str(error), "care")
            return
        self.library_changed()
        if not self._deps.library.broken:
            self._window.toast("All routine files are good.")

    def library_changed(self) -> None:
        """Show the routines and stretches that there are now."""
        self._durations = self._worked_out()
        self.refresh()
        self._show_library()

    def follow(self, settings: Settings) -> None:
        """Take over, keep and show what the person chose."""
        before = self._deps.settings
        self.save(settings)
        if plan(before) != plan(settings):
            self.plan_changed()
        else:
            self.refresh()

    def save(self, settings: Settings) -> None:
        """Take over and keep what the person chose."""
        before, self._deps.settings = self._deps.settings, settings
        if appearance(before) != appearance(settings):
            apply_settings(self._look, settings)
        try:
            aside = self._deps.settings_file.save(settings)
        except UserError as error:
            log.warning("settings not saved: %s", error)
            self._window.notice("settings", str(error), "care")
            return
        if aside is not None:
            self._window.notice(
                "settings", f"The settings file could not be read. It is kept as {aside}."
            )

    def routines_folder(self) -> Path | None:
        """The folder of the person's routine files, made if need be."""
        try:
            return make_folder(self._deps.paths.routines_dir)
        except UserError as error:
            self._window.notice("routines", str(error), "care")
            return None

    def _recalled(self) -> dict[str, float] | None:
        return durations.recall(self._deps.kept, self._catalogue())

    def _worked_out(self) -> dict[str, float]:
        """Seconds of every session by id."""
        from supple.core.speech_length import spoken_seconds  # with all of the timeline

        return durations.work_out(self._catalogue(), spoken_seconds, self._known)

    def _catalogue(self) -> Catalogue:
        return self._deps.coach.shown(self._deps.now())

    def _day(self, now: datetime) -> date:
        return counted_day(now, self._deps.settings.day_ends_h)

    def _moment(self, now: datetime) -> tuple[date, int, int]:
        """The same as long as nothing on the Today page becomes untrue by the clock alone."""
        turns = 0
        if self._deps.settings.break_times:
            from supple.shell.planned import turns_gone

            turns = turns_gone(self._deps.settings, now)
        return self._day(now), now.hour, turns

    def _times(self, now: datetime) -> DayTimes | None:
        if not self._deps.settings.break_times:
            return None
        from supple.shell.planned import day_times  # only where somebody has a plan

        # Who says how much time there is wants what fits that.
        return day_times(self._deps, now, self._durations, leads=self._minutes is None)

    def _show_plan(self) -> None:
        """What may be put into the daily plan, for the settings."""
        from supple.shell.planned import known

        found = known(self._deps, self._deps.now(), self._durations)
        self._window.show_plan(found)

    def _days(self) -> list[tuple[date, float, int]]:
        return self._read(lambda h: h.day_totals(self._deps.settings.day_ends_h)) or []

    def _of_today(self, history: History) -> Today:
        totals = history.day_totals(self._deps.settings.day_ends_h)
        return history.sessions(limit=LATEST), totals, _days_off(history)

    def _read(self, what: Callable[[History], Read]) -> Read | None:
        """``what`` of the history; None, and a word to the person, where that fails."""
        if self._deps.history is None:
            return None
        try:
            return what(self._deps.history)
        except UserError as error:
            log.warning("history not read: %s", error)
            self._window.notice("history", str(error), "care")
            return None


def _days_off(history: History) -> dict[date, Off]:
    return marked(history.days_off())


def advice(screening: Screening) -> tuple[str, str] | None:
    """Title and text of what is to be done before any session; None where one may begin."""
    if screening.may_stretch:
        return None
    return ADVICE_TITLES[screening.advice], ADVICE_TEXTS[screening.advice]


def appearance(settings: Settings) -> tuple[object, ...]:
    """What of the settings changes how the program looks."""
    colors = (settings.theme, settings.contrast, settings.side_colors)
    return (*colors, settings.text_scale, settings.session_text_scale, settings.motion)


def plan(settings: Settings) -> tuple[object, ...]:
    """What of the settings changes what is offered, and how long it is held."""
    answers = (settings.safety_on, settings.safety_ticked, settings.safety_cleared_on)
    days = (settings.first_weekday, settings.day_ends_h)
    return (*answers, settings.spots, settings.equipment, settings.plan_doses, *days)


def apply_settings(look: Look, settings: Settings) -> None:
    """Make the look follow ``settings``. Cheapest before there are widgets."""
    reduced = settings.motion is Motion.REDUCED
    if settings.motion is Motion.SYSTEM:
        reduced = wants_little_motion()
    look.wear(
        Clothes(
            theme=settings.theme.value,
            contrast=settings.contrast.value,
            sides=settings.side_colors.value,
            text_scale=settings.text_scale,
            session_text_scale=settings.session_text_scale,
            reduced_motion=reduced,
        )
    )
