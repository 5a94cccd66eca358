"""The list of routines or stretches, drawn row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from supple.core import labels
from supple.core.shelf import Item
from supple.ui.look import Look
from supple.ui.picture import Pictures

ROW = 76
_THUMB = QSize(64, 52)
_PAD = 12
_END = 48
_FAINT = 0.45
_ITEM = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


def faintness(look: Look) -> float:
    """How opaque the picture of what is left out is, 0 to 1; in high contrast all of it is seen."""
    return 1.0 if look.theme.high else _FAINT


class ShelfModel(QAbstractListModel):
    """The rows that pass the filters."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    def show_items(self, items: Sequence[Item]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def row_of(self, item_id: str) -> int:
        """The row of an id, or -1."""
        return next((n for n, item in enumerate(self._items) if item.id == item_id), -1)

    def item(self, row: int) -> Item | None:
        """The item in ``row``, or None."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row())
        if item is None:
            return None
        if role == _ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item)
        return None


def spoken(item: Item) -> str:
    """The row in words."""
    parts = [item.name, *item.details, labels.minutes(item.duration_s)]
    if _badge(item):
        parts.append(_badge(item).lower())
    return ", ".join(parts)


def _badge(item: Item) -> str:
    """What is to be known before it is started; "" for nothing."""
    if item.left_out:
        return "Left out"
    return "Read first" if item.read_first else ""


class ShelfDelegate(QStyledItemDelegate):
    """Draws a row: thumb, name, details, badge, minutes."""

    def __init__(self, look: Look, pictures: Pictures, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._pictures = pictures
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, self._look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(_ITEM)
        if not isinstance(item, Item):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        chosen = self.is_chosen(item, current)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        self._paint_ground(painter, box, chosen, current, hover)
        px = self._look.px
        thumb = QRectF(0, 0, px(_THUMB.width()), px(_THUMB.height()))
        thumb.moveCenter(QPointF(box.left() + _PAD + thumb.width() / 2, box.center().y()))
        dpr = self._view.devicePixelRatioF()
        if item.left_out:
            painter.setOpacity(faintness(self._look))
        self._pictures.paint(painter, thumb, item.figure, dpr, 8)
        painter.setOpacity(1)
        right = self._paint_end(painter, box, item, chosen)
        words = QRectF(thumb.right() + _PAD, box.top(), 0, box.height())
        words.setRight(box.right() - 2 * _PAD - px(_END))
        self._paint_words(painter, words, item, right - _PAD)
        painter.restore()

    def is_chosen(self, item: Item, current: bool) -> bool:
        """Whether the row of ``item`` is tinted; ``current``: the keys act on it."""
        return current

    def _paint_ground(
        self, painter: QPainter, box: QRectF, chosen: bool, current: bool, hover: bool
    ) -> None:
        theme = self._look.theme
        if chosen or current or hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary-soft" if chosen else "sunken"))
            painter.drawRoundedRect(box, 10, 10)
        if current and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.color("primary"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)

    def _paint_end(self, painter: QPainter, box: QRectF, item: Item, chosen: bool) -> float:
        """Draw minutes and badge; where the room for words ends."""
        look = self._look
        font = look.font("small-medium", numbers=True)
        painter.setFont(font)
        painter.setPen(look.theme.color("primary-ink" if chosen else "muted"))
        width = look.px(_END)
        end = QRectF(box.right() - _PAD - width, box.top(), width, box.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(end, flags, labels.minutes(item.duration_s))
        words = _badge(item)
        if not words:
            return end.left()
        span = QFontMetricsF(font).horizontalAdvance(words) + 1
        left = end.left() - look.px(20) - span
        painter.setPen(look.theme.color("accent-ink"))
        # Beside the name, so that the details below have the whole width.
        name, small = look.line("body-strong"), look.line("small")
        top = box.center().y() - (name + small) / 2
        place = QRectF(left, top, span, name)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        side = look.px(15)
        dpr = self._view.devicePixelRatioF()
        shield = look.pixmap("shield-alert", "accent-ink", side, dpr)
        left -= side + look.px(6)
        painter.drawPixmap(QPointF(left, place.center().y() - side / 2), shield)
        return left

    def _paint_words(self, painter: QPainter, box: QRectF, item: Item, name_right: float) -> None:
        look = self._look
        name, small = look.line("body-strong"), look.line("small")
        top = box.center().y() - (name + small) / 2
        strong = look.font("body-strong")
        painter.setFont(strong)
        painter.setPen(look.theme.color("ink"))
        right = Qt.TextElideMode.ElideRight
        room = name_right - box.left()
        text = QFontMetricsF(strong).elidedText(item.name, right, room)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(box.left(), top, box.width(), name), flags, text)
        font = look.font("small")
        painter.setFont(font)
        painter.setPen(look.theme.color("muted"))
        dotted = "  \N{BULLET}  ".join(item.details)
        text = QFontMetricsF(font).elidedText(dotted, right, box.width())
        painter.drawText(QRectF(box.left(), top + name, box.width(), small), flags, text)


class ShelfList(QListView):
    """The list; ``picked`` says which item is current, ``entered`` that Enter was pressed."""

    picked = Signal(object)
    """The current ``Item``, or None."""
    entered = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._model = ShelfModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ShelfDelegate(look, pictures, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("plainFocus", True)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        look.changed.connect(self._refresh)

    def show_items(self, items: Sequence[Item], current: str = "") -> None:
        """Show rows; the one of id ``current``, else the first, becomes the current one."""
        self._model.show_items(items)
        row = max(0, self._model.row_of(current))
        if items:
            self.setCurrentIndex(self._model.index(row))
        else:
            self.picked.emit(None)

    def current(self) -> Item | None:
        """The current row's item."""
        return self._model.item(self.currentIndex().row())

    def choose(self, item_id: str) -> bool:
        """Make a row current; False when it is not shown."""
        row = self._model.row_of(item_id)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(self._model.item(now.row()))

    def _refresh(self) -> None:
        self.doItemsLayout()
        self.viewport().update()
