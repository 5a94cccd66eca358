"""What comes before a session that a person starts: one question, where that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.core import before, wording
from supple.core.command import Command
from supple.core.problem import UserError
from supple.core.step_kind import StepKind

if TYPE_CHECKING:
    from supple.shell.conductor import Conductor
    from supple.shell.deps import Deps
    from supple.shell.parts import Parts


class Before:
    """Asks how the back feels, and has the conductor start with the answer."""

    def __init__(self, deps: Deps, parts: Parts, conductor: Conductor) -> None:
        self._deps = deps
        self._parts = parts
        self._conductor = conductor
        self._id = ""
        self._pain: int | None = None

    @property
    def asking(self) -> bool:
        """Whether an answer is waited for."""
        return bool(self._id)

    def ask_and_start(self, id_: str) -> None:
        """Ask, where the settings say so, and then start the routine or stretch ``id_``."""
        deps, parts = self._deps, self._parts
        if parts.player.active or parts.window.in_session:
            return
        if not deps.settings.ask_pain or deps.quit_when_done:
            self._conductor.start(id_)
            return
        try:
            timeline = deps.timeline(id_, self._conductor.say_s)
        except UserError:
            self._conductor.start(id_)  # tells why it cannot
            return
        self._id, self._pain = id_, None
        self._conductor.open(timeline)
        first = timeline.steps[0]
        parts.page.show_question(wording.then_text(first, timeline.stretch_of(first)))
        parts.window.show_session(True)
        self._conductor.say(before.QUESTION)

    def on_answered(self, pain: int | None) -> None:
        """Start, or think twice: ``pain`` 0 to 10, None when not answered."""
        if not self.asking:
            return
        self._pain = pain
        if before.is_much(pain):
            self._parts.voice.hush()
            self._parts.page.show_much_pain(before.gently_line(self._longest_gentle_s()))
            self._conductor.say(before.MUCH_SAID)
        else:
            self._start()

    def on_gently(self) -> None:
        """The pain is strong, and it is to start all the same."""
        if self.asking:
            self._start(before.GENTLE_HOLD_S)

    def on_not_now(self) -> None:
        """Go back to where one was, with nothing begun."""
        if self.asking:
            self._id = ""
            if before.is_much(self._pain):
                self._deps.coach.keep_much_pain(self._deps.now())
            self._parts.voice.hush()
            # First of all, in case the window waits for it to close.
            self._parts.window.session_over()
            self._conductor.close()

    def on_command(self, command: Command) -> None:
        """What the window wishes while there is no session yet: to wait, or to close."""
        if not self.asking:
            return
        if command in (Command.ASK_STOP, Command.STOP):
            self.on_not_now()
        elif command in (Command.WAIT, Command.GO_BACK):
            self._parts.page.hold_question(command is Command.WAIT)

    def _longest_gentle_s(self) -> float:
        try:
            timeline = self._deps.timeline(self._id, self._conductor.say_s, before.GENTLE_HOLD_S)
        except UserError:
            return 0.0  # told when it is to start
        holds = (step.duration_s for step in timeline.steps if step.kind is StepKind.HOLD)
        return max(holds, default=0.0)

    def _start(self, longest_s: float | None = None) -> None:
        id_, self._id = self._id, ""
        self._parts.voice.hush()
        self._conductor.start(id_, self._pain, longest_s)
