"""Breaks at the desk: when one is due, what is offered, who is told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from supple.core.breaks.event import How, Prompt, Soon, Started
from supple.core.breaks.rules import Rules, rules_of
from supple.core.breaks.words import Wish
from supple.core.problem import UserError
from supple.play.break_loop import BreakLoop
from supple.shell.break_showing import Answers, BreakShowing
from supple.shell.break_showing import Home as ShowingHome
from supple.shell.deps import Deps

if TYPE_CHECKING:
    # What a prompt and a session are made of is loaded with the first of them.
    from supple.core.event import Event
    from supple.core.offer import Offer
    from supple.play.break_loop import Senses
    from supple.shell.guidance import Guidance
    from supple.ui.breaks.prompt import BreakPrompt

log = logging.getLogger(__name__)
NOTE = "breaks"
"""Under which the history keeps what is to survive a restart."""
NOTHING = "No break begins: your safety answers leave nothing to start. The window says why."


class Home(ShowingHome, Protocol):
    """The program's window, built when it is first needed."""

    def guidance(self) -> Guidance:
        """Everything that guides a session, with the window open and in front."""
        ...

    def hide_after(self) -> None:
        """Whatever is hidden now is to be hidden again after the session that comes."""
        ...

    def stay_shown(self) -> None:
        """No session came: what was hidden stays on the screen, and says why."""
        ...


class BreakDesk:
    """Connects the policy's loop with the desk, the prompt and the session."""

    def __init__(self, deps: Deps, senses: Senses, home: Home, refusal: Callable[[], str]) -> None:
        """``refusal`` says why no window of ours can be a prompt here, "" where one can."""
        self._deps = deps
        self._home = home
        self._offer: Offer | None = None
        self._held_s = 0.0
        history = deps.history
        memory = _quietly(lambda: history.note(NOTE) if history else None) or ""
        self.loop = loop = BreakLoop(deps.clock, senses, self._rules(), memory)
        self._showing = BreakShowing(
            deps, home, refusal, Answers(loop.start, loop.snooze, loop.skip)
        )

    @property
    def prompt(self) -> BreakPrompt | None:
        """The prompt, on the screen or not; None before the first."""
        return self._showing.prompt

    def follow_settings(self) -> None:
        """The settings have changed, or what the safety answers in them come to."""
        self.loop.set_rules(self._rules())
        self._note_done()

    # What the loop tells

    def on_soon(self, soon: Soon) -> None:
        """Choose what to offer, and let a voice that is there make it ready."""
        # It may have been done on another computer since.
        self._note_done()
        self._offer = self._choose(soon.short, soon.occasion, soon.routine)
        guidance = self._home.built
        if guidance is not None and self._offer is not None:
            guidance.conductor.make_ready(self._offer.routine)

    def on_prompted(self, prompt: Prompt) -> None:
        """Show the prompt, or a notification where no window may stand on top."""
        chosen = self._choose(prompt.short, prompt.occasion, prompt.routine)
        self._offer = chosen or self._offer
        if self._offer is None:
            self.loop.skip()
            return
        self._showing.show(prompt, self._offer, self._instead(prompt))

    def start_now(self) -> None:
        """Begin a break at once; where nothing may be started the window says why."""
        if self._choose(False, "") is None:
            self._home.guidance()
        else:
            self.loop.start()

    def on_closed(self, how: How) -> None:
        """Take the prompt away."""
        log.info("the break prompt went: %s", how.value)
        self._showing.take_away()

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
        if offer is not None:
            self._showing.show_sample(offer)

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
        self._showing.close()

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

    def _note_done(self) -> None:
        """What of the plan was done before its time does not ask any more."""
        if self._deps.settings.break_times:
            from supple.shell.planned import done_today

            self.loop.done_already(done_today(self._deps))

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


def _quietly(ask: Callable[[], str | None]) -> str | None:
    """A note of the history is worth no word to the person."""
    try:
        return ask()
    except UserError as error:
        log.warning("a note of breaks: %s", error)
        return None
