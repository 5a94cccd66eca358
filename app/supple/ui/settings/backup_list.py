"""The backups there are, one to choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout

from supple.core.data_view import BackupRow
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.widgets import draw

_HEIGHT, _LEFT, _CIRCLE = 56, 44, 20
_SHOWN = 4
"""Rows seen at once; the rest scrolls."""
DAMAGED = "Damaged. "


class BackupList(Scroller):
    """Rows with a radio button each; ``chosen`` carries the id of the one picked."""

    chosen = Signal(str)

    def __init__(self, look: Look, backups: Sequence[BackupRow]) -> None:
        super().__init__(look, bottom=0)
        self._group = QButtonGroup(self)
        self._items: dict[str, BackupItem] = {}
        self.setAccessibleName("Backups")
        column = QVBoxLayout()
        column.setSpacing(0)
        for row in backups:
            item = BackupItem(look, row)
            item.toggled.connect(lambda on, key=row.id: self._on_toggled(key, on))
            self._group.addButton(item)
            self._items[row.id] = item
            column.addWidget(item)
        column.addStretch(1)
        self.set_body(column)
        self.set_right(0)
        self._row = look.px(_HEIGHT)
        self.fit(self._row * _SHOWN)

    @property
    def current(self) -> str:
        """The id of the chosen one; "" for none."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def current_item(self) -> BackupItem | None:
        """The row that is chosen."""
        return self._items.get(self.current)

    def fit(self, room: int) -> None:
        """Be as high as all rows, four at most, in ``room`` pixels; one row in any case."""
        wanted = self._row * min(_SHOWN, max(1, len(self._items)))
        self.setFixedHeight(max(self._row, min(wanted, room)))

    def choose_first(self) -> None:
        """Choose the newest that is good, if there is one."""
        good = next((item for item in self._items.values() if item.isEnabled()), None)
        if good is not None:
            good.setChecked(True)

    def _on_toggled(self, key: str, on: bool) -> None:
        if on:
            self.ensureWidgetVisible(self._items[key], 0, 0)
            self.chosen.emit(key)


class BackupItem(QRadioButton):
    """One backup: when it was made, and below what is in it."""

    def __init__(self, look: Look, row: BackupRow) -> None:
        super().__init__(row.when)
        self._look = look
        self._detail = row.detail if row.good else DAMAGED + row.detail
        self.setAccessibleName(f"{row.when}. {self._detail}")
        self.setEnabled(row.good)
        self.setProperty("plainFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self._detail)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_HEIGHT))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, theme = self._look, self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            draw.rounded(painter, box, 10, theme.color("primary-soft"))
        if self.hasFocus():
            draw.rounded(painter, box, 10, None, theme.color("primary"), 2)
        self._paint_circle(painter)
        room = self.width() - _LEFT - 12
        top = (self.height() - look.line("body") - look.line("small")) / 2
        ink = "primary-ink" if self.isChecked() else "ink" if self.isEnabled() else "muted"
        self._paint_words(painter, self.text(), "body-medium", ink, QRectF(_LEFT, top, room, 0))
        top += look.line("body")
        soft = "primary-ink" if self.isChecked() else "muted" if self.isEnabled() else "accent-ink"
        self._paint_words(painter, self._detail, "small", soft, QRectF(_LEFT, top, room, 0))
        painter.end()

    def _paint_words(
        self, painter: QPainter, words: str, role: str, token: str, place: QRectF
    ) -> None:
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.theme.color(token))
        place.setHeight(self._look.line(role))
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(words, mode, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_circle(self, painter: QPainter) -> None:
        theme = self._look.theme
        if not self.isEnabled():
            return
        on = self.isChecked()
        place = QRectF(12.75, (self.height() - _CIRCLE) / 2 + 0.75, _CIRCLE - 1.5, _CIRCLE - 1.5)
        painter.setPen(QPen(theme.color("primary" if on else "control"), 1.5))
        painter.setBrush(theme.color("primary" if on else "surface"))
        painter.drawEllipse(place)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("on-primary"))
            painter.drawEllipse(place.center(), 4, 4)
