from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.shell import screenshots


def test_the_wanted_pictures_are_written(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    assert screenshots.main([str(folder), "11-keys-light", "08-settings-voice-light"]) == 0
    drawn = sorted(path.name for path in folder.iterdir())
    assert drawn == ["08-settings-voice-light.png", "11-keys-light.png"]
    assert capsys.readouterr().out == "08-settings-voice-light\n11-keys-light\n"


def test_a_name_that_no_picture_has_is_told(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert screenshots.main([str(tmp_path), "nosuch", "either"]) == 2
    assert "no picture with nosuch or either in its name" in capsys.readouterr().err


@pytest.mark.parametrize("args", [[], ["a", "--all"], ["--help"]])
def test_wrong_usage_is_told(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert screenshots.main(args) == 2
    assert "Usage" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert screenshots.main([str(tmp_path / "file" / "folder")]) == 1
    assert "Choose a folder" in capsys.readouterr().err
