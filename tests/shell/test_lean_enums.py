from __future__ import annotations

import os
import subprocess
import sys

import pytest

LEAN = "from supple.shell import lean_enums\nlean_enums.begin()\n"
ALL = """
import enum
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

seen = set()

def tell(cls, where):
    print(where, cls.__mro__, cls.__qualname__, cls.__module__, len(cls), list(cls))
    for name in sorted(vars(cls)):
        value = vars(cls)[name]
        if isinstance(value, cls):
            value = repr(value), str(value), type(value.value), list(vars(value).items())
        print(" ", name, type(value) if callable(value) else value)

def walk(inside, where):
    for name in sorted(dir(inside)):
        found = getattr(inside, name, None)
        if not isinstance(found, type) or found in seen:
            continue
        seen.add(found)
        if isinstance(found, enum.EnumType):
            tell(found, f"{where}.{name}")
        elif found.__module__.startswith("PySide6"):
            walk(found, f"{where}.{name}")

for module in (QtCore, QtGui, QtSvg, QtWidgets):
    walk(module, module.__name__)
"""
USED = """
import copy, enum, pickle
from PySide6.QtCore import Qt

key = Qt.Key(0x41)
print(key, repr(key), Qt.Key["Key_A"] is key, Qt.Key.Key_A is key, hash(key), key.name, key.value)
print(key in Qt.Key, len(Qt.Key), pickle.loads(pickle.dumps(key)) is key, copy.deepcopy(key) is key)
for wrong in (lambda: Qt.Key(-5), lambda: Qt.Key["no"], lambda: setattr(Qt.Key, "Key_A", 1),
              lambda: delattr(Qt.Key, "Key_A"), lambda: setattr(key, "value", 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
"""
OTHERS = """
import enum

def told(what):
    try:
        made = what()
        print(list(made), made.__module__, made.__qualname__, sorted(vars(made)))
    except Exception as error:
        print(type(error).__name__, error)

told(lambda: enum.Enum("A", "x y"))
told(lambda: enum.Enum("A", ["x", "y"], start=4))
told(lambda: enum.Enum("A", {"x": 1, "y": "two"}))
told(lambda: enum.Enum("A", [("x", 1), ("y", 1), ("z", -2)], module="m", qualname="q.A"))
told(lambda: enum.Enum("A", [("name", 1), ("value", 2)]))
told(lambda: enum.IntEnum("A", [("real", 1), ("x", True)]))
told(lambda: enum.Enum("A", [("x", 1), ("x", 2)]))
told(lambda: enum.Enum("A", [("mro", 1)]))
told(lambda: enum.Enum("A", [("_x", 1), ("__y__", 2)]))
told(lambda: enum.Enum("A", [("_sunder_", 1)]))
told(lambda: enum.Enum("A", []))
told(lambda: enum.Enum("A", [("x", 1)], type=str))
told(lambda: enum.Enum("A", [(1, 2)]))
told(lambda: enum.Flag("A", [("x", 1), ("y", 2), ("z", 3)]))
told(lambda: enum.IntFlag("A", "x y"))
"""


def _said(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_enum_of_qt_is_as_ever() -> None:
    plain = _said(ALL)
    assert _said(LEAN + ALL) == plain
    assert "PySide6.QtCore.Qt.Key (" in plain
    assert "PySide6.QtWidgets.QSizePolicy.Policy (" in plain


@pytest.mark.parametrize("what", [USED, OTHERS], ids=["used", "others"])
def test_what_can_be_done_with_an_enum_is_as_ever(what: str) -> None:
    assert _said(LEAN + what) == _said(what)


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="nothing applies to this Python")
def test_only_plain_enums_are_made_another_way() -> None:
    look = """
import enum
made = []
old = lean_enums._create
lean_enums._create = lambda base, name, *rest: made.append(name) or old(base, name, *rest)
enum.Enum("Plain", [("x", 1), ("y", 2)])
enum.IntEnum("Whole", [("x", 1)])
enum.Flag("Bits", [("x", 1)])
enum.Enum("Words", [("x", "one")])
print(made)
"""
    assert _said(LEAN + look) == "['Plain', 'Whole']\n"


def test_another_python_is_left_alone() -> None:
    look = "import enum, sys\nsys.version_info = (3, 13, 0)\nold = enum.EnumType._create_\n"
    after = "print(enum.EnumType._create_ is old)\n"
    assert _said(look + LEAN + after) == "True\n"


def test_beginning_twice_is_beginning_once() -> None:
    look = "import enum\nfirst = enum.EnumType._create_\n"
    again = "lean_enums.begin()\nprint(enum.EnumType._create_ is first)\n"
    assert _said(LEAN + look + again) == "True\n"
