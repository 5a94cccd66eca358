"""Hours of breaks and sessions on a clock moved by hand: nothing is left of one when it is over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform != "linux", reason="reads memory as Linux shows it"),
]
HOURS = 3
MOST_GROWTH = 0.05


@pytest.mark.timeout(300)
def test_what_hours_of_breaks_and_sessions_leave_is_nothing(tmp_path: Path) -> None:
    script = Path(__file__).with_name("hours.py")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "profile"), str(HOURS)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    *hours, end = (json.loads(line) for line in done.stdout.splitlines() if line.startswith("{"))
    assert len(hours) == HOURS
    # One of ten minutes' work and four or so of stretching after the other.
    assert end == {"kept": hours[-1]["sessions"], "finished": hours[-1]["sessions"]}
    assert hours[-1]["prompts"] == hours[-1]["sessions"] >= 4 * HOURS
    # In the first two everything is built that is built when it is needed.
    first, last = hours[1], hours[-1]
    for what in ("files", "threads", "timers", "objects"):
        assert last[what] <= first[what], what
    assert last["mb"] <= first["mb"] * (1 + MOST_GROWTH)
