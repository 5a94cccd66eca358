from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.progress import SessionProgress

BLOCKS = (100.0, 50.0, 50.0)


@pytest.fixture
def bar(look: Look, qtbot: QtBot) -> SessionProgress:
    made = SessionProgress(look)
    qtbot.addWidget(made)
    made.resize(412, 12)
    made.show()
    return made


def _filled(bar: SessionProgress, look: Look, token: str = "ink") -> list[bool]:
    """Whether the middle row is filled at 50, 150, 256, 350 pixels."""
    image = bar.grab().toImage()
    return [image.pixelColor(x, 6) == look.theme.color(token) for x in (50, 150, 256, 350)]


def test_pieces_are_as_wide_as_their_stretches_are_long(bar: SessionProgress, look: Look) -> None:
    bar.show_progress(BLOCKS, 3, 1.0)
    image = bar.grab().toImage()
    gaps = [x for x in range(412) if image.pixelColor(x, 6) == look.theme.color("bg")]
    assert gaps == [*range(200, 206), *range(306, 312)]


@pytest.mark.parametrize(
    ("block", "fraction", "filled"),
    [
        (0, 0.0, [False, False, False, False]),
        (0, 0.5, [True, False, False, False]),
        (1, 0.0, [True, True, False, False]),
        (1, 0.9, [True, True, True, False]),
        (2, 1.0, [True, True, True, True]),
    ],
)
def test_what_is_done_is_filled(
    bar: SessionProgress, look: Look, block: int, fraction: float, filled: list[bool]
) -> None:
    bar.show_progress(BLOCKS, block, fraction)
    assert _filled(bar, look) == filled


def test_pieces_may_each_be_done_in_part(bar: SessionProgress, look: Look) -> None:
    bar.show_shares(BLOCKS, (0.0, 1.0))
    assert _filled(bar, look) == [False, False, True, False]
    bar.show_shares(BLOCKS, (0.5, 0.0, 1.0))
    assert _filled(bar, look) == [True, False, False, True]
    bar.show_progress(BLOCKS, 0, 0.0)
    assert not any(_filled(bar, look))


def test_the_summary_shows_it_in_teal(bar: SessionProgress, look: Look) -> None:
    bar.show_progress(BLOCKS, 2, 1.0)
    bar.set_token("primary")
    assert all(_filled(bar, look, "primary"))


def test_it_is_painted_only_when_it_moves_by_a_pixel(
    bar: SessionProgress, qapp: QApplication, paint_log: type
) -> None:
    bar.show_progress(BLOCKS, 0, 0.5)
    qapp.processEvents()
    log = paint_log(bar)
    for step in range(30):
        bar.show_progress(BLOCKS, 0, 0.5 + step / 30 / 100)
        qapp.processEvents()
    assert log.count <= 3


def test_a_screen_reader_finds_text_that_does_not_speak_up(bar: SessionProgress) -> None:
    bar.tell("2 of 6, 5:00 left")
    told = QAccessible.queryAccessibleInterface(bar)
    assert told.role() == QAccessible.Role.StaticText
    assert told.text(QAccessible.Text.Name) == "Session, 2 of 6, 5:00 left"


def test_a_session_without_seconds_is_still_drawn(bar: SessionProgress) -> None:
    bar.show_progress((0.0,), 0, 1.0)
    assert not bar.grab().isNull()
    assert bar.shown == ((0.0,), 0, 1.0)
