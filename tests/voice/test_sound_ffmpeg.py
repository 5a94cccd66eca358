from __future__ import annotations

import shutil
import sys
import tempfile
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from supple.voice.guide_mix import RATE
from supple.voice.guide_script import Chapter
from supple.voice.sound_ffmpeg import FfmpegWriter
from supple.voice.sound_file import CannotWrite, Kind, Tags

KINDS = [Kind.FLAC, Kind.M4A]
ODD = r"A=b; #1 \ two"


@pytest.fixture
def program() -> str:
    found = shutil.which("ffmpeg")
    if found is None:
        pytest.skip("only where the program ffmpeg is installed")
    return found


def written(path: Path, kind: Kind, tags: Tags, samples: array[int], program: str) -> Path:
    writer = FfmpegWriter(path, kind, tags, program)
    for at in range(0, len(samples), RATE):
        writer.write(samples[at : at + RATE].tobytes())
    writer.finish()
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_what_the_package_would_have_written(
    tmp_path: Path, kind: Kind, tags: Tags, four_seconds, program: str, decode, late, read_marks
) -> None:
    path = written(tmp_path / f"a.{kind}", kind, tags, four_seconds, program)
    assert late(decode(path), four_seconds) == [0, 0]
    assert [mark[2] for mark in read_marks(path)] == [c.title for c in tags.chapters]
    assert [mark[0] for mark in read_marks(path)] == [c.start_s for c in tags.chapters]


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_may_hold_what_means_something_to_ffmpeg(
    tmp_path: Path, kind: Kind, tags: Tags, four_seconds, program: str, read_marks
) -> None:
    odd = replace(tags, title=ODD, chapters=(Chapter(0.0, ODD),))
    path = written(tmp_path / f"a:b.{kind}", kind, odd, four_seconds, program)
    assert [mark[2] for mark in read_marks(path)] == [ODD]


def test_what_ffmpeg_says_is_passed_on(tmp_path: Path, tags: Tags, program: str) -> None:
    with pytest.raises(CannotWrite, match=r"ffmpeg could not write.*No such file"):
        written(tmp_path / "no" / "a.flac", Kind.FLAC, tags, array("h", bytes(20)), program)


def program_that(tmp_path: Path, does: str) -> str:
    """A program that stands in for ffmpeg."""
    path = tmp_path / "stand-in"
    path.write_text(f"#!{sys.executable}\nimport sys, time\n{does}\n")
    path.chmod(0o755)
    return str(path)


posix = pytest.mark.skipif(sys.platform == "win32", reason="no such scripts on Windows")


@posix
def test_one_that_leaves_early_is_told_with_its_words(tmp_path: Path, tags: Tags) -> None:
    program = program_that(tmp_path, "sys.exit('no codec for this')")
    writer = FfmpegWriter(tmp_path / "a.flac", Kind.FLAC, tags, program)
    with pytest.raises(CannotWrite, match="no codec for this"):
        writer.write(bytes(100 * RATE))  # more than a pipe holds
    writer.abandon()


@posix
def test_one_that_is_given_up_is_ended(tmp_path: Path, tags: Tags) -> None:
    program = program_that(tmp_path, "time.sleep(600)")
    writer = FfmpegWriter(tmp_path / "a.flac", Kind.FLAC, tags, program)
    writer.abandon()
    assert writer.ended


def test_one_that_cannot_be_started_leaves_no_folder(
    tmp_path: Path, tags: Tags, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(OSError, match="none"):
        FfmpegWriter(tmp_path / "a.flac", Kind.FLAC, tags, str(tmp_path / "none"))
    assert list(tmp_path.iterdir()) == []
