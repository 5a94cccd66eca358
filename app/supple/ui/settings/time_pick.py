"""A time of day to choose from a list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from supple.core.breaks.times import DAY_MIN, clock
from supple.ui.look import Look
from supple.ui.settings.wheel import PassWheel
from supple.ui.widgets.combo import Combo

_WIDTH, _SHOWN = 104, 12


class TimePick(Combo):
    """``picked`` carries the minute of the day, 0 to 1440, that a person picks.

    To type a time finds it.
    """

    picked = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        minute: int,
        *,
        step: int = 15,
        midnight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``step`` in minutes; ``midnight`` offers 24:00 in place of 00:00."""
        super().__init__(look, name, parent)
        self.setProperty("compact", True)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(adjust)
        self.setMaxVisibleItems(_SHOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        PassWheel(self)
        first = step if midnight else 0
        every = {*range(first, DAY_MIN, step), minute, *([DAY_MIN] if midnight else [])}
        for each in sorted(every):
            self.addItem(clock(each), each)
        self._minute = minute
        self.setCurrentIndex(self.findData(minute))
        self.activated.connect(self._on_activated)
        look.changed.connect(self._refresh)
        self._refresh()

    @property
    def minute(self) -> int:
        """Of the day, 0 to 1440."""
        return self._minute

    def choose(self, minute: int) -> None:
        """Show another minute, without a signal; one between the steps gets a line of its own."""
        if self.findData(minute) < 0:
            place = sum(int(self.itemData(n)) < minute for n in range(self.count()))
            self.insertItem(place, clock(minute), minute)
        self._minute = minute
        self.setCurrentIndex(self.findData(minute))

    def _on_activated(self, index: int) -> None:
        minute = int(self.itemData(index))
        if minute != self._minute:
            self._minute = minute
            self.picked.emit(minute)

    def _refresh(self) -> None:
        self.setFixedWidth(self._look.px(_WIDTH))
