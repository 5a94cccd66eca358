from __future__ import annotations

import wave
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.voice import pcm

RATE = 22_050
sound = st.lists(st.integers(-32768, 32767), max_size=2000).map(lambda x: array("h", x))


def test_silence_around_is_taken_off_but_a_little(tone) -> None:
    out = pcm.trimmed(tone(0.5, before_s=0.3, after_s=0.6), RATE)
    assert len(out) / RATE == pytest.approx(0.5 + pcm.LEAD_S + pcm.TAIL_S, abs=0.011)
    assert max(out) == max(tone(0.5))


def test_silence_alone_leaves_nothing(tone) -> None:
    assert len(pcm.finished(array("h", [0, 40, -60] * 5000), RATE)) == 0
    assert len(pcm.finished(array("h"), RATE)) == 0


@pytest.mark.parametrize("peak", [1200, 4000, 20_000])
def test_loud_and_soft_come_out_equally_loud(tone, peak: int) -> None:
    out = pcm.levelled(tone(0.5, peak=peak), RATE)
    root_mean_square = (sum(x * x for x in out) / len(out)) ** 0.5
    assert root_mean_square == pytest.approx(pcm.LEVEL, rel=0.03)


@given(sound)
def test_nothing_is_ever_clipped_by_levelling(samples: array[int]) -> None:
    out = pcm.levelled(samples, RATE)
    assert len(out) == len(samples)
    loudest = max((abs(x) for x in out), default=0)
    assert loudest <= max(pcm.PEAK, max((abs(x) for x in samples), default=0))


@given(sound, st.floats(0, 10))
def test_scaling_stays_within_16_bits(samples: array[int], gain: float) -> None:
    assert all(abs(x) <= 32768 for x in pcm.scaled(samples, gain))


def test_it_begins_and_ends_at_nothing(tone) -> None:
    out = pcm.finished(tone(0.5, peak=20_000), RATE)
    assert out[0] == out[-1] == 0


def test_a_wav_comes_back_as_it_was_written(tone, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    pcm.write_wav(path, tone(), RATE)
    assert pcm.read_wav(path) == (tone(), RATE)


def test_of_two_channels_the_first_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as wav:
        wav.setnchannels(2)
        wav.setsampwidth(2)
        wav.setframerate(RATE)
        wav.writeframes(array("h", [1, 9, 2, 9, 3, 9]).tobytes())
    assert pcm.read_wav(path)[0] == array("h", [1, 2, 3])


@pytest.mark.parametrize("content", [b"", b"RIFF", b"FORM0000AIFF", b"RIFF\x04\0\0\0WAVE"])
def test_a_broken_file_is_named_as_such(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(pcm.BadSound):
        pcm.read_wav(path)
    with pytest.raises(pcm.BadSound):
        pcm.read_wav(tmp_path / "missing.wav")


def test_a_truncated_header_count_is_survived(tone, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    pcm.write_wav(path, tone(), RATE)
    path.write_bytes(path.read_bytes()[:-1001])
    samples, _ = pcm.read_wav(path)
    assert 0 < len(samples) < len(tone())
