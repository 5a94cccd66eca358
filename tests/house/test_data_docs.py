"""The page about the person's files names the folders and files that the program uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from supple.store.paths import APP, Paths

PAGE = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def column(system: str) -> list[str]:
    """The folders for data, settings, cache and logs as the table has them."""
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in PAGE.split("\n## ")[0].splitlines()
        if line.startswith("|")
    ]
    at = rows[0].index(system)
    assert [row[0] for row in rows[2:]] == ["data", "settings", "cache", "logs"]
    return [row[at] for row in rows[2:]]


def test_the_folders_are_those_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in XDG:
        monkeypatch.delenv(name, raising=False)
    for system, kind in (("Linux", Unix), ("macOS", MacOS)):
        dirs = kind(APP, appauthor=False)
        used = (dirs.user_data_dir, dirs.user_config_dir, dirs.user_cache_dir, dirs.user_log_dir)
        home = str(Path.home())
        assert column(system) == [folder.replace(home, "~", 1) for folder in used]


def test_every_file_of_the_data_folder_is_told() -> None:
    paths = Paths(*(Path(name) for name in ("data", "settings", "cache", "logs")))
    named = (
        *(paths.routines_dir, paths.drafts_dir, paths.history_db, paths.backups_dir),
        *(paths.runs_dir, paths.unsaved_dir, paths.settings_file, paths.log_file),
    )
    rows = re.findall(r"^\| (data|settings|logs) (`.+?) \|", PAGE, re.MULTILINE)
    told = {(where, name.rstrip("/")) for where, names in rows for name in _names(names)}
    assert {(path.parts[0], path.name) for path in named} <= told


def _names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_what_is_removed_is_every_folder_of_linux() -> None:
    (line,) = re.findall(r"rm -r (.+)", PAGE)
    removed = line.split()
    assert all(
        any(f"{folder}/".startswith(f"{gone}/") for gone in removed) for folder in column("Linux")
    )
