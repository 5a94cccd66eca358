"""Boxes to tick, in the order in which they are ticked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.widgets.tick import Tick

_GAP = 20


class Ticks(QWidget):
    """``changed`` carries the keys ticked, the first ticked first."""

    changed = Signal(object)

    def __init__(self, look: Look, name: str, options: Mapping[str, str]) -> None:
        """``options`` are words by key; ``name`` is what a screen reader says."""
        super().__init__()
        self._chosen: tuple[str, ...] = ()
        self._ticks = {key: Tick(look, words) for key, words in options.items()}
        for key, tick in self._ticks.items():
            tick.setAccessibleName(f"{name}: {tick.text()}")
            tick.toggled.connect(lambda on, key=key: self._on_toggled(key, on))
        flow = FlowLayout(list(self._ticks.values()), _GAP)
        flow.setContentsMargins(0, 2, 0, 2)
        self.setLayout(flow)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def choose(self, keys: Sequence[str]) -> None:
        """Tick ``keys``, without a signal."""
        self._chosen = tuple(keys)
        for key, tick in self._ticks.items():
            tick.blockSignals(True)
            tick.setChecked(key in self._chosen)
            tick.blockSignals(False)
            tick.update()

    def tick(self, key: str) -> Tick:
        """One of the boxes. Raises ``KeyError`` for an unknown key."""
        return self._ticks[key]

    def minimumSizeHint(self) -> QSize:
        widest = max((t.sizeHint().width() for t in self._ticks.values()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def _on_toggled(self, key: str, on: bool) -> None:
        rest = tuple(k for k in self._chosen if k != key)
        self._chosen = (*rest, key) if on else rest
        self.changed.emit(self._chosen)
