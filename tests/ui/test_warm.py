from __future__ import annotations

import subprocess
import sys

COST = """
import PySide6.QtWidgets
from PySide6.QtWidgets import QApplication
from supple.ui import warm

app = QApplication([])
before = len(app.allWidgets())
warm.scrolling()
warm.choices()
print(sorted({"QListView", "QComboBox"} - set(vars(PySide6.QtWidgets))))
print(len(app.allWidgets()) - before)
"""


def test_the_classes_are_made_and_nothing_is_left_of_them() -> None:
    run = [sys.executable, "-c", COST]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    missing, left = done.stdout.splitlines()
    assert (missing, left) == ("[]", "0")
