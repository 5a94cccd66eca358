from __future__ import annotations

import pytest

from supple.core.broken import LONGEST, BrokenFile, ExcerptLine, excerpt
from supple.core.problem import Problem

TEXT = [f"line {n}" for n in range(1, 10)]


def test_the_excerpt_marks_the_wrong_line() -> None:
    shown = excerpt(TEXT, 4)
    assert [line.number for line in shown] == [2, 3, 4, 5, 6]
    assert [line.number for line in shown if line.wrong] == [4]
    assert shown[2].text == "line 4"


@pytest.mark.parametrize(("line", "numbers"), [(1, [1, 2, 3]), (9, [7, 8, 9])])
def test_the_excerpt_ends_with_the_file(line: int, numbers: list[int]) -> None:
    assert [shown.number for shown in excerpt(TEXT, line)] == numbers


@pytest.mark.parametrize("line", [0, -1, 10])
def test_a_line_that_is_not_there_has_no_excerpt(line: int) -> None:
    assert excerpt(TEXT, line) == ()


def test_long_lines_are_cut_and_tabs_spread() -> None:
    assert excerpt(["\ta" + "b" * 500], 1) == (
        ExcerptLine(1, ("    a" + "b" * 500)[:LONGEST], wrong=True),
    )


@pytest.mark.parametrize("path", ["/home/me/evening.json", r"C:\me\evening.json", "evening.json"])
def test_the_name_is_without_the_folder(path: str) -> None:
    assert BrokenFile(path, ()).name == "evening.json"


def test_the_line_is_the_first_one_known() -> None:
    whole = Problem("", "Too deep.", "")
    at_line = Problem("routines[0]", "No name.", "Add one.", "evening.json", 14, 3)
    assert BrokenFile("evening.json", (whole, at_line)).line == 14
    assert BrokenFile("evening.json", (whole,)).line == 0


def test_details_name_the_file_and_every_problem() -> None:
    at_line = Problem("routines[0]", "No name.", "Add one.", "evening.json", 14, 3)
    assert BrokenFile("/x/evening.json", (at_line,)).details == (
        "/x/evening.json\nevening.json:14:3: routines[0]: No name. Add one."
    )
