from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from supple.core.handout import Handout
from supple.ui.handout.head import Continued, Head, StopBox, warning
from supple.ui.handout.text import Fonts

WIDTH = 511.0


@pytest.fixture
def content(sheet_of: Callable[[str], Handout]) -> Handout:
    return sheet_of("back-care-pair")


def test_a_long_name_takes_more_lines_and_leaves_room_for_whose_it_is(
    content: Handout, family: str
) -> None:
    fonts = Fonts(family)
    long = replace(content, title="Everything for the back of both legs in the morning")
    assert Head(long, fonts, WIDTH).height > Head(content, fonts, WIDTH).height + 20


def test_a_note_and_a_summary_take_room_only_where_there_are_some(
    content: Handout, family: str
) -> None:
    fonts = Fonts(family)
    noted = replace(content, note="The holds are those of your plan today.")
    bare = replace(content, summary="")
    plain = Head(content, fonts, WIDTH).height
    assert Head(bare, fonts, WIDTH).height < plain < Head(noted, fonts, WIDTH).height


def test_the_words_about_stopping_fit_into_their_frame(family: str) -> None:
    fonts = Fonts(family)
    assert StopBox(fonts, 300).height > StopBox(fonts, WIDTH).height > 40


def test_later_pages_begin_with_the_name(family: str) -> None:
    assert Continued("Back-care pair", Fonts(family), WIDTH).height > 0


def test_the_sign_has_its_point_above_and_is_hollow(qapp: object) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    warning(painter, 0, 0, 40)
    painter.end()

    def dark(y: int) -> list[int]:
        return [x for x in range(40) if image.pixelColor(x, y).lightness() < 128]

    above, below = dark(6), dark(36)
    assert max(above) - min(above) < 14 < max(below) - min(below)
    assert image.pixelColor(14, 30).lightness() > 200
