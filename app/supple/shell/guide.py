"""A whole session as one sound file: spoken, laid out, written beside and then put in place."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core.problem import UserError
from supple.core.speech import resolved, spoken_kinds
from supple.core.speech_length import spoken_seconds
from supple.core.speech_level import SpeechLevel
from supple.core.step import LineKind
from supple.shell.deps import Deps
from supple.store.beside import beside
from supple.voice import guide_mix
from supple.voice.guide_script import Script, opening_line, texts_of, write_script
from supple.voice.sentences import NoVoice, Sentences, Stop, Stopped
from supple.voice.sound_file import CannotWrite, Kind, Tags, check_able, open_writer

if TYPE_CHECKING:
    from supple.core.timeline import Timeline
    from supple.voice.sound_file import Writer

CHIMES_INSTEAD = "A guide of soft chimes alone can be made: say --chimes."
MOST_ROUNDS = 4
"""Sentences have their real lengths after the first; others may then find room, rarely twice."""
Build = Callable[[Callable[[str], float]], "Timeline"]
"""A session's timeline from the seconds that a sentence takes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made."""

    id: str
    """Of a routine or a stretch."""
    path: Path
    voice: str = ""
    speed: float = 1.0
    chimes: bool = False
    """Soft chimes alone, as in a session without words."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come."""

    part: str
    """``speaking`` or ``writing``."""
    done: float
    total: float
    """Sentences while speaking, seconds of the file while writing."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it."""

    path: Path
    script: Script
    remark: str
    """Why it is not the voice asked for; "" where it is."""


Tell = Callable[[Progress], None]


class NoSpeech(UserError):
    """Nothing can be said; a guide of chimes alone still can be made."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} {CHIMES_INSTEAD}")
        self.why = why


def make_guide(
    deps: Deps, wish: Wish, tell: Tell = lambda _: None, stop: Stop = lambda: False
) -> Made:
    """Make the file of ``wish``; one that is there is replaced, at the very end.

    Blocks. Raises UserError for what the person can mend, ``Stopped`` when ``stop`` says so;
    either leaves everything as it was.
    """
    try:
        kind = Kind.of(wish.path)
        check_able(kind)
        build = partial(deps.timeline, wish.id)
        with tempfile.TemporaryDirectory(prefix="supple-") as folder:
            return _make(deps, wish, kind, build, Path(folder), tell, stop)
    except CannotWrite as error:
        raise UserError(str(error)) from error
    except NoVoice as error:
        raise NoSpeech(str(error)) from error


def _make(
    deps: Deps, wish: Wish, kind: Kind, build: Build, folder: Path, tell: Tell, stop: Stop
) -> Made:
    voices = Sentences(folder, deps.paths.voice_cache, wish.voice, wish.speed, stop)
    try:
        remark = ""
        kinds = frozenset() if wish.chimes else kinds_of(deps)
        if kinds:
            remark = voices.open()
        timeline = spoken_timeline(build, kinds, voices, tell)
        script = write_script(timeline, kinds, voices.lengths.__getitem__, chimes=not kinds)
        with beside(wish.path) as part:
            tags = Tags(script.title, script.chapters, script.total_s)
            writer = open_writer(part, kind, tags)
            _write(writer, script, guide_mix.loader(voices), tell, stop)
    finally:
        voices.close()
    return Made(wish.path, script, remark)


def kinds_of(deps: Deps) -> frozenset[LineKind]:
    """The kinds of sentences a session would say today; none where soft chimes mark its steps."""
    settings = deps.settings
    day = None
    if deps.history is not None:
        with suppress(UserError):
            totals = deps.history.day_totals(settings.day_ends_h)
            day = min((total[0] for total in totals), default=None)
    level = resolved(settings.speech, day, deps.now().date())
    if level is SpeechLevel.CHIMES:
        return frozenset()
    # Nobody looks at a screen: that it is over has to be heard.
    return spoken_kinds(level, settings.speech_off) | {LineKind.FINISH}


def spoken_timeline(
    build: Build, kinds: frozenset[LineKind], voices: Sentences, tell: Tell
) -> Timeline:
    """The timeline with the real length of every sentence that is said, all of them made.

    Raises ``NoVoice`` where one cannot be said, ``Stopped``.
    """

    def say(text: str) -> float:
        return voices.lengths.get(text) or spoken_seconds(text)

    timeline = build(say)
    if not kinds:
        return timeline
    for _ in range(MOST_ROUNDS):
        texts = (opening_line(timeline), *texts_of(timeline, kinds))
        total = len({*texts, *voices.lengths})
        if total == len(voices.lengths):
            break
        voices.make(texts, lambda done, total=total: tell(Progress("speaking", done, total)))  # type: ignore[misc]
        timeline = build(say)
    else:
        voices.make((opening_line(timeline), *texts_of(timeline, kinds)))
    return timeline


def _write(writer: Writer, script: Script, load: guide_mix.Load, tell: Tell, stop: Stop) -> None:
    written = 0
    told = -1
    try:
        for block in guide_mix.blocks(script, load):
            if stop():
                raise Stopped
            writer.write(block)
            written += len(block)
            seconds = written // (guide_mix.RATE * guide_mix.WIDTH)
            if seconds != told:
                told = seconds
                tell(Progress("writing", seconds, script.total_s))
        writer.finish()
    except BaseException:
        with suppress(Exception):
            writer.abandon()
        raise
