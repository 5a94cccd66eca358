from __future__ import annotations

import sys
from pathlib import Path

import pytest

from supple.desk import program
from supple.desk.capability import Unavailable
from supple.desk.program import output


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_what_it_prints_in_plain_english_comes_back() -> None:
    assert output(python("import os; print(os.environ['LC_ALL'])")).strip() == "C"


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="there is no program"):
        output([str(tmp_path / "none")])


def test_a_failure_is_told_with_its_first_line() -> None:
    with pytest.raises(Unavailable, match=r"refused: no such key$"):
        output(python("import sys; sys.exit('no such key\\nmore')"))


def test_a_program_that_hangs_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "ANSWER_S", 0.2)
    with pytest.raises(Unavailable, match="does not answer"):
        output(python("import threading; threading.Event().wait()"))


def test_a_file_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no program")
    with pytest.raises(Unavailable, match="cannot be started"):
        output([str(tmp_path / "text")])
