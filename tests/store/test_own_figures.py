"""Own figures as files: named as ours are not, bounded, and never overwritten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.store.own_figures import LARGEST, OwnFigures, is_name

PNG = b"\x89PNG\r\n\x1a\n..."
posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links as on Unix")


@pytest.fixture
def figures(tmp_path: Path) -> OwnFigures:
    return OwnFigures(tmp_path / "routines" / "figures")


def test_without_a_folder_there_are_none(figures: OwnFigures) -> None:
    assert figures.files() == {}
    with pytest.raises(FileNotFoundError):
        figures.read("own-heel.png")


def test_what_is_written_is_found_and_read(figures: OwnFigures) -> None:
    assert figures.put("own-heel.png", PNG)
    assert figures.put("own-calf-2.json", b'{"format": 1}')
    assert list(figures.files()) == ["own-calf-2.json", "own-heel.png"]
    assert figures.read("own-heel.png") == PNG


def test_another_content_has_another_stamp(figures: OwnFigures) -> None:
    figures.put("own-heel.png", PNG)
    first = figures.files()
    assert figures.files() == first
    figures.path("own-heel.png").write_bytes(PNG + b"more")
    assert figures.files() != first


@posix
def test_nobody_else_sees_them(figures: OwnFigures) -> None:
    figures.put("own-heel.png", PNG)
    assert figures.folder.stat().st_mode & 0o777 == 0o700
    assert figures.path("own-heel.png").stat().st_mode & 0o777 == 0o600


def test_the_same_again_is_nothing_new(figures: OwnFigures) -> None:
    figures.put("own-heel.png", PNG)
    assert not figures.put("own-heel.png", PNG)


def test_another_one_is_not_overwritten(figures: OwnFigures) -> None:
    figures.put("own-heel.png", PNG)
    with pytest.raises(UserError, match="another figure"):
        figures.put("own-heel.png", PNG + b"more")
    assert figures.read("own-heel.png") == PNG


@pytest.mark.parametrize(
    "name",
    [
        "heel.png",
        "own-.png",
        "own-heel.gif",
        "own-heel.PNG",
        "own-a--b.png",
        "../own-heel.png",
        "own-heel.png/x",
        "own-heel.png\n",
        f"own-{'a' * 61}.png",
        "",
    ],
)
def test_other_names_are_none_of_figures(figures: OwnFigures, name: str) -> None:
    assert not is_name(name)
    with pytest.raises(ValueError, match="file name"):
        figures.put(name, PNG)
    with pytest.raises(ValueError, match="file name"):
        figures.read(name)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("own-heel.png", b"GIF89a", "not a PNG"),
        ("own-heel.png", PNG + bytes(LARGEST[".png"]), "8 MB is the most"),
        ("own-heel.json", b" " * (LARGEST[".json"] + 1), "0.256 MB is the most"),
        ("own-heel.json", b"[1]", "not a drawn figure"),
        ("own-heel.json", b"\xff", "not a drawn figure"),
        ("own-heel.json", b"[" * 100_000, "not a drawn figure"),
    ],
)
def test_what_is_no_figure_is_refused(
    figures: OwnFigures, name: str, content: bytes, told: str
) -> None:
    with pytest.raises(UserError, match=told):
        figures.put(name, content)
    assert not figures.folder.exists()


def test_what_does_not_fit_is_not_there(figures: OwnFigures) -> None:
    figures.put("own-heel.png", PNG)
    (figures.folder / "notes.txt").write_text("mine")
    (figures.folder / "own-dir.png").mkdir()
    (figures.folder / "own-big.json").write_bytes(b" " * (LARGEST[".json"] + 1))
    assert list(figures.files()) == ["own-heel.png"]
    with pytest.raises(OSError, match="larger"):
        figures.read("own-big.json")
    with pytest.raises(OSError, match="not a file"):
        figures.read("own-dir.png")


def test_one_can_be_removed_twice(figures: OwnFigures) -> None:
    figures.put("own-heel.png", PNG)
    figures.remove("own-heel.png")
    figures.remove("own-heel.png")
    assert figures.files() == {}


def test_a_disk_that_refuses_is_told(figures: OwnFigures, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        figures.put("own-heel.png", PNG)
    assert list(figures.folder.iterdir()) == []
