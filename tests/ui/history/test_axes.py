from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from supple.ui.history.axes import Frame, frame_of, months_at, named_at, nice_top
from supple.ui.look import Look


@pytest.mark.parametrize(
    ("value", "top"), [(0, 10), (10, 10), (11, 20), (47, 60), (61, 80), (1000, 1000), (1001, 1500)]
)
def test_scales_end_at_round_numbers(value: float, top: float) -> None:
    assert nice_top(value) == top


@given(st.floats(0, 10080))
def test_every_week_fits_its_scale_and_fills_a_fair_part(minutes: float) -> None:
    top = nice_top(minutes)
    assert minutes <= top
    assert top == 10 or minutes > top / 3
    assert top / 2 == int(top / 2)


@given(st.floats(30, 90))
def test_a_value_is_drawn_between_its_neighbours(value: float) -> None:
    frame = Frame(QRectF(20, 10, 200, 100), 30, 90)
    assert frame.y(30) == 110
    assert frame.y(90) == 10
    assert frame.y(90) <= frame.y(value) <= frame.y(30)


def test_labels_get_their_room(look: Look) -> None:
    short = frame_of(look, 240, 150, ["5"], 0, 10)
    long = frame_of(look, 240, 150, ["1000"], 0, 10)
    assert long.plot.left() > short.plot.left()
    assert short.plot.right() == 240
    assert short.plot.bottom() < 150


def test_each_name_stands_once_where_it_begins() -> None:
    assert named_at([(1, "a"), (2, "a"), (3, "b"), (4, "a")]) == [(1, "a"), (3, "b"), (4, "a")]
    assert named_at([]) == []


def test_months_are_named_where_they_begin() -> None:
    assert months_at([(1, 8), (2, 8), (3, 9), (4, 10)]) == [(1, "Aug"), (3, "Sep"), (4, "Oct")]
