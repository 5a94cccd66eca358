from __future__ import annotations

import struct
import sys
from array import array
from pathlib import Path

import pytest

from supple.voice.guide_mix import RATE
from supple.voice.sound_file import CannotWrite, Tags
from supple.voice.sound_mp3 import FRAME, FRAME_BYTES, Mp3Writer, checksum, first_frame

HEAD = bytes.fromhex("fffb50c4")


def written(path: Path, tags: Tags, samples: array[int]) -> Path:
    writer = Mp3Writer(path, tags)
    for at in range(0, len(samples), RATE):
        writer.write(samples[at : at + RATE].tobytes())
    writer.finish()
    return path


def test_it_begins_and_ends_at_the_right_sample(
    tmp_path: Path, tags: Tags, four_seconds, decode, late
) -> None:
    found = decode(written(tmp_path / "a.mp3", tags, four_seconds))
    assert len(found) == len(four_seconds)
    assert late(found, four_seconds) == [0, 0]


def test_players_find_the_chapters(tmp_path: Path, tags: Tags, four_seconds, read_marks) -> None:
    assert read_marks(written(tmp_path / "a.mp3", tags, four_seconds)) == tags.spans()


def test_equal_sessions_give_equal_files(tmp_path: Path, tags: Tags, four_seconds) -> None:
    one, two = (written(tmp_path / f"{n}.mp3", tags, four_seconds) for n in (1, 2))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("samples", [1, 575, 576, 577, 1151, 1152, 1153, 44_100, 10**9])
def test_the_first_frame_accounts_for_every_sample(samples: int) -> None:
    frame = first_frame(HEAD, samples, 10_000)
    assert len(frame) == FRAME_BYTES
    frames, size = struct.unpack_from(">II", frame, frame.index(b"Info") + 8)
    at = frame.index(b"LAME") + 21
    delay, padding = divmod(int.from_bytes(frame[at : at + 3], "big"), 1 << 12)
    assert frames * FRAME == delay + samples + padding
    assert size == 10_000 + FRAME_BYTES


def test_the_first_frame_has_a_head_of_its_own_length_and_a_sum() -> None:
    frame = first_frame(bytes.fromhex("fffb52c4"), 44_100, 10_000)
    assert frame[:4] == HEAD
    end = frame.index(b"LAME") + 34
    assert frame[end : end + 2] == checksum(frame[:end]).to_bytes(2, "big")


def test_the_sum_is_the_known_one() -> None:
    assert checksum(b"123456789") == 0xBB3D


def test_without_lame_it_is_said_what_to_install(
    tmp_path: Path, tags: Tags, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "lameenc", None)
    with pytest.raises(CannotWrite, match="pip install lameenc"):
        Mp3Writer(tmp_path / "a.mp3", tags)
    assert not (tmp_path / "a.mp3").exists()


def test_what_is_given_up_is_closed(tmp_path: Path, tags: Tags) -> None:
    writer = Mp3Writer(tmp_path / "a.mp3", tags)
    writer.write(bytes(2 * RATE))
    writer.abandon()
    assert writer._file.closed
