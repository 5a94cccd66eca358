from __future__ import annotations

import os
from pathlib import Path

from supple.shell.keeping import kept_work, stamp
from supple.store.paths import Paths


def test_what_is_kept_lies_in_the_cache(paths: Paths) -> None:
    kept_work(paths).write("a", b"work")
    assert kept_work(paths).read("a") == b"work"
    assert [path.parent for path in paths.cache.rglob("*-a")] == [paths.kept_dir]


def test_an_edit_is_another_stamp(tmp_path: Path) -> None:
    file = tmp_path / "rig.py"
    file.touch()
    before = stamp([tmp_path])
    assert stamp([tmp_path]) == before
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1_000_000_000))
    assert stamp([tmp_path]) != before


def test_folders_that_are_not_there_or_empty_leave_the_version(tmp_path: Path) -> None:
    assert stamp([tmp_path, tmp_path / "none"]) == stamp([])
