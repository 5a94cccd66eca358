from __future__ import annotations

import subprocess
import sys

TRIED = """
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from supple.shell.opened_files import OpeningApplication

app = OpeningApplication(["supple"])
send = QCoreApplication.sendEvent
print(send(app, QFileOpenEvent("/early.supple")))
app.give_to(lambda path: print("took", path))
send(app, QFileOpenEvent("/late.supple"))
send(app, QFileOpenEvent(QUrl("https://example.org/x")))
send(app, QEvent(QEvent.Type.LanguageChange))
"""
"""A process of its own: there is one application in each."""


def test_what_comes_early_waits_and_what_comes_late_is_taken_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRIED], capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["True", "took /early.supple", "took /late.supple"]
    assert done.returncode == 0, done.stderr
