from __future__ import annotations

import struct
import wave
from array import array
from pathlib import Path

import pytest

from supple.voice.guide_mix import RATE
from supple.voice.sound_file import CannotWrite, Tags
from supple.voice.sound_wav import WavWriter


def written(path: Path, tags: Tags, samples: array[int]) -> bytes:
    writer = WavWriter(path, tags)
    for at in range(0, len(samples), 1000):
        writer.write(samples[at : at + 1000].tobytes())
    writer.finish()
    return path.read_bytes()


def chunks(data: bytes) -> dict[bytes, bytes]:
    found, at = {}, 12
    while at < len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + size]
        found[name + body[:4] if name == b"LIST" else name] = body
        at += 8 + size + size % 2
    assert at == len(data)
    return found


def test_the_samples_are_all_there(tmp_path: Path, tags: Tags, tone) -> None:
    samples = tone(1.0)
    written(tmp_path / "a.wav", tags, samples)
    with wave.open(str(tmp_path / "a.wav")) as wav:
        assert (wav.getnchannels(), wav.getsampwidth(), wav.getframerate()) == (1, 2, RATE)
        assert wav.readframes(wav.getnframes()) == samples.tobytes()


def test_chapters_are_cue_points_with_labels(tmp_path: Path, tags: Tags, tone) -> None:
    data = written(tmp_path / "a.wav", tags, tone(1.0))
    assert struct.unpack_from("<I", data, 4) == (len(data) - 8,)
    found = chunks(data)
    (count,) = struct.unpack_from("<I", found[b"cue "])
    points = [struct.unpack_from("<II4sIII", found[b"cue "], 4 + 24 * n) for n in range(count)]
    assert [point[5] for point in points] == [round(c.start_s * RATE) for c in tags.chapters]
    labels = found[b"LISTadtl"]
    assert all(chapter.title.encode() + b"\0" in labels for chapter in tags.chapters)
    assert b"INAM" in found[b"LISTINFO"]
    assert b"Desk break\0" in found[b"LISTINFO"]


def test_equal_sessions_give_equal_files(tmp_path: Path, tags: Tags, tone) -> None:
    assert written(tmp_path / "a.wav", tags, tone()) == written(tmp_path / "b.wav", tags, tone())


def test_more_than_a_wav_holds_is_refused(tmp_path: Path, tags: Tags) -> None:
    with pytest.raises(CannotWrite, match="13 hours"):
        WavWriter(tmp_path / "a.wav", Tags("Long", tags.chapters, 14 * 3600.0))
    assert not (tmp_path / "a.wav").exists()
    WavWriter(tmp_path / "a.wav", Tags("Long", tags.chapters, 13 * 3600.0)).abandon()
