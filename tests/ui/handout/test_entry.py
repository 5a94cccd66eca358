from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from supple.core.handout import Entry, Handout
from supple.core.routine import Side
from supple.figure.port import FigureView
from supple.ui.handout.entry import EntryBlock, arrow
from supple.ui.handout.text import Fonts

WIDTH = 511.0


class Watching:
    """Keeps what it was asked to paint, and where."""

    def __init__(self) -> None:
        self.painted: list[tuple[QRectF, FigureView]] = []

    def ids(self) -> frozenset[str]:
        return frozenset()

    def paint(self, painter: QPainter, rect: QRectF, view: FigureView) -> None:
        self.painted.append((rect, view))

    def description(self, figure: str) -> str:
        return ""

    def place(self, rect: QRectF, view: FigureView, part: str) -> tuple[float, float] | None:
        return None

    def cycles(self, figure: str) -> bool:
        return False

    def version(self, figure: str) -> str:
        return ""


@pytest.fixture
def entry(sheet_of: Callable[[str], Handout]) -> Entry:
    return sheet_of("back-care-pair").entries[0]


def painted(entry: Entry, family: str, *, still: bool = False) -> Watching:
    watching = Watching()
    look = FigureView("", skin=2, hair=1)
    block = EntryBlock(entry, Fonts(family), WIDTH, watching, look, still=still)
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    block.paint(painter, 10, 10)
    painter.end()
    return watching


def test_the_start_stands_left_of_the_stretch(entry: Entry, family: str) -> None:
    (first, start), (second, end) = painted(entry, family).painted
    assert first.right() < second.left()
    assert (start.phase, end.phase) == (0.0, 1.0)
    assert start.glow == 0.0 < end.glow
    assert {start.figure, end.figure} == {entry.figure}


def test_it_is_the_persons_own_figure_on_white(entry: Entry, family: str) -> None:
    for _, view in painted(entry, family).painted:
        assert (view.skin, view.hair, view.side) == (2, 1, Side.LEFT)
        assert not view.backdrop
        assert not view.dark


def test_an_image_is_shown_once_and_larger(entry: Entry, family: str) -> None:
    (once, view), *more = painted(entry, family, still=True).painted
    assert not more
    assert view.phase == 1.0
    assert once.width() > 2 * painted(entry, family).painted[0][0].width()


def test_without_a_figure_the_words_have_the_whole_width(entry: Entry, family: str) -> None:
    bare = replace(entry, figure="")
    assert not painted(bare, family).painted
    look, fonts = FigureView(""), Fonts(family)
    tall = replace(entry, cautions=("Take your time with this one. " * 8,) * 6)
    with_figure = EntryBlock(tall, fonts, WIDTH, Watching(), look)
    without = EntryBlock(replace(tall, figure=""), fonts, WIDTH, Watching(), look)
    assert without.height < with_figure.height


def test_what_is_to_be_known_fills_the_shorter_column(entry: Entry, family: str) -> None:
    fonts, look = Fonts(family), FigureView("")
    bare = replace(entry, feel="", avoid="", cautions=(), leave_out="", source="")
    whole = EntryBlock(entry, fonts, WIDTH, Watching(), look).height
    # Below the steps alone it would be as tall as all of it together.
    told = [entry.feel, entry.avoid, *entry.cautions, entry.leave_out, entry.source]
    assert whole < EntryBlock(bare, fonts, WIDTH, Watching(), look).height + 12 * len(told)


def test_the_arrow_points_to_the_right(qapp: object) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    arrow(painter, 30, 20, 40)
    painter.end()
    columns = [sum(image.pixelColor(x, y).lightness() < 200 for y in range(40)) for x in range(60)]
    widest = max(range(60), key=columns.__getitem__)
    assert 30 < widest < 52
    assert columns[12] > 0
