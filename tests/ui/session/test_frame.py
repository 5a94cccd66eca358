from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from supple.ui.session.frame import Frame, frame, scale_of

SIZES = [(760, 560), (1100, 760), (1280, 1024), (1920, 1080), (2560, 1440), (3840, 2160)]


def _rows(f: Frame) -> list[QRect]:
    return [f.title, f.progress, f.band, f.stage, f.cue, f.then, f.controls]


def test_the_designs_own_size() -> None:
    f = frame(1100, 760, 1.0, 230)
    assert f.scale == 1.0
    assert f.progress == QRect(32, 66, 1036, 12)
    assert f.band == QRect(0, 92, 1100, 84)
    assert f.stage == QRect(32, 192, 652, 352)
    assert f.ring == QRect(716, 192, 352, 352)
    assert f.cue == QRect(32, 544, 1036, 78)
    assert f.then == QRect(32, 622, 1036, 46)
    assert f.controls == QRect(0, 680, 1100, 80)
    assert f.words


def test_the_smallest_window_keeps_icons_only() -> None:
    f = frame(760, 560, 1.0, 160)
    assert f.scale == pytest.approx(0.69, abs=0.01)
    assert not f.words
    assert f.controls.height() == 68


def test_the_scale_has_limits() -> None:
    assert scale_of(300, 200) == 0.69
    assert scale_of(20000, 20000) == 2.6


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.1, 1.2])
def test_nothing_lies_over_anything_else(size: tuple[int, int], text: float) -> None:
    f = frame(*size, text, 200)
    rows = _rows(f)
    for above, below in pairwise(rows):
        assert above.bottom() < below.top()
    assert not f.stage.intersects(f.ring)
    assert not f.title.intersects(f.counter)
    whole = QRect(0, 0, *size)
    assert all(whole.contains(rect) for rect in [*rows, f.ring, f.counter, f.body])


def test_larger_text_takes_its_room_from_the_stage() -> None:
    one, two = frame(1100, 760, 1.0, 200), frame(1100, 760, 1.2, 200)
    assert (two.band.height(), two.cue.height(), two.then.height()) == (101, 94, 55)
    assert two.controls == one.controls
    assert one.stage.height() - two.stage.height() == 13 + 17 + 16 + 9


def test_more_width_goes_to_the_stage() -> None:
    narrow, wide = frame(1100, 760, 1.0, 200), frame(1500, 760, 1.0, 200)
    assert wide.ring.size() == narrow.ring.size()
    assert wide.stage.width() - narrow.stage.width() == 400


@given(st.integers(760, 5000), st.integers(560, 3000))
def test_the_ring_is_a_circle_beside_a_stage_at_least_as_wide(width: int, height: int) -> None:
    f = frame(width, height, 1.0, 160)
    assert f.ring.width() == f.ring.height()
    assert f.stage.width() >= f.ring.width()
    assert f.stage.top() <= f.ring.top()
    assert f.ring.bottom() <= f.stage.bottom()
