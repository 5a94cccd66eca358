"""The pages of a sheet: which piece goes where. Lengths in points."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from supple.core.handout import GUIDANCE, Handout
from supple.core.paper import Paper
from supple.figure.port import FigurePainter, FigureView
from supple.ui.handout import text as kinds
from supple.ui.handout.block import Block, rule
from supple.ui.handout.diary import ROW, WIDE_ROW, Diary, Remarks
from supple.ui.handout.entry import EntryBlock
from supple.ui.handout.head import Continued, Head, StopBox
from supple.ui.handout.text import Fonts

SIDE = 42.0
"""White at both sides, above and below: a printer reaches all but 8 mm, which are 23 points."""
TOP = 36.0
FOOT = 26.0
FOOT_HEIGHT, FOOT_LINE = 24.0, 10.0
GAP = 12.0
SPREAD = 16.0
"""The most that is put between two stretches when a page has room."""
NOTES = (1, 12)
"""Lines for notes, by the room there is."""
TIGHTER = (1.0, 0.96, 0.92)
"""Scales at which a whole page may be saved."""
SMALLEST = 0.3


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where its top is, from the upper edge of the paper."""

    block: Block
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper."""

    placed: tuple[Placed, ...]


class Sheet:
    """A handout laid out on paper."""

    def __init__(
        self,
        content: Handout,
        paper: Paper,
        family: str,
        figures: FigurePainter,
        look: FigureView,
        printed: str,
        stills: Collection[str] = (),
    ) -> None:
        """``family``: of the font; ``printed``: the day, as people write it here;
        ``stills``: ids of figures that are images, and move in nothing."""
        self.content = content
        self.paper = paper
        self._figures = figures
        self._look = look
        self._printed = printed
        self._stills = stills
        self._fonts = Fonts(family)
        width, height = paper.size_pt
        self.width = width - 2 * SIDE
        self.bottom = height - FOOT - FOOT_HEIGHT
        tries = [self._pages(self._fonts.scaled(scale)) for scale in TIGHTER]
        self.pages = min(tries, key=len)

    def paint(self, painter: QPainter, number: int) -> None:
        """Draw page ``number``, from 0. A unit of the painter is a point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in self.pages[number].placed:
            painter.save()
            placed.block.paint(painter, SIDE, placed.y)
            painter.restore()
        self._paint_foot(painter, number)

    def _pages(self, fonts: Fonts) -> tuple[Page, ...]:
        title, room = self.content.title, self.bottom - TOP
        pages: list[list[Block]] = [
            [Head(self.content, fonts, self.width), StopBox(fonts, self.width)]
        ]
        continued = Continued(title, fonts, self.width)
        for number in range(len(self.content.entries)):
            block = self._entry(fonts, number, room - continued.height - GAP)
            if _height([*pages[-1], block]) > room:
                pages.append([continued])
            pages[-1].append(block)
        tail = self._tail(fonts, room - _height(pages[-1]), ROW)
        if not tail:
            pages.append([continued])
            tail = self._tail(fonts, room - _height(pages[-1]), WIDE_ROW)
        last = pages[-1]
        return tuple(self._page(blocks, tail if blocks is last else ()) for blocks in pages)

    def _tail(self, fonts: Fonts, room: float, row: float) -> list[Block]:
        """What comes last, with as many lines for notes as fit; nothing where it does not fit."""
        least, most = NOTES
        diary = Diary(self.content.days, fonts, self.width, row=row)
        remarks = [Remarks(fonts, self.width, lines) for lines in range(most, least - 1, -1)]
        fitting = (r for r in remarks if GAP + _height([diary, r]) <= room)
        found = next(fitting, None)
        return [diary, found] if found is not None else []

    def _entry(self, page_fonts: Fonts, number: int, room: float) -> EntryBlock:
        """A stretch, in smaller letters if it would not fit on a page of its own."""
        entry, scale = self.content.entries[number], 1.0
        still = entry.figure in self._stills
        while True:
            fonts = page_fonts.scaled(scale)
            block = EntryBlock(entry, fonts, self.width, self._figures, self._look, still=still)
            if block.height <= room or scale < SMALLEST:
                return block
            scale *= 0.92

    def _page(self, blocks: Sequence[Block], tail: Sequence[Block]) -> Page:
        """Spread the stretches a little, and set ``tail`` at the foot of the page."""
        spare = self.bottom - TOP - _height([*blocks, *tail])
        entries = sum(isinstance(block, EntryBlock) for block in blocks)
        more = min(SPREAD, spare / entries) if entries else 0.0
        placed, y = [], TOP
        for block in blocks:
            y += more if isinstance(block, EntryBlock) else 0.0
            placed.append(Placed(block, y))
            y += block.height + GAP
        y = self.bottom - _height(tail) if entries else y
        for block in tail:
            placed.append(Placed(block, y))
            y += block.height + GAP
        return Page(tuple(placed))

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        y = self.bottom + FOOT_HEIGHT - FOOT_LINE
        rule(painter, SIDE, y - 5, self.width)
        for words, align in (
            (f"Printed on {self._printed}", Qt.AlignmentFlag.AlignLeft),
            (GUIDANCE, Qt.AlignmentFlag.AlignHCenter),
            (f"Page {number + 1} of {len(self.pages)}", Qt.AlignmentFlag.AlignRight),
        ):
            self._fonts.text(words, kinds.FOOT, self.width, align).paint(painter, SIDE, y)


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks) + GAP * max(0, len(blocks) - 1)
