"""A wide card beside a column; in a narrow window one below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.page import Scroller

GAP = 16
_BETWEEN = 20
_BELOW = 28
"""Pixels free below what scrolls."""
_UNBOUND = 16_777_215
_AROUND = 48
"""Pixels seen above and below what Tab comes to."""


class Columns(QWidget):
    """``main`` takes what a side column of ``wide`` pixels leaves; ``foot`` never scrolls away."""

    def __init__(self, look: Look, wide: int) -> None:
        super().__init__()
        self._look = look
        self._wide = wide
        self._side: tuple[QWidget, ...] = ()
        self._foot: QWidget | None = None
        self._warning: QWidget | None = None
        self._main: QWidget | None = None
        self._low = False
        """Whether there is no height for the foot below the side column."""
        self.narrow = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        self.scroller = Scroller(look)
        self.scroller.set_body(self._row)
        self._watch = _Watch(self.scroller.content, self._look_at_height)
        self.foot_row = QHBoxLayout()
        self.foot_row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scroller, 1)
        column.addLayout(self.foot_row)
        look.changed.connect(self._arrange)

    def fill(
        self,
        main: QWidget,
        side: Sequence[QWidget],
        foot: QWidget,
        warning: QWidget | None = None,
    ) -> None:
        """Put the parts in; ``warning``, one of ``side``, comes first in one column."""
        self._side, self._foot, self._warning = tuple(side), foot, warning
        self._main = main
        self._row.addWidget(main, 1)
        for part in side:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._row.addLayout(self._column)
        self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        """One column, or two."""
        if narrow != self.narrow:
            self.narrow = narrow
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_height()

    def _look_at_height(self) -> None:
        """In a low view the foot is kept in sight below what scrolls."""
        low = not self.narrow and self._wanted() > self.height()
        if low != self._low:
            self._low = low
            self._arrange()

    def _wanted(self) -> int:
        """Pixels of height that everything takes side by side, the foot in its column."""
        main, foot = self._main, self._foot
        if main is None or foot is None:
            return 0
        wide = self._look.px(self._wide)
        shown = [part for part in self._side if not part.isHidden()]
        side = sum(_least(part, wide) + GAP for part in shown) + foot.sizeHint().height()
        room = self.scroller.viewport().width() - wide - _BETWEEN
        return max(side, _least(main, room)) + _BELOW

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        # Qt scrolls to what Tab comes to only from within the scroller; the foot is outside.
        now = self.window().focusWidget()
        if now is not None and self.scroller.isAncestorOf(now):
            self.scroller.ensureWidgetVisible(now, 0, _AROUND)
        return moved

    def _arrange(self) -> None:
        foot = self._foot
        if foot is None:
            return
        ways, narrow = QBoxLayout.Direction, self.narrow
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._row.setSpacing(GAP if narrow else _BETWEEN)
        wide = _UNBOUND if narrow else self._look.px(self._wide)
        for part in (*self._side, foot):
            part.setMinimumWidth(0 if narrow else wide)
            part.setMaximumWidth(wide)
        if self._warning is not None:
            for layout in (self._row, self._column):
                layout.removeWidget(self._warning)
            place = 0 if narrow else self._side.index(self._warning)
            (self._row if narrow else self._column).insertWidget(place, self._warning)
        now: QWidget | None = self.window().focusWidget()
        had_focus = now if now is not None and foot.isAncestorOf(now) else None
        # Removed and not taken: an item left over would keep the sizes of the widget it had.
        for layout in (self._column, self.foot_row):
            layout.removeWidget(foot)
        if narrow:
            self.foot_row.addWidget(foot)
        elif self._low:
            self.foot_row.addWidget(foot, 0, Qt.AlignmentFlag.AlignRight)
        else:
            self._column.addWidget(foot)
        apart = narrow or self._low
        foot.setContentsMargins(0, 12 if apart else 0, 0, 16 if apart else 0)
        if had_focus is not None:
            # Another parent takes it away.
            had_focus.setFocus(Qt.FocusReason.OtherFocusReason)


class _Watch(QObject):
    """Calls back when something in a widget takes more or less room than before."""

    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._call()
        return False


def _least(part: QWidget, width: int) -> int:
    """Pixels of height that ``part`` needs in ``width``."""
    inside = part.layout()
    if inside is not None and inside.hasHeightForWidth():
        least = inside.totalMinimumHeightForWidth(width)
    elif part.hasHeightForWidth():
        least = part.heightForWidth(width)
    else:
        least = part.minimumSizeHint().height()
    return max(least, part.minimumHeight())


class Foot(QWidget):
    """A row of buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
