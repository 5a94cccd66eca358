from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from supple.desk.autostart import Entry
from supple.desk.autostart_macos import LABEL, LaunchAgent

COMMAND = ("/Applications/My Supple.app/Contents/MacOS/Supple", "--tray")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "LaunchAgents" / f"{LABEL}.plist"


def test_it_is_a_launch_agent_of_the_desktop(file: Path) -> None:
    LaunchAgent(file).write(COMMAND)
    values = plistlib.loads(file.read_bytes())
    assert values["Label"] == LABEL
    assert values["ProgramArguments"] == list(COMMAND)
    assert values["RunAtLoad"] is True
    assert values["LimitLoadToSessionType"] == "Aqua"
    assert "KeepAlive" not in values


def test_what_is_written_is_read_and_removed(file: Path) -> None:
    place = LaunchAgent(file)
    assert place.read() is None
    place.write(COMMAND)
    assert place.read() == Entry(place.line(COMMAND))
    place.remove()
    place.remove()
    assert place.read() is None


def test_one_that_was_switched_off_is_off(file: Path) -> None:
    place = LaunchAgent(file)
    place.write(COMMAND)
    values = plistlib.loads(file.read_bytes())
    file.write_bytes(plistlib.dumps({**values, "Disabled": True}))
    assert place.read() == Entry(place.line(COMMAND), enabled=False)


@pytest.mark.parametrize(
    "data", [b"", b"no list", b"<plist><dict></dict></plist>", plistlib.dumps({"Label": "x"})]
)
def test_a_file_that_cannot_be_read_is_not_ours(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    assert LaunchAgent(file).read() == Entry("a file that cannot be read")
