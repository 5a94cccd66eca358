from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from supple import APP_ID
from supple.desk import menu_entry
from supple.desk.capability import Unavailable
from supple.desk.menu_entry import ENTRY, RECORD, MenuEntry, with_command

TEMPLATE = "[Desktop Entry]\nType=Application\nName=Supple\nExec=supple %f\nTryExec=supple\n"
ICON = f"icons/hicolor/48x48/apps/{APP_ID}.png"
KIND = f"mime/packages/{APP_ID}.xml"
FILES = {ENTRY: TEMPLATE.encode(), ICON: b"png", KIND: b"<mime/>"}
COMMAND = ("/opt/supple/supple",)

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="about Linux")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The desktop's tools that were called."""
    calls: list[list[str]] = []

    def called(command: list[str], wait_s: float) -> str:
        calls.append(command)
        return ""

    monkeypatch.setattr(menu_entry, "output", called)
    return calls


@pytest.fixture
def home(tmp_path: Path, told: list[list[str]]) -> Path:
    return tmp_path / "share"


def left(home: Path) -> set[str]:
    return {str(p.relative_to(home)) for p in home.rglob("*")} if home.exists() else set()


def test_every_file_is_put_in_its_place(home: Path) -> None:
    assert MenuEntry(home).install(FILES, COMMAND) == ()
    assert (home / ICON).read_bytes() == b"png"
    assert (home / KIND).read_bytes() == b"<mime/>"
    lines = (home / ENTRY).read_text().splitlines()
    assert "Exec=/opt/supple/supple %f" in lines
    assert lines.count("TryExec=/opt/supple/supple") == 1
    assert MenuEntry(home).is_there()


def test_the_desktop_is_told_of_what_is_there(home: Path, told: list[list[str]]) -> None:
    MenuEntry(home).install(FILES, COMMAND)
    assert told == [
        ["update-mime-database", str(home / "mime")],
        ["update-desktop-database", "-q", str(home / "applications")],
    ]


def test_a_list_of_icons_is_made_anew_where_there_is_one(home: Path, told: list[list[str]]) -> None:
    cache = home / "icons/hicolor/icon-theme.cache"
    cache.parent.mkdir(parents=True)
    cache.touch()
    MenuEntry(home).install(FILES, COMMAND)
    assert told[-1] == ["gtk-update-icon-cache", "-q", "-t", "-f", str(cache.parent)]


def test_a_tool_that_is_missing_is_told_and_stops_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(command: list[str], wait_s: float) -> str:
        raise Unavailable(f"there is no program {command[0]}")

    monkeypatch.setattr(menu_entry, "output", missing)
    late = MenuEntry(home).install(FILES, COMMAND)
    assert late[0] == "there is no program update-mime-database"
    assert (home / ENTRY).exists()


def test_removing_takes_away_all_that_was_written(home: Path) -> None:
    MenuEntry(home).install(FILES, COMMAND)
    removed = MenuEntry(home).remove()
    assert {str(p.relative_to(home)) for p in removed.gone} == set(FILES)
    assert removed.kept == ()
    assert left(home) == set()
    assert not MenuEntry(home).is_there()


def test_removing_takes_away_nothing_else(home: Path) -> None:
    others = (home / "applications/other.desktop", home / "icons/hicolor/48x48/apps/other.png")
    for other in others:
        other.parent.mkdir(parents=True)
        other.write_text("theirs")
    (home / "supple").mkdir()
    (home / "supple/history.db").write_text("mine")
    before = left(home)
    MenuEntry(home).install(FILES, COMMAND)
    MenuEntry(home).remove()
    assert left(home) == before


def test_what_a_person_changed_is_kept_and_told(home: Path) -> None:
    MenuEntry(home).install(FILES, COMMAND)
    (home / ENTRY).write_text("[Desktop Entry]\nName=My Supple\n")
    removed = MenuEntry(home).remove()
    assert removed.kept == (home / ENTRY,)
    assert "My Supple" in (home / ENTRY).read_text()
    assert not (home / ICON).exists()


def test_removing_twice_finds_nothing(home: Path) -> None:
    MenuEntry(home).install(FILES, COMMAND)
    MenuEntry(home).remove()
    again = MenuEntry(home).remove()
    assert (again.gone, again.kept) == ((), ())


def test_what_somebody_else_put_there_is_not_overwritten(home: Path) -> None:
    (home / ENTRY).parent.mkdir(parents=True)
    (home / ENTRY).write_text("[Desktop Entry]\nName=Theirs\n")
    with pytest.raises(Unavailable, match="was not written by Supple"):
        MenuEntry(home).install(FILES, COMMAND)
    assert "Theirs" in (home / ENTRY).read_text()
    assert not (home / ICON).exists()
    assert not (home / RECORD).exists()


def test_a_newer_version_takes_the_place_of_an_older_one(home: Path) -> None:
    old = {**FILES, "icons/hicolor/22x22/apps/old.png": b"old"}
    MenuEntry(home).install(old, COMMAND)
    MenuEntry(home).install({**FILES, ICON: b"newer"}, ("/opt/new/supple",))
    assert (home / ICON).read_bytes() == b"newer"
    assert "Exec=/opt/new/supple %f" in (home / ENTRY).read_text()
    assert not (home / "icons/hicolor/22x22/apps/old.png").exists()
    MenuEntry(home).remove()
    assert left(home) == set()


@linux
def test_what_was_cut_short_can_be_done_again_or_removed(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".xml":
            raise Unavailable("the disk is full")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    with monkeypatch.context() as patch:
        patch.setattr(menu_entry, "write_bytes", full)
        with pytest.raises(Unavailable, match="full"):
            MenuEntry(home).install(FILES, COMMAND)
    assert (home / ICON).exists()
    MenuEntry(home).install(FILES, COMMAND)
    assert (home / KIND).exists()
    MenuEntry(home).remove()
    assert left(home) == set()


@pytest.mark.parametrize(
    "record",
    [
        "no json",
        "[]",
        '{"files": 3, "folders": []}',
        '{"files": {"../../x": "1"}, "folders": []}',
        '{"files": {}, "folders": ["/etc"]}',
        '{"files": {}, "folders": ["."]}',
    ],
)
def test_a_record_that_cannot_be_trusted_removes_nothing(home: Path, record: str) -> None:
    MenuEntry(home).install(FILES, COMMAND)
    (home / RECORD).write_text(record)
    with pytest.raises(Unavailable, match="remove it"):
        MenuEntry(home).remove()
    assert (home / ENTRY).exists()


def test_the_record_says_what_was_written(home: Path) -> None:
    MenuEntry(home).install(FILES, COMMAND)
    record = json.loads((home / RECORD).read_text())
    assert set(record["files"]) == set(FILES)


def test_the_words_stand_as_an_entry_wants_them() -> None:
    entry = with_command(TEMPLATE, ("/opt/my apps/50%", "--profile", "/a/b"))
    assert 'Exec="/opt/my apps/50%%" --profile /a/b %f\n' in entry
    assert "TryExec=/opt/my apps/50%\n" in entry
    assert "Exec=supple" not in entry


def test_debians_checker_is_content_with_odd_names(tmp_path: Path) -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("needs the package desktop-file-utils")
    path = tmp_path / "odd.desktop"
    path.write_text(with_command(TEMPLATE, ('/opt/my apps/50% "best" $off/supple',)))
    done = subprocess.run(
        ["desktop-file-validate", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that a package put there for everybody, with its entry."""
    program = tmp_path / "usr/bin/supple"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    entry = tmp_path / "usr/share" / ENTRY
    entry.parent.mkdir(parents=True)
    entry.write_text(TEMPLATE)
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setenv("XDG_DATA_DIRS", f"/nowhere:{tmp_path / 'usr/share'}")
    return program


@linux
def test_the_entry_of_a_package_is_found(program: Path, tmp_path: Path) -> None:
    assert menu_entry.for_everybody((str(program),)) == tmp_path / "usr/share" / ENTRY


@linux
@pytest.mark.parametrize("line", ["Exec=other %f", 'Exec="open', "Name=none"])
def test_an_entry_of_another_program_is_not_ours(program: Path, tmp_path: Path, line: str) -> None:
    (tmp_path / "usr/share" / ENTRY).write_text(f"[Desktop Entry]\n{line}\n")
    assert menu_entry.for_everybody((str(program),)) is None


@linux
def test_the_self_test_says_where_it_stands(
    home: Path, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    assert menu_entry.check().reason == "none (see: desktop install)"
    monkeypatch.setattr(menu_entry, "this_program", lambda: (str(program),))
    assert menu_entry.check().reason == f"by {tmp_path / 'usr/share' / ENTRY}"
    MenuEntry().install(FILES, COMMAND)
    assert menu_entry.check().reason == f"by {home / ENTRY}"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_say_why_not(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(Unavailable, match="only desktops on Linux"):
        MenuEntry()
