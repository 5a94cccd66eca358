from __future__ import annotations

import pytest

from supple.desk.task_list import LISTS, leave_out
from supple.desk.xcb import Display


@pytest.mark.usefixtures("x_display")
def test_a_window_is_marked_for_task_bars_to_pass_over() -> None:
    display = Display()
    assert leave_out(display.root) == ""
    marks = display.numbers(display.root, "_NET_WM_STATE")
    assert marks == tuple(map(display.atom, LISTS))
    assert all(marks)
    display.close()


@pytest.mark.usefixtures("no_desktop")
def test_without_a_display_it_says_why_not() -> None:
    assert leave_out(1) == "no X11 display"
