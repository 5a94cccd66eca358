"""When the voice worker is started, killed, started again or given up.

Pure: the time, in seconds of one clock, is an argument.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from supple.voice import message
from supple.voice.state import VoiceKind, VoiceState

STAYS = "The words stay on the screen."
STOPPED = f"The voice has stopped and is being started again. {STAYS}"
GIVEN_UP = f"The voice could not be kept running. {STAYS}"
NO_ANSWER = f"The sound output does not answer. {STAYS}"


def away(name: str) -> str:
    """That the chosen output, called ``name``, is not there; "" where that is not known."""
    which = f"“{name}”" if name else "you chose"
    return f"The sound output {which} is not there. The usual one is used instead."


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds."""

    ready: float = 20.0
    """From the start to the first word of the worker."""
    synth: float = 12.0
    """For one sentence, from the last sign of life."""
    play: float = 3.5
    """From asking for a sound to the sound card having it."""
    after: float = 6.0
    """How much longer than its length a cue may sound."""
    stop: float = 3.0
    outputs: float = 8.0
    """For the list of outputs, which a system puts together anew each time."""
    settled: float = 60.0
    """A worker that ran this long starts afresh with its failures."""
    quiet: float = 2.0
    """A worker back within this is not worth telling anybody about."""
    delays: tuple[float, ...] = (0.0, 0.5, 2.0, 5.0, 15.0, 30.0)
    """Waits before the first, second ... new start; after the last it is given up."""


class Act(Enum):
    SPAWN = "spawn"
    KILL = "kill"


class _Stage(Enum):
    IDLE = "idle"
    WAITING = "waiting"
    """For the time of the next start."""
    STARTING = "starting"
    UP = "up"
    DYING = "dying"
    GIVEN_UP = "given up"


class Watch:
    """Keeps account of one worker after another."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._stage = _Stage.IDLE
        self._since = 0.0
        self._spawn_at = 0.0
        self._failures = 0
        self._down_since: float | None = None
        self._engine: str | None = None
        self._no_engine = ""
        self._no_sound = ""
        self._away = ""
        self._remark = ""
        self._asked: dict[int, tuple[str, float]] = {}

    @property
    def is_up(self) -> bool:
        """Whether requests may be sent."""
        return self._stage is _Stage.UP

    @property
    def is_given_up(self) -> bool:
        return self._stage is _Stage.GIVEN_UP

    def begin(self, now: float) -> None:
        """A worker is wanted; once given up, everything is tried anew."""
        if self._stage in (_Stage.IDLE, _Stage.GIVEN_UP):
            self._failures = 0
            self._stage, self._spawn_at = _Stage.WAITING, now

    def act(self, now: float) -> Act | None:
        """What is to be done now, if anything; to be asked again after each act."""
        if self._stage is _Stage.WAITING and now >= self._spawn_at:
            self._stage, self._since = _Stage.STARTING, now
            return Act.SPAWN
        late = self._late(now)
        if late is None:
            return None
        if late in (message.PLAY, message.STOP):
            self._no_sound = NO_ANSWER
        self._stage = _Stage.DYING
        return Act.KILL

    def wake_at(self, now: float) -> float | None:
        """The next moment something may be due; None when only the worker can bring news."""
        times = [limit for _, limit in self._asked.values()]
        if self._stage is _Stage.WAITING:
            times = [self._spawn_at]
        elif self._stage is _Stage.STARTING:
            times = [self._since + self._limits.ready]
        elif self._stage is _Stage.DYING:
            times = []
        if self._down_since is not None and not self.is_given_up:
            told_at = self._down_since + self._limits.quiet
            if now < told_at:
                times.append(told_at)
        return min(times, default=None)

    def sent(self, ident: int, kind: str, now: float) -> None:
        """A request has gone to the worker, and its answer is awaited."""
        limit = {
            message.PLAY: self._limits.play,
            message.SYNTH: self._limits.synth,
            message.STOP: self._limits.stop,
            message.OUTPUTS: self._limits.outputs,
        }.get(kind)
        if limit is not None:
            self._asked[ident] = (kind, now + limit)
        if kind in (message.PLAY, message.STOP):
            self._drop_playing(but=ident)

    def received(self, said: message.Message, now: float) -> None:
        """The worker has answered."""
        kind, ident = said["kind"], message.ident(said)
        if kind == message.READY:
            self._on_ready(said, now)
        elif kind == message.PLAYING:
            self._failures, self._no_sound = 0, ""
            self._away = away(message.text(said, "name")) if said.get("away") is True else ""
            if ident in self._asked:
                limit = now + message.number(said, "seconds") + self._limits.after
                self._asked[ident] = (message.PLAY, limit)
        elif kind == message.FAILED:
            self._asked.pop(ident, None)
            if said.get("part") == message.SOUND:
                self._no_sound = f"{message.text(said, 'reason')} {STAYS}".strip()
        else:
            self._asked.pop(ident, None)
        if kind == message.SYNTHESISED:
            self._renew(message.SYNTH, now + self._limits.synth)

    def died(self, now: float) -> tuple[int, ...]:
        """The worker has ended, whyever; the requests that will never be answered."""
        lost = tuple(self._asked)
        self._asked.clear()
        if self._stage is _Stage.UP and now - self._since > self._limits.settled:
            self._failures = 0
        if self._down_since is None:
            self._down_since = now
        if self._failures >= len(self._limits.delays):
            self._stage = _Stage.GIVEN_UP
        else:
            self._stage = _Stage.WAITING
            self._spawn_at = now + self._limits.delays[self._failures]
        self._failures += 1
        return lost

    def state(self, now: float) -> VoiceState:
        """What there is of the voice at ``now``."""
        if self.is_given_up:
            return VoiceState(VoiceKind.SILENT, GIVEN_UP)
        if self._no_sound:
            return VoiceState(VoiceKind.SILENT, self._no_sound)
        if self._down_since is not None and now - self._down_since >= self._limits.quiet:
            return VoiceState(VoiceKind.SILENT, STOPPED)
        if self._engine == "":
            return VoiceState(VoiceKind.CHIMES, self._no_engine)
        return VoiceState(VoiceKind.VOICE, self._away or self._remark)

    def _on_ready(self, said: message.Message, now: float) -> None:
        self._stage, self._since, self._down_since = _Stage.UP, now, None
        self._engine = message.text(said, "engine")
        reason = message.text(said, "reason")
        self._remark = reason if self._engine else ""
        self._no_engine = f"{reason} Soft chimes mark the steps instead.".strip()

    def _late(self, now: float) -> str | None:
        if self._stage is _Stage.STARTING and now >= self._since + self._limits.ready:
            return message.READY
        if self._stage is not _Stage.UP:
            return None
        return next((kind for kind, limit in self._asked.values() if now >= limit), None)

    def _drop_playing(self, but: int) -> None:
        """A cue that is replaced or stopped is answered no more."""
        for ident in [i for i, (k, _) in self._asked.items() if k == message.PLAY and i != but]:
            del self._asked[ident]

    def _renew(self, kind: str, limit: float) -> None:
        for ident, (asked, _) in self._asked.items():
            if asked == kind:
                self._asked[ident] = (kind, limit)
