"""What lacks a program is skipped on a person's machine, and fails where it was to be installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LACKING = """
import pytest

@pytest.mark.skipif(True, reason="needs the packages hen and egg")
def test_marked() -> None: ...

@pytest.fixture
def hen() -> None:
    pytest.skip("needs the package hen")

def test_by_a_fixture(hen: None) -> None: ...

@pytest.mark.skipif(True, reason="only on Tuesdays")
def test_of_another_system() -> None: ...
"""


@pytest.mark.parametrize(
    ("tools", "closing"), [("", "3 skipped in"), ("required", "1 skipped, 2 errors in")]
)
def test_a_skip_for_want_of_a_program_fails_where_it_is_required(
    tmp_path: Path, tools: str, closing: str
) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_lacking.py").write_text(LACKING)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        env={**os.environ, "SUPPLE_TEST_TOOLS": tools},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1].startswith(closing), done.stdout
    assert (done.returncode == 0) is (not tools)
