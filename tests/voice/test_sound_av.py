from __future__ import annotations

from array import array
from pathlib import Path
from typing import Any

import pytest

from supple.voice.guide_mix import RATE
from supple.voice.sound_file import Kind, Tags

av = pytest.importorskip("av", reason="needs the package av")
KINDS = [Kind.FLAC, Kind.M4A]


def written(path: Path, kind: Kind, tags: Tags, samples: array[int]) -> Path:
    from supple.voice.sound_av import AvWriter

    writer = AvWriter(path, kind, tags)
    for at in range(0, len(samples), RATE):
        writer.write(samples[at : at + RATE].tobytes())
    writer.finish()
    return path


def about(path: Path) -> dict[str, Any]:
    with av.open(str(path)) as box:
        return dict(box.metadata)


@pytest.mark.parametrize("kind", KINDS)
def test_it_begins_at_the_right_sample(
    tmp_path: Path, kind: Kind, tags: Tags, four_seconds, decode, late
) -> None:
    found = decode(written(tmp_path / f"a.{kind}", kind, tags, four_seconds))
    assert late(found, four_seconds) == [0, 0]
    assert len(found) == pytest.approx(len(four_seconds), abs=0 if kind is Kind.FLAC else 1024)


def test_flac_loses_nothing(tmp_path: Path, tags: Tags, four_seconds, decode) -> None:
    path = written(tmp_path / "a.flac", Kind.FLAC, tags, four_seconds)
    assert decode(path) == four_seconds


@pytest.mark.parametrize("kind", KINDS)
def test_players_find_title_and_chapters(
    tmp_path: Path, kind: Kind, tags: Tags, four_seconds, read_marks
) -> None:
    path = written(tmp_path / f"a.{kind}", kind, tags, four_seconds)
    found = read_marks(path)
    assert [title for _, _, title in found] == [c.title for c in tags.chapters]
    assert [start for start, _, _ in found] == [c.start_s for c in tags.chapters]
    names = {name.lower(): value for name, value in about(path).items()}
    assert (names["title"], names["artist"]) == ("Desk break", "Supple")


@pytest.mark.parametrize("kind", KINDS)
def test_equal_sessions_give_equal_files(
    tmp_path: Path, kind: Kind, tags: Tags, four_seconds
) -> None:
    one, two = (written(tmp_path / f"{n}.{kind}", kind, tags, four_seconds) for n in (1, 2))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path, kind: Kind, tags: Tags) -> None:
    with pytest.raises(OSError, match="No such file"):
        written(tmp_path / "nowhere" / f"a.{kind}", kind, tags, array("h", bytes(20)))


def test_what_is_given_up_is_closed(tmp_path: Path, tags: Tags) -> None:
    from supple.voice.sound_av import AvWriter

    writer = AvWriter(tmp_path / "a.flac", Kind.FLAC, tags)
    writer.write(bytes(2 * RATE))
    writer.abandon()
    (tmp_path / "a.flac").unlink()
