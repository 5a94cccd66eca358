"""Texts of the sheet: measured once, then drawn where they belong. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

FINE = 10.0
"""Units a point is measured in, so that a size need not be a whole number of points."""
INK, SOFT, FAINT = "#1B2528", "#4A585C", "#6B787C"
TEAL = "#0B5F59"


@dataclass(frozen=True, slots=True)
class Type:
    """One kind of text, sizes in points."""

    size: float
    line: float
    """Height of a line."""
    weight: int = 400
    colour: str = INK


TITLE = Type(24, 30, 600)
LEAD = Type(11, 15.5, 400, SOFT)
FACTS = Type(10, 14, 600)
NAME = Type(13.5, 17.5, 600)
DOSE = Type(10.5, 14.5, 600, TEAL)
BODY = Type(9.5, 13.2)
STRONG = Type(9.5, 13.2, 600)
CAPTION = Type(8, 11, 500, SOFT)
LABEL = Type(9, 12, 600)
SMALL = Type(8.5, 11.8, 400, SOFT)
SOURCE = Type(6.5, 9, 400, FAINT)
FOOT = Type(7.5, 10, 400, FAINT)


class Fonts:
    """Makes the fonts of the sheet."""

    def __init__(self, family: str, scale: float = 1.0) -> None:
        """``family`` "" takes the system's own; ``scale`` makes every text smaller or larger."""
        self.family = family
        self.scale = scale

    def scaled(self, scale: float) -> Fonts:
        """The same fonts, in ``scale`` of these sizes."""
        return Fonts(self.family, self.scale * scale)

    def font(self, type_: Type) -> QFont:
        """The font of a text, in ``FINE`` units."""
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(max(1, round(type_.size * self.scale * FINE)))
        font.setWeight(QFont.Weight(type_.weight))
        # Signs made taller among digits are other glyphs, which a PDF knows no letter for.
        font.setFeature(QFont.Tag("calt"), 0)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def text(
        self,
        text: str,
        type_: Type,
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> Text:
        """``text`` broken into lines of at most ``width``."""
        return Text(self, text, type_, width, align)

    def marked(self, mark: str, bold: Type, text: str, type_: Type, edge: Edge) -> Text:
        """``mark`` at the left in ``bold``, and right of it ``text``.

        It is one text all the same, so that the two are read and copied together.
        """
        whole = Text(self, f"{mark}\t{text}", type_, edge.width, edge=edge)
        whole.embolden(len(mark), self.font(bold), bold.colour)
        return whole


class Edge(NamedTuple):
    """Where the lines of a text begin, and how far they reach."""

    width: float
    indent: float


class Text:
    """A text, measured when it is first asked for its height."""

    def __init__(
        self,
        fonts: Fonts,
        text: str,
        type_: Type,
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        edge: Edge | None = None,
    ) -> None:
        self._colour = QColor(type_.colour)
        self._line = type_.line * fonts.scale
        self._edge = edge or Edge(width, 0.0)
        self._layout = QTextLayout(text, fonts.font(type_))
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._edge.indent:
            option.setTabStopDistance(self._edge.indent * FINE)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)

    def embolden(self, length: int, font: QFont, colour: str) -> None:
        """Set the first ``length`` letters in ``font``; before it is measured."""
        kind = QTextCharFormat()
        kind.setFont(font)
        kind.setForeground(QColor(colour))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = 0, length, kind
        self._layout.setFormats([part])

    @cached_property
    def height(self) -> float:
        """Of all lines."""
        return self._measured[1]

    @cached_property
    def width(self) -> float:
        """Of the longest line."""
        return self._measured[0]

    @cached_property
    def _measured(self) -> tuple[float, float]:
        widest, count, line = 0.0, 0, self._line * FINE
        self._layout.beginLayout()
        while (row := self._layout.createLine()).isValid():
            indent = self._edge.indent * FINE if count else 0.0
            row.setLineWidth(max(1.0, self._edge.width * FINE - indent))
            row.setPosition(QPointF(indent, count * line + (line - row.height()) / 2))
            widest = max(widest, indent + row.naturalTextWidth())
            count += 1
        self._layout.endLayout()
        return widest / FINE, count * self._line

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        if not self.height:
            return
        painter.save()
        painter.translate(x, y)
        painter.scale(1 / FINE, 1 / FINE)
        painter.setPen(self._colour)
        self._layout.draw(painter, QPointF())
        painter.restore()
