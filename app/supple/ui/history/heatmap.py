"""The year as a map of days, one column a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip

from supple.core.day_off import Off
from supple.core.history_view import DayCell
from supple.ui.history.axes import month
from supple.ui.history.chart import NONE, Chart
from supple.ui.history.heat_grid import DAYS, lay_out
from supple.ui.history.off_mark import paint_off
from supple.ui.look import Look
from supple.ui.widgets import draw

_NAMED = (0, 2, 4)
_MONTH = 28
_HOW = "Arrow keys go from day to day, Enter marks a day as off."
OFF_NAMES = {Off.REST: "Rest day", Off.ILL: "Ill", Off.TRAVEL: "Travelling"}


class HeatMap(Chart):
    """As many weeks as fit, the newest at the right. Arrows go from day to day."""

    day_off_asked = Signal(object, object)
    """A date and an ``Off``, or None to make it an ordinary day."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Your year")
        self._cells: tuple[DayCell, ...] = ()
        self._today: date | None = None
        self._first_weekday = 0
        self._back = 0
        """Weeks the map is moved back, to show older days than fit."""
        self._grid = lay_out(self._look, self.width(), self._columns())
        # The day itself shows where the focus is.
        self.setProperty("plainFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)
        self._fit()

    def show_days(
        self, cells: Sequence[DayCell], today: date, first_weekday: int, words: str, table: str
    ) -> None:
        """Whole weeks but the last; ``first_weekday`` is 0 for Monday to 6 for Sunday."""
        self._cells = tuple(cells)
        self._today = today
        self._first_weekday = first_weekday
        self.show_points([cell.text for cell in cells], f"{words} {_HOW}", table)
        self._fit()

    def cell_rect(self, index: int) -> QRectF:
        """Where a day is drawn; left of the widget when its week does not fit."""
        grid = self._grid
        column, row = divmod(index, 7)
        x = grid.left + (column - self._first_column()) * grid.pitch
        return QRectF(x, grid.head + row * grid.pitch, grid.side, grid.side)

    @property
    def weeks_shown(self) -> int:
        """How many weeks fit."""
        return self._grid.shown

    def index_at(self, place: QPointF) -> int:
        grid = self._grid
        column = int((place.x() - grid.left) // grid.pitch)
        row = int((place.y() - grid.head) // grid.pitch)
        if not (0 <= column < self.weeks_shown and 0 <= row < 7):
            return NONE
        index = (column + self._first_column()) * 7 + row
        return index if index < len(self._cells) else NONE

    def spots(self) -> list[QRectF]:
        return [self.cell_rect(n) for n in range(len(self._cells))]

    def point_to(self, index: int, *, say: bool = False) -> None:
        super().point_to(index, say=say)
        hand = Qt.CursorShape.PointingHandCursor if index != NONE else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)
        if index != NONE:
            self._bring_in(index // 7)

    def open_menu(self, place: QPoint) -> None:
        """Offer what can be done with the day looked at; ``place`` on the screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(place)

    def fill_menu(self, menu: QMenu) -> None:
        if 0 <= self.at < len(self._cells):
            cell = self._cells[self.at]
            title = menu.addAction(cell.text)
            title.setEnabled(False)
            for off in Off:
                self._add_off(menu, cell, off, OFF_NAMES[off])
            if cell.off is not None:
                self._add_off(menu, cell, None, "An ordinary day")
            menu.addSeparator()
        super().fill_menu(menu)

    def _add_off(self, menu: QMenu, cell: DayCell, off: Off | None, label: str) -> None:
        action = QAction(label, menu)
        action.setCheckable(off is not None)
        action.setChecked(off is not None and cell.off is off)
        action.triggered.connect(lambda: self.day_off_asked.emit(cell.day, off))
        menu.addAction(action)

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(round(self._grid.left + 26 * self._grid.pitch), self._grid.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._grid.left + 8 * self._grid.pitch), self._grid.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.at != NONE:
                self.open_menu(self.mapToGlobal(self.cell_rect(self.at).bottomRight().toPoint()))
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.point_to(self.index_at(event.position()))
            if self.at != NONE:
                self.open_menu(event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.point_to(self.index_at(QPointF(event.pos())))
            self.open_menu(event.globalPos())
        elif self.at != NONE:
            self.open_menu(self.mapToGlobal(self.cell_rect(self.at).bottomRight().toPoint()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.index_at(QPointF(event.pos()))
            area = self.cell_rect(index).toAlignedRect()
            QToolTip.showText(event.globalPos(), self.text_at(index), self, area)
            return True
        return super().event(event)

    def steps(self) -> dict[Qt.Key, int]:
        many = len(self._cells)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -_MONTH,
            Qt.Key.Key_PageDown: _MONTH,
            Qt.Key.Key_Home: -many,
            Qt.Key.Key_End: many,
        }
        # A week further than there is, the same day would be another one.
        if self.at == NONE or self.at >= 7:
            steps[Qt.Key.Key_Left] = -7
        if self.at == NONE or self.at + 7 < many:
            steps[Qt.Key.Key_Right] = 7
        return steps

    # Drawing

    def paint_chart(self, painter: QPainter) -> None:
        self._paint_names(painter)
        first = self._first_column() * 7
        last = min(len(self._cells), first + self.weeks_shown * 7)
        for index in range(first, last):
            self._paint_day(painter, index)
        for index in range(first, last):
            if self._cells[index].day == self._today:
                self._outline(painter, index, "ink", 1.5, 1.5)
        if first <= self.at < last:
            self._paint_looked_at(painter, self.at)

    def _paint_day(self, painter: QPainter, index: int) -> None:
        cell, box = self._cells[index], self.cell_rect(index)
        fill = self._look.theme.color(f"h{cell.level}")
        draw.rounded(painter, box, box.width() / 4.4, fill, self._look.theme.edge)
        if cell.off is not None:
            paint_off(painter, self._look.theme, box, cell.off, fill)

    def _paint_looked_at(self, painter: QPainter, index: int) -> None:
        """A ring that keeps clear of the day, to be seen on every colour."""
        out = self._look.px(4)
        ground = self.cell_rect(index).adjusted(-out, -out, out, out)
        draw.rounded(painter, ground, ground.width() / 3.5, self._look.theme.color("surface"))
        self._paint_day(painter, index)
        self._outline(painter, index, "primary", out, 2)

    def _outline(self, painter: QPainter, index: int, token: str, out: float, width: float) -> None:
        box = self.cell_rect(index).adjusted(-out, -out, out, out)
        radius = box.width() / 3.5
        draw.rounded(painter, box, radius, None, self._look.theme.color(token), width)

    def _paint_names(self, painter: QPainter) -> None:
        font = self._look.font("caption")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.theme.color("muted"))
        grid = self._grid
        half = (grid.side + metrics.capHeight()) / 2
        for row in range(7):
            weekday = (self._first_weekday + row) % 7
            if weekday in _NAMED:
                base = grid.head + row * grid.pitch + half
                painter.drawText(QPointF(0, base), DAYS[weekday])
        for x, name in self.month_names():
            painter.drawText(QPointF(x, metrics.ascent()), name)

    def month_names(self) -> list[tuple[float, str]]:
        """Where each month's name stands: above the week that begins in it first."""
        metrics = QFontMetricsF(self._look.font("caption"))
        first, named = self._first_column(), list[tuple[float, str]]()
        before, free = 0, 0.0
        for column in range(first, first + self.weeks_shown):
            if column * 7 >= len(self._cells):
                break
            number = self._cells[column * 7].day.month
            if number != before:
                x = self.cell_rect(column * 7).left()
                word = month(number)
                # The month the map begins in is rarely whole; its name waits for the next year.
                if (
                    column > first
                    and x >= free
                    and x + metrics.horizontalAdvance(word) <= self.width()
                ):
                    named.append((x, word))
                    free = x + metrics.horizontalAdvance(word) + 8
                before = number
        return named

    # Sizes

    def _columns(self) -> int:
        return -(-len(self._cells) // 7)

    def _first_column(self) -> int:
        return max(0, self._columns() - self._grid.shown - self._back)

    def _bring_in(self, column: int) -> None:
        """Move the map so that a week of it is in view."""
        first = self._first_column()
        over = column - (first + self._grid.shown - 1)
        if column < first:
            self._back += first - column
        elif over > 0:
            self._back = max(0, self._back - over)
        self.update()

    def _fit(self) -> None:
        """Lay the days out for the width there is."""
        self._grid = lay_out(self._look, self.width(), self._columns())
        self._back = min(self._back, max(0, self._columns() - self._grid.shown))
        if self.height() != self._grid.height:
            self.setFixedHeight(self._grid.height)
        self.update()
