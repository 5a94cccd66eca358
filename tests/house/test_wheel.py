"""What is installed from a wheel has to find its files as a checkout does."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, in a folder that can be imported from."""
    built = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = built.glob("*.whl")
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_every_resource_comes_along(installed: Path) -> None:
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert files
    missing = [
        path.name for path in files if not (installed / "supple" / path.relative_to(ROOT)).exists()
    ]
    assert missing == []


def test_tests_and_tools_stay_behind(installed: Path) -> None:
    assert {path.name.split("-")[0] for path in installed.iterdir()} == {"supple"}


def test_the_program_runs_on_what_the_wheel_brought(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "supple", "--profile", str(tmp_path / "p"), "routines", "list"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "desk-break" in done.stdout


def test_the_two_commands_point_at_something(installed: Path) -> None:
    (metadata,) = installed.glob("supple-*.dist-info")
    text = (metadata / "entry_points.txt").read_text(encoding="utf-8")
    assert "[gui_scripts]\nsupple = supple.shell.main:main" in text
    assert "[console_scripts]\nsupple-cli = supple.shell.main:main" in text
