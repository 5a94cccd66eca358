"""The numbers at the top: this week against the goal, and what there is in all."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from supple.core.history_view import Figure, HistoryView
from supple.ui.history.goal_ring import GoalRing
from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.card import Card
from supple.ui.widgets.painted import PaintedText

_HEIGHT = 64
_PAD = 20
_NARROW_PAD = 14


class Strip(Card):
    """Ring and numbers in a row, or in two where larger text leaves too little room."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 0)
        self._goal = GoalPart(look)
        self._figures: list[FigurePart] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setVerticalSpacing(14)
        self.body.setContentsMargins(_PAD, 14, 4, 14)
        self.body.addLayout(self._grid)
        self._asked: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("In short")
        look.changed.connect(self._arrange)

    def show_view(self, view: HistoryView) -> None:
        """Show the numbers of ``view``."""
        self._goal.show_goal(view.goal, view.week.done, view.week.goal)
        while len(self._figures) < len(view.figures):
            self._figures.append(FigurePart(self._look))
        for part, figure in zip(self._figures, view.figures, strict=False):
            part.show_figure(figure)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Everything in one row where it fits, else the numbers below the ring."""
        tight = self.width() < self._look.px(780)
        for part in self._figures:
            part.set_tight(tight)
        wanted = _PAD + self._goal.sizeHint().width() + sum(p.least() for p in self._figures)
        rows = 1 if wanted <= self.width() else 2
        asked = (rows, *(part.least() for part in self._figures))
        if asked != self._asked:
            self._asked = asked
            self._place(rows)

    def _place(self, rows: int) -> None:
        grid = self._grid
        for part in (self._goal, *self._figures):
            grid.removeWidget(part)
        many = len(self._figures)
        grid.addWidget(self._goal, 0, 0, 1, 1 if rows == 1 else max(1, many))
        for n, part in enumerate(self._figures):
            part.set_ruled(rows == 1 or n > 0)
            grid.addWidget(part, rows - 1, n + (rows == 1))
        for column in range(many + 1):
            ring = rows == 1 and column == 0
            number = column - (rows == 1)
            least = self._figures[number].least() if 0 <= number < many else 0
            grid.setColumnMinimumWidth(column, least)
            grid.setColumnStretch(column, 0 if ring or column >= many + (rows == 1) else 1)


class GoalPart(PaintedText):
    """The ring with the week's goal in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = Figure("", "")
        self._ring = GoalRing(look, self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._refresh)

    def show_goal(self, words: Figure, done: int, goal: int) -> None:
        """``done`` of ``goal``, and the same in words."""
        self._words = words
        self._ring.show_goal(done, goal, f"{words.value} {words.label}")
        self.setAccessibleName(f"{words.value} {words.label}")
        self.setToolTip(words.tip)
        self._refresh()

    def sizeHint(self) -> QSize:
        look = self._look
        strong = QFontMetricsF(look.font("subhead")).horizontalAdvance(self._words.value)
        small = QFontMetricsF(look.font("small")).horizontalAdvance(self._words.label)
        side = look.px(_HEIGHT)
        return QSize(round(side + 16 + max(strong, small) + 1) + look.px(_PAD), side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        _paint_pair(
            painter,
            self._look,
            self.rect().toRectF(),
            self._look.px(_HEIGHT) + 16,
            self._words,
            "subhead",
        )
        painter.end()

    def _refresh(self) -> None:
        side = self._look.px(_HEIGHT)
        self._ring.setGeometry(0, 0, side, side)
        self.updateGeometry()
        self.update()


class FigurePart(PaintedText):
    """One number with what it counts below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._figure = Figure("", "")
        self._tight = False
        self._ruled = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_figure(self, figure: Figure) -> None:
        """Show ``figure``; its tip is the tool tip."""
        self._figure = figure
        self.setAccessibleName(f"{figure.value} {figure.label}")
        self.setAccessibleDescription(figure.tip)
        self.setToolTip(figure.tip)
        self.updateGeometry()
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Smaller, and the words up to their comma, for a narrow window."""
        if tight != self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def set_ruled(self, ruled: bool) -> None:
        """Whether a line stands at its left."""
        self._ruled = ruled
        self.update()

    def least(self) -> int:
        """Pixels of width it needs without the words after the comma."""
        value = QFontMetricsF(self._look.font(self._role(), numbers=True))
        label = QFontMetricsF(self._look.font("small"))
        short = self._figure.label.split(",")[0]
        widest = max(value.horizontalAdvance(self._figure.value), label.horizontalAdvance(short))
        return round(widest + self._pad() + 8)

    def sizeHint(self) -> QSize:
        return QSize(self.least(), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = draw.smooth(self)
        if self._ruled:
            inset = look.px(6)
            rule = self.rect().adjusted(0, inset, 1 - self.width(), -inset)
            draw.flat(painter, rule, look.theme.color("line"))
        room = self.rect().toRectF()
        figure = Figure(self._figure.value, self._label(room.width() - self._pad() - 4))
        pad = self._pad() if self._ruled else 0
        _paint_pair(painter, look, room, pad, figure, self._role())
        painter.end()

    def _label(self, room: float) -> str:
        metrics = QFontMetricsF(self._look.font("small"))
        words = self._figure.label
        if metrics.horizontalAdvance(words) <= room:
            return words
        return metrics.elidedText(words.split(",")[0], Qt.TextElideMode.ElideRight, room)

    def _role(self) -> str:
        return "figure-small" if self._tight else "title"

    def _pad(self) -> int:
        return self._look.px(_NARROW_PAD if self._tight else _PAD)


def _paint_pair(
    painter: QPainter, look: Look, room: QRectF, left: float, figure: Figure, role: str
) -> None:
    """A value above its label, both in the middle of the height."""
    gap = look.px(1)
    above, below = look.line(role), look.line("small")
    top = room.center().y() - (above + gap + below) / 2
    flags = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(look.font(role, numbers=True))
    painter.setPen(look.theme.color("ink"))
    corner = QPointF(room.left() + left, top)
    painter.drawText(QRectF(corner.x(), corner.y(), room.width(), above), flags, figure.value)
    painter.setFont(look.font("small"))
    painter.setPen(look.theme.color("muted"))
    words = QRectF(corner.x(), top + above + gap, room.width(), below)
    painter.drawText(words, flags, figure.label)
