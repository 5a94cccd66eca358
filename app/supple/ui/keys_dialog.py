"""The keys there are, listed: one group as a block, and all of them in a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.shortcuts import GROUPS, Group
from supple.ui.text import Text
from supple.ui.widgets.keycap import KeyCap

_BETWEEN = 40
"""Pixels between two columns, as between those of keys that can be taught."""
_LINE = 48
"""Pixels that an arrow key scrolls by, and that stay in sight from one page to the next."""
_APART = 8
"""Pixels between the list and its scroll bar."""


class KeyList(QWidget):
    """One group in two columns."""

    def __init__(self, look: Look, group: Group, columns: int = 2) -> None:
        super().__init__()
        self._look = look
        self._caps: list[KeyCap] = []
        self.setAccessibleName(group.where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(look, group.where, "subhead"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(_BETWEEN)
        grid.setVerticalSpacing(8)
        rows = -(-len(group.keys) // columns)
        for n, key in enumerate(group.keys):
            row, side = n % rows, n // rows
            # Halves of the width, whatever is in them: so the lists below one another line up.
            caps = QHBoxLayout()
            caps.setSpacing(4)
            for text in (key.cap, key.also) if key.also else (key.cap,):
                made = KeyCap(look, text)
                caps.addWidget(made)
                self._caps.append(made)
            half = QHBoxLayout()
            half.setSpacing(12)
            half.addWidget(Text(look, key.does, wrap=True), 1)
            half.addLayout(caps)
            grid.addLayout(half, row, side)
        for side in range(columns):
            grid.setColumnStretch(side, 1)
        column.addLayout(grid)
        look.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        for shown in self._caps:
            shown.set_scale(self._look.text_scale)


class KeysDialog(Overlay):
    """All groups of keys on one card."""

    def __init__(self, look: Look, parent: QWidget, groups: Sequence[Group] = GROUPS) -> None:
        super().__init__(look, parent, "Keys", width=660)
        column = QVBoxLayout()
        column.setSpacing(16)
        for group in groups:
            column.addWidget(KeyList(look, group))
        # What is left over goes below the list, not between its rows.
        column.addStretch(1)
        scroller = Scroller(look, bottom=4)
        scroller.set_body(column)
        scroller.set_right(scroller.verticalScrollBar().sizeHint().width() + _APART)
        self._scroller = scroller
        wanted = self._wanted()
        scroller.setFixedHeight(wanted)
        self.content.addWidget(scroller)
        self._scroll_by_keys()
        self.add_button("Close", "secondary", accepts=False, key="Esc")
        # Squeezed into a lower window, the list would come under the button.
        self._around = self.sizeHint().height() - wanted
        self.refit()

    def refit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            room = parent.height() - self._around
            self._scroller.setFixedHeight(min(self._wanted(), room))

    def _wanted(self) -> int:
        """How high the whole list is on a card of this width."""
        edge = self.card.body.contentsMargins()
        width = self.card.width() - edge.left() - edge.right()
        return self._scroller.content.heightForWidth(width)

    def _scroll_by_keys(self) -> None:
        """In a low window not all of the list is seen at once."""
        # The button would take the arrows for itself before they came to keyPressEvent.
        for key, way in (("Down", 1), ("Up", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self._scroll, way * self._look.px(_LINE)))
        for key, way in (("PgDown", 1), ("PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self._turn_page, way))

        bar = self._scroller.verticalScrollBar()
        for key, call in (("Home", bar.minimum), ("End", bar.maximum)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda call=call: bar.setValue(call()))

    def _turn_page(self, way: int) -> None:
        """By what is seen now, less a line."""
        self._scroll(way * (self._scroller.viewport().height() - self._look.px(_LINE)))

    def _scroll(self, pixels: int) -> None:
        bar = self._scroller.verticalScrollBar()
        bar.setValue(bar.value() + pixels)
