from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from supple.ui.handout.text import BODY, STRONG, Edge, Fonts, Text, Type

BLACK = Type(10, 14, 600, "#000000")


@pytest.fixture
def fonts(family: str) -> Fonts:
    return Fonts(family)


def inked(text: Text) -> list[tuple[int, int]]:
    """Where there is ink, in whole points."""
    image = QImage(300, 120, QImage.Format.Format_Grayscale8)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    text.paint(painter, 20, 20)
    painter.end()
    return [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 128
    ]


def test_a_line_takes_its_height_and_as_much_as_it_says(fonts: Fonts) -> None:
    short, long = (fonts.text(t, BODY, 500) for t in ("Hold", "Hold your leg up, knee straight"))
    assert short.height == long.height == BODY.line
    assert 0 < short.width < long.width < 500


def test_a_text_is_broken_where_the_column_ends(fonts: Fonts) -> None:
    text = fonts.text("Hold your leg up, knee straight, and breathe", BODY, 90)
    assert text.height == pytest.approx(3 * BODY.line)
    assert text.width <= 90


def test_a_word_that_is_longer_than_the_column_is_broken_too(fonts: Fonts) -> None:
    text = fonts.text("W" * 60, BODY, 80)
    assert text.height > 4 * BODY.line
    assert text.width <= 80


def test_smaller_letters_take_less(fonts: Fonts) -> None:
    whole, less = fonts.text("Hold", BODY, 90), fonts.scaled(0.5).text("Hold", BODY, 90)
    assert less.height == whole.height / 2
    assert less.width == pytest.approx(whole.width / 2, rel=0.05)


def test_nothing_is_drawn_outside_the_place_it_was_measured_for(fonts: Fonts) -> None:
    text = fonts.text("Äpyg hold your leg up", BLACK, 70)
    ink = inked(text)
    assert ink
    assert all(20 <= x <= 20 + text.width + 1 for x, _ in ink)
    assert all(20 <= y <= 20 + text.height + 1 for _, y in ink)


def test_what_is_marked_stands_beside_its_mark(fonts: Fonts) -> None:
    edge = Edge(width=120, indent=40)
    text = fonts.marked("1.", BLACK, "Hold your leg up, and breathe", BLACK, edge)
    ink = inked(text)
    first = [x for x, y in ink if y < 20 + BLACK.line]
    later = [x for x, y in ink if y >= 20 + BLACK.line]
    assert text.height >= 2 * BLACK.line
    assert min(first) < 20 + 10
    assert not [x for x in first if 32 < x < 20 + 40]
    assert min(later) >= 20 + 40 - 1
    assert max(later) <= 20 + 120


def test_an_empty_text_draws_nothing(fonts: Fonts) -> None:
    assert not inked(fonts.text("", BLACK, 90))


def test_without_our_font_the_systems_own_is_used(qapp: object) -> None:
    assert Fonts("").text("Hold", STRONG, 90).width > 0
