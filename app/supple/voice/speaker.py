"""The voice of the program: what is heard, when, and what is not."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from supple.core.event import (
    Event,
    LineDue,
    PauseReason,
    SessionPaused,
    SessionResumed,
    SessionStarted,
    StepEnded,
)
from supple.core.step import LineKind, Priority
from supple.voice import chime, message
from supple.voice.ahead import Ahead
from supple.voice.cue_queue import Cue, CueQueue, Verdict
from supple.voice.cues import chime_for
from supple.voice.launch import words_per_minute, worker_command
from supple.voice.listing import Output, VoiceEntry, as_output_list, as_voices
from supple.voice.state import Prepared, VoiceKind, VoiceState
from supple.voice.supervisor import Post, Supervisor


class Line(Protocol):
    """The line to the worker; see ``Supervisor``."""

    @property
    def is_up(self) -> bool: ...
    @property
    def is_given_up(self) -> bool: ...
    def start(self) -> None: ...
    def send(self, kind: str, **fields: object) -> int: ...
    def keep(self, kind: str, **fields: object) -> None: ...
    def close(self) -> None: ...


Voices = tuple[VoiceEntry, ...]
Connect = Callable[
    [Callable[[message.Message], None], Callable[[VoiceState], None]],
    Line,
]


def make_speaker(
    cache: str,
    post: Post,
    on_change: Callable[[VoiceState], None],
    *,
    voice: str = "",
) -> Speaker:
    """The speaker with its worker, not started yet.

    ``cache`` is a folder for spoken sentences, ``voice`` the id of a voice or
    "" for the default. ``post`` runs a call in the window's thread, where
    ``on_change`` is then called whenever the state changes.
    """

    def connect(
        on_message: Callable[[message.Message], None], on_state: Callable[[VoiceState], None]
    ) -> Line:
        return Supervisor(worker_command(cache, voice), post, on_message, on_state)

    return Speaker(connect, on_change)


class Speaker:
    """See ``port.Voice``. Lives in one thread, the window's."""

    def __init__(
        self,
        connect: Connect,
        on_change: Callable[[VoiceState], None],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._line = connect(self._on_message, self._on_state)
        self._line.keep(message.AWAKE, value=True)
        self._on_change = on_change
        self._clock = clock
        self._queue = CueQueue()
        self._ahead = Ahead()
        self._on_prepared: Callable[[Prepared], None] | None = None
        self._on_outputs: Callable[[tuple[Output, ...]], None] | None = None
        self._output = ""
        self._on_voices: Callable[[Voices], None] | None = None
        self._playing_id = 0
        self._waiting: list[Callable[[], None]] = []
        self._is_on = True
        self._kinds = frozenset(LineKind)
        self._chimes_wanted = False
        self._state = VoiceState(VoiceKind.VOICE)
        self._told: set[tuple[VoiceKind, str]] = set()

    @property
    def state(self) -> VoiceState:
        """What there is of the voice now."""
        return self._state

    @property
    def is_on(self) -> bool:
        """False while muted."""
        return self._is_on

    def start(self) -> None:
        """Wants a worker; cheap, and harmless when there is one.

        Called as a session begins: trouble that lasts is news again then.
        """
        self._told.clear()
        self._state = self._as_news(self._state)
        self._line.start()

    def when_ready(self, call: Callable[[], None]) -> None:
        """Calls ``call`` once there is a worker; at once where there is one or none will come."""
        self._waiting.append(call)
        if self._line.is_up or self._line.is_given_up:
            self._call_waiting()

    def prepare(
        self, lines: Sequence[str], on_prepared: Callable[[Prepared], None] | None = None
    ) -> None:
        """Makes ``lines`` ready; ``on_prepared`` is called for each, in no fixed order.

        None is made while nothing is to be said, as where a screen reader reads.
        """
        self._on_prepared = on_prepared
        self._ahead.replace(lines if self._kinds else ())
        self._ask_ahead()
        self._give_up_ahead()

    def length_s(self, text: str) -> float | None:
        """Seconds ``text`` takes to say, once it has been made ready."""
        return self._ahead.lengths.get(text)

    def say(self, text: str, priority: Priority) -> None:
        """Says ``text`` as the queue's rules allow; nothing where only chimes are left."""
        if text.strip() and self._state.kind is not VoiceKind.CHIMES:
            self._offer(Cue(priority, self._clock(), text=text))

    def chime(self, name: str, priority: Priority = Priority.COUNT) -> None:
        """Plays a chime by its name. Raises KeyError for an unknown one."""
        if name not in chime.NOTES:
            raise KeyError(name)
        self._offer(Cue(priority, self._clock(), chime=name))

    def hush(self) -> None:
        """Silence now."""
        sounds = self._queue.playing is not None
        self._queue.clear()
        self._playing_id = 0
        if sounds:
            self._line.send(message.STOP)

    def set_on(self, on: bool) -> None:
        """Mutes and unmutes."""
        self._is_on = on
        if not on:
            self.hush()

    def set_speech(self, kinds: frozenset[LineKind], *, chimes: bool) -> None:
        """Which kinds of sentences are said, and whether chimes mark the steps instead."""
        self._kinds = kinds
        self._chimes_wanted = chimes

    def set_volume(self, volume: float) -> None:
        """0 silent to 1 full."""
        self._line.keep(message.VOLUME, value=max(0.0, min(1.0, volume)))

    def set_voice(self, voice: str = "", speed: float = 1.0) -> None:
        """Speaks otherwise from the next sentence on: ``speed`` 0.7 to 1.3, "" the default.

        Known lengths are no longer true; what is still needed has to be
        prepared again.
        """
        self._ahead.forget()
        self._line.keep(message.VOICE, voice=voice, rate=words_per_minute(speed))

    def set_output(self, output: str = "") -> None:
        """Plays on the output with this id from the next sentence on; "" is the system's own.

        While it is not there the system's own is used, and ``state`` says so.
        """
        if output != self._output:
            self._output = output
            self._line.keep(message.OUTPUT, value=output)

    def set_lead_in(self, on: bool) -> None:
        """Whether the output is kept awake between sentences, for loudspeakers that fall
        asleep and would swallow the first syllable. On unless said otherwise."""
        self._line.keep(message.AWAKE, value=on)

    def ask_outputs(self, on_outputs: Callable[[tuple[Output, ...]], None]) -> None:
        """Calls ``on_outputs`` with the sound outputs there are now; not without a worker."""
        if self._line.send(message.OUTPUTS):
            self._on_outputs = on_outputs

    def ask_voices(self, on_voices: Callable[[Voices], None]) -> None:
        """Calls ``on_voices`` with the English voices there are; not without a worker."""
        if self._line.send(message.VOICES):
            self._on_voices = on_voices

    def close(self) -> None:
        """Ends the worker."""
        self.set_on(False)
        self._line.close()

    def on_event(self, event: Event) -> None:
        """Follows a session."""
        if isinstance(event, LineDue) and event.line.kind in self._kinds:
            self.say(event.line.text, event.line.priority)
        elif isinstance(event, SessionStarted | SessionResumed):
            self._wake()
        elif isinstance(event, SessionPaused):
            self._on_paused(event.reason)
        elif isinstance(event, StepEnded) and not event.completed:
            self._leave()
        if self._chimes_only and (name := chime_for(event)):
            self.chime(name, Priority.SWITCH)

    def _wake(self) -> None:
        if self._is_on:
            self._line.send(message.WAKE)

    @property
    def _chimes_only(self) -> bool:
        return self._chimes_wanted or self._state.kind is VoiceKind.CHIMES

    def _on_paused(self, reason: PauseReason) -> None:
        if reason is not PauseReason.HURTS:
            self.hush()
        elif self._chimes_only:
            self.chime(chime.END, Priority.STOP)
        else:
            self._queue.forget_waiting()

    def _leave(self) -> None:
        """A step was left before its end: what was said about it is no longer true."""
        playing = self._queue.playing
        if playing is not None and playing.priority is Priority.STOP:
            self._queue.forget_waiting()
        else:
            self.hush()

    def _offer(self, cue: Cue) -> None:
        if self._is_on and self._queue.offer(cue, self._clock()) is Verdict.PLAY:
            self._play(cue)

    def _play(self, cue: Cue) -> None:
        what = {"chime": cue.chime} if cue.chime else {"text": cue.text}
        self._playing_id = self._line.send(message.PLAY, **what)
        if not self._playing_id:
            self._queue.hold_back(self._clock())

    def _play_next(self) -> None:
        self._playing_id = 0
        cue = self._queue.ended(self._clock())
        if cue is not None:
            self._play(cue)

    def _ask_ahead(self) -> None:
        while (text := self._ahead.next()) is not None:
            ident = self._line.send(message.SYNTH, text=text)
            if not ident:
                return
            self._ahead.sent(ident)

    def _on_message(self, said: message.Message) -> None:
        kind, ident = said["kind"], message.ident(said)
        if kind == message.READY:
            if self._queue.playing is None:
                self._play_next()
            self._call_waiting()
        elif kind == message.SYNTHESISED:
            seconds = message.number(said, "seconds")
            self._prepared(self._ahead.ready(ident, seconds), seconds)
        elif kind == message.VOICES_ARE and self._on_voices is not None:
            self._on_voices(as_voices(said.get("voices")))
        elif kind == message.OUTPUTS_ARE and self._on_outputs is not None:
            self._on_outputs(as_output_list(said.get("outputs")))
        elif kind == message.FAILED:
            lost = said.get("part") == message.WORKER
            gone = self._ahead.lost(ident) if lost else self._ahead.failed(ident)
            self._prepared(gone, None)
        if kind in (message.DONE, message.FAILED) and ident and ident == self._playing_id:
            self._play_next()
        self._ask_ahead()

    def _prepared(self, text: str | None, seconds: float | None) -> None:
        if text is not None and self._on_prepared is not None:
            self._on_prepared(Prepared(text, seconds, self._ahead.done, self._ahead.total))

    def _on_state(self, state: VoiceState) -> None:
        self._state = self._as_news(state)
        self._give_up_ahead()
        self._on_change(self._state)

    def _as_news(self, state: VoiceState) -> VoiceState:
        """``state``, marked as news if it is trouble not told since ``start``."""
        what = (state.kind, state.reason)
        news = bool(state.reason) and what not in self._told
        self._told.add(what)
        return replace(state, news=news)

    def _give_up_ahead(self) -> None:
        """Nobody waits for sentences no worker will make."""
        if self._line.is_given_up:
            for text in self._ahead.give_up():
                self._prepared(text, None)
            self._call_waiting()

    def _call_waiting(self) -> None:
        calls, self._waiting = self._waiting, []
        for call in calls:
            call()
