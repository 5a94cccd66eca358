from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import package
import pytest

import supple


def test_the_version_is_the_programs() -> None:
    assert package.version() == supple.__version__


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert package.main(["rpm"]) == 2
    assert "'rpm'" in capsys.readouterr().err


@pytest.mark.parametrize("said", [b"no such backend", "no such backend", None])
def test_what_fails_says_why(
    said: bytes | str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_: object) -> None:
        raise subprocess.CalledProcessError(7, ["hatchling"], stderr=said)

    monkeypatch.setattr(package, "make", fails)
    assert package.main(["wheel"]) == 1
    told = capsys.readouterr().err
    assert "hatchling failed with 7." in told
    assert ("no such backend" in told) is (said is not None)


def test_the_wheel_can_be_made_anywhere() -> None:
    assert package.possible()[:2] == ("wheel", "app")


def test_the_checksum_is_that_of_the_content(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"content")
    assert package.checksum(path) == hashlib.sha256(b"content").hexdigest()


def test_a_wheel_alone_needs_no_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(package, "DIST", tmp_path)
    (wheel,) = package.make(["wheel"])
    assert wheel.is_file()
    assert [path.suffix for path in sorted(tmp_path.iterdir())] == [".whl", ".gz"]


def test_two_builds_of_the_wheel_give_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def built(name: str) -> dict[str, str]:
        folder = tmp_path / name
        monkeypatch.setattr(package, "DIST", folder)
        package.make_wheel()
        return {path.name: package.checksum(path) for path in folder.iterdir()}

    assert built("first") == built("second")
