from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.desk.autostart import Entry
from supple.desk.autostart_linux import DesktopEntry, autostart_folder, quoted
from supple.desk.capability import Unavailable

SYSTEM_PYTHON = "/usr/bin/python3"
ODD = ('/home/me/my apps/50% $off/Supple`s "best".AppImage', "--profile", "a\\b", "")


@pytest.fixture
def place(tmp_path: Path) -> DesktopEntry:
    return DesktopEntry(tmp_path / "autostart" / "supple.desktop")


@pytest.fixture
def text(place: DesktopEntry, tmp_path: Path) -> str:
    place.write(("/opt/supple", "--tray"))
    return (tmp_path / "autostart" / "supple.desktop").read_text()


def test_it_is_a_desktop_entry(text: str) -> None:
    lines = text.splitlines()
    assert lines[0] == "[Desktop Entry]"
    fields = dict(line.split("=", 1) for line in lines[1:])
    assert fields["Exec"] == "/opt/supple --tray"
    assert fields["TryExec"] == "/opt/supple"
    assert (fields["Type"], fields["Name"], fields["Terminal"]) == (
        *("Application", "Supple", "false"),
    )
    assert fields["X-GNOME-Autostart-enabled"] == "true"


def test_a_desktop_reads_the_words_that_were_written(place: DesktopEntry, tmp_path: Path) -> None:
    """GLib does it as GNOME and others do."""
    read = """
import json, sys
from gi.repository import GLib
file = GLib.KeyFile()
file.load_from_file(sys.argv[1], GLib.KeyFileFlags.NONE)
words = GLib.shell_parse_argv(file.get_string("Desktop Entry", "Exec"))[1]
print(json.dumps([words, file.get_string("Desktop Entry", "TryExec")]))
"""
    probe = [SYSTEM_PYTHON, "-c", "from gi.repository import GLib"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(probe, check=False).returncode:
        pytest.skip("needs the package python3-gi")
    place.write(ODD)
    file = tmp_path / "autostart" / "supple.desktop"
    done = subprocess.run(
        [SYSTEM_PYTHON, "-c", read, str(file)], capture_output=True, text=True, check=True
    )
    words, program = json.loads(done.stdout)
    assert [word.replace("%%", "%") for word in words] == list(ODD)
    assert program == ODD[0]


@pytest.mark.parametrize("command", [("/opt/supple",), ODD])
def test_what_is_written_is_read(place: DesktopEntry, command: tuple[str, ...]) -> None:
    assert place.read() is None
    place.write(command)
    assert place.read() == Entry(place.line(command))


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_a_desktop_switched_off_is_off(
    line: str, place: DesktopEntry, text: str, tmp_path: Path
) -> None:
    (tmp_path / "autostart" / "supple.desktop").write_text(
        text.replace("X-GNOME-Autostart-enabled=true", line)
    )
    entry = place.read()
    assert entry is not None
    assert not entry.enabled
    place.write(("/opt/supple",))
    assert place.read() == Entry("/opt/supple")


def test_it_is_removed(place: DesktopEntry, text: str) -> None:
    place.remove()
    place.remove()
    assert place.read() is None


def test_a_file_of_something_else_starts_nothing(place: DesktopEntry, tmp_path: Path) -> None:
    (tmp_path / "autostart").mkdir()
    (tmp_path / "autostart" / "supple.desktop").write_bytes(b"\xff\x00")
    assert place.read() == Entry("")


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/opt/supple", "/opt/supple"),
        ("--start=x", "--start=x"),
        ("/my apps/x", '"/my apps/x"'),
        ("50%", "50%%"),
        ("a$b", r'"a\\$b"'),
        ('a"b', r'"a\\"b"'),
        ("a`b", r'"a\\`b"'),
        ("a\\b", r'"a\\\\b"'),
        ("", '""'),
    ],
)
def test_words_are_quoted_after_the_standard(word: str, written: str) -> None:
    assert quoted(word) == written


@given(st.text().filter(str.isprintable))
def test_every_word_comes_back_as_it_was(word: str) -> None:
    """Read as desktops do: first the escapes of every text, then quotes, then percent signs."""
    entry = quoted(word).replace("\\\\", "\\")
    if entry.startswith('"'):
        assert entry.endswith('"')
        entry = re.sub(r'\\(["`$\\])', r"\1", entry[1:-1])
    else:
        assert shlex.split(entry) == [entry]
    assert entry.replace("%%", "%") == word


def test_a_line_break_is_refused() -> None:
    with pytest.raises(Unavailable, match="line break"):
        quoted("/a\n/b")


def test_the_folder_is_the_desktops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert autostart_folder() == tmp_path / "autostart"
    monkeypatch.setenv("XDG_CONFIG_HOME", "not/absolute")
    assert autostart_folder() == Path.home() / ".config" / "autostart"
