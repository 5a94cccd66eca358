from __future__ import annotations

import subprocess
import sys

LEAN = """
import builtins, sys
finders = list(sys.meta_path)
from supple.shell import lean_qt
lean_qt.load()
"""
WAITS = """
for name in lean_qt.LATER:
    print("_waits" in vars(sys.modules[name]))
"""


def _said(program: str) -> str:
    run = [sys.executable, "-c", program]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_texts_of_signatures_need_waits() -> None:
    assert _said(LEAN + WAITS).split() == ["True"] * 4


def test_a_wrong_call_is_told_as_ever() -> None:
    call = """
from PySide6.QtCore import QRect, QTimer
try:
    QRect(1, 2, "wide", 4)
except TypeError as error:
    print(error)
print(QTimer.start.__doc__)
"""
    whole = "import sys\nimport PySide6.QtCore\n"
    assert _said(LEAN + call) == _said(whole + call)
    assert "QRect.__init__(left: int, top: int, width: int, height: int" in _said(LEAN + call)


def test_imports_are_left_alone_afterwards() -> None:
    look = """
import linecache
import supple.core.routine
from PySide6 import QtWidgets
print(builtins.__import__.__name__, sys.meta_path == finders)
print([name for name in linecache.cache if "routine" in name])
"""
    assert _said(LEAN + look).split() == ["__lazy_import__", "True", "[]"]


def test_it_does_nothing_where_pyside_is_there_already() -> None:
    there = "import builtins, PySide6.QtCore\nimported = builtins.__import__\n"
    look = (
        "from supple.shell import lean_qt\nlean_qt.load()\nprint(builtins.__import__ is imported)"
    )
    assert _said(there + look) == "True\n"
