"""Which kinds of sentences are said: a box to tick for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from supple.core.speech import spoken_kinds
from supple.core.speech_level import MAY_BE_OFF, SpeechLevel
from supple.ui.look import Look
from supple.ui.widgets.tick import Tick

KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Name of the stretch", ("name",)),
    ("What it is for", ("why",)),
    ("Getting into position", ("setup",)),
    ("How to stretch", ("hold",)),
    ("How long it lasts", ("length",)),
    ("Where to feel it", ("feel",)),
    ("What to avoid", ("mistake",)),
    ("Half way", ("half",)),
    ("Ten seconds left", ("time",)),
    ("Three, two, one", ("countdown",)),
    ("Counting repetitions", ("rep", "last")),
    ("What comes next", ("rest",)),
    ("How to let go", ("release",)),
    ("The end", ("finish",)),
)
"""What a person reads, and the kinds of lines it stands for."""
_LEFT = Qt.AlignmentFlag.AlignLeft
_TWO = 420
"""Pixels of width, at text size 1, from which there are two columns."""


class SaidKinds(QWidget):
    """The boxes; ``changed`` carries the kinds that are off, in the order of ``MAY_BE_OFF``."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("What it says")
        self._columns = 0
        self._off: tuple[str, ...] = ()
        self._ticks = [Tick(look, words) for words, _ in KINDS]
        for tick in self._ticks:
            tick.clicked.connect(lambda _=False: self.changed.emit(self.off()))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 12, 4, 14)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(14)
        look.changed.connect(self._arrange)
        self._arrange()

    def show_off(self, off: tuple[str, ...], level: SpeechLevel) -> None:
        """Tick all that is said; what ``level`` leaves out anyway cannot be chosen."""
        self._off = off
        said = {kind.value for kind in spoken_kinds(level)}
        for tick, (_, kinds) in zip(self._ticks, KINDS, strict=True):
            able = bool(said & set(kinds))
            tick.setEnabled(able)
            tick.setChecked(able and not set(kinds) <= set(off))

    def off(self) -> tuple[str, ...]:
        """The kinds that are off, those left out by the level as they were before."""
        gone = set(self._off)
        for tick, (_, kinds) in zip(self._ticks, KINDS, strict=True):
            if tick.isEnabled():
                gone = gone - set(kinds) if tick.isChecked() else gone | set(kinds)
        return tuple(kind for kind in MAY_BE_OFF if kind in gone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        widest = max(tick.sizeHint().width() for tick in self._ticks)
        room = max(self.width(), self._look.px(200))
        columns = 2 if room >= max(self._look.px(_TWO), 2 * widest + 32) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, tick in enumerate(self._ticks):
            self._grid.removeWidget(tick)
            self._grid.addWidget(tick, number // columns, number % columns, _LEFT)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
