"""A file that could not be used: what happened, where, and how to mend it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supple.core import labels
from supple.core.broken import BrokenFile, ExcerptLine
from supple.core.problem import Problem
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button

_SHOWN = 5
"""Problems listed in full; the rest are in the copied details."""
_LINE = 26


class BrokenCard(QWidget):
    """One broken file."""

    open_file_asked = Signal(str, int)
    """Path and line, 0 for none."""
    check_again_asked = Signal()
    copy_asked = Signal(str)

    def __init__(self, look: Look, broken: BrokenFile) -> None:
        super().__init__()
        self._look = look
        self._broken = broken
        self.setAccessibleName(f"{broken.name} has problems")
        self.setAccessibleDescription(broken.details)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addLayout(self._head())
        first = broken.problems[0]
        if broken.excerpt:
            column.addWidget(Excerpt(look, broken.excerpt, first))
        else:
            column.addWidget(Text(look, _told(first), "small", wrap=True))
        for problem in broken.problems[1:_SHOWN]:
            column.addWidget(Text(look, _told(problem), "small", wrap=True))
        left = len(broken.problems) - _SHOWN
        if left > 0:
            more = f"And {labels.plural(left, 'more problem')}. Copy details lists them all."
            column.addWidget(Text(look, more, "small", "muted", wrap=True))
        column.addLayout(self._actions())
        look.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        side = self._look.px(22)
        self._icon.setPixmap(self._look.pixmap("file-warning", "accent-ink", side, 2.0))

    def _head(self) -> QHBoxLayout:
        look, broken = self._look, self._broken
        self._icon = QLabel()
        quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{broken.name}\N{RIGHT DOUBLE QUOTATION MARK}"
        count = len(broken.problems)
        one = f"has a problem in line {broken.line}" if broken.line else "cannot be used"
        tail = one if count == 1 else f"has {count} problems"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, f"{quoted} {tail}", "subhead", wrap=True))
        safe = "Everything else works as before. The file is untouched."
        words.addWidget(Text(look, safe, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _actions(self) -> FlowLayout:
        look, broken = self._look, self._broken
        at = f"Open at line {broken.line}" if broken.line else "Open the file"
        opener = Button(look, at, icon="external-link")
        opener.clicked.connect(lambda: self.open_file_asked.emit(broken.path, broken.line))
        check = Button(look, "Check again", icon="rotate-ccw")
        check.clicked.connect(self.check_again_asked)
        copy = Button(look, "Copy details", "ghost", icon="copy")
        copy.clicked.connect(lambda: self.copy_asked.emit(broken.details))
        buttons = (opener, check, copy)
        for button in buttons:
            button.setAccessibleName(f"{button.text()}, {broken.name}")
        return FlowLayout(buttons)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        draw.rounded(painter, box, 12, theme.color("accent-soft"), theme.color("accent-line"))
        painter.end()


def _told(problem: Problem) -> str:
    """A problem in one line: where, what and how to mend it."""
    where = f"Line {problem.line}: " if problem.line else ""
    return f"{where}{problem.what} {problem.mend}".strip()


class Excerpt(QWidget):
    """The lines around the first problem, the wrong one marked, the mend below."""

    def __init__(self, look: Look, lines: tuple[ExcerptLine, ...], problem: Problem) -> None:
        super().__init__()
        self._look = look
        self._lines = lines
        self._mend = Text(
            look, f"{problem.what} {problem.mend}", "small-medium", "accent-ink", wrap=True
        )
        self.setAccessibleName("What the file says")
        self.setAccessibleDescription("\n".join(f"{line.number} {line.text}" for line in lines))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._mend)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """The mend stands below the lines."""
        high = self._look.px(_LINE) * len(self._lines)
        self._column.setContentsMargins(48, 8 + high + 4, 14, 10)

    def sizeHint(self) -> QSize:
        return QSize(400, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look = self._look.theme, self._look
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        draw.rounded(painter, box, 8, theme.color("surface"), theme.color("accent-line"))
        font = look.font("code")
        painter.setFont(font)
        height = look.px(_LINE)
        for n, line in enumerate(self._lines):
            row = QRectF(1, 8 + n * height, self.width() - 2, height)
            self._paint_line(painter, row, line, QFontMetricsF(font))
        painter.end()

    def _paint_line(
        self, painter: QPainter, row: QRectF, line: ExcerptLine, metrics: QFontMetricsF
    ) -> None:
        theme = self._look.theme
        if line.wrong:
            painter.fillRect(row, theme.color("accent-soft"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("muted"))
        painter.drawText(row.adjusted(13, 0, 0, 0), middle, str(line.number))
        painter.setPen(theme.color("ink"))
        room = row.adjusted(47, 0, -13, 0)
        mode = Qt.TextElideMode.ElideRight
        painter.drawText(room, middle, metrics.elidedText(line.text, mode, room.width()))
