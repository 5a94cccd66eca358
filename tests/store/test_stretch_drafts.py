from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from supple.core.stretch_draft import blank
from supple.core.stretch_keeping import KeptStretch
from supple.store.stretch_drafts import LARGEST, Figure, StretchDrafts, key_of

DRAFT = replace(blank(), name="Calf", figure="own-calf")
KEPT = KeptStretch(DRAFT, None, blank())
PICTURE = Figure("own-calf.png", b"\x89PNG\r\n\x1a\n...")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "drafts" / "stretches"


@pytest.fixture
def drafts(folder: Path) -> StretchDrafts:
    return StretchDrafts(folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_kept_comes_back_with_its_figure(drafts: StretchDrafts) -> None:
    drafts.keep("new", KEPT, PICTURE)
    assert drafts.read("new") == (KEPT, PICTURE)


def test_one_without_a_figure_comes_back_without(drafts: StretchDrafts) -> None:
    drafts.keep("new", KEPT)
    assert drafts.read("new") == (KEPT, None)


def test_another_figure_takes_the_place_of_the_old(drafts: StretchDrafts, folder: Path) -> None:
    drafts.keep("new", KEPT, PICTURE)
    other = KeptStretch(replace(DRAFT, figure="own-calf-2"))
    pose = Figure("own-calf-2.json", b"{}")
    drafts.keep("new", other, pose)
    assert drafts.read("new") == (other, pose)
    assert names(folder / "new") == ["draft.json", "own-calf-2.json"]


def test_a_figure_of_the_same_name_is_written_anew(drafts: StretchDrafts) -> None:
    drafts.keep("new", KEPT, PICTURE)
    other = Figure(PICTURE.file_name, PICTURE.content[:-1] + b"!")
    drafts.keep("new", KEPT, other)
    assert drafts.read("new") == (KEPT, other)


def test_a_figure_that_is_there_is_not_written_each_time(
    drafts: StretchDrafts, folder: Path
) -> None:
    drafts.keep("new", KEPT, PICTURE)
    path = folder / "new" / PICTURE.file_name
    before = path.stat().st_ino
    drafts.keep("new", replace(KEPT, was=DRAFT), PICTURE)
    assert path.stat().st_ino == before


def test_a_figure_of_another_draft_is_not_taken(drafts: StretchDrafts, folder: Path) -> None:
    drafts.keep("new", KEPT, PICTURE)
    (folder / "new" / PICTURE.file_name).rename(folder / "new" / "own-other.png")
    assert drafts.read("new") == (KEPT, None)


def test_what_is_dropped_is_gone_and_its_folders_with_the_last(
    drafts: StretchDrafts, tmp_path: Path
) -> None:
    drafts.keep("new", KEPT, PICTURE)
    drafts.keep(key_of("calf"), KEPT)
    drafts.drop("new")
    assert drafts.read("new") is None
    assert drafts.listed() == ["of-calf"]
    drafts.drop("of-calf")
    assert not (tmp_path / "data" / "drafts").exists()
    drafts.drop("of-calf")
    assert drafts.listed() == []


def test_a_write_that_was_cut_short_stands_in_nobodys_way(
    drafts: StretchDrafts, folder: Path
) -> None:
    drafts.keep("new", KEPT, PICTURE)
    (folder / "new" / ".draft.json.abcdefgh.new").write_bytes(b"{")
    assert drafts.read("new") == (KEPT, PICTURE)
    drafts.drop("new")
    assert not folder.exists()


def test_the_latest_comes_first_and_new_ones_do_not_clash(
    drafts: StretchDrafts, folder: Path
) -> None:
    assert drafts.fresh_key() == "new"
    drafts.keep("new", KEPT)
    assert drafts.fresh_key() == "new-2"
    drafts.keep("new-2", KEPT)
    os.utime(folder / "new" / "draft.json", (2e9, 2e9))
    assert drafts.listed() == ["new", "new-2"]
    assert drafts.fresh_key() == "new-3"
    assert drafts.fresh_key("new-3") == "new-4"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b" " * (LARGEST + 1), b"[]", b'{"format": 2}'],
)
def test_a_spoiled_file_is_none(drafts: StretchDrafts, folder: Path, content: bytes) -> None:
    drafts.keep("new", KEPT, PICTURE)
    (folder / "new" / "draft.json").write_bytes(content)
    assert drafts.read("new") is None
    assert drafts.listed() == []
    drafts.drop("new")
    aside = folder / "new.unreadable"
    assert names(aside) == ["draft.json.unreadable", PICTURE.file_name]
    assert (aside / "draft.json.unreadable").read_bytes() == content
    drafts.keep("new", KEPT, PICTURE)
    assert drafts.read("new") == (KEPT, PICTURE)


def test_a_figure_that_is_too_large_is_left_out(drafts: StretchDrafts, folder: Path) -> None:
    drafts.keep("new", KEPT, PICTURE)
    with (folder / "new" / PICTURE.file_name).open("r+b") as file:
        file.truncate(8_000_001)
    assert drafts.read("new") == (KEPT, None)


def test_a_disk_that_refuses_stops_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    drafts = StretchDrafts(blocked / "stretches")
    drafts.keep("new", KEPT, PICTURE)
    assert drafts.read("new") is None
    assert drafts.listed() == []
    drafts.drop("new")


def test_a_pipe_is_not_waited_for(
    drafts: StretchDrafts, folder: Path, pipe_at: Callable[[Path], Path]
) -> None:
    pipe_at(folder / "new" / "draft.json")
    assert drafts.read("new") is None
    pipe_at(folder / "new" / PICTURE.file_name)
    drafts.keep("new", KEPT)
    assert drafts.read("new") == (KEPT, None)
    pipe_at(folder / "new" / PICTURE.file_name)
    drafts.keep("new", KEPT, PICTURE)
    assert drafts.read("new") == (KEPT, None)


def test_it_says_whether_it_is_kept(drafts: StretchDrafts, folder: Path) -> None:
    assert drafts.keep("new", KEPT)
    assert not StretchDrafts(folder / "new" / "draft.json").keep("new", KEPT)
