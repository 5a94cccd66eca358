from __future__ import annotations

import subprocess
import sys
import types
from pathlib import Path

import pytest

from supple.voice import engine_pyttsx3, pcm
from supple.voice.engine import NoEngine, SpeechFailed
from supple.voice.listing import VoiceEntry

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="espeak-ng is Linux's")


class FakeDriver:
    def __init__(self) -> None:
        self.voices = [
            types.SimpleNamespace(id="zira", name="Microsoft Zira - English (US)"),
            types.SimpleNamespace(id="sit/cmn", name="Chinese (latin as English)"),
            types.SimpleNamespace(id="hedda", name="Microsoft Hedda - German"),
        ]
        self.set: dict[str, object] = {}

    def setProperty(self, name: str, value: object) -> None:
        if value == "gone":
            raise ValueError(value)
        self.set[name] = value

    def getProperty(self, name: str) -> object:
        return self.voices


class FakeEngine:
    """sapi5 as pyttsx3 shows it."""

    def __init__(self) -> None:
        self.driver = FakeDriver()
        self.busy: list[bool] = []
        self.proxy = types.SimpleNamespace(_driver=self.driver, setBusy=self.busy.append)
        self.error: Exception | None = None

    def __str__(self) -> str:
        return "sapi5"

    def connect(self, topic: str, call: object) -> None:
        assert topic == "finished-utterance"

    def save_to_file(self, text: str, path: str) -> None:
        self.saved = (text, path)

    def runAndWait(self) -> None:
        if self.error:
            raise self.error


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    fake = FakeEngine()
    monkeypatch.setitem(sys.modules, "pyttsx3", types.SimpleNamespace(init=lambda: fake))
    monkeypatch.setattr(engine_pyttsx3, "_load_packaged_espeak", lambda: "")
    return fake


def test_an_english_voice_is_chosen_and_the_rate_set(fake: FakeEngine) -> None:
    engine = engine_pyttsx3.open_pyttsx3("", 140)
    assert (engine.name, engine.voice, engine.rate) == ("sapi5", "zira", 140)
    assert fake.driver.set == {"rate": 140, "voice": "zira"}


def test_a_voice_that_is_gone_gives_way_to_the_default(fake: FakeEngine) -> None:
    assert engine_pyttsx3.open_pyttsx3("gone", 140).voice == "zira"
    fake.driver.voices = []
    assert engine_pyttsx3.open_pyttsx3("gone", 140).voice == "default"


def test_the_voice_can_be_changed_among_the_english_ones(fake: FakeEngine) -> None:
    engine = engine_pyttsx3.open_pyttsx3("", 140)
    assert engine.voices() == [VoiceEntry("zira", "Microsoft Zira - English (US)", engine.name, "")]
    engine.use("hedda", 120)
    assert (engine.voice, engine.rate) == ("hedda", 120)
    assert fake.driver.set == {"rate": 120, "voice": "hedda"}


def test_the_queue_is_held_before_each_sentence(fake: FakeEngine, tmp_path: Path) -> None:
    engine = engine_pyttsx3.open_pyttsx3("", 140)
    engine.speak("Hold.", tmp_path / "a.wav")
    engine.speak("Rest.", tmp_path / "b.wav")
    assert fake.busy == [True, True]
    assert fake.saved == ("Rest.", str(tmp_path / "b.wav"))


def test_an_error_while_speaking_is_one_sentence_lost(fake: FakeEngine, tmp_path: Path) -> None:
    engine = engine_pyttsx3.open_pyttsx3("", 140)
    fake.error = RuntimeError("run loop already started")
    with pytest.raises(SpeechFailed, match="run loop already started"):
        engine.speak("Hold.", tmp_path / "a.wav")


def test_no_engine_is_said_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise RuntimeError("eSpeak or eSpeak-ng not installed on this system\nand more")

    monkeypatch.setitem(sys.modules, "pyttsx3", types.SimpleNamespace(init=fails))
    monkeypatch.setattr(engine_pyttsx3, "_load_packaged_espeak", lambda: "")
    with pytest.raises(NoEngine, match=r"No voice is installed on this computer \(eSpeak or"):
        engine_pyttsx3.open_pyttsx3("", 140)
    monkeypatch.setitem(sys.modules, "pyttsx3", None)
    with pytest.raises(NoEngine, match="not installed"):
        engine_pyttsx3.open_pyttsx3("", 140)


@linux
def test_sentence_after_sentence_comes_out_whole(tmp_path: Path) -> None:
    """In a process of its own: espeak-ng cannot be unloaded again."""
    texts = ["Half way.", "Sit tall on the front edge of your chair.", "Rest."]
    code = f"""
import pathlib
from supple.voice.engine_pyttsx3 import open_pyttsx3
engine = open_pyttsx3("", 140)
assert (engine.name, engine.voice) == ("espeak-ng", "en-us"), engine.voice
for number, text in enumerate({texts!r}):
    engine.speak(text, pathlib.Path({str(tmp_path)!r}, f"{{number}}.wav"))
assert "espeakng_loader" in open("/proc/self/maps").read()
import os; os._exit(0)
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, stdout=subprocess.DEVNULL)
    lengths = []
    for number in range(len(texts)):
        samples, rate = pcm.read_wav(tmp_path / f"{number}.wav")
        lengths.append(len(pcm.finished(samples, rate)) / rate)
    assert lengths == pytest.approx([0.88, 2.51, 0.65], abs=0.25)
