from __future__ import annotations

import os
import stat
import sys
import tarfile
from pathlib import Path

import bundle
import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")


def stand_in(folder: Path, says: str) -> Path:
    folder.mkdir()
    program = folder / "supple"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{says}\nEND\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    voice = folder / bundle.VOICE
    voice.parent.mkdir(parents=True)
    voice.touch()
    return folder


GOOD = "\n".join(f"yes  {name}fine" for name in bundle.SELF_TEST)


@posix
def test_a_bundle_that_works_passes(tmp_path: Path) -> None:
    bundle.check(stand_in(tmp_path / "good", GOOD), tmp_path / "profile")


@posix
@pytest.mark.parametrize("part", [name.strip() for name in bundle.SELF_TEST])
def test_a_bundle_that_lacks_a_part_is_refused(tmp_path: Path, part: str) -> None:
    bad = GOOD.replace(f"yes  {part}", f"no   {part}")
    with pytest.raises(bundle.Broken, match=part):
        bundle.check(stand_in(tmp_path / "bad", bad), tmp_path / "profile")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring a voice")
def test_a_voice_of_this_system_does_not_hide_that_ours_is_missing(tmp_path: Path) -> None:
    folder = stand_in(tmp_path / "mute", GOOD)
    (folder / bundle.VOICE).unlink()
    with pytest.raises(bundle.Broken, match="libespeak-ng"):
        bundle.check(folder, tmp_path / "profile")


@posix
def test_the_archive_keeps_modes_and_links(tmp_path: Path) -> None:
    folder = stand_in(tmp_path / "made", "x")
    (folder / "link").symlink_to("supple")
    with tarfile.open(bundle.pack(folder, tmp_path / "one.tar.xz")) as archive:
        program, link = archive.getmember("supple/supple"), archive.getmember("supple/link")
    assert program.mode & stat.S_IXUSR
    assert link.issym()


@posix
def test_two_archives_of_one_folder_are_the_same(tmp_path: Path) -> None:
    folder = stand_in(tmp_path / "made", "x")
    first = bundle.pack(folder, tmp_path / "one.tar.xz").read_bytes()
    (folder / "supple").touch()
    assert bundle.pack(folder, tmp_path / "two.tar.xz").read_bytes() == first


def test_a_day_that_was_asked_for_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert bundle.steady()["SOURCE_DATE_EPOCH"] == "1000000000"


def test_the_archive_says_what_it_is_for() -> None:
    assert bundle.archive_name("1.2.3").startswith(f"supple-1.2.3-{sys.platform}-")


@posix
def test_a_bundle_that_hangs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stand_in(tmp_path / "hung", GOOD)
    (folder / "supple").write_text("#!/bin/sh\nexec sleep 600\n", encoding="utf-8")
    monkeypatch.setattr(bundle, "PATIENCE_S", 0.2)
    with pytest.raises(bundle.Broken, match="more than"):
        bundle.check(folder, tmp_path / "profile")
