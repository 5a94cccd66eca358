from __future__ import annotations

import os
from pathlib import Path

import pytest

from supple.voice.output_names import MOST, OutputNames


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "outputs.json"


def test_an_output_is_named_also_after_it_has_gone(path: Path) -> None:
    OutputNames(path).learn([("rig", "Rig"), ("usb", "Headset")])
    OutputNames(path).learn([("rig", "Desk")])
    names = OutputNames(path)
    assert names.name("usb") == "Headset"
    assert names.name("rig") == "Desk"
    assert names.name("never seen") == ""
    assert [file.name for file in path.parent.iterdir()] == ["outputs.json"]


def test_the_earliest_are_forgotten_first(path: Path) -> None:
    names = OutputNames(path)
    names.learn([("first", "First")])
    names.learn([(str(number), "Other") for number in range(MOST - 1)])
    assert names.name("first") == "First"
    names.learn([("last", "Last")])
    assert names.name("first") == ""
    assert names.name("last") == "Last"


@pytest.mark.parametrize("content", [b"\xff", b"{", b"[]", b'{"rig": 3}', b"[" * 100_000])
def test_a_broken_file_is_done_without_and_mended(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    names = OutputNames(path)
    assert names.name("rig") == ""
    names.learn([("rig", "Rig")])
    assert names.name("rig") == "Rig"


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    names = OutputNames(tmp_path / "file" / "outputs.json")
    names.learn([("rig", "Rig")])
    assert names.name("rig") == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    names = OutputNames(path)
    assert names.name("rig") == ""
    names.learn([("rig", "Rig")])
    assert names.name("rig") == "Rig"
