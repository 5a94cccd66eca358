from __future__ import annotations

import sys
from pathlib import Path

import pytest

from supple.desk import autostart
from supple.desk.autostart import Autostart, Entry, State, this_program
from supple.desk.capability import Check, Unavailable

COMMAND = ("/opt/supple", "--tray")


class Place:
    """Keeps the entry in memory."""

    name = "folder"

    def __init__(self, entry: Entry | None = None, refuses: str = "") -> None:
        self.entry = entry
        self.refuses = refuses
        self.written = 0

    def read(self) -> Entry | None:
        if self.refuses:
            raise Unavailable(self.refuses)
        return self.entry

    def line(self, command: tuple[str, ...]) -> str:
        return " ".join(command)

    def write(self, command: tuple[str, ...]) -> None:
        self.written += 1
        self.entry = Entry(self.line(command))

    def remove(self) -> None:
        self.entry = None


OURS = Entry("/opt/supple --tray")
MOVED = Entry("/old/supple --tray")
SWITCHED_OFF = Entry("/opt/supple --tray", enabled=False)


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (None, State(False, False, "not switched on")),
        (OURS, State(True, True, "by the folder")),
        (MOVED, State(True, False, "another program is started: /old/supple --tray")),
        (SWITCHED_OFF, State(False, True, "switched off in the settings of the desktop")),
    ],
)
def test_how_it_stands_is_told(entry: Entry | None, state: State) -> None:
    assert Autostart(COMMAND, Place(entry)).state() == state


@pytest.mark.parametrize("entry", [None, OURS, MOVED, SWITCHED_OFF])
def test_switching_works_from_every_state(entry: Entry | None) -> None:
    place = Place(entry)
    start = Autostart(COMMAND, place)
    start.turn(True)
    assert start.state() == State(True, True, "by the folder")
    start.turn(False)
    assert place.entry is None


@pytest.mark.parametrize(
    ("on", "before", "after", "changed"),
    [
        (True, None, OURS, True),
        (True, OURS, OURS, False),
        (True, MOVED, OURS, True),
        (True, SWITCHED_OFF, SWITCHED_OFF, False),
        (False, None, None, False),
        (False, OURS, None, True),
        (False, MOVED, None, True),
        (False, SWITCHED_OFF, None, True),
    ],
)
def test_each_start_mends_it(
    on: bool, before: Entry | None, after: Entry | None, changed: bool
) -> None:
    place = Place(before)
    assert Autostart(COMMAND, place).keep(on) is changed
    assert place.entry == after


def test_what_the_desktop_switched_off_stays_off_even_when_the_program_moved() -> None:
    place = Place(Entry("/old/supple", enabled=False))
    assert not Autostart(COMMAND, place).keep(True)
    assert place.written == 0


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("APPIMAGE", "FLATPAK_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.usefixtures("bare")
def test_the_script_beside_the_python_is_what_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    assert this_program("--tray") == (str(tmp_path / "python"), "-m", "supple", "--tray")
    (tmp_path / "supple").touch()
    assert this_program("--tray") == (str(tmp_path / "supple"), "--tray")


@pytest.mark.usefixtures("bare")
def test_a_link_to_a_python_elsewhere_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").touch()
    (tmp_path / "python").symlink_to(tmp_path / "real")
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    assert this_program()[0] == str(tmp_path / "python")


@pytest.mark.usefixtures("bare")
def test_a_program_in_one_file_is_what_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "Supple"))
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert this_program() == (str(tmp_path / "Supple"),)
    monkeypatch.setenv("APPIMAGE", "/home/me/Supple.AppImage")
    assert this_program("--tray") == ("/home/me/Supple.AppImage", "--tray")


@pytest.mark.usefixtures("bare")
def test_windows_gets_no_console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("sys.executable", str(tmp_path / "python.exe"))
    (tmp_path / "pythonw.exe").touch()
    assert this_program() == (str(tmp_path / "pythonw.exe"), "-m", "supple")
    (tmp_path / "supple.exe").touch()
    assert this_program() == (str(tmp_path / "supple.exe"),)


@pytest.mark.usefixtures("bare")
def test_inside_a_flatpak_it_says_why_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLATPAK_ID", "org.example.Supple")
    with pytest.raises(Unavailable, match="Flatpak"):
        this_program()
    assert not autostart.check().ok


def test_what_runs_now_can_be_started() -> None:
    assert Path(this_program()[0]).is_absolute()
    assert Path(this_program()[0]).exists()


@pytest.mark.parametrize(
    ("platform", "name"),
    [("win32", "Run key"), ("darwin", "launch agent"), ("linux", "autostart folder")],
)
def test_each_system_has_its_place(
    platform: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    place = autostart._of_this_system()
    monkeypatch.undo()
    assert place.name == name


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("place", "check"),
    [
        (Place(), Check("start at log-in", True, "off")),
        (Place(OURS), Check("start at log-in", True, "on: /opt/supple --tray")),
        (Place(SWITCHED_OFF), Check("start at log-in", True, "off: /opt/supple --tray")),
        (Place(refuses="no"), Check("start at log-in", False, "no")),
    ],
)
def test_how_it_stands_is_a_line_of_the_self_test(
    place: Place, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autostart, "_of_this_system", lambda: place)
    assert autostart.check() == check


def test_nothing_heavy_is_imported_for_it() -> None:
    assert "PySide6" not in (Path(autostart.__file__).read_text())
    assert sys.modules["supple.desk.autostart"] is autostart
