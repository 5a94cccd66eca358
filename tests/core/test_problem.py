"""A problem in one line, and many problems as one error."""

from __future__ import annotations

import pytest

from supple.core.problem import Problem, ProblemsFound, UserError


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("", "It is empty.", ""), "It is empty."),
        (Problem("a.b", "It is 3.", "Write 4."), "a.b: It is 3. Write 4."),
        (Problem("", "Gone.", "Look.", file="x.json"), "x.json: Gone. Look."),
        (
            Problem("a[0]", "Wrong.", "Mend.", file="x.json", line=3, column=7),
            "x.json:3:7: a[0]: Wrong. Mend.",
        ),
    ],
)
def test_a_problem_says_where_what_and_how(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_problems_found_is_one_error_with_all_of_them() -> None:
    problems = (Problem("a", "First.", ""), Problem("b", "Second.", ""))
    error = ProblemsFound(problems)
    assert isinstance(error, UserError)
    assert error.problems == problems
    assert str(error) == "a: First.\nb: Second."
    assert error.count == 2
    assert ProblemsFound(problems, 53).count == 53
