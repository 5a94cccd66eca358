from __future__ import annotations

import builtins
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

import pytest

from supple.shell.support_code import kept_code

SOURCE = b"answer = 42"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept.code"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Any, ...]]]:
    """Every real compilation."""
    calls: list[tuple[Any, ...]] = []
    real = builtins.compile

    def count(*args: Any, **more: Any) -> Any:
        calls.append(args)
        return real(*args, **more)

    monkeypatch.setattr(builtins, "compile", count)
    yield calls
    assert builtins.compile is count


def answer(source: bytes = SOURCE, name: str = "support.py") -> object:
    values: dict[str, object] = {}
    exec(compile(source, name, "exec"), values)
    return values["answer"]


def test_a_module_is_compiled_once(file: Path, compiled: list[Any]) -> None:
    for _ in range(3):
        with kept_code(file):
            assert answer() == 42
    assert len(compiled) == 1


def test_other_source_or_another_name_is_compiled(file: Path, compiled: list[Any]) -> None:
    with kept_code(file):
        assert answer() == 42
    with kept_code(file):
        assert answer(b"answer = 43") == 43
        assert answer(name="other.py") == 42
    assert len(compiled) == 3
    with kept_code(file):
        assert (answer(), answer(b"answer = 43")) == (42, 43)
    assert len(compiled) == 3


def test_what_is_no_module_is_left_to_python(file: Path) -> None:
    with kept_code(file):
        assert eval(compile("6 * 7", "sum", "eval")) == 42
        assert compile(SOURCE, "support.py", "exec", dont_inherit=True) is not None
    assert not file.exists()


@pytest.mark.parametrize("spoiled", [b"", b"x", MAGIC_NUMBER, MAGIC_NUMBER + b"\0", b"old!code"])
def test_a_spoiled_file_is_made_anew(file: Path, compiled: list[Any], spoiled: bytes) -> None:
    file.write_bytes(spoiled)
    for _ in range(2):
        with kept_code(file):
            assert answer() == 42
    assert len(compiled) == 1


def test_an_error_leaves_compile_as_it_was(file: Path, compiled: list[Any]) -> None:
    with pytest.raises(SyntaxError), kept_code(file):
        compile(b"answer =", "support.py", "exec")


def test_nothing_is_written_where_python_writes_no_code(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    with kept_code(file):
        assert answer() == 42
    assert not file.exists()


def test_a_folder_that_is_not_there_is_no_error(file: Path) -> None:
    with kept_code(file.parent / "none" / "kept.code"):
        assert answer() == 42


def test_pyside_comes_from_it(file: Path) -> None:
    code = (
        "import sys; sys.dont_write_bytecode = False; from pathlib import Path;"
        "from supple.shell.support_code import kept_code;"
        "file = Path(sys.argv[1]);"
        "\nwith kept_code(file): import PySide6.QtCore"
        "\nprint(file.stat().st_size, PySide6.QtCore.qVersion())"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert said[0] == said[1]
    assert int(said[0].split()[0]) > 10_000
