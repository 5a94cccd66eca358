from __future__ import annotations

from pathlib import Path

import pytest

from supple.voice import engine, pcm
from supple.voice.cache import Cache
from supple.voice.speech import Speech

RATE = 22_050


def test_a_sentence_is_trimmed_and_spoken_once_only(fake, tmp_path: Path) -> None:
    speech = Speech(fake, Cache(tmp_path))
    first = speech.samples("Hold.")
    assert speech.samples("Hold.") == first
    assert fake.spoken == ["Hold."]
    assert len(first[0]) / RATE == pytest.approx(1.0 + pcm.TAIL_S, abs=0.02)
    assert [p.suffix for p in tmp_path.iterdir()] == [".wav"]


@pytest.mark.parametrize("text", ["", "  ", "unspeakable", "broken", "...", "x" * 601])
def test_what_cannot_be_said_is_one_failure_and_leaves_no_files(
    fake, tmp_path: Path, text: str
) -> None:
    with pytest.raises(engine.SpeechFailed):
        Speech(fake, Cache(tmp_path)).samples(text)
    assert list(tmp_path.iterdir()) == []


def test_without_room_for_the_cache_it_still_speaks(
    fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    speech = Speech(fake, Cache(tmp_path / "file" / "cache"))
    assert len(speech.samples("Hold.")[0]) > RATE
    assert list(temporary.iterdir()) == []


def test_another_voice_or_speed_is_another_sound(fake, tmp_path: Path) -> None:
    speech = Speech(fake, Cache(tmp_path))
    for voice, rate in (("v", 140), ("w", 140), ("w", 120)):
        fake.use(voice, rate)
        speech.samples("Hold.")
    assert fake.spoken == ["Hold."] * 3
