from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.voice import sound_file
from supple.voice.sound_file import (
    CannotWrite,
    Kind,
    Tags,
    chapter_comments,
    check_able,
    kinds_here,
    open_writer,
)


@pytest.fixture
def lacks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Takes packages away; there is no program ffmpeg either."""
    monkeypatch.setattr(sound_file, "_program", lambda: "")

    def take(*packages: str) -> None:
        monkeypatch.setattr(sound_file, "_has", lambda package: package not in packages)
        for package in packages:
            monkeypatch.setitem(sys.modules, package, None)
        monkeypatch.delitem(sys.modules, "supple.voice.sound_av", raising=False)

    return take


@pytest.mark.parametrize("kind", Kind)
def test_the_ending_says_the_kind(kind: Kind) -> None:
    assert Kind.of(Path(f"a.b/guide.{kind}")) is kind
    assert Kind.of(Path(f"GUIDE.{kind.upper()}")) is kind


@pytest.mark.parametrize("name", ["guide", "guide.ogg", "mp3", ".mp3", "guide.mp3.txt"])
def test_another_ending_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(CannotWrite, match=r"\.wav, \.flac, \.mp3, \.m4a"):
        Kind.of(Path(name))


def test_a_wav_needs_nothing_at_all(lacks, tmp_path: Path, tags: Tags) -> None:
    lacks("av", "lameenc")
    check_able(Kind.WAV)
    open_writer(tmp_path / "guide.wav", Kind.WAV, tags).finish()
    assert kinds_here() == (Kind.WAV,)


@pytest.mark.parametrize("kind", [Kind.FLAC, Kind.M4A, Kind.MP3])
def test_what_cannot_be_made_says_which_line_to_install(
    lacks, tmp_path: Path, tags: Tags, kind: Kind
) -> None:
    lacks("av", "lameenc")
    line = "pip install lameenc" if kind is Kind.MP3 else r"pip install 'supple\[sound\]'"
    with pytest.raises(CannotWrite, match=line):
        check_able(kind)
    with pytest.raises(CannotWrite, match=line):
        open_writer(tmp_path / f"guide.{kind}", kind, tags)


def test_the_most_useful_kind_is_offered_first() -> None:
    assert kinds_here()[0] is Kind.MP3


def test_the_program_does_where_the_package_is_missing(
    lacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacks("av")
    monkeypatch.setattr(sound_file, "_program", lambda: "/usr/bin/ffmpeg")
    check_able(Kind.M4A)
    assert set(kinds_here()) == set(Kind)


def test_chapters_end_where_the_next_begins(tags: Tags) -> None:
    assert tags.spans() == [
        (0.0, 1.25, "Desk break"),
        (1.25, 3.0, "1. Heel out"),
        (3.0, 4.0, "Done"),
    ]


def test_chapters_as_comments(tags: Tags) -> None:
    comments = chapter_comments(tags)
    assert comments["CHAPTER002"] == "00:00:01.250"
    assert comments["CHAPTER002NAME"] == "1. Heel out"
    late = Tags("Long", (sound_file.Chapter(3 * 3600 + 62.0049, "Late"),), 4 * 3600.0)
    assert chapter_comments(late)["CHAPTER001"] == "03:01:02.005"
