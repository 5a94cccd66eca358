"""The import contracts are only worth something if breaking one is seen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
LINT = "from importlinter.cli import lint_imports_command as run; run()"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Our rooms and modules with nothing in them, and our contracts."""
    for path in APP.rglob("*.py"):
        empty = tmp_path / path.relative_to(ROOT)
        empty.parent.mkdir(parents=True, exist_ok=True)
        empty.touch()
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    return tmp_path


def broken_contracts(house: Path) -> set[str]:
    """The names of the contracts that the linter calls broken."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house / "app"), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return set(re.findall(r"^(.*) BROKEN$", done.stdout, re.MULTILINE))


def test_an_empty_house_keeps_every_contract(house: Path) -> None:
    assert broken_contracts(house) == set()


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("core", "from PySide6.QtCore import QObject", "The core imports no Qt"),
        ("core", "import sqlite3", "The core imports no Qt"),
        ("core", "def f() -> None:\n    import time", "The core imports no Qt"),
        ("core", "from supple.play import clock", "Imports go one way"),
        ("voice", "from supple import store", "Imports go one way"),
        ("desk", "import supple.shell", "Imports go one way"),
        ("figure", "import supple.ui", "Imports go one way"),
        ("ui", "import supple.store", "The window draws"),
        ("ui", "import sqlite3", "The window draws"),
        ("store", "from PySide6.QtCore import QStandardPaths", "Files, the voice's worker"),
        ("store", "from urllib.request import urlopen", "Nothing speaks to the network"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(
    house: Path, room: str, line: str, contract: str
) -> None:
    (house / "app" / "supple" / room / "bad.py").write_text(line + "\n")
    (broken,) = broken_contracts(house)
    assert broken.startswith(contract)
