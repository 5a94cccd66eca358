from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget

from supple.core.snapshot import Snapshot
from supple.ui.look import Look
from supple.ui.session.frame import frame, scale_of
from supple.ui.session.top import Top

Make = Callable[..., Snapshot]


@pytest.fixture
def top(look: Look, host: QWidget) -> Top:
    made = Top(look, host)
    made.place(frame(1100, 760, 1.0, made.counter_width(1.0)))
    made.show()
    return made


def test_name_place_and_time(top: Top, snapshot: Make) -> None:
    top.show_snapshot(snapshot())
    assert top.name.text() == "Hamstring with strap"
    assert top.counter.text() == "1 of 6, 8:20 left"
    assert top.progress.shown == ((90.0, 60.0, 90.0, 75.0, 60.0, 60.0), 0, 0.3)
    assert top.progress.accessibleName() == "Session, 1 of 6, 8:20 left"


def test_before_the_first_snapshot_the_routine_has_the_word(top: Top) -> None:
    top.clear("Morning")
    assert top.name.text() == "Morning"
    assert top.counter.text() == ""


def test_a_note_takes_the_place_of_the_count(top: Top, snapshot: Make) -> None:
    usual = top.counter_width(1.0)
    top.set_note("Preview, not counted")
    top.clear("Morning")
    assert top.counter.text() == "Preview, not counted"
    top.show_snapshot(snapshot())
    assert top.counter.text() == "Preview, not counted, 8:20 left"
    assert top.counter_width(1.0) > usual


@pytest.mark.parametrize("size", [(760, 560), (1100, 760), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.2])
def test_a_long_name_ends_before_the_counter(
    top: Top, look: Look, snapshot: Make, size: tuple[int, int], text: float
) -> None:
    look.set_session_text_scale(text)
    name = "Half kneeling hip flexor stretch with the arm overhead and a side bend"
    top.show_snapshot(snapshot(title=name))
    top.place(frame(*size, text, top.counter_width(scale_of(*size))))
    metrics = QFontMetricsF(top.name.font())
    assert metrics.horizontalAdvance(top.name.text()) <= top.name.width()
    assert top.name.text() != ""
    assert top.name.accessibleName() == name
    assert top.name.geometry().right() < top.counter.geometry().left()


def test_the_longest_counter_fits(top: Top, look: Look) -> None:
    for scale in (0.69, 1.0, 1.42):
        font = look.font("counter", scale)
        metrics = QFontMetricsF(font)
        words = metrics.horizontalAdvance("88 of 88") + metrics.horizontalAdvance("8:88:88 left")
        assert words + 24 * scale <= top.counter_width(scale)


def test_within_one_second_only_the_bar_may_move(
    top: Top, snapshot: Make, qapp: QApplication, paint_log: type
) -> None:
    top.show_snapshot(snapshot())
    qapp.processEvents()
    logs = [paint_log(part) for part in (top.name, top.counter)]
    for part in range(30):
        top.show_snapshot(snapshot(session_left_s=500.0 - part / 31))
        qapp.processEvents()
    assert [log.count for log in logs] == [0, 0]
    top.show_snapshot(snapshot(session_left_s=499.0))
    qapp.processEvents()
    assert [log.count for log in logs] == [0, 1]
