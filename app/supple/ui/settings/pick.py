"""One of a list, in a row whose hint follows the choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.settings.rows import SettingsCard
from supple.ui.settings.wheel import PassWheel
from supple.ui.widgets.combo import Combo

Choice = tuple[str, str, str]
"""Key, words, and the hint shown while it is chosen; "" leaves the row's own hint."""
_WIDTH, _ROOM = 290, 54
GONE = "Not found on this computer now"


class Pick(QWidget):
    """A combo box of a fixed width; ``picked`` carries the key a person picks."""

    picked = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        choices: Sequence[Choice],
        *,
        width: int = _WIDTH,
        compact: bool = False,
    ) -> None:
        """``width`` in pixels at text size 1; ``compact`` is as low as a small button."""
        super().__init__()
        self._look = look
        self._width = width
        self._name = name
        self._key = choices[0][0]
        self._hints: dict[str, str] = {}
        self._hint = ""
        self._card: SettingsCard | None = None
        self.combo = Combo(look, name)
        self.combo.setProperty("compact", compact)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.combo.setSizeAdjustPolicy(adjust)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        PassWheel(self.combo)
        self.combo.activated.connect(self._on_activated)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo)
        look.changed.connect(self._refresh)
        self.offer(choices)
        self._refresh()

    @property
    def key(self) -> str:
        """Of what is chosen."""
        return self._key

    def add_to(self, card: SettingsCard, hint: str) -> None:
        """A row of ``card``."""
        self._hint = hint
        self._card = card
        card.add_row(self._name, self, hint)
        self._show_hint()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Other choices; what was chosen stays chosen, even when it is no longer there."""
        self._hints = {key: hint for key, _, hint in choices}
        self.combo.clear()
        for key, words, _ in choices:
            self._add(key, words)
        self.choose(self._key)

    def choose(self, key: str) -> None:
        """Show what is chosen, without a signal."""
        self._key = key
        index = self._index(key)
        if index < 0:
            self._hints[key] = GONE
            self._add(key, key)
            index = self.combo.count() - 1
        self.combo.setCurrentIndex(index)
        self._show_hint()

    def set_hint(self, hint: str) -> None:
        """What stands under the name unless the choice has a hint of its own."""
        self._hint = hint
        self._show_hint()

    def _add(self, key: str, words: str) -> None:
        self.combo.addItem(self._shortened(words), key)
        self.combo.setItemData(self.combo.count() - 1, words, Qt.ItemDataRole.ToolTipRole)

    def _index(self, key: str) -> int:
        keys = [str(self.combo.itemData(n)) for n in range(self.combo.count())]
        return keys.index(key) if key in keys else -1

    def _on_activated(self, index: int) -> None:
        key = str(self.combo.itemData(index))
        if key != self._key:
            self._key = key
            self._show_hint()
            self.picked.emit(key)

    def _show_hint(self) -> None:
        hint = self._hints.get(self._key) or self._hint
        words = self.combo.itemData(self.combo.currentIndex(), Qt.ItemDataRole.ToolTipRole)
        self.combo.setToolTip(str(words or ""))
        self.combo.setAccessibleDescription(hint)
        if self._card is not None:
            self._card.set_hint(self, hint)

    def _shortened(self, words: str) -> str:
        room = self._look.px(self._width - _ROOM)
        metrics = QFontMetricsF(self._look.font("body"))
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def _refresh(self) -> None:
        self.combo.setFixedWidth(self._look.px(self._width))
        for index in range(self.combo.count()):
            words = self.combo.itemData(index, Qt.ItemDataRole.ToolTipRole)
            self.combo.setItemText(index, self._shortened(str(words)))
