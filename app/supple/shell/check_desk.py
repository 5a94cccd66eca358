"""What the Flexibility page asks for: a voice that reads, a history that keeps, a verdict."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer

from supple.core import labels
from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_script import Part, result_script, script, sentences, timed
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
from supple.core.speech_length import spoken_seconds
from supple.core.speech_level import SpeechLevel
from supple.core.step import LineKind, Priority
from supple.shell import durations
from supple.shell.deps import Deps
from supple.shell.narrator import Reader
from supple.shell.parts import Parts

if TYPE_CHECKING:
    from supple.core.check_view import LegResult
    from supple.core.choice import Choice
    from supple.core.cues import Said
    from supple.core.flexibility import Verdict
    from supple.core.step import Line
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


class Wait(Protocol):
    """Calls back once, later."""

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        """Call ``call`` in ``seconds``, in place of whatever was to be called."""
        ...

    def stop(self) -> None:
        """Call nothing any more."""
        ...


class QtWait:
    """A ``Wait`` by Qt's own timer."""

    def __init__(self, parent: QObject) -> None:
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        # A coarse one may be half a second early after ten: into the sentence before.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._call: Callable[[], None] | None = None

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        """Call ``call`` in ``seconds``, in place of whatever was to be called."""
        self._call = call
        self._timer.start(round(max(0.0, seconds) * 1000))

    def stop(self) -> None:
        """Call nothing any more."""
        self._call = None
        self._timer.stop()

    def _on_time(self) -> None:
        call, self._call = self._call, None
        if call is not None:
            call()


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
        self._wait = wait or QtWait(parts.window)
        self._lines: tuple[Line, ...] = ()
        self._next = 0
        self._aloud = self._by_reader = False
        self._shown = True

    # What the page asks

    def show(self) -> None:
        """Give the page what is there, and get the voice ready to read."""
        self.show_view()
        self.show_voice()
        if self._speaks() and not self._busy:
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
        self._door.show_voice(self._deps.settings.voice_on and not self._deps.mute)

    def read(self, part: str) -> None:
        """Begin to read a part; what was read before ends."""
        self._begin(script(Part(part)))

    def hush(self) -> None:
        """Silence now; the page goes on without."""
        self._wait.stop()
        if self._lines:
            self._lines = ()
            self._parts.voice.hush()

    def leave(self) -> None:
        """The page is out of sight."""
        self.hush()
        if not self._busy:
            self._make_ready(self._parts.pages.up_next)

    def on_voice(self) -> None:
        """The voice was turned on or off."""
        self.show_voice()
        self._aloud = self._speaks()

    def keep_legs(self, left: float, right: float) -> None:
        """Keep a leg raise and say what it comes to. Degrees, 0 to 110."""
        before = self._do(lambda history: latest_leg_raise(history.assessments()))
        done, kept = self._keep(Check.LEG_RAISE, left=left, right=right)
        found = leg_result(done, before, (), kept=kept)
        self._door.show_result(self._with_offers(found))
        self._begin(result_script(found.verdict), shown=False)

    def keep_feel(self, check: Check, feel: Feel) -> None:
        """Keep how a check without an angle went."""
        done, kept = self._keep(check, feel=feel)
        found = feel_result(done, feel, kept=kept)
        self._door.show_felt(found)
        self._begin([(LineKind.FINISH, found.text, 0.0)], shown=False)

    def discard(self, assessment: str) -> None:
        """Leave a check out from now on."""
        self._do(lambda history: history.discard_assessment(assessment))
        self._changed()

    def restore(self, assessment: str) -> None:
        """Bring a check back."""
        self._do(lambda history: history.restore_assessment(assessment))
        self._changed()

    # Reading

    def _begin(self, said: Sequence[Said], *, shown: bool = True) -> None:
        self.hush()
        if self._busy:
            return
        self._by_reader = self._reads()
        self._aloud = self._speaks()
        if self._aloud and not self._by_reader:
            self._parts.voice.start()
        self._lines = timed(said, self._length_s)
        self._next = 0
        self._shown = shown
        self._say_next()

    def _say_next(self) -> None:
        if self._busy or self._next >= len(self._lines):
            return
        line = self._lines[self._next]
        self._next += 1
        on = self._deps.settings.voice_on and not self._deps.mute
        by_reader = self._by_reader and on
        if self._shown:
            self._door.show_line(line.text, read_out=by_reader)
        if self._aloud and not self._by_reader:
            self._parts.voice.say(line.text, Priority.NAME)
        if self._next < len(self._lines):
            wait = self._lines[self._next].offset_s - line.offset_s
            self._wait.after(wait, self._say_next)

    def _length_s(self, text: str) -> float:
        return self._parts.voice.length_s(text) or spoken_seconds(text)

    def _reads(self) -> bool:
        who = self._parts.narrator.who(self._deps.settings.voice_source)
        return who is Reader.READS

    def _speaks(self) -> bool:
        settings = self._deps.settings
        on = settings.voice_on and not self._deps.mute
        return on and settings.speech is not SpeechLevel.CHIMES

    @property
    def _busy(self) -> bool:
        return self._parts.player.active or self._parts.window.in_session

    # Keeping

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
