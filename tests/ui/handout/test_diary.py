from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from supple.ui.handout.block import Block
from supple.ui.handout.diary import LINE, ROW, TICK, WIDE_ROW, Diary, Remarks
from supple.ui.handout.text import Fonts

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WIDTH = 511.0


@pytest.fixture
def fonts(family: str) -> Fonts:
    return Fonts(family)


def drawn(block: Block) -> QImage:
    image = QImage(540, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    block.paint(painter, 10, 10)
    painter.end()
    return image


def dark_runs(line: list[bool]) -> int:
    """How often the ink begins along a line."""
    return sum(now and not before for before, now in zip([False, *line], line, strict=False))


def test_each_of_fourteen_days_has_a_box_to_tick_and_two_to_write_in(fonts: Fonts) -> None:
    diary = Diary(DAYS, fonts, WIDTH)
    image = drawn(diary)
    bottom = 10 + diary.height

    def across(y: float) -> int:
        row = [image.pixelColor(x, round(y)).lightness() < 215 for x in range(76, 540)]
        return dark_runs(row)

    # Two frames of eight lines; in the first row a box more for each day, of two lines each.
    assert across(bottom - ROW / 2) == 16
    assert across(bottom - 1.5 * ROW) == 16
    assert across(bottom - 2.5 * ROW) == 16 + 2 * 14


def test_the_boxes_stay_inside_their_days(fonts: Fonts) -> None:
    assert TICK < ROW
    image = drawn(Diary(DAYS, fonts, WIDTH))
    right = max(
        x for x in range(540) for y in range(300) if image.pixelColor(x, y).lightness() < 215
    )
    assert right <= 10 + WIDTH


def test_there_is_a_line_to_write_on_for_each_remark(fonts: Fonts) -> None:
    remarks = Remarks(fonts, WIDTH, 3)
    assert remarks.height > 4 * LINE
    image = drawn(remarks)
    below = [image.pixelColor(500, y).lightness() < 215 for y in range(300)]
    assert dark_runs(below) == 4


def test_with_a_page_of_its_own_there_is_more_room_to_write(fonts: Fonts) -> None:
    usual, wide = Diary(DAYS, fonts, WIDTH), Diary(DAYS, fonts, WIDTH, row=WIDE_ROW)
    assert wide.height - usual.height == pytest.approx(3 * (WIDE_ROW - ROW))
