from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from supple import APP_ID
from supple.core.problem import UserError
from supple.shell import desktop_cli
from supple.shell.main import main

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="about Linux")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "nobody"))
    return folder


def entry(home: Path) -> Path:
    return home / "applications" / f"{APP_ID}.desktop"


def test_what_ships_is_all_that_a_desktop_asks_for() -> None:
    names = set(desktop_cli.files())
    assert f"applications/{APP_ID}.desktop" in names
    assert f"mime/packages/{APP_ID}.xml" in names
    assert f"icons/hicolor/48x48/apps/{APP_ID}.png" in names
    assert f"icons/hicolor/scalable/apps/{APP_ID}.svg" in names
    assert {name.split("/")[0] for name in names} == {"applications", "mime", "icons"}


def test_it_is_put_there_and_taken_away(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desktop", "install"]) == 0
    assert str(entry(home)) in capsys.readouterr().out
    text = entry(home).read_text()
    command = next(line[5:] for line in text.splitlines() if line.startswith("Exec="))
    assert command.endswith(" %f")
    assert Path(command.split()[0].strip('"')).is_absolute()
    assert main(["desktop", "remove"]) == 0
    assert "files removed" in capsys.readouterr().out
    assert not entry(home).exists()


def test_the_program_that_is_named_starts(home: Path) -> None:
    """Asked as a desktop would, without any of our environment."""
    assert main(["desktop", "install"]) == 0
    text = entry(home).read_text()
    command = next(line[5:] for line in text.splitlines() if line.startswith("Exec="))
    words = ["--version" if word == "%f" else word for word in command.split()]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env={"LANG": "C"})
    assert done.stdout.startswith("supple ")


def test_it_opens_the_profile_it_was_made_with(home: Path, tmp_path: Path) -> None:
    assert main(["--profile", str(tmp_path / "p"), "desktop", "install"]) == 0
    assert f"--profile {tmp_path / 'p'} %f" in entry(home).read_text()


def test_removing_nothing_is_fine(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desktop", "remove"]) == 0
    assert "nothing in the menu" in capsys.readouterr().out


def test_what_was_changed_is_kept_and_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["desktop", "install"])
    entry(home).write_text("mine")
    assert main(["desktop", "remove"]) == 1
    assert f"{entry(home)} was changed since and is kept." in capsys.readouterr().err
    assert entry(home).read_text() == "mine"


def test_an_entry_of_somebody_else_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry(home).parent.mkdir(parents=True)
    entry(home).write_text("theirs")
    assert main(["desktop", "install"]) == 1
    told = capsys.readouterr().err
    assert "The menu was not changed" in told
    assert str(entry(home)) in told


def test_a_packages_entry_is_enough(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = tmp_path / "usr.desktop"
    monkeypatch.setattr(desktop_cli, "for_everybody", lambda command: shared)
    assert main(["desktop", "install"]) == 0
    assert "for everybody" in capsys.readouterr().out
    assert not home.exists()


def test_a_flatpak_says_why_not(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLATPAK_ID", APP_ID)
    options = desktop_cli.Options()
    options.action = "install"
    with pytest.raises(UserError, match="Flatpak"):
        desktop_cli.run(options)
