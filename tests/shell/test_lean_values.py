from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LEAN = "from supple.shell import lean_values\nlean_values.begin()\n"
STAND = """
import copy, inspect, pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, fields, replace
from typing import Optional

@dataclass(frozen=True, slots=True)
class Hold:
    "A hold."
    name: str
    seconds: float = 20.0
    inner: "Optional[Hold]" = None

@dataclass(frozen=True, slots=True, order=True)
class At:
    hour: int
    minute: int = 0

@dataclass(frozen=True)
class Base:
    a: int = 1

@dataclass(frozen=True)
class Derived(Base):
    b: int = 2

@dataclass
class Loose:
    rows: list
    def __repr__(self):
        return "mine"

@dataclass(frozen=True, slots=True)
class Empty:
    "Nothing."

def said(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
"""
ASKED = """
hold, same = Hold("a", float("nan")), Hold("b")
for _ in range(2):
    said(lambda: (hold, At(7), Derived(), Loose([1]), Empty(), Hold("x", 1, Hold("y"))))
    said(lambda: (hold == hold, same == Hold("b"), same != Hold("c"), same == At(1), same == 3))
    said(lambda: (At(7) < At(8), Loose([1]) == Loose([1]), Empty() == Empty()))
    said(lambda: (Base() == Derived(), Derived() == Derived(1, 2), Derived() == Derived(1, 3)))
    said(lambda: (hash(At(7)) == hash((7, 0)), hash(Empty()) == hash(()), {same: 1}[Hold("b")]))
    said(lambda: hash(Hold([])))
    said(lambda: hash(Loose([])))
    for value in (same, Derived(), Empty()):
        said(lambda: setattr(value, "name", 1))
        said(lambda: setattr(value, "b", 1))
        said(lambda: delattr(value, "name"))
        said(lambda: delattr(value, "b"))
    said(lambda: (replace(same, name="z"), asdict(same), copy.copy(same), copy.deepcopy(same)))
    said(lambda: pickle.loads(pickle.dumps(same)))
    said(lambda: inspect.signature(Hold))
    for cls in (Hold, At, Base, Derived, Loose, Empty):
        own = [n for n in sorted(vars(cls)) if n not in ("__dict__", "__weakref__")]
        said(lambda: (own, [(f.name, f.type) for f in fields(cls)], cls.__doc__))
        methods = [getattr(cls, n) for n in ("__init__", "__repr__", "__eq__", "__setattr__")]
        said(lambda: [(m.__name__, m.__qualname__) for m in methods])
"""
pytestmark = pytest.mark.skipif(
    sys.version_info[:2] not in ((3, 11), (3, 12)), reason="nothing applies to this Python"
)


def _said(folder: Path, program: str) -> str:
    # A file, since what was pickled is looked for by its module.
    file = folder / "said.py"
    file.write_text(program, encoding="utf-8")
    done = subprocess.run([sys.executable, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_everything_of_a_value_is_as_ever(tmp_path: Path) -> None:
    plain = _said(tmp_path, STAND + ASKED)
    assert _said(tmp_path, LEAN + STAND + ASKED) == plain
    assert "FrozenInstanceError cannot assign to field 'name'" in plain


def test_a_method_is_made_when_it_is_called(tmp_path: Path) -> None:
    where = "print(Hold.__eq__.__code__.co_filename.rpartition('/')[2])\n"
    program = f"{LEAN}{STAND}{where}Hold('a') == Hold('b')\n{where}"
    assert _said(tmp_path, program).split() == ["lean_values.py", "<string>"]


def test_beginning_twice_is_beginning_once(tmp_path: Path) -> None:
    look = "import dataclasses\nfirst = dataclasses._create_fn\n"
    again = "lean_values.begin()\nprint(dataclasses._create_fn is first)\n"
    assert _said(tmp_path, LEAN + look + again) == "True\n"


def test_another_python_is_left_alone(tmp_path: Path) -> None:
    look = "import dataclasses, sys\nsys.version_info = (3, 13, 0)\nold = dataclasses._create_fn\n"
    after = "print(dataclasses._create_fn is old)\n"
    assert _said(tmp_path, look + LEAN + after) == "True\n"
