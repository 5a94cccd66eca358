"""The side bar: which page is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.brand import Brand
from supple.ui.look import Look
from supple.ui.widgets import draw

WIDE = 196
RAIL = 64


class Entry(NamedTuple):
    """One page in the side bar."""

    key: str
    label: str
    icon: str


class NavItem(QAbstractButton):
    """One line of a page list: an icon and a word, or the icon alone."""

    def __init__(self, look: Look, entry: Entry, hint: str = "") -> None:
        """``hint`` is the key that does the same, for the tool tip."""
        super().__init__()
        self._look = look
        self._entry = entry
        self._hint = hint
        self._narrow = False
        self.setText(entry.label)
        self.setAccessibleName(entry.label)
        self.setCheckable(True)
        # One of several, for screen readers as well.
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Qt leaves the stop for Tab where the focus was last.
        self.toggled.connect(self._take_stop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # A ring outside would be cut off by the list's edge.
        self.setProperty("plainFocus", True)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, with the word as a tool tip."""
        self._narrow = narrow
        tip = self._entry.label if narrow else ""
        self.setToolTip(f"{tip} {self._hint}".strip() if narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        height = look.px(40)
        if self._narrow:
            return QSize(height, height)
        font = look.font("body-strong")
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        return QSize(round(width) + look.px(24 + 20 + 12) + 2, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _take_stop(self, chosen: bool) -> None:
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.TabFocus if chosen else policy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = draw.smooth(self)
        fill, ink, role = self._dress()
        box = QRectF(self.rect())
        if fill:
            draw.rounded(painter, box, 10, look.theme.color(fill))
        if self.hasFocus():
            draw.rounded(painter, box, 10, None, look.theme.color("primary"), 2)
        side = look.px(20)
        x = (self.width() - side) / 2 if self._narrow else look.px(12)
        y = (self.height() - side) / 2
        pixmap = look.pixmap(self._entry.icon, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(round(x), round(y)), pixmap)
        if not self._narrow:
            painter.setPen(look.theme.color(ink))
            painter.setFont(look.font(role))
            left = x + side + look.px(12)
            words = box.adjusted(left, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _dress(self) -> tuple[str, str, str]:
        """Fill, ink and font role."""
        if self.isChecked():
            return "primary-soft", "primary-ink", "body-strong"
        if self.isDown() or self.underMouse():
            return ("track" if self.isDown() else "sunken"), "ink", "body-medium"
        return "", "muted", "body-medium"


class SideBar(QWidget):
    """The list of pages; ``chosen`` carries the key of the one picked."""

    chosen = Signal(str)

    def __init__(self, look: Look, top: Sequence[Entry], bottom: Sequence[Entry]) -> None:
        super().__init__()
        self._look = look
        self.narrow = False
        self._group = QButtonGroup(self)
        self._items: dict[str, NavItem] = {}
        self._brand = Brand(look)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addWidget(self._brand)
        self._column.addSpacing(18)
        for number, entry in enumerate(top, 1):
            self._add(entry, f"(Ctrl {number})")
        self._column.addStretch(1)
        for entry in bottom:
            self._add(entry, "(Ctrl ,)")
        self.setAccessibleName("Pages")
        self.set_narrow(False)
        look.changed.connect(self._refresh)

    @property
    def items(self) -> list[NavItem]:
        """The entries, top to bottom."""
        return list(self._items.values())

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is here."""
        return any(item.hasFocus() for item in self._items.values())

    def choose(self, key: str) -> None:
        """Mark a page as shown, without a signal."""
        self._items[key].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Fold into a rail of icons, or back."""
        self.narrow = narrow
        self._brand.set_narrow(narrow)
        for item in self._items.values():
            item.set_narrow(narrow)
        side = 10 if narrow else 12
        self._column.setContentsMargins(side, 20, side + 1, 16)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        draw.flat(painter, self.rect(), theme.color("bg"))
        edge = QRect(self.width() - 1, 0, 1, self.height())
        draw.flat(painter, edge, theme.color("line"))
        painter.end()

    def _add(self, entry: Entry, hint: str) -> None:
        item = NavItem(self._look, entry, hint)
        item.clicked.connect(lambda _=False, key=entry.key: self.chosen.emit(key))
        self._group.addButton(item)
        self._column.addWidget(item)
        self._items[entry.key] = item

    def _refresh(self) -> None:
        if self.narrow:
            self.setFixedWidth(max(RAIL, self._look.px(40) + 21))
        else:
            words = max(item.sizeHint().width() for item in self._items.values())
            self.setFixedWidth(max(WIDE, words + 25))
