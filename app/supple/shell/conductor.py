"""One session from the wish to start it to the wish to leave it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import Qt

from supple.core.before import QUESTION
from supple.core.command import Command
from supple.core.event import Ended, Event, LineDue, SessionEnded
from supple.core.problem import UserError
from supple.core.routine import Catalogue, Routine
from supple.core.safety import ADVICE_TEXTS
from supple.core.session_keys import key_map
from supple.core.speech import resolved, spoken_kinds
from supple.core.speech_length import spoken_seconds
from supple.core.speech_level import SpeechLevel
from supple.core.step import Line, LineKind
from supple.core.summary import Rating
from supple.core.timeline import Timeline, build_timeline
from supple.desk.keep_awake import Held
from supple.shell.before import Before
from supple.shell.deps import Deps
from supple.shell.help_desk import HelpDesk
from supple.shell.narrator import Reader
from supple.shell.parts import Parts
from supple.shell.summing_up import SummingUp
from supple.ui.session.keys import Mode
from supple.voice.state import Prepared, VoiceKind, VoiceState

log = logging.getLogger(__name__)
PREVIEW = "Preview, not counted"
UNNOTICED_S = 1.0
"""Seconds the voice may take to get ready before anybody is told."""


class Conductor:
    """Opens a session, closes it, and shows what it came to."""

    def __init__(self, deps: Deps, parts: Parts, leave: Callable[[], None]) -> None:
        """``leave`` ends the program; it is called at the end of a session that is to do so."""
        self._deps = deps
        self._parts = parts
        self._leave = leave
        self._awake: Held | None = None
        self._timeline: Timeline | None = None
        self._is_open = False
        """Whether page and voice are ready for a session that has not begun."""
        self.previews = False
        """Whether what runs is only tried out, and counts nowhere."""
        self._sum = SummingUp(deps, parts.pages)
        self._asked_at = 0.0
        # The voice was made with the one chosen; preparing with it twice would be once too much.
        self._sound = (deps.settings.voice, 1.0)
        """Voice and speed as they were last set."""
        self.before = Before(deps, parts, self)
        self.help_desk = HelpDesk(deps, parts, self)

    def start(self, id_: str, pain: int | None = None, longest_s: float | None = None) -> None:
        """Begin a session with the routine or stretch ``id_``; one at a time.

        ``pain``: what was answered before, 0 to 10 or None; ``longest_s``: holds of at most so
        many seconds, None for as long as they are.
        """
        parts = self._parts
        if parts.player.active or (parts.window.in_session and not self._is_open):
            return
        if self.before.asking:
            # What is asked for elsewhere meanwhile does not answer for the person.
            return
        try:
            timeline = self._deps.timeline(id_, self.say_s, longest_s)
        except UserError as error:
            parts.window.notice("start", str(error), "care")
            if self._is_open:
                self.close()
            return
        if not self._is_open:
            self.open(timeline)
        parts.recorder.begin(
            timeline.routine.id,
            timeline.routine.name,
            planned_s=work_seconds(timeline),
            plan_level=self._sum.plan_level(),
            pain_before=pain,
        )
        self._run(timeline, pain)

    def preview(self, routine: Routine, catalogue: Catalogue) -> None:
        """Play ``routine``, which need not be in the library, and come back to where it began.

        Nothing is asked before and nothing summed up after it; it is not kept in the history and
        counts as no break. Tells the person where it cannot be.
        """
        parts = self._parts
        if parts.player.active or parts.window.in_session or self.before.asking:
            return
        screening = self._deps.coach.screening
        try:
            if not screening.may_stretch:
                raise UserError(ADVICE_TEXTS[screening.advice])
            timeline = build_timeline(routine, catalogue, self.say_s)
        except UserError as error:
            parts.window.notice("start", str(error), "care")
            return
        self.previews = True
        parts.recorder.rest()
        self.open(timeline)
        self._run(timeline)

    def _run(self, timeline: Timeline, pain: int | None = None) -> None:
        parts = self._parts
        self._is_open = False
        self._timeline = timeline
        self._sum.begin(timeline, pain)
        parts.voice.prepare(timeline.spoken, self.on_prepared)
        parts.player.load(timeline)
        parts.window.show_session(True)
        if self._deps.settings.keep_awake:
            self._keep_awake()
        parts.player.command(Command.START)

    def open(self, timeline: Timeline) -> None:
        """Get page and voice ready for ``timeline``; :meth:`start` or :meth:`close` follows."""
        parts = self._parts
        self._is_open = True
        self._timeline = timeline
        self.forget_toggle()
        parts.voice.start()
        note = PREVIEW if self.previews else ""
        parts.page.begin(timeline.routine.name, note, kept=not self.previews)
        self._choose_words()
        self.show_voice(parts.voice.state)
        self._asked_at = self._deps.clock.monotonic()
        parts.voice.prepare((QUESTION, *timeline.spoken), self.on_prepared)

    def say(self, text: str, kind: LineKind = LineKind.ANSWER) -> None:
        """Say something that belongs to no step, whoever reads this session out."""
        if self._timeline is not None:
            line = Line(0.0, text, kind, self.say_s(text))
            due = LineDue(self._deps.clock.monotonic(), self._timeline.steps[0], line)
            self._parts.voice.on_event(due)
            self._parts.narrator.on_event(due)

    def make_ready(self, id_: str) -> None:
        """Let the voice prepare what a session with ``id_`` would say, so that its real lengths
        are known when it is started. Does nothing while a session runs."""
        if self._parts.player.active:
            return
        try:
            timeline = self._deps.timeline(id_, self.say_s)
        except UserError:
            return  # told when it is started
        asked = (QUESTION,) if self._deps.settings.ask_pain else ()
        self._parts.voice.prepare((*asked, *timeline.spoken))

    def on_prepared(self, prepared: Prepared) -> None:
        """Say how far the voice has come once that takes longer than nobody notices."""
        waited = self._deps.clock.monotonic() - self._asked_at
        if waited > UNNOTICED_S or prepared.done >= prepared.total:
            self._parts.page.show_getting_ready(prepared.done, prepared.total)

    def on_event(self, event: Event) -> None:
        """Follow the session; at its end, sum it up or leave the program."""
        self._sum.on_event(event)
        if isinstance(event, SessionEnded):
            if self._awake is not None:
                self._awake.release()
            self._over(event.how)

    def toggle_voice(self) -> None:
        """Turn the voice off or on in what runs: the next one is as the settings say."""
        self._deps.said = not self._deps.speaks
        self.apply_voice()

    def forget_toggle(self) -> None:
        """Let what comes be spoken as the settings say."""
        if self._deps.said is not None:
            self._deps.said = None
            self.apply_voice()

    def on_settings(self) -> None:
        """Follow a change of the settings."""
        self._parts.page.set_person(self._deps.settings.skin, self._deps.settings.hair)
        self._parts.page.set_keys(key_map(self._deps.settings.session_keys))
        self.apply_voice()

    def on_window_state(self, state: Qt.WindowState) -> None:
        """Nobody is to be guided by a window that can be neither seen nor heard."""
        able = self._by_reader or self._parts.voice.state.kind is VoiceKind.VOICE
        heard = self._deps.speaks and able
        alone = state == Qt.WindowState.WindowMinimized and not heard
        if alone:
            self._parts.player.command(Command.PAUSE)
        if self.before.asking:
            self._parts.page.hold_question(alone)

    def apply_voice(self) -> None:
        """Make the voice what the settings and the M key say."""
        settings, voice = self._deps.settings, self._parts.voice
        self._parts.narrator.set_on(self._deps.speaks)
        voice.set_volume(settings.volume)
        voice.set_output(settings.output)
        voice.set_lead_in(settings.wake_output)
        sound = (settings.voice, settings.speech_speed)
        if sound != self._sound:
            self._sound = sound
            voice.set_voice(*sound)
            # What was made ready was made with another voice.
            self.make_ready(self._parts.pages.up_next)
        self.show_voice(voice.state)

    def show_voice(self, state: VoiceState) -> None:
        """Say on the session page what there is of the voice; the reason only once."""
        if state.reason:
            log.info("voice: %s, %s", state.kind, state.reason)
        if self._by_reader:
            self._parts.page.show_voice(self._deps.speaks, able=True)
            return
        notice = state.reason if state.news else ""
        able = state.kind is VoiceKind.VOICE
        self._parts.page.show_voice(self._deps.speaks, notice, able=able)

    @property
    def _by_reader(self) -> bool:
        return self._parts.narrator.reader is Reader.READS

    def rate(self, rating: Rating) -> None:
        """Keep how it felt, and go back to where the session was started from."""
        self._parts.recorder.rate(pain_after=rating.pain, note=rating.note)
        self.close()

    def discard(self) -> None:
        """The person does not want this session kept."""
        self._parts.recorder.discard()
        self.close()

    def close(self) -> None:
        """Turn back to the pages, which know of the session now."""
        self._is_open = self.previews = False
        self.forget_toggle()
        self._parts.window.show_session(False)
        self._parts.pages.plan_changed()
        self.make_ready(self._parts.pages.up_next)

    @property
    def is_summed_up(self) -> bool:
        """Whether a session is over and only its summary is still shown."""
        page, player = self._parts.page, self._parts.player
        return self._parts.window.in_session and not player.active and page.mode is Mode.SUMMARY

    def sum_up(self, how: Ended) -> None:
        """Show what the session came to, or leave the program."""
        if self.previews:
            self.close()
        elif self._deps.quit_when_done:
            self._leave()
        else:
            self._parts.page.show_summary(self._sum.view(how))

    def finish(self) -> None:
        """Turn back to the pages without a summary, or leave the program."""
        if self._deps.quit_when_done:
            self._leave()
        else:
            self.close()

    def _over(self, how: Ended) -> None:
        self._parts.window.session_over()
        # What a warning sign asks for comes first.
        if not self.help_desk.warned:
            self.sum_up(how)

    def _choose_words(self) -> None:
        """How much is said this time, and who says it."""
        settings, parts = self._deps.settings, self._parts
        level = resolved(settings.speech, parts.pages.first_day(), self._deps.now().date())
        kinds = spoken_kinds(level, settings.speech_off)
        chimes = level is SpeechLevel.CHIMES
        notice = parts.narrator.begin(settings.voice_source, kinds, chimes=chimes)
        log.info("read out by the %s", "screen reader" if self._by_reader else "voice")
        parts.page.set_read_out(self._by_reader)
        if notice:
            able = parts.voice.state.kind is VoiceKind.VOICE
            parts.page.show_voice(self._deps.speaks, notice, able=able)

    def say_s(self, text: str) -> float:
        """Seconds ``text`` takes to say, as well as that is known."""
        return self._parts.voice.length_s(text) or spoken_seconds(text)

    def _keep_awake(self) -> None:
        self._awake = self._parts.keep_awake.hold("A stretching session is running")
        if self._awake:
            log.info("the screen is kept awake by %s", self._awake.how)
        else:
            log.warning("the screen is not kept awake: %s", self._awake.why_not)


def work_seconds(timeline: Timeline) -> float:
    """Seconds of hold and repetitions a timeline plans."""
    return sum(s.duration_s - s.work_from_s for s in timeline.steps if s.kind.is_work)
