"""Breaks at the desk: when one is due, what is offered, where it is shown, who is told."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from supple.core.breaks.event import How, Prompt, Reason, Soon, Started
from supple.core.breaks.rules import Rules, rules_of
from supple.core.breaks.status import Status
from supple.core.breaks.words import Wish
from supple.core.problem import UserError
from supple.play.break_loop import BreakLoop
from supple.shell.deps import Deps

if TYPE_CHECKING:
    # What a prompt and a session are made of is loaded with the first of them.
    from supple.core.event import Event
    from supple.core.today import Offer
    from supple.desk.notify import Notifier
    from supple.play.break_loop import Senses
    from supple.shell.break_voice import BreakVoice
    from supple.shell.guidance import Guidance
    from supple.ui.breaks.prompt import BreakPrompt
    from supple.ui.look import Look
    from supple.ui.picture import Pictures

log = logging.getLogger(__name__)
NOTE = "breaks"
"""Under which the history keeps what is to survive a restart."""
CHIME = "start"
SHOWN_S = 60.0
"""How long the sample stays, in seconds."""
NOTHING = "No break begins: your safety answers leave nothing to start. The window says why."
START, SNOOZE, SKIP = "start", "snooze", "skip"


class Home(Protocol):
    """The program's window, built when it is first needed."""

    def guidance(self) -> Guidance:
        """Everything that guides a session, with the window open and in front."""
        ...

    @property
    def built(self) -> Guidance | None:
        """The same, if it was built already."""
        ...

    def hide_after(self) -> None:
        """Whatever is hidden now is to be hidden again after the session that comes."""
        ...

    def anywhere(self) -> bool:
        """Whether the keys that work in any program are held."""
        ...

    def stay_shown(self) -> None:
        """No session came: what was hidden stays on the screen, and says why."""
        ...

    def look(self) -> tuple[Look, Pictures]:
        """How things look, with or without a window."""
        ...


class BreakDesk:
    """Connects the policy's loop with the desk, the prompt and the session."""

    def __init__(self, deps: Deps, senses: Senses, home: Home, refusal: Callable[[], str]) -> None:
        """``refusal`` says why no window of ours can be a prompt here, "" where one can."""
        self._deps = deps
        self._home = home
        self._refusal = refusal
        self._offer: Offer | None = None
        self._prompt: BreakPrompt | None = None
        self._notifier: Notifier | None = None
        self._voice: BreakVoice | None = None
        self._sample: BreakPrompt | None = None
        self._held_s = 0.0
        history = deps.history
        memory = _quietly(lambda: history.note(NOTE) if history else None) or ""
        self.loop = BreakLoop(deps.clock, senses, self._rules(), memory)

    def follow_settings(self) -> None:
        """The settings have changed, or what the safety answers in them come to."""
        self.loop.set_rules(self._rules())

    # What the loop tells

    def on_soon(self, soon: Soon) -> None:
        """Choose what to offer, and let a voice that is there make it ready."""
        self._offer = self._choose(soon.short, soon.occasion, soon.routine)
        guidance = self._home.built
        if guidance is not None and self._offer is not None:
            guidance.conductor.make_ready(self._offer.routine)

    def on_prompted(self, prompt: Prompt) -> None:
        """Show the prompt, or a notification where no window may stand on top."""
        chosen = self._choose(prompt.short, prompt.occasion, prompt.routine)
        self._offer = chosen or self._offer
        if self._offer is None or self._is_done(prompt):
            self.loop.skip()
            return
        why_not = "" if not prompt.quiet else "it was held back for long"
        why_not = why_not or self._refusal()
        if why_not:
            log.info("a notification instead of the prompt: %s", why_not)
            self._notify(prompt, self._offer)
        else:
            from supple.core.break_view import prompt_view

            window = self._window()
            _leave_out_of_lists(window)
            anywhere, instead = self._home.anywhere(), self._instead(prompt)
            view = prompt_view(prompt, self._offer, anywhere=anywhere, instead=instead)
            window.show_prompt(view)
        self._sound(self._offer.routine, self._deps.settings.break_sound and not prompt.quiet)

    def start_now(self) -> None:
        """Begin a break at once; where nothing may be started the window says why."""
        if self._choose(False, "") is None:
            self._home.guidance()
        else:
            self.loop.start()

    def on_closed(self, how: How) -> None:
        """Take the prompt away."""
        if self._voice is not None:
            self._voice.end()
        log.info("the break prompt went: %s", how.value)
        if self._prompt is not None:
            self._prompt.withdraw()
        if self._notifier is not None:
            self._notifier.take_back()

    def on_started(self, started: Started) -> None:
        """Begin the routine that was offered."""
        self._home.hide_after()
        # A window that opens now reads the routine files anew.
        guidance = self._home.guidance()
        offer = self._still_there()
        offer = offer or self._choose(started.short, started.occasion, started.routine)
        self._offer = None
        if offer is not None and guidance.first_run.page is None:
            self._begin(guidance, offer.routine)
        if not guidance.parts.player.active:
            self._home.stay_shown()
            self.loop.session_ended(False)

    def remember(self, text: str) -> None:
        """Keep what is to survive a restart."""
        history = self._deps.history
        _quietly(lambda: history.keep_note(NOTE, text) if history else None)

    def show_sample(self) -> None:
        """Show the prompt as it would come; it answers to nobody."""
        offer = self._choose(False, "")
        if offer is None:
            return
        from supple.core.break_view import prompt_view
        from supple.ui.breaks.prompt import BreakPrompt

        now = self._deps.clock.monotonic()
        snooze = self._deps.settings.break_snooze_min
        sample = Prompt(
            Reason.ASKED,
            "This is how a break comes.",
            "",
            False,
            False,
            SHOWN_S,
            now + SHOWN_S,
            snooze,
        )
        look, pictures = self._home.look()
        if self._sample is not None:
            self._sample.withdraw()
        self._sample = prompt = BreakPrompt(look, pictures, self._deps.clock.monotonic)
        answers = (prompt.start_asked, prompt.snooze_asked, prompt.skip_asked, prompt.ran_out)
        for signal in answers:
            signal.connect(prompt.withdraw)
        _leave_out_of_lists(prompt)
        prompt.show_prompt(prompt_view(sample, offer))

    # What a session tells

    def on_session(self, event: Event) -> None:
        """A session of whatever kind is a break."""
        from supple.core.ended import Ended
        from supple.core.event import SessionEnded, SessionStarted, StepEnded
        from supple.core.stats import LEAST_HELD_S

        match event:
            case SessionStarted():
                self._held_s = 0.0
                self.loop.session_started()
            case StepEnded() if not self._previews:
                self._held_s += event.held_s
            case SessionEnded():
                least_s = 0.0 if event.how is Ended.FINISHED else LEAST_HELD_S
                self.loop.session_ended(self._held_s > 0 and self._held_s >= least_s)
                # A warning sign in it may leave nothing to offer.
                self.follow_settings()

    @property
    def _previews(self) -> bool:
        guidance = self._home.built
        return guidance is not None and guidance.conductor.previews

    # What is wished

    def wish(self, words: tuple[str, ...]) -> str:
        """Carry out what a second start hands over, and answer it."""
        self.follow_settings()
        match words:
            case ("break", Wish.NOW) if self._choose(False, "") is None:
                self._home.guidance()
                return NOTHING
            case ("break", Wish.NOW) if self._asks():
                self._home.guidance()
                return "No break begins: Supple asks something. Answer that first."
            case ("break", name) if name in list(Wish):
                return self.loop.wish(Wish(name))
            case ("start", id_):
                return self._start(id_)
            case _:
                self._home.guidance()
                return "Supple was open already; its window is in front."

    def _asks(self) -> bool:
        """Whether a question stands on the screen that a session would cover."""
        guidance = self._home.built
        if guidance is None:
            return False
        running = guidance.parts.player.active or guidance.conductor.is_summed_up
        asks = guidance.parts.window.in_session and not running
        return asks or guidance.first_run.page is not None

    def _start(self, id_: str) -> str:
        guidance = self._home.guidance()
        if guidance.parts.window.in_session and not guidance.conductor.is_summed_up:
            return "Supple was open already, and a session is on its screen. It goes on."
        if guidance.first_run.page is not None:
            # An answer that is being given may rule it out.
            return "Supple was open already, and asks a few questions. Answer them first."
        self._begin(guidance, id_, full=True)
        if guidance.parts.player.active:
            return "Supple was open already; it begins there."
        return "Supple was open already, but this cannot begin. Its window says why."

    def close(self) -> None:
        """Look no more, and take everything off the screen."""
        self.loop.stop()
        self.on_closed(How.WITHDRAWN)

    # Inside

    def _rules(self) -> Rules:
        deps = self._deps
        rules = rules_of(deps.settings)
        # The answers are gone through only where there are any: that loads half of the plan.
        barred = deps.settings.safety_ticked and not deps.coach.screening.may_stretch
        return replace(rules, on=False, barred=True) if rules.on and barred else rules

    def _choose(self, short: bool, occasion: str, routine: str = "") -> Offer | None:
        from supple.shell.break_offer import choose

        return choose(self._deps, short, occasion, routine)

    def _instead(self, prompt: Prompt) -> str:
        from supple.shell.break_offer import instead

        return instead(self._deps, prompt.routine)

    def _is_done(self, prompt: Prompt) -> bool:
        """Whether what was planned for the time of ``prompt`` was done before it came."""
        if prompt.reason is not Reason.FIXED:
            return False
        from supple.shell.planned import is_done

        return is_done(self._deps, prompt.clock)

    def _still_there(self) -> Offer | None:
        """What was offered; None where it was deleted since, with its file or by its owner."""
        known = self._deps.library.catalogue
        offer = self._offer
        gone = offer is None or (
            offer.routine not in known.routines and offer.routine not in known.stretches
        )
        return None if gone else offer

    def _begin(self, guidance: Guidance, id_: str, *, full: bool = False) -> None:
        """``full``: as it is in the library; else a single stretch in the dose of the plan."""
        from supple.shell.break_offer import longest_hold_s

        if guidance.conductor.is_summed_up:
            # The window was closed, or left, over the last summary: that one is saved.
            guidance.conductor.close()
        longest_s = None if full else longest_hold_s(self._deps, id_)
        guidance.conductor.start(id_, longest_s=longest_s)

    def _sound(self, id_: str, chime: bool) -> None:
        """Chime if that is wished, and have the voice ready for what comes."""
        guidance = self._home.built
        if guidance is not None:
            if chime:
                guidance.parts.voice.chime(CHIME)
            return
        from supple.shell.break_offer import longest_hold_s
        from supple.shell.break_voice import BreakVoice

        if self._voice is None:
            self._voice = BreakVoice(self._deps)
        self._voice.begin(id_, longest_hold_s(self._deps, id_), chime=chime)

    def _window(self) -> BreakPrompt:
        if self._prompt is None:
            from supple.ui.breaks.prompt import BreakPrompt

            look, pictures = self._home.look()
            self._prompt = BreakPrompt(look, pictures, self._deps.clock.monotonic)
            self._prompt.start_asked.connect(lambda _: self.loop.start())
            self._prompt.snooze_asked.connect(self.loop.snooze)
            self._prompt.skip_asked.connect(self.loop.skip)
        return self._prompt

    def _notify(self, prompt: Prompt, offer: Offer) -> None:
        from supple.core.break_view import TITLE, prompt_why
        from supple.desk.notify import Button, Notifier

        if self._notifier is None:
            self._notifier = Notifier(self._on_pressed, lambda: None)
        buttons = (
            Button(START, f"Start, {offer.minutes}"),
            Button(SNOOZE, f"In {prompt.snooze_min} min"),
            Button(SKIP, "Skip"),
        )
        why = prompt_why(prompt, offer, self._instead(prompt))
        named = "" if offer.name in why else f"{offer.name}, "
        body = f"{why} {named}{offer.minutes}."
        why_not = self._notifier.show(TITLE, body, buttons, lasts_s=prompt.shows_s)
        if why_not:
            log.warning("no notification: %s", why_not)

    def _on_pressed(self, button: str) -> None:
        if self._notifier is not None and self._notifier.token:
            # What lets the window come to the front under Wayland.
            os.environ["XDG_ACTIVATION_TOKEN"] = self._notifier.token
        acts: dict[str, Callable[[], object]] = {SNOOZE: self.loop.snooze, SKIP: self.loop.skip}
        acts.get(button, self.loop.start)()


def _leave_out_of_lists(prompt: BreakPrompt) -> None:
    """A prompt is no window to switch to: it has no place in a task bar."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.platformName() == "xcb" and not prompt.isVisible():
        from supple.desk.task_list import leave_out

        why_not = leave_out(int(prompt.winId()))
        if why_not:
            log.info("the prompt is in the task bar: %s", why_not)


def told(status: Status) -> str:
    """The line of a tooltip."""
    return f"Supple. {status.tip}"


def _quietly(ask: Callable[[], str | None]) -> str | None:
    """A note of the history is worth no word to the person."""
    try:
        return ask()
    except UserError as error:
        log.warning("a note of breaks: %s", error)
        return None
