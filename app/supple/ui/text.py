"""Text with the type scale's line height, wrapped or cut with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets.label import Label

_UNBOUND = 100_000.0


class Text(Label):
    """A label whose lines stand as far apart as its role says."""

    _line_px: float = 0.0
    _elide = False

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: str = "body",
        token: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        numbers: bool = False,
        line: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``elide`` cuts one line that is too long; ``line`` is another line height, pixels."""
        self._elide = elide
        self._own_line = line
        self._counted: tuple[str, str] = ("", "")
        self._lines: dict[int, int] = {}
        super().__init__(look, text, role, token, wrap=wrap, numbers=numbers, parent=parent)
        policy = self.sizePolicy()
        policy.setHeightForWidth(wrap)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed if not wrap else policy.verticalPolicy())
        self.setSizePolicy(policy)

    def line_height(self) -> float:
        """Pixels from one line to the next."""
        if self._own_line:
            return self._own_line * self._look.text_scale
        return self._look.line(self._role, self._scale)

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        lines = self._line_count(width) if self.wordWrap() and self.text() else 1
        return round(lines * self.line_height())

    def sizeHint(self) -> QSize:
        natural = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        width = round(natural + 1.5)
        if self.wordWrap():
            width = min(width, self._look.px(360))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return QSize(self._look.px(60), round(self.line_height()))
        if self._elide:
            return QSize(self._look.px(40), round(self.line_height()))
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.theme.color(self._token))
        painter.setFont(self.font())
        if self.wordWrap():
            layout = self._laid_out(self.width())
            layout.draw(painter, QPointF(0, self._top(layout.lineCount())))
        else:
            painter.drawText(QRectF(self.rect()), self._flags(), self._shown())
        painter.end()

    def is_cut(self) -> bool:
        """Whether an ellipsis stands for a part of the text."""
        return self._shown() != self.text()

    def _shown(self) -> str:
        if not self._elide:
            return self.text()
        mode = Qt.TextElideMode.ElideRight
        return QFontMetricsF(self.font()).elidedText(self.text(), mode, self.width() + 0.5)

    def _flags(self) -> Qt.AlignmentFlag:
        return self.alignment() | Qt.AlignmentFlag.AlignVCenter

    def _top(self, lines: int) -> float:
        spare = self.height() - lines * self.line_height()
        return max(0.0, spare / 2) if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0

    def _line_count(self, width: int) -> int:
        # A layout asks for the same few widths again and again, and to break lines is dear.
        counted = self.text(), self.font().key()
        if counted != self._counted:
            self._counted = counted
            self._lines.clear()
        lines = self._lines.get(width)
        if lines is None:
            lines = self._lines[width] = self._laid_out(width).lineCount()
        return lines

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        metrics = QFontMetricsF(self.font())
        step = self.line_height()
        y = (step - metrics.height()) / 2
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(float(width) if width > 0 else _UNBOUND)
            line.setPosition(QPointF(0, y))
            y += step
        layout.endLayout()
        return layout
