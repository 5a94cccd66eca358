from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.desk.capability import Unavailable
from supple.desk.idle_windows import WindowsIdle, ticks_between


def test_counts_become_seconds() -> None:
    source = WindowsIdle(lambda: (1_000, 91_500))
    assert source.seconds() == 90.5
    source.close()


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**31))
def test_a_count_that_begins_again_is_no_leap(then: int, passed: int) -> None:
    assert ticks_between(then, (then + passed) % 2**32) == passed


@pytest.mark.skipif(sys.platform == "win32", reason="about the other systems")
def test_other_systems_are_told_so() -> None:
    with pytest.raises(Unavailable, match="only for Windows"):
        WindowsIdle().seconds()
