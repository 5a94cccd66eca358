"""How a session looks in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from supple.core.history_view import SessionRow
from supple.ui.history.session_model import ROW as ROW_ROLE
from supple.ui.look import Look
from supple.ui.widgets import draw

if TYPE_CHECKING:
    from supple.ui.history.session_table import SessionTable

HIGH = 54
DATE, TIME, ROUTINE, LENGTH, PAIN, NOTE, ACTIONS = range(7)
EDIT, DELETE = 0, 1
_ICONS = ("pencil", "trash-2")
_SIDE = 36
PAD = 20
_Index = QModelIndex | QPersistentModelIndex


class SessionDelegate(QStyledItemDelegate):
    """Draws one cell; the ground of a row is drawn cell by cell."""

    def __init__(self, look: Look, table: SessionTable) -> None:
        super().__init__(table)
        self._look = look
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(60, self._look.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, index.row())
        row = index.data(ROW_ROLE)
        if isinstance(row, SessionRow):
            self._paint_cell(painter, box, index, row)
        elif index.column() == ROUTINE:
            self._words(painter, box, "...", "body", "muted")
        painter.restore()

    def action_rect(self, cell: QRect, action: int) -> QRectF:
        """Where the button of an action is in the last cell of a row."""
        side = self._look.px(_SIDE)
        right = cell.right() + 1 - self._look.px(10)
        left = right - (2 - action) * side
        return QRectF(left, cell.center().y() + 0.5 - side / 2, side, side)

    def _paint_ground(self, painter: QPainter, box: QRect, row: int) -> None:
        theme = self._look.theme
        if self._table.is_current(row):
            draw.flat(painter, box, theme.color("primary-soft"))
        elif self._table.hovered == row:
            draw.flat(painter, box, theme.color("sunken"))
        if row < self._table.model().rowCount() - 1:  # the last one has the card's edge
            line = QRect(box.left(), box.bottom(), box.width(), 1)
            draw.flat(painter, line, theme.color("line"))

    def _paint_cell(self, painter: QPainter, box: QRect, index: _Index, row: SessionRow) -> None:
        column = index.column()
        if column == DATE:
            inner = box.adjusted(self._look.px(PAD), 0, 0, 0)
            self._two(painter, inner, row.day, "body", row.time if self._table.tight else "")
        elif column == TIME:
            self._words(painter, box, row.time, "body", "muted")
        elif column == ROUTINE:
            note = row.note if self._table.narrow else ""
            self._two(painter, box, row.routine, "body-strong", note)
        elif column == LENGTH:
            self._words(painter, box, row.length, "body", "ink")
        elif column == PAIN:
            self._paint_pain(painter, box, row.pain)
        elif column == NOTE:
            self._paint_note(painter, box, index)
        elif self._acts(index.row()):
            self._paint_actions(painter, box, index.row())
        elif not self._table.narrow:
            self._paint_note(painter, box, index)

    def _acts(self, row: int) -> bool:
        """Whether the buttons of a row are shown."""
        return self._table.is_current(row) or self._table.hovered == row

    def _paint_note(self, painter: QPainter, box: QRect, index: _Index) -> None:
        """What of the note is in this cell: it has the room of buttons that are not shown."""
        row = index.data(ROW_ROLE)
        room = self._table.visualRect(index.sibling(index.row(), NOTE))
        if not self._acts(index.row()):
            room.setWidth(room.width() + self._table.columnWidth(ACTIONS))
        painter.setClipRect(box)
        self._words(painter, room, row.note, "body", "muted")

    def _two(self, painter: QPainter, box: QRect, text: str, role: str, below: str) -> None:
        """A text, with a smaller one below it where there is one."""
        if not below:
            self._words(painter, box, text, role, "ink")
            return
        high, small = self._look.line(role), self._look.line("small")
        top = box.center().y() - (high + small) // 2
        self._words(painter, QRect(box.left(), top, box.width(), high), text, role, "ink")
        under = QRect(box.left(), top + high, box.width(), small)
        self._words(painter, under, below, "small", "muted")

    def _paint_pain(self, painter: QPainter, box: QRect, pain: str) -> None:
        """The numbers in ink and the word between them softer."""
        before, to, after = pain.partition(" to ")
        if not to:
            self._words(painter, box, pain, "body", "muted" if not pain[:1].isdigit() else "ink")
            return
        metrics = QFontMetricsF(self._look.font("body", numbers=True))
        x = box.left()
        for text, token in ((before, "ink"), (to, "muted"), (after, "ink")):
            self._words(
                painter, QRect(x, box.top(), box.width(), box.height()), text, "body", token
            )
            x += round(metrics.horizontalAdvance(text))

    def _paint_actions(self, painter: QPainter, cell: QRect, row: int) -> None:
        look, theme = self._look, self._look.theme
        side = look.px(18)
        focused = self._table.hasFocus() and self._table.is_current(row)
        for action, icon in enumerate(_ICONS):
            box = self.action_rect(cell, action)
            if (row, action) == self._table.hovered_action:
                draw.rounded(painter, box.adjusted(2, 2, -2, -2), 8, theme.color("track"))
            if focused and action == self._table.action:
                draw.rounded(painter, box, 10, None, theme.color("primary"), 2)
            token = "accent-ink" if action == DELETE and self._hot(row, action) else "ink"
            dpr = self._table.devicePixelRatioF()
            middle = box.center() - QPointF(side / 2, side / 2)
            painter.drawPixmap(middle, look.pixmap(icon, token, side, dpr))

    def _hot(self, row: int, action: int) -> bool:
        return (row, action) == self._table.hovered_action

    def _words(self, painter: QPainter, box: QRect, text: str, role: str, token: str) -> None:
        font = self._look.font(role, numbers=True)
        painter.setFont(font)
        painter.setPen(self._look.theme.color(token))
        room = QRectF(box).adjusted(0, 0, -8, 0)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
