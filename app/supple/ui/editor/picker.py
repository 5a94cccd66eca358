"""What to add: a list of stretches to choose one or several from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from supple.core import labels, shelf
from supple.core.shelf import Filters, Item
from supple.ui.dialog import Overlay
from supple.ui.library.shelf_list import ROW, ShelfDelegate, ShelfList
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce
from supple.ui.widgets.search import SearchField

_WIDTH = 560
_ROWS = 5
_MARK = 22


class Picker(Overlay):
    """``picked`` carries the ids chosen, in the order they were chosen."""

    picked = Signal(object)
    """A tuple of ids."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        parent: QWidget,
        items: Sequence[Item],
        *,
        title: str = "Add a stretch",
        several: bool = True,
    ) -> None:
        """``several``: any number may be chosen, and not only one."""
        super().__init__(look, parent, title, _WIDTH)
        self._items = tuple(items)
        self._several = several
        self.chosen: list[str] = []
        self.search = SearchField(look, "Search")
        self.search.installEventFilter(self)
        self.search.textChanged.connect(lambda _: self._refilter())
        self.content.setSpacing(12)
        self.content.addWidget(self.search)
        self.list = PickList(look, pictures, self)
        self.list.setAccessibleName(title)
        self.list.clicked.connect(lambda _: self.toggle())
        self.list.doubleClicked.connect(lambda _: self._take_at_once())
        self.content.addWidget(self.list)
        self._nothing = Text(look, "Nothing is called that.", "body", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.content.addWidget(self._nothing)
        self.refit()
        self.add = self.add_button("Add", "primary", accepts=True)
        self.add_button("Cancel", "ghost", accepts=False)
        self.accepted.connect(lambda: self.picked.emit(tuple(self.chosen)))
        self._refilter()
        self._say()

    def first(self) -> QWidget | None:
        return self.search

    def refit(self) -> None:
        parent, row = self.parentWidget(), self._look.px(ROW)
        if parent is not None:
            rows = max(2, min(_ROWS, (parent.height() - 260) // row))
            self.list.setFixedHeight(row * rows)
            self._nothing.setFixedHeight(row * rows)

    def toggle(self) -> None:
        """Choose the current row, or no longer."""
        item = self.list.current()
        if item is None:
            return
        if item.id in self.chosen:
            self.chosen.remove(item.id)
        elif self._several:
            self.chosen.append(item.id)
        else:
            self.chosen = [item.id]
        word = "chosen" if item.id in self.chosen else "not chosen"
        announce(self.list, f"{item.name}, {word}")
        self.list.viewport().update()
        self._say()

    def take(self) -> None:
        """Take what is chosen; where nothing is, the current row."""
        item = self.list.current()
        if not self.chosen and item is not None:
            self.chosen = [item.id]
        if self.chosen:
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field Down leads into the list, and Enter takes."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _take_at_once(self) -> None:
        item = self.list.current()
        if item is not None and item.id not in self.chosen:
            # The second press of the two took it back.
            self.toggle()
        self.take()

    def _refilter(self) -> None:
        shown = shelf.matching(self._items, Filters(text=self.search.text()))
        current = self.list.current()
        self.list.show_items(shown, current.id if current else "")
        self.list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)

    def _say(self) -> None:
        many = len(self.chosen)
        one, more = ("stretch", "stretches") if self._several else ("routine", "routines")
        text = f"Add {labels.plural(many, one, more)}" if many else f"Add a {one}"
        self.add.setText(text if self._several else "Make a copy")
        self.add.setEnabled(bool(many))
        self.add.updateGeometry()


class PickList(ShelfList):
    """The list, with what is chosen ticked and numbered."""

    def __init__(self, look: Look, pictures: Pictures, picker: Picker) -> None:
        super().__init__(look, pictures)
        self._picker = picker
        self.setItemDelegate(PickDelegate(look, pictures, self, picker))
        self.entered.connect(picker.take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._picker.toggle()
            return
        super().keyPressEvent(event)


class PickDelegate(ShelfDelegate):
    """Draws a row, and a number over the picture of a chosen one."""

    def __init__(self, look: Look, pictures: Pictures, view: PickList, picker: Picker) -> None:
        super().__init__(look, pictures, view)
        self._picker = picker

    def is_chosen(self, item: Item, current: bool) -> bool:
        return item.id in self._picker.chosen

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        super().paint(painter, option, index)  # type: ignore[arg-type]
        item = index.data(Qt.ItemDataRole.UserRole)  # type: ignore[attr-defined]
        if not isinstance(item, Item) or item.id not in self._picker.chosen:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, side = self._look, self._look.px(_MARK)
        box = QRectF(option.rect.left() + 4, option.rect.top() + 4, side, side)
        draw.rounded(painter, box, side / 2, look.theme.color("primary"))
        painter.setPen(look.theme.color("on-primary"))
        painter.setFont(look.font("small-strong"))
        number = str(self._picker.chosen.index(item.id) + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
        painter.restore()
