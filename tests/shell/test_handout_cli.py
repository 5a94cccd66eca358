from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supple.shell.main import main

pytestmark = pytest.mark.usefixtures("qapp")


def handout(profile: Path, *words: str) -> int:
    return main(["handout", "--profile", str(profile), *words])


def test_a_sheet_is_written_and_told(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.pdf"
    assert handout(profile, "up-and-moving", "-o", str(path)) == 0
    assert path.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out == f"{path}: 1 page\n"


def test_a_file_of_another_kind_is_refused(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.txt"
    assert handout(profile, "up-and-moving", "-o", str(path)) == 1
    assert capsys.readouterr().err.endswith("sheet.txt is to end in .pdf: a sheet is a PDF.\n")
    assert not path.exists()


@pytest.mark.parametrize(("paper", "box"), [("a4", b"595"), ("letter", b"612")])
def test_the_paper_can_be_chosen(profile: Path, tmp_path: Path, paper: str, box: bytes) -> None:
    path = tmp_path / "sheet.pdf"
    assert handout(profile, "up-and-moving", "-o", str(path), "--paper", paper) == 0
    boxes = [line for line in path.read_bytes().splitlines() if b"/MediaBox" in line]
    assert boxes
    assert all(box in line for line in boxes)


def test_a_file_that_is_there_is_not_replaced_without_a_word(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"mine")
    assert handout(profile, "up-and-moving", "-o", str(path)) == 1
    assert path.read_bytes() == b"mine"
    assert "--yes" in capsys.readouterr().err
    assert handout(profile, "up-and-moving", "-o", str(path), "--yes") == 0
    assert path.read_bytes().startswith(b"%PDF-")


def test_what_the_answers_hold_back_can_be_made_for_others(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.pdf"
    assert handout(profile, "full-session", "-o", str(path)) == 1
    assert "--plain" in capsys.readouterr().err
    assert not path.exists()
    assert handout(profile, "full-session", "-o", str(path), "--plain") == 0


def test_an_unknown_routine_is_told_before_anything_is_written(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.pdf"
    assert handout(profile, "lying-dwn", "-o", str(path)) == 1
    assert "lying-down" in capsys.readouterr().err
    assert not path.exists()


def test_a_folder_that_is_not_there_is_told(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none" / "sheet.pdf"
    assert handout(profile, "up-and-moving", "-o", str(path)) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("lying-down",), ("lying-down", "-o", ""), ("-o", "x.pdf")])
def test_it_has_to_be_said_what_and_where(profile: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as left:
        handout(profile, *words)
    assert left.value.code == 2


def test_the_history_is_never_overwritten(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    assert main(["history", "list", "--profile", str(profile)]) == 0
    found = next(profile.rglob("*.db"))
    before = found.read_bytes()
    assert handout(profile, "up-and-moving", "-o", str(found), "--yes") == 1
    assert found.read_bytes()[:16] == before[:16]
    copy = tmp_path / "sheet.pdf"
    copy.write_bytes(before)
    assert handout(profile, "up-and-moving", "-o", str(copy), "--yes") == 1
    assert "Name another file" in capsys.readouterr().err
    assert copy.read_bytes() == before
