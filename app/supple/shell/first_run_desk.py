"""When the questions of the first start are asked, and what is done with the answers."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from supple.core import first_run
from supple.core.first_run import FirstRun, Step
from supple.core.problem import UserError
from supple.shell import durations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supple.core.offer import Offer
    from supple.core.reminders import Prospect
    from supple.core.routine import Catalogue
    from supple.core.settings import Settings
    from supple.shell.conductor import Conductor
    from supple.shell.deps import Deps
    from supple.shell.pages import Pages
    from supple.ui.firstrun.page import FirstRunPage
    from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
NOTICE = "safety"
UNANSWERED = "A few safety questions are new here. They keep unsuitable stretches away."
ASKED = "safety-asked"
"""Under which the history keeps the day of the last asking."""


class FirstRunDesk:
    """Opens the questions, and keeps what is answered."""

    def __init__(self, deps: Deps, window: MainWindow, pages: Pages, conductor: Conductor) -> None:
        self._deps = deps
        self._window = window
        self._pages = pages
        self._conductor = conductor
        self._asked_on = ""
        self._offer: Offer | None = None
        self.page: FirstRunPage | None = None
        """The questions, while they are shown."""

    # When they are asked

    def look(self) -> None:
        """Ask what is to be asked as the window opens; nothing where a session is wished for."""
        if self._deps.start:
            return
        if self._deps.settings.first_run_done:
            self.look_again()
        elif self._is_new():
            # A grave answer that ended the questions is still ticked.
            run = first_run.begin(self._deps.settings, anew=False)
            self._ask(replace(run, occasion=first_run.Occasion.FIRST))
        else:
            self._tell()

    def look_again(self) -> None:
        """Ask the safety questions again when that is due, once a day at most.

        Who put them off is not asked; the Today page has a line for them.
        """
        deps = self._deps
        now = deps.now()
        if not (deps.settings.first_run_done and deps.settings.safety_on):
            return
        today = now.date().isoformat()
        if self._is_busy() or not deps.coach.safety_due(now) or today == self._last_asked():
            return
        self._keep_asked(today)
        self._ask(first_run.begin(deps.settings, Step.SAFETY))

    def change_answers(self) -> None:
        """The person wants to answer the safety questions, or answer them anew."""
        settings = self._deps.settings
        if not self._is_busy():
            steps = (Step.SAFETY,) if settings.first_run_done else (Step.SAFETY, Step.PLACE)
            self._ask(first_run.begin(settings, *steps, anew=False))

    def change_place(self) -> None:
        """The person wants to say anew where they stretch and with what."""
        if not self._is_busy():
            self._ask(first_run.begin(self._deps.settings, Step.PLACE))

    # What is answered

    def keep_grave(self) -> None:
        """Count a grave answer at once: who hides the window may never come back to it."""
        if self.page is not None and not self.page.run.may_leave:
            self._keep(first_run.stopped(self.page.run, self._deps.settings, self._today()))

    def on_closed(self) -> None:
        """The window goes with a grave answer on it: that one counts as well."""
        if self.page is not None and not self.page.run.may_leave:
            run, self.page = self.page.run, None
            self._pages.save(first_run.stopped(run, self._deps.settings, self._today()))

    def _on_finished(self, run: FirstRun, start: bool) -> None:
        self._keep(first_run.finished(run, self._deps.settings, self._today()))
        self._close()
        if start and self._offer is not None:
            self._window.start_asked.emit(self._offer.routine)

    def _on_stopped(self, run: FirstRun) -> None:
        """A grave answer stands: at the first start that is all for now."""
        self._keep(first_run.stopped(run, self._deps.settings, self._today()))
        if Step.GOAL in run.steps:
            self._window.close()
            return
        from supple.ui.pages import Place

        self._close()
        self._window.show_place(Place.TODAY)

    def _on_left(self, run: FirstRun) -> None:
        if Step.GOAL in run.steps:
            self._keep(first_run.skipped(self._deps.settings))
        self._close()

    def _on_offer_wanted(self, run: FirstRun) -> None:
        would = self._with(run)
        self._offer = self._offer_for(run, *would)
        if self.page is not None:
            self.page.show_offer(self._offer)
            self.page.show_prospect(self._prospect_for(*would))

    def _on_text_scale(self, scale: float) -> None:
        settings = replace(self._deps.settings, text_scale=scale)
        self._window.settings_changed.emit(settings)
        self._window.show_settings(settings)

    # Inside

    def _ask(self, run: FirstRun) -> None:
        from supple.ui.firstrun.page import FirstRunPage

        window = self._window
        self.page = FirstRunPage(window.look, window.pages.pictures, run)
        self.page.finished.connect(self._on_finished)
        self.page.stopped.connect(self._on_stopped)
        self.page.left.connect(partial(self._on_left, run))
        self.page.offer_wanted.connect(self._on_offer_wanted)
        self.page.text_scale_chosen.connect(self._on_text_scale)
        window.cover(self.page)

    def _close(self) -> None:
        self.page = None
        self._window.uncover()

    def _keep(self, settings: Settings) -> None:
        # As if it came from the settings page: breaks and the log-in follow as well.
        self._window.settings_changed.emit(settings)
        self._window.show_settings(settings)
        if settings.first_run_done or settings.safety_on:
            self._window.pages.notices.drop(NOTICE)
        # What could not be started with the answers before may be open now.
        self._window.pages.notices.drop("start")
        # Another routine may be up next now, or the same one with other holds.
        self._conductor.make_ready(self._pages.up_next)

    def _offer_for(
        self, run: FirstRun, deps: Deps, catalogue: Catalogue, seconds: Mapping[str, float]
    ) -> Offer | None:
        """What to begin with: the very break that is promised, else what the hour suits."""
        from supple.core.choice import WORK_BREAK
        from supple.core.today import build_today

        now = deps.now()
        occasion = WORK_BREAK if run.reminders.breaks else ""
        choices = deps.coach.choices(now, seconds, None, occasion)
        goal = deps.settings.weekly_goal_days
        return build_today(now.date(), catalogue, seconds, choices, [], [], goal).up_next

    def _prospect_for(
        self, deps: Deps, catalogue: Catalogue, seconds: Mapping[str, float]
    ) -> Prospect:
        """What the reminders would bring with these answers."""
        from supple.core.choice import BEDTIME, WORK_BREAK
        from supple.core.offer import offer_of
        from supple.core.reminders import Prospect
        from supple.desk.autostart import check

        def first(occasion: str) -> Offer | None:
            found = deps.coach.choices(deps.now(), seconds, None, occasion)
            return offer_of(found[0], catalogue, seconds) if found else None

        start = check()
        return Prospect(first(WORK_BREAK), first(BEDTIME), "" if start.ok else start.reason)

    def _with(self, run: FirstRun) -> tuple[Deps, Catalogue, Mapping[str, float]]:
        """The program as it would be with these answers: what it offers, and for how long."""
        from supple.core.speech_length import spoken_seconds

        settings = first_run.finished(run, self._deps.settings, self._today())
        deps = replace(self._deps, settings=settings)
        catalogue = deps.coach.catalogue(deps.now())
        return deps, catalogue, durations.work_out(catalogue, spoken_seconds)

    def _tell(self) -> None:
        """Somebody practised before there were questions: they are not held up."""
        from supple.ui.widgets.button import Button

        window = self._window
        answer = Button(window.look, "Answer now", size="small")
        answer.clicked.connect(self.change_answers)
        window.pages.notices.add(
            NOTICE,
            UNANSWERED,
            icon="shield-alert",
            actions=(answer,),
            closed=lambda: self._keep(first_run.skipped(self._deps.settings)),
        )
        window.pages.order_focus()

    def _is_new(self) -> bool:
        return self._deps.history is not None and self._pages.first_day() is None

    def _is_busy(self) -> bool:
        return self.page is not None or self._window.in_session

    def _today(self) -> date:
        return self._deps.now().date()

    def _last_asked(self) -> str:
        try:
            kept = self._deps.history.note(ASKED) if self._deps.history else None
        except UserError as error:
            log.warning("not known when the questions were asked: %s", error)
            kept = None
        return kept or self._asked_on

    def _keep_asked(self, today: str) -> None:
        self._asked_on = today
        try:
            if self._deps.history is not None:
                self._deps.history.keep_note(ASKED, today)
        except UserError as error:
            log.warning("not kept that the questions were asked: %s", error)
