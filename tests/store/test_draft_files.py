from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.core.routine import DoseChange, Routine, RoutineStep
from supple.core.routine_draft import RoutineDraft
from supple.store.draft_files import LARGEST, DraftFiles

ROUTINE = Routine("evening", "Evening", (RoutineStep("strap", DoseChange(hold_s=20)),))
DRAFT = RoutineDraft.of(ROUTINE).named("Later")


@pytest.fixture
def files(tmp_path: Path) -> DraftFiles:
    return DraftFiles(tmp_path / "data" / "drafts")


def test_what_is_kept_comes_back(files: DraftFiles) -> None:
    files.keep("evening", DRAFT, ROUTINE)
    back = files.read("evening")
    assert back is not None
    assert back.draft.build() == DRAFT.build()
    assert back.fits(ROUTINE)


def test_a_new_one_has_a_place_of_its_own(files: DraftFiles) -> None:
    files.keep("", DRAFT.named("Nameless"), None)
    # Somebody may call a routine just so.
    files.keep("new", DRAFT, ROUTINE)
    new = files.read("")
    assert new is not None
    assert new.draft.name == "Nameless"
    assert set(files.ids()) == {"", "new"}


def test_the_latest_comes_first(files: DraftFiles, tmp_path: Path) -> None:
    files.keep("a", DRAFT, None)
    files.keep("b", DRAFT, None)
    folder = tmp_path / "data" / "drafts"
    os.utime(folder / "routine-a.json", (2e9, 2e9))
    assert files.ids() == ["a", "b"]


def test_what_is_dropped_is_gone_and_its_folder_with_the_last(
    files: DraftFiles, tmp_path: Path
) -> None:
    files.keep("a", DRAFT, None)
    files.keep("b", DRAFT, None)
    files.drop("a")
    assert files.read("a") is None
    assert files.ids() == ["b"]
    files.drop("b")
    assert not (tmp_path / "data" / "drafts").exists()
    files.drop("b")
    assert files.ids() == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b" " * (LARGEST + 1), b"[]", b'{"format": 2}'],
)
def test_a_spoiled_file_is_none(files: DraftFiles, tmp_path: Path, content: bytes) -> None:
    files.keep("a", DRAFT, None)
    (tmp_path / "data" / "drafts" / "routine-a.json").write_bytes(content)
    assert files.read("a") is None
    assert files.ids() == []
    files.drop("a")
    (aside,) = (tmp_path / "data" / "drafts").iterdir()
    assert (aside.name, aside.read_bytes()) == ("routine-a.json.unreadable", content)
    files.keep("a", DRAFT, None)
    assert files.read("a") is not None


def test_a_disk_that_refuses_stops_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    files = DraftFiles(blocked / "drafts")
    files.keep("a", DRAFT, None)
    assert files.read("a") is None
    assert files.ids() == []


def test_a_pipe_is_not_waited_for(
    files: DraftFiles, tmp_path: Path, pipe_at: Callable[[Path], Path]
) -> None:
    pipe_at(tmp_path / "data" / "drafts" / "routine-a.json")
    assert files.read("a") is None
    files.keep("a", DRAFT, None)
    assert files.ids() == ["a"]
    files.drop("a")
    assert files.ids() == []


def test_half_of_a_character_stops_nobody(files: DraftFiles) -> None:
    files.keep("a", DRAFT.named("Ada\ud83d"), None)
    kept = files.read("a")
    assert kept is not None
    assert kept.draft.name == "Ada"


def test_it_says_whether_it_is_kept(files: DraftFiles, tmp_path: Path) -> None:
    assert files.keep("evening", DRAFT, ROUTINE)
    blocked = DraftFiles(tmp_path / "data" / "drafts" / "routine-evening.json" / "in a file")
    assert not blocked.keep("evening", DRAFT, ROUTINE)
