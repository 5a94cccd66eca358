"""What the Flexibility page asks for: a script to be read, a history that keeps, a verdict."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from supple.core import labels
from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_script import Part, result_script, script, sentences
from supple.core.check_view import (
    Suggestion,
    build_checks,
    feel_result,
    fitting,
    leg_result,
)
from supple.core.days import counted_day
from supple.core.flexibility import latest_leg_raise
from supple.core.outline import stretches_of
from supple.core.permitted import barred_by, is_barred
from supple.core.problem import UserError
from supple.core.safety import ADVICE_TEXTS, ADVICE_TITLES
from supple.core.session_keys import key_map
from supple.core.speech_length import spoken_seconds
from supple.core.step import LineKind
from supple.shell import durations
from supple.shell.check_reading import CheckReading, QtWait, Wait
from supple.shell.deps import Deps
from supple.shell.parts import Parts

if TYPE_CHECKING:
    from supple.core.check_view import LegResult
    from supple.core.choice import Choice
    from supple.core.flexibility import Verdict
    from supple.store.history import History
    from supple.ui.flexibility_door import FlexibilityDoor

log = logging.getLogger(__name__)
Got = TypeVar("Got")
LIKE = {
    Check.LEG_RAISE: "straight-leg-raise",
    Check.SIT_AND_REACH: "chair-forward-fold",
    Check.TOE_TOUCH: "standing-forward-fold",
}
"""The stretch that asks the same of the body; what bars it bars the check."""


class CheckDesk:
    """Reads the script out, keeps what was measured, and answers the page."""

    def __init__(
        self,
        deps: Deps,
        parts: Parts,
        changed: Callable[[], None],
        make_ready: Callable[[str], None],
        wait: Wait | None = None,
    ) -> None:
        """``changed`` is called after each change of the history; ``make_ready`` prepares
        what a session with the routine of that id says."""
        self._deps = deps
        self._parts = parts
        self._changed = changed
        self._make_ready = make_ready
        self._reading = CheckReading(deps, parts, wait or QtWait(parts.window))

    # What the page asks

    def show(self) -> None:
        """Give the page what is there, and get the voice ready to read."""
        self.show_view()
        self.show_voice()
        self._door.set_keys(key_map(self._deps.settings.session_keys))
        if self._reading.speaks() and not self._reading.busy:
            self._parts.voice.start()
            self._parts.voice.prepare(sentences([Part.LEFT, Part.RIGHT, Part.GET_SET]))

    def show_view(self) -> None:
        """Give the page what is there."""
        deps = self._deps
        today = counted_day(deps.now(), deps.settings.day_ends_h)
        checks = self._do(lambda history: history.assessments()) or []
        barred = {check: self._barred(check) for check in LIKE}
        self._door.show_view(build_checks(today, checks, barred))

    def show_voice(self) -> None:
        """Tell the page whether what it shows is said."""
        self._door.show_voice(self._deps.speaks)

    def read(self, part: str) -> None:
        """Begin to read a part; what was read before ends."""
        self._reading.begin(script(Part(part)))

    def hush(self) -> None:
        """Silence now; the page goes on without."""
        self._reading.hush()

    def leave(self) -> None:
        """The page is out of sight."""
        self.hush()
        if not self._reading.busy:
            self._make_ready(self._parts.pages.up_next)

    def on_voice(self) -> None:
        """The voice was turned on or off."""
        self.show_voice()
        self._reading.follow()

    def keep_legs(self, left: float, right: float) -> None:
        """Keep a leg raise and say what it comes to. Degrees, 0 to 110."""
        before = self._do(lambda history: latest_leg_raise(history.assessments()))
        done, kept = self._keep(Check.LEG_RAISE, left=left, right=right)
        found = leg_result(done, before, (), kept=kept)
        self._door.show_result(self._with_offers(found))
        self._reading.begin(result_script(found.verdict), shown=False)

    def keep_feel(self, check: Check, feel: Feel) -> None:
        """Keep how a check without an angle went."""
        done, kept = self._keep(check, feel=feel)
        found = feel_result(done, feel, kept=kept)
        self._door.show_felt(found)
        self._reading.begin([(LineKind.FINISH, found.text, 0.0)], shown=False)

    def discard(self, assessment: str) -> None:
        """Leave a check out from now on."""
        self._change(lambda history: history.discard_assessment(assessment))

    def restore(self, assessment: str) -> None:
        """Bring a check back."""
        self._change(lambda history: history.restore_assessment(assessment))

    # Keeping

    def _change(self, what: Callable[[History], None]) -> None:
        def change(history: History) -> bool:
            what(history)
            return True

        if not self._do(change):
            self._door.refuse()
        self._changed()

    def _keep(
        self,
        check: Check,
        *,
        left: float | None = None,
        right: float | None = None,
        feel: Feel | None = None,
    ) -> tuple[Assessment, bool]:
        """The check, and whether it could be kept."""
        now = self._deps.now()
        kept = self._do(
            lambda history: history.add_assessment(check, now, left=left, right=right, feel=feel)
        )
        if kept is not None:
            self._changed()
            return kept, True
        return Assessment("", check, now, left=left, right=right, feel=feel), False

    def _with_offers(self, found: LegResult) -> LegResult:
        unanswered = not self._deps.coach.screening.answered
        return replace(found, offers=self._offers(found.verdict), unanswered=unanswered)

    def _offers(self, verdict: Verdict) -> tuple[Suggestion, ...]:
        now, coach = self._deps.now(), self._deps.coach
        catalogue = coach.catalogue(now)
        seconds = durations.work_out(catalogue, spoken_seconds)
        choices = fitting(
            verdict.tightness,
            coach.choices(now, seconds),
            catalogue.routines,
            lambda routine: coach.person.can_do_all(routine, catalogue),
        )

        shown: set[str] = set()

        def suggestion(choice: Choice) -> Suggestion:
            routine = catalogue.routines[choice.routine]
            parts = stretches_of(routine, catalogue)
            place = labels.place([part.position for part in parts]) if parts else ""
            where = f", {place[:1].lower()}{place[1:]}" if place else ""
            minutes = labels.minutes(seconds.get(routine.id, 0.0))
            # Two routines that begin alike are told apart by what comes later.
            figures = [part.figure for part in parts]
            figure = next((f for f in figures if f not in shown), (figures or [""])[0])
            shown.add(figure)
            return Suggestion(routine.id, routine.name, f"{minutes}{where}", figure)

        return tuple(suggestion(choice) for choice in choices)

    def _barred(self, check: Check) -> str:
        """Why a check is left out; "" where it may be done."""
        screening = self._deps.coach.screening
        if not screening.may_stretch:
            return f"{ADVICE_TITLES[screening.advice]} {ADVICE_TEXTS[screening.advice]}"
        stretch = self._deps.library.catalogue.stretches.get(LIKE[check])
        if stretch is None:
            return ""
        conditions = barred_by(stretch, screening)
        if conditions:
            return f"Left out with {labels.conditions(list(conditions))}."
        if check is not Check.LEG_RAISE and is_barred(stretch, screening):
            return "Waits for your safety answers."
        return ""

    @property
    def _door(self) -> FlexibilityDoor:
        return self._parts.window.pages.flexibility

    def _do(self, what: Callable[[History], Got]) -> Got | None:
        """``what`` with the history; None, and a word to the person, where that fails."""
        if self._deps.history is None:
            self._parts.window.notice("history", "The history could not be opened.", "care")
            return None
        try:
            return what(self._deps.history)
        except UserError as error:
            log.warning("checks: %s", error)
            self._parts.window.notice("history", str(error), "care")
            return None
