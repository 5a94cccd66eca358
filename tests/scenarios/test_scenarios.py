"""Weeks with the program, written so that a physiotherapist can read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.scenarios.ada import Ada
from tests.scenarios.reader import read

FILES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.fixture
def ada(qapp: QApplication, tmp_path: Path) -> Iterator[Ada]:
    one = Ada(tmp_path / "profile")
    yield one
    one.close()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_program_answers_as_written(ada: Ada, path: Path) -> None:
    wrong: list[str] = []
    for moment in read(path):
        ada.be_at(moment.at)
        for act in moment.acts:
            ada.do(act.text)
            for what, expected, line in act.answers:
                said = ada.answer(what, expected)
                if said != expected:
                    wrong.append(f"{path.name}:{line}: {what}: {said!r}, not {expected!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tuesday 1 June 2026, 20:00", "that day is a Monday"),
        ("Monday 1 June 2026, 20:00\nMonday 1 June 2026, 19:00", "time goes on"),
        ("  does something", "list index out of range"),
    ],
)
def test_a_scenario_that_makes_no_sense_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        read(path)


def test_an_answer_that_is_wrong_is_found(ada: Ada, tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text("Monday 1 June 2026, 20:00\n  sees\n    > level: 3\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="level: '1', not '3'"):
        test_the_program_answers_as_written(ada, path)
