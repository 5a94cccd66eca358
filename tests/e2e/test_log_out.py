"""The real program when the system asks it to end in the middle of a session."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from supple.core.ended import Ended
from supple.store.opening import open_history
from supple.store.paths import Paths

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="there kill asks nobody"),
]
ROUTINE = {
    "format": 1,
    "stretches": [
        {
            "id": "fold",
            "name": "Fold",
            "position": "seated",
            "sides": "both",
            "difficulty": 1,
            "setup": ["Sit."],
            "hold_cue": "Lean.",
            "release_cue": "Up.",
            "dose": {"hold_s": 3, "prepare_s": 3, "sets": 9},
            "source": [{"document": "general practice"}],
        }
    ],
    "routines": [
        {
            "id": "folds",
            "name": "Folds",
            "steps": [{"stretch": "fold"}],
            "source": [{"document": "general practice"}],
        }
    ],
}


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_session_ends_as_stopped_and_keeps_what_was_held(
    name: str, no_signal_ignored: None, tmp_path: Path
) -> None:
    answers = {"first_run_done": True, "full_screen": False, "ask_pain": False}
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(json.dumps(answers))
    (tmp_path / "folds.json").write_text(json.dumps(ROUTINE))
    argv = ("--profile", str(tmp_path), "--routines", str(tmp_path / "folds.json"), "--mute")
    with subprocess.Popen(
        [sys.executable, "-m", "supple", *argv, "--start", "folds"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            wait_for_a_hold(tmp_path)
            process.send_signal(getattr(signal, name))
            said, _ = process.communicate(timeout=60)
        finally:
            process.kill()
    assert "Traceback" not in said
    assert process.returncode == 0
    opened = open_history(Paths.of(tmp_path), mend=True)
    assert opened.repaired == ()
    (session,) = opened.history.sessions()
    opened.history.close()
    assert session.ended is Ended.STOPPED
    assert session.held_s >= 3


def wait_for_a_hold(folder: Path) -> None:
    """Until the first hold is in the history."""
    paths = Paths.of(folder)
    for _ in range(600):
        if paths.history_db.exists():
            history = open_history(paths).history
            rows = history.sessions()
            history.close()
            if rows and rows[0].held_s >= 3:
                return
        time.sleep(0.1)
    raise AssertionError("nothing was held")
