from __future__ import annotations

import os
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.store.paths import Paths, make_folder


def every_place(paths: Paths) -> list[Path]:
    names = [n for n in dir(Paths) if isinstance(getattr(Paths, n), property)]
    assert {"routines_dir", "history_db", "settings_file", "voice_cache", "log_file"} <= set(names)
    return [getattr(paths, n) for n in names] + [paths.data, paths.config, paths.cache, paths.logs]


def test_a_profile_holds_every_file(tmp_path: Path) -> None:
    places = every_place(Paths.of(tmp_path / "p"))
    assert all(place.is_relative_to(tmp_path / "p") for place in places)
    assert len(set(places)) == len(places)


def test_a_relative_profile_stays_where_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = Paths.of(Path("p"))
    monkeypatch.chdir("/")
    assert paths.history_db.is_relative_to(tmp_path / "p")


def test_naming_places_makes_nothing(tmp_path: Path) -> None:
    every_place(Paths.of(tmp_path / "p"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="XDG folders are a Unix habit")
def test_without_a_profile_the_systems_places_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    paths = Paths.of(None)
    assert paths.data == tmp_path / "DATA" / "supple"
    assert paths.settings_file == tmp_path / "CONFIG" / "supple" / "settings.json"
    assert paths.voice_cache == tmp_path / "CACHE" / "supple" / "voice"
    assert paths.log_file.is_relative_to(tmp_path / "STATE")


def test_a_folder_is_made_with_its_parents_for_this_user_only(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "a" / "b")
    assert folder.is_dir()
    assert make_folder(folder) == folder
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0
        assert folder.parent.stat().st_mode & 0o077 == 0


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    with pytest.raises(UserError, match=r"data is a file.*--profile"):
        make_folder(tmp_path / "data")
    with pytest.raises(UserError, match=r"cannot be made.*--profile"):
        make_folder(tmp_path / "data" / "deeper")
    assert (tmp_path / "data").read_text() == "mine"


def test_a_read_only_home_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(UserError, match=r"Permission denied.*writable.*--profile") as told:
        make_folder(tmp_path / "data")
    assert str(tmp_path / "data") in str(told.value)
