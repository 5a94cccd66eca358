"""The report for the start benchmark."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.e2e
def test_the_first_paint_is_reported_and_the_program_leaves_by_itself(profile: Path) -> None:
    before = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-m", "supple", "--profile", str(profile)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "SUPPLE_BENCH": "first-paint"},
    )
    assert done.returncode == 0
    line = next(x for x in done.stderr.splitlines() if x.startswith("first-paint "))
    assert before < int(line.split()[1]) < time.monotonic_ns()
