"""A wide card beside a column; in a narrow window one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.page import Scroller

GAP = 16
_UNBOUND = 16_777_215
_EDGE = 4
"""Pixels that a focus ring needs."""


class Columns(QWidget):
    """``main`` takes what a side column of ``wide`` pixels leaves; ``foot`` never scrolls away."""

    def __init__(self, look: Look, wide: int) -> None:
        super().__init__()
        self._look = look
        self._wide = wide
        self._main: QWidget | None = None
        self._side: tuple[QWidget, ...] = ()
        self._foot: QWidget | None = None
        self.narrow = False
        self._body = QVBoxLayout()
        self._body.setSpacing(GAP)
        self.scroller = Scroller(look)
        self.scroller.set_body(self._body)
        self.foot_row = QHBoxLayout()
        self.foot_row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scroller, 1)
        column.addLayout(self.foot_row)
        look.changed.connect(self._arrange)

    def fill(self, main: QWidget, side: Sequence[QWidget], foot: QWidget) -> None:
        """Put the parts in."""
        self._main, self._side, self._foot = main, tuple(side), foot
        self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        """One column, or two."""
        if narrow != self.narrow:
            self.narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        if self._main is None or self._foot is None:
            return
        _empty(self._body)
        _empty(self.foot_row)
        wide = _UNBOUND if self.narrow else self._look.px(self._wide)
        for part in (*self._side, self._foot):
            part.setMinimumWidth(0 if self.narrow else wide)
            part.setMaximumWidth(wide)
        if self.narrow:
            self._body.addWidget(self._main)
            for part in self._side:
                self._body.addWidget(part)
            self._body.addStretch(1)
            self.foot_row.addWidget(self._foot)
        else:
            row, column = QHBoxLayout(), QVBoxLayout()
            row.setSpacing(20)
            column.setSpacing(GAP)
            for part in self._side:
                column.addWidget(part)
            column.addStretch(1)
            column.addWidget(self._foot)
            row.addWidget(self._main, 1)
            row.addLayout(column)
            self._body.addLayout(row, 1)
        self._foot.setContentsMargins(0, 12 if self.narrow else 0, 0, 16 if self.narrow else 0)


class Foot(QWidget):
    """A row of buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)


def _empty(layout: QLayout) -> None:
    """Take the widgets out of ``layout`` and its inner layouts, which go; the widgets stay."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            _empty(inner)
            inner.deleteLater()
