"""The rows one below the other, and a row that is carried to another place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from supple.ui.editor.edge_scroll import EdgeScroll
from supple.ui.editor.heads import paint_heads
from supple.ui.editor.row import RowWidget
from supple.ui.editor.row_views import RowView
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.widgets import draw
from supple.ui.widgets.focus_moves import on_focus_move

_HEAD = 38
_FOOT = 1
_SIDE = 8
_USUAL = 840
_ASIDE = 12
"""Pixels a carried row stands to the right of its place."""


class RowList(QWidget):
    """Heads, rows, and while one is carried a dashed place where it would come to stand."""

    part_set = Signal(int, object, float)
    part_done = Signal()
    wished = Signal(int, str)
    moved = Signal(int, int)
    """A key, and the place it was put down at."""
    chosen = Signal(int)
    """The key of the row that has the focus."""
    refilled = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self.rows: list[RowWidget] = []
        self.narrow = False
        self._lift: Lift | None = None
        self._grip: tuple[int, QPoint] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName("Stretches of the routine")
        self._scroll = EdgeScroll(self)
        self._scroll.scrolled.connect(self._on_scrolled)
        on_focus_move(self._on_focus)
        look.changed.connect(self.refit)

    def show_rows(self, views: Sequence[RowView]) -> None:
        """Show ``views``; a row that was there before stays the same widget.

        One whose stretch has become another kind, with reps where it had a hold, is made anew.
        """
        self.drop(put=False)
        there = {(row.view.key, row.first_part): row for row in self.rows}
        self.rows = [
            there.pop(kind) if (kind := (view.key, view.first_part)) in there else self._made(view)
            for view in views
        ]
        for gone in there.values():
            gone.hide()
            gone.deleteLater()
        for row, view in zip(self.rows, views, strict=True):
            row.show_view(view)
        self.refit()

    def row(self, key: int) -> RowWidget | None:
        """The row of that key."""
        return next((row for row in self.rows if row.view.key == key), None)

    def choose(self, key: int | None) -> None:
        """Mark one row as the chosen one."""
        for row in self.rows:
            row.set_chosen(row.view.key == key)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out pictures and rests, or show them."""
        self.narrow = narrow
        for row in self.rows:
            row.set_narrow(narrow)
        self.refit()

    def hideEvent(self, event: QHideEvent) -> None:
        # The pointer of a carried row is the whole program's.
        self.drop(put=False)
        super().hideEvent(event)

    def refit(self) -> None:
        """Give every row its place anew."""
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        # Never of the present width: what scrolls it would go to and fro between two heights.
        return QSize(400, self.heightForWidth(self._look.px(_USUAL)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._look.px(_HEAD))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = sum(row.height_for(width - 2 * _SIDE) for row in self.rows)
        return self._look.px(_HEAD) + rows + _FOOT + 3

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _made(self, view: RowView) -> RowWidget:
        row = RowWidget(self._look, self._pictures, view, self)
        row.set_narrow(self.narrow)
        row.part_set.connect(self.part_set)
        row.part_done.connect(self.part_done)
        row.wished.connect(self.wished)
        row.gripped.connect(self._on_gripped)
        row.pulled.connect(self.pull)
        row.dropped.connect(self.drop)
        row.refilled.connect(self._on_refilled)
        row.show()
        return row

    def _place(self) -> None:
        y = self._look.px(_HEAD)
        width = self.width() - 2 * _SIDE
        for row in self._order():
            high = row.height_for(width)
            if self._lift is None or row is not self._lift.row:
                row.setGeometry(_SIDE, y, width, high)
            y += high

    def _order(self) -> list[RowWidget]:
        """The rows as they would stand if the carried one were put down now."""
        if self._lift is None:
            return self.rows
        others = [row for row in self.rows if row is not self._lift.row]
        return [*others[: self._lift.to], self._lift.row, *others[self._lift.to :]]

    # Carrying

    def _on_gripped(self, key: int, at: QPoint) -> None:
        self._grip = key, at

    def pull(self, place: QPoint) -> None:
        """The pressed mouse is at ``place``, in pixels of the list."""
        if self._lift is None:
            self._take_up(place)
        if self._lift is not None:
            self._carry(place)

    def drop(self, *, put: bool = True) -> None:
        """Let go of the carried row: where it is, or with ``put`` off where it was."""
        lift, self._lift, self._grip = self._lift, None, None
        self._scroll.stop()
        if lift is None:
            return
        QGuiApplication.restoreOverrideCursor()
        lift.row.set_lifted(False)
        self.refit()
        if put and lift.to != lift.before:
            self.moved.emit(lift.row.view.key, lift.to)

    @property
    def carries(self) -> bool:
        """Whether a row is being carried."""
        return self._lift is not None

    def _take_up(self, place: QPoint) -> None:
        if self._grip is None:
            return
        key, at = self._grip
        row = self.row(key)
        if row is None:
            return
        far = (place - row.mapToParent(at)).manhattanLength()
        if far < QApplication.startDragDistance():
            return
        before = self.rows.index(row)
        self._lift = Lift(row, at, before)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        row.grip.setFocus(Qt.FocusReason.MouseFocusReason)
        row.set_lifted(True)
        row.raise_()

    def _carry(self, place: QPoint) -> None:
        lift = self._lift
        assert lift is not None
        lift.last = place
        row, top = lift.row, self._look.px(_HEAD)
        lowest = self.height() - row.height()
        y = max(top - row.height() // 2, min(place.y() - lift.at.y(), lowest))
        row.setGeometry(_SIDE + _ASIDE, y, self.width() - _SIDE - _ASIDE - 2, row.height())
        lift.to = self._place_for(y + row.height() / 2)
        self._place()
        self.update()
        self._scroll.near(place)

    def _on_scrolled(self, by: int) -> None:
        """The list has gone up by so many pixels below the pointer that stands still."""
        if self._lift is not None and self._lift.last is not None:
            self._carry(self._lift.last + QPoint(0, by))

    def _place_for(self, middle: float) -> int:
        """How many of the other rows stand above the middle of the carried one."""
        assert self._lift is not None
        y, above = float(self._look.px(_HEAD)), 0
        for other in self.rows:
            if other is not self._lift.row:
                if middle > y + (other.height() + self._lift.row.height()) / 2:
                    above += 1
                y += other.height()
        return above

    # Focus and paint

    def _on_focus(self, now: QWidget | None) -> None:
        while now is not None and now is not self:
            if isinstance(now, RowWidget):
                self.chosen.emit(now.view.key)
                return
            now = now.parentWidget()

    def _on_refilled(self) -> None:
        self.refit()
        self.refilled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.carries:
            self.drop(put=False)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        theme, y = self._look.theme, self._look.px(_HEAD)
        width = self.width() - 2 * _SIDE
        paint_heads(painter, self._look, QRectF(_SIDE, 0, width, y), narrow=self.narrow)
        for n, row in enumerate(self._order()):
            high = row.height_for(width)
            if n:
                painter.fillRect(QRectF(_SIDE, y, width, 1), theme.color("line"))
            if self._lift is not None and row is self._lift.row:
                self._paint_slot(painter, QRectF(_SIDE + 4, y + 5, width - 8, high - 9))
            y += high
        painter.end()

    def _paint_slot(self, painter: QPainter, box: QRectF) -> None:
        theme = self._look.theme
        pen = QPen(theme.color("control"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(box, 8, 8)


class Lift:
    """A row that is being carried."""

    def __init__(self, row: RowWidget, at: QPoint, before: int) -> None:
        self.row = row
        self.at = at
        """Where in the row it was taken."""
        self.before = before
        self.to = before
        """The place it would come to stand at."""
        self.last: QPoint | None = None
