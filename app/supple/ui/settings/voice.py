"""How the voice sounds, what it says and where it is heard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core.settings import SPEECH_SPEEDS, Settings, VoiceSource
from supple.core.speech_level import SpeechLevel
from supple.core.voice_choice import SENTENCE, OutputChoice, Trial, VoiceChoice
from supple.ui.look import Look
from supple.ui.settings.pick import Pick
from supple.ui.settings.rows import RING, SettingsCard
from supple.ui.settings.said import SaidKinds
from supple.ui.settings.sliders import ValueSlider
from supple.ui.text import Text
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.switch import Switch

_SPEECH = (
    (SpeechLevel.AUTO, "Less after a week", "Everything at first, brief from then on"),
    (SpeechLevel.FULL, "Everything", "The words on the screen are always all there"),
    (SpeechLevel.BRIEF, "Brief", "Without getting into position and remarks"),
    (SpeechLevel.NAMES, "Stretch and leg only", "The words on the screen are always all there"),
    (SpeechLevel.CHIMES, "Chimes only", "The words on the screen are always all there"),
)
_SOURCES = (
    (VoiceSource.AUTO, "Automatic", ""),
    (VoiceSource.OWN, "Supple's own voice", "Even while a screen reader runs"),
    (VoiceSource.READER, "The screen reader", "While none runs, Supple speaks"),
)
_READING = {
    True: "A screen reader is running and reads",
    False: "No screen reader is running: Supple speaks",
    None: "A screen reader if one runs, else Supple",
}
_ALWAYS = "Which leg, answers and when to stop are always said."
_ALWAYS_WITH_CHIMES = "When to stop is always said."
_WORKING = "Speaking..."
_SPEED_SCALE = 10


class VoiceCards(QObject):
    """The cards of the section; ``changed`` carries the new values by field name."""

    changed = Signal(object)
    test_asked = Signal()
    """Say ``SENTENCE`` as the settings are now, and answer with ``show_trial``."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._busy = False
        self.cards: tuple[QWidget, ...] = (self._build_voice(), self._build_said())

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings``; what is changed in doing so is told like any other change."""
        self._on.setChecked(settings.voice_on)
        self._source.choose(settings.voice_source)
        self._voice.choose(settings.voice)
        self._speed.slider.setValue(round(settings.speech_speed * _SPEED_SCALE))
        self._volume.slider.setValue(round(settings.volume * 100))
        self._output.choose(settings.output)
        self._wake.setChecked(settings.wake_output)
        self._speech.choose(settings.speech)
        self._said.show_off(settings.speech_off, settings.speech)
        chimes = settings.speech is SpeechLevel.CHIMES
        self._always.say(_ALWAYS_WITH_CHIMES if chimes else _ALWAYS)

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None:
        """List the voices found on this computer."""
        rows = [(voice.id, _voice_name(voice), _voice_hint(voice)) for voice in voices]
        self._voice.offer([("", "The usual one", _usual_hint(voices)), *rows])

    def show_outputs(self, outputs: Sequence[OutputChoice]) -> None:
        """List where sound can come out."""
        usual = ("", "As the system", "Follows what the system uses")
        self._output.offer([usual, *((o.id, o.name, "Only this one is used") for o in outputs)])

    def show_reader(self, runs: bool | None) -> None:
        """Whether a screen reader runs; None where nobody can tell."""
        self._source.set_hint(_READING[runs])

    def show_trial(self, trial: Trial) -> None:
        """What came of the test."""
        self._busy = False
        self._result.set_token("muted" if trial.ok else "accent-ink")
        self._result.say(trial.words)
        announce(self._button, trial.words)

    # Building

    def _build_voice(self) -> QWidget:
        look = self._look
        card = SettingsCard(look, "Voice")
        self._on = Switch(look, "Speak during sessions")
        self._on.toggled.connect(lambda on: self._tell(voice_on=on))
        card.add_row("Speak during sessions", self._on, "Captions show every word as well")
        self._source = Pick(look, "Read out by", _SOURCES)
        self._source.picked.connect(lambda key: self._tell(voice_source=VoiceSource(key)))
        self._source.add_to(card, _READING[None])
        self._voice = Pick(look, "Voice", [("", "The usual one", "")])
        self._voice.picked.connect(lambda key: self._tell(voice=key))
        self._voice.add_to(card, "Looking for the voices of this computer")
        low, high = (round(s * _SPEED_SCALE) for s in (SPEECH_SPEEDS[0], SPEECH_SPEEDS[-1]))
        self._speed = ValueSlider(look, "Speed", low, high, _speed)
        self._speed.changed.connect(lambda n: self._tell(speech_speed=n / _SPEED_SCALE))
        card.add_row("Speed", self._speed)
        self._volume = ValueSlider(look, "Volume", 0, 100, lambda n: f"{n}%")
        self._volume.changed.connect(lambda n: self._tell(volume=n / 100))
        card.add_row("Volume", self._volume, "Of the voice and the chimes")
        self._output = Pick(look, "Sound comes from", [("", "As the system", "")])
        self._output.picked.connect(lambda key: self._tell(output=key))
        self._output.add_to(card, "Follows what the system uses")
        self._wake = Switch(look, "Keep the speaker awake")
        self._wake.toggled.connect(lambda on: self._tell(wake_output=on))
        hint = "So that Bluetooth does not swallow the first word"
        card.add_row("Keep the speaker awake", self._wake, hint)
        card.add_rule(self._build_test())
        return card

    def _build_test(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 12, RING, 14)
        row.setSpacing(12)
        self._button = Button(self._look, "Test the voice", "soft", icon="play-solid")
        self._button.clicked.connect(self._test)
        self._result = Text(self._look, f"“{SENTENCE}”", "small", "muted", wrap=True)
        row.addWidget(self._button)
        row.addWidget(self._result, 1)
        return box

    def _build_said(self) -> QWidget:
        look = self._look
        card = SettingsCard(look, "What it says")
        self._speech = Pick(look, "How much it says", _SPEECH)
        self._speech.picked.connect(lambda key: self._tell(speech=SpeechLevel(key)))
        self._speech.add_to(card, "")
        self._said = SaidKinds(look)
        self._said.changed.connect(lambda off: self._tell(speech_off=off))
        card.add_rule(self._said)
        self._always = Text(look, _ALWAYS, "small", "muted", wrap=True)
        card.body.addWidget(self._always)
        card.body.addSpacing(14)
        return card

    def _test(self) -> None:
        # Not disabled: that would send the focus elsewhere.
        if self._busy:
            return
        self._busy = True
        self._result.set_token("muted")
        self._result.say(_WORKING)
        self.test_asked.emit()

    def _tell(self, **fields: object) -> None:
        self.changed.emit(fields)


def _speed(tenths: int) -> str:
    return f"{tenths / _SPEED_SCALE:.1f}\N{MULTIPLICATION SIGN}"


def _voice_name(voice: VoiceChoice) -> str:
    return voice.name or voice.id


def _voice_hint(voice: VoiceChoice) -> str:
    return ", ".join(part for part in (voice.engine, voice.language, voice.terms) if part)


def _usual_hint(voices: Sequence[VoiceChoice]) -> str:
    return "The one that is understood best" if voices else "No voice was found on this computer"
