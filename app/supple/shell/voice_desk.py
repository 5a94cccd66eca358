"""What the voice section of the settings asks for: what there is, and how it sounds."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from supple.core.settings import Settings
from supple.core.voice_choice import SENTENCE, OutputChoice, Trial, VoiceChoice
from supple.shell.deps import Deps
from supple.shell.narrator import Reader
from supple.shell.parts import Parts
from supple.voice.listing import VoiceEntry
from supple.voice.outputs import Output
from supple.voice.supervisor import Post

if TYPE_CHECKING:
    # The page is built on its first visit, and so is what it imports.
    from supple.ui.settings.voice import VoiceCards

log = logging.getLogger(__name__)
AGAIN_MS = 1500
"""A worker that has just been started does not answer yet: it is asked again after this."""
MOST_ASKS = 6
BY_READER = "Your screen reader was asked to say it."
MUTED = "The volume is at 0."

Say = Callable[[Settings], Trial]


def say_aloud(settings: Settings) -> Trial:
    """Say the sentence with these settings, in a worker of its own. Blocks until it is over."""
    from supple.voice import once

    return Trial(
        *once.say(
            SENTENCE,
            voice=settings.voice,
            volume=settings.volume,
            speed=settings.speech_speed,
            output=settings.output,
        )
    )


class VoiceDesk:
    """Asks the voice and shows what it answers."""

    def __init__(self, deps: Deps, parts: Parts, post: Post, say: Say = say_aloud) -> None:
        self._deps = deps
        self._parts = parts
        self._post = post
        self._say = say
        self._answered: set[str] = set()
        self._asks = 0
        # One timer, so that looking round again begins anew instead of asking twice as often.
        self._again = QTimer(parts.window)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._ask)
        self._names: dict[str, str] = {}
        """Names of voices and outputs by their ids, for what is told of a test."""

    def look_round(self) -> None:
        """Find out anew which voices, outputs and screen readers there are."""
        self._cards.show_reader(self._deps.find_reader().runs)
        self._parts.voice.start()
        self._answered.clear()
        self._asks = 0
        self._ask()

    def try_out(self) -> None:
        """Say a sentence with the settings as they are, and tell what came of it."""
        settings = self._deps.settings
        if self._parts.narrator.who(settings.voice_source) is Reader.READS:
            self._parts.page.read_out(SENTENCE, True)
            self._cards.show_trial(Trial(True, BY_READER))
        elif not settings.volume:
            self._cards.show_trial(Trial(False, MUTED))
        else:
            threading.Thread(target=self._try, args=(settings,), daemon=True).start()

    @property
    def _cards(self) -> VoiceCards:
        return self._parts.window.pages.settings.get().voice

    def _try(self, settings: Settings) -> None:
        try:
            ok, words = self._say(settings)
        except Exception as error:
            log.exception("the voice was not tried")
            ok, words = False, f"Something went wrong: {error}. The log file says more."
        for id_, name in self._names.items():
            words = words.replace(f"voice {id_},", f"voice {name},")
            words = words.replace(f"output {id_}.", f"output {name}.")
        self._post(lambda: self._cards.show_trial(Trial(ok, words)))

    def _ask(self) -> None:
        missing = {"voices", "outputs"} - self._answered
        if not missing:
            return
        if self._asks == MOST_ASKS:
            self._give_up(missing)
            return
        self._asks += 1
        if "voices" in missing:
            self._parts.voice.ask_voices(self._on_voices)
        if "outputs" in missing:
            self._parts.voice.ask_outputs(self._on_outputs)
        self._again.start(AGAIN_MS)

    def _give_up(self, missing: set[str]) -> None:
        if "voices" in missing:
            self._cards.show_voices(())
        if "outputs" in missing:
            self._cards.show_outputs(())

    def _on_voices(self, voices: Sequence[VoiceEntry]) -> None:
        self._answered.add("voices")
        self._names |= {voice.id: voice.name for voice in voices}
        self._cards.show_voices([as_choice(voice) for voice in voices])

    def _on_outputs(self, outputs: Sequence[Output]) -> None:
        self._answered.add("outputs")
        self._names |= {output.id: output.name for output in outputs}
        self._cards.show_outputs([OutputChoice(*output) for output in outputs])


def as_choice(voice: VoiceEntry) -> VoiceChoice:
    """A voice as the worker lists it, in the words of the settings page."""
    terms = ", ".join(part for part in (voice.licence, voice.terms) if part)
    return VoiceChoice(voice.id, voice.name, engine=voice.engine, terms=terms)
