"""How a break comes: as a prompt on the screen or a notification, and with which sound."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from supple.core.breaks.event import Prompt, Reason

if TYPE_CHECKING:
    # What a prompt and a session are made of is loaded with the first of them.
    from supple.core.offer import Offer
    from supple.desk.notify import Notifier
    from supple.shell.break_voice import BreakVoice
    from supple.shell.deps import Deps
    from supple.shell.guidance import Guidance
    from supple.ui.breaks.prompt import BreakPrompt
    from supple.ui.look import Look
    from supple.ui.picture import Pictures

log = logging.getLogger(__name__)
CHIME = "start"
SHOWN_S = 60.0
"""How long the sample stays, in seconds."""
START, SNOOZE, SKIP = "start", "snooze", "skip"


class Home(Protocol):
    """The program's window, as far as it is there."""

    @property
    def built(self) -> Guidance | None:
        """Everything that guides a session, if it was built already."""
        ...

    def anywhere(self) -> str:
        """What the keys that work in any program do, in a line; "" while they are not held."""
        ...

    def look(self) -> tuple[Look, Pictures]:
        """How things look, with or without a window."""
        ...


class Answers(NamedTuple):
    """What a press of a button does."""

    start: Callable[[], object]
    snooze: Callable[[], object]
    skip: Callable[[], object]


class BreakShowing:
    """One prompt at a time, and the sample of the settings."""

    def __init__(
        self, deps: Deps, home: Home, refusal: Callable[[], str], answers: Answers
    ) -> None:
        """``refusal`` says why no window of ours can be a prompt here, "" where one can."""
        self._deps = deps
        self._home = home
        self._refusal = refusal
        self._answers = answers
        self._look: Look | None = None
        """How the prompt is dressed."""
        self._prompt: BreakPrompt | None = None
        self._sample: BreakPrompt | None = None
        self._notifier: Notifier | None = None
        self._voice: BreakVoice | None = None

    @property
    def prompt(self) -> BreakPrompt | None:
        """The prompt, on the screen or not; None before the first."""
        return self._prompt

    def show(self, prompt: Prompt, offer: Offer, instead: str) -> None:
        """Show the prompt, or a notification where no window may stand on top.

        ``instead``: what was planned and cannot be, "" for nothing.
        """
        why_not = "" if not prompt.quiet else "it was held back for long"
        why_not = why_not or self._refusal()
        if why_not:
            log.info("a notification instead of the prompt: %s", why_not)
            self._notify(prompt, offer, instead)
        else:
            from supple.core.break_view import prompt_view

            window = self._window()
            _leave_out_of_lists(window)
            window.set_start_key(self._start_key())
            anywhere = self._home.anywhere()
            window.show_prompt(prompt_view(prompt, offer, anywhere=anywhere, instead=instead))
        self._sound(offer.routine, self._deps.settings.break_sound and not prompt.quiet)

    def take_away(self) -> None:
        """Nothing of it is to be seen or heard any more."""
        if self._voice is not None:
            self._voice.end()
        if self._prompt is not None:
            self._prompt.withdraw()
        if self._notifier is not None:
            self._notifier.take_back()

    def show_sample(self, offer: Offer) -> None:
        """Show the prompt as it would come; it answers to nobody."""
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
        prompt.set_start_key(self._start_key())
        prompt.show_prompt(prompt_view(sample, offer))

    def close(self) -> None:
        """Take the sample off the screen as well."""
        if self._sample is not None:
            self._sample.withdraw()

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

    def _start_key(self) -> str:
        taught = self._deps.settings.session_keys
        if not taught:
            return ""
        from supple.core.session_keys import start_key

        return start_key(taught)

    def _window(self) -> BreakPrompt:
        look, pictures = self._home.look()
        if self._prompt is None or self._look is not look:
            # The look of the tray follows no change that is made in the window.
            from supple.ui.breaks.prompt import BreakPrompt

            if self._prompt is not None:
                self._prompt.deleteLater()
            self._look = look
            self._prompt = BreakPrompt(look, pictures, self._deps.clock.monotonic)
            self._prompt.start_asked.connect(lambda _: self._answers.start())
            self._prompt.snooze_asked.connect(self._answers.snooze)
            self._prompt.skip_asked.connect(self._answers.skip)
        return self._prompt

    def _notify(self, prompt: Prompt, offer: Offer, instead: str) -> None:
        from supple.core.break_view import TITLE, prompt_why
        from supple.desk.notify import Button, Notifier

        if self._notifier is None:
            self._notifier = Notifier(self._on_pressed, lambda: None)
        buttons = (
            Button(START, f"Start, {offer.minutes}"),
            Button(SNOOZE, f"In {prompt.snooze_min} min"),
            Button(SKIP, "Skip"),
        )
        why = prompt_why(prompt, offer, instead)
        named = "" if offer.name in why else f"{offer.name}, "
        body = f"{why} {named}{offer.minutes}."
        why_not = self._notifier.show(TITLE, body, buttons, lasts_s=prompt.shows_s)
        if why_not:
            log.warning("no notification: %s", why_not)

    def _on_pressed(self, button: str) -> None:
        if self._notifier is not None and self._notifier.token:
            # What lets the window come to the front under Wayland.
            os.environ["XDG_ACTIVATION_TOKEN"] = self._notifier.token
        acts = {SNOOZE: self._answers.snooze, SKIP: self._answers.skip}
        acts.get(button, self._answers.start)()


def _leave_out_of_lists(prompt: BreakPrompt) -> None:
    """A prompt is no window to switch to: it has no place in a task bar."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.platformName() == "xcb" and not prompt.isVisible():
        from supple.desk.task_list import leave_out

        why_not = leave_out(int(prompt.winId()))
        if why_not:
            log.info("the prompt is in the task bar: %s", why_not)
