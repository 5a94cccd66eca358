from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.session_keys import KeyMap, key_map
from supple.ui.look import Look
from supple.ui.session import then
from supple.ui.session.then import ThenRow


@pytest.fixture
def row(look: Look, qtbot: QtBot) -> ThenRow:
    made = ThenRow(look)
    qtbot.addWidget(made)
    made.resize(1036, 46)
    made.show()
    return made


def _inked(row: ThenRow, look: Look) -> list[int]:
    """The columns in which something is drawn."""
    image = row.grab().toImage()
    ground = look.theme.color("bg")
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]


def test_what_comes_then(row: ThenRow) -> None:
    row.show_then("rest, then the left leg again")
    assert row.text() == "Then rest, then the left leg again"
    row.show_then("")
    assert row.text() == ""


def test_who_is_ready_need_not_wait(row: ThenRow, look: Look) -> None:
    row.show_then("hold for 30 seconds")
    waiting = _inked(row, look)[-1]
    row.show_then("hold for 30 seconds", waiting=True)
    assert _inked(row, look)[-1] > row.width() - 20
    row.show_then("cross your left ankle over your right knee, and then " * 2, waiting=True)
    crowded = row.grab().toImage()
    row.show_then("cross your left ankle over your right knee, and then " * 2)
    assert row.grab().toImage() == crowded
    row.show_then("hold for 30 seconds")
    assert _inked(row, look)[-1] == waiting


def test_how_to_go_on(row: ThenRow, look: Look) -> None:
    row.show_pause()
    assert row.text() == "Press Space to go on"
    assert _inked(row, look)


@pytest.mark.parametrize("width", [400, 716, 1036])
def test_long_text_stays_inside_and_clear_of_the_notice(
    row: ThenRow, look: Look, width: int
) -> None:
    row.resize(width, 46)
    row.show_then("cross your left ankle over your right knee, " * 3)
    assert _inked(row, look)[-1] < width
    row.show_notice("No sound")
    inked = _inked(row, look)
    gaps = [b - a for a, b in pairwise(inked)]
    assert inked[-1] < width
    assert max(gaps) >= 12


def test_a_notice_goes_by_itself(
    row: ThenRow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(then, "NOTICE_MS", 5)
    row.show_notice("No sound: read the captions")
    assert row.notice == "No sound: read the captions"
    qtbot.waitUntil(lambda: row.notice == "", timeout=2000)


def test_the_same_again_paints_nothing(row: ThenRow, qapp: QApplication, paint_log: type) -> None:
    row.show_then("hold for 30 seconds")
    qapp.processEvents()
    log = paint_log(row)
    for _ in range(5):
        row.show_then("hold for 30 seconds")
        qapp.processEvents()
    assert log.count == 0


def test_the_keys_are_those_that_were_taught(row: ThenRow, look: Look) -> None:
    row.show_pause()
    usual = row.grab().toImage()
    row.set_keys(key_map(["pause Right", "next PgDown"]))
    assert row.text() == "Press right arrow to go on"
    assert row.grab().toImage() != usual
    row.show_then("hold for 30 seconds", waiting=True)
    assert _inked(row, look)[-1] > row.width() - 20
    taught = row.grab().toImage()
    row.set_keys(KeyMap())
    assert row.grab().toImage() != taught
    assert row.text() == "Then hold for 30 seconds"


@pytest.mark.parametrize("width", [900, 1206])
def test_a_notice_does_not_cut_what_comes_next(
    row: ThenRow, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    drawn: list[tuple[str, float]] = []

    class Metrics(QFontMetricsF):
        def elidedText(self, text: str, mode: Qt.TextElideMode, room: float, flags: int = 0) -> str:
            drawn.append((super().elidedText(text, mode, room, flags), room))
            return drawn[-1][0]

    monkeypatch.setattr(then, "QFontMetricsF", Metrics)
    row.set_scale(1.4)
    row.resize(width, 64)
    row.show_then("hold for 30 seconds")
    row.grab()
    row.show_notice("No sound output can be opened. The words stay on the screen.")
    row.grab()
    (alone, all_of_it), (beside, less) = drawn
    assert alone == beside == "hold for 30 seconds"
    assert less < all_of_it, "the notice has its place"
