from __future__ import annotations

import pytest

from supple.core.paper import Paper, paper_of


@pytest.mark.parametrize("country", ["US", "us", "CA", "MX", "PH"])
def test_letter_is_at_home_in_north_america_and_where_it_was_taken_over(country: str) -> None:
    assert paper_of(country) is Paper.LETTER


@pytest.mark.parametrize("country", ["DE", "GB", "BR", "JP", "ZZ", ""])
def test_everybody_else_has_a4(country: str) -> None:
    assert paper_of(country) is Paper.A4


@pytest.mark.parametrize(
    ("paper", "width_mm", "height_mm"), [("a4", 210, 297), ("letter", 216, 279)]
)
def test_the_sizes_are_those_of_the_paper(paper: str, width_mm: int, height_mm: int) -> None:
    width, height = Paper(paper).size_pt
    assert round(width / 72 * 25.4) == width_mm
    assert round(height / 72 * 25.4) == height_mm


def test_people_know_them_by_name() -> None:
    assert [paper.label for paper in Paper] == ["A4", "Letter"]
