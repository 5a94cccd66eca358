"""The filters above the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supple.core import labels
from supple.core.routine import Position
from supple.core.shelf import NOTHING, Filters, Part
from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.combo import Combo

_LEVELS: tuple[tuple[str, frozenset[int]], ...] = (
    ("Easy", frozenset({1})),
    ("Easy and medium", frozenset({1, 2})),
    ("Medium", frozenset({2})),
    ("Hard", frozenset({3})),
)
_LENGTHS = (120, 300, 600)
"""Seconds."""
_NAMES = {
    Part.POSITION: "Position",
    Part.LEVEL: "Level",
    Part.EQUIPMENT: "Equipment",
    Part.LENGTH: "Length",
}


class FilterBar(QWidget):
    """Four lists to choose from, in a row or folded into one button."""

    changed = Signal(object)
    """The new ``Filters``, without the text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._filters = Filters()
        self._combos = {part: Combo(look, name) for part, name in _NAMES.items()}
        for part, combo in self._combos.items():
            combo.setProperty("compact", True)
            combo.activated.connect(lambda _n, part=part: self._on_choice(part))
        self._fill(Part.POSITION, "Any position", [(labels.position(p), p) for p in Position])
        self._fill(Part.LEVEL, "Any level", list(_LEVELS))
        lengths = [(f"Up to {labels.minutes(s)}", s) for s in _LENGTHS]
        self._fill(Part.LENGTH, "Any length", lengths)
        self.set_equipment(())
        self._fold = Button(look, "Filters", "soft", "small", icon="list-checks")
        self._fold.clicked.connect(self._on_fold)
        self._clear = Button(look, "Clear filters", "ghost", "small")
        self._clear.clicked.connect(self.clear)
        self._box = Popover(look, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._fold)
        self._row.addStretch(1)
        self._row.addWidget(self._clear)
        self.narrow = True
        self.set_narrow(False)
        self._refresh()
        look.changed.connect(self._refresh)

    @property
    def filters(self) -> Filters:
        """What is set."""
        return self._filters

    def set_equipment(self, names: Sequence[str]) -> None:
        """The equipment there is to choose from."""
        entries = [("Nothing needed", NOTHING)]
        entries += [(labels.equipment((name,)), name) for name in names]
        self._fill(Part.EQUIPMENT, "Any equipment", entries)
        self._choose(Part.EQUIPMENT, self._filters.equipment)

    def drop(self, part: Part) -> None:
        """Take one filter away."""
        self.apply(self._filters.without(part))

    def clear(self) -> None:
        """Take all filters away."""
        self.apply(Filters())

    def close_box(self) -> None:
        """Close the folded filters, if they are open."""
        self._box.hide()

    def label_of(self, part: Part) -> str:
        """What a filter is set to, as shown."""
        return self._combos[part].currentText()

    def set_narrow(self, narrow: bool) -> None:
        """Fold the lists into one button, or spread them out."""
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self._box.hide()
        self._fold.setVisible(narrow)
        for n, combo in enumerate(self._combos.values()):
            if narrow:
                self._box.rows.addWidget(combo)
            else:
                self._row.insertWidget(1 + n, combo)
            combo.show()

    def _fill(self, part: Part, every: str, entries: Sequence[tuple[str, object]]) -> None:
        combo = self._combos[part]
        combo.clear()
        combo.addItem(every, None)
        for label, value in entries:
            combo.addItem(label, value)

    def _on_choice(self, part: Part) -> None:
        value = self._combos[part].currentData()
        old = self._filters
        match part:
            case Part.POSITION:
                new = replace(old, position=Position(value) if value else None)
            case Part.LEVEL:
                new = replace(old, levels=value)
            case Part.EQUIPMENT:
                new = replace(old, equipment=value)
            case _:
                new = replace(old, longest_s=value)
        self.apply(new)

    def apply(self, filters: Filters) -> None:
        """Set all filters at once; their text is left to the search field."""
        self._filters = filters
        self._choose(Part.POSITION, filters.position)
        self._choose(Part.LEVEL, filters.levels)
        self._choose(Part.EQUIPMENT, filters.equipment)
        self._choose(Part.LENGTH, filters.longest_s)
        self._refresh()
        self.changed.emit(filters)

    def _choose(self, part: Part, value: object) -> None:
        combo = self._combos[part]
        at = [n for n in range(combo.count()) if combo.itemData(n) == value]
        combo.setCurrentIndex(at[0] if at else 0)

    def _refresh(self) -> None:
        on = self._filters.set_parts
        for part, combo in self._combos.items():
            combo.set_active(part in on)
            self._fit(combo)
        self._fold.setText(f"Filters, {len(on)} on" if on else "Filters")
        self._fold.updateGeometry()
        self._clear.setVisible(bool(on))

    def _fit(self, combo: Combo) -> None:
        """As wide as what is chosen, not as the longest choice."""
        font = self._look.font("small-strong" if combo.property("active") else "small")
        # A font set in any other way is lost to the style sheet.
        sheet = f"QComboBox {{ font-size: {font.pixelSize()}px; }}"
        if combo.styleSheet() != sheet:
            combo.setStyleSheet(sheet)
        words = QFontMetricsF(font).horizontalAdvance(combo.currentText())
        combo.setFixedWidth(round(words) + self._look.px(20 + 26) + 8)
        choices = [combo.itemText(n) for n in range(combo.count())]
        longest = max(QFontMetricsF(font).horizontalAdvance(text) for text in choices)
        combo.view().setMinimumWidth(round(longest) + self._look.px(40))

    def _on_fold(self) -> None:
        if self._box.isVisible():
            self._box.hide()
        else:
            self._box.open_below(self._fold)


class Popover(QFrame):
    """A small card that opens under a button and closes with Esc or a click elsewhere."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self._look = look
        self._anchor: QWidget | None = None
        self.setAccessibleName("Filters")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(12, 12, 12, 12)
        self.rows.setSpacing(8)
        self.hide()

    def open_below(self, anchor: QWidget) -> None:
        """Show it under ``anchor``, above everything else in the window."""
        window = anchor.window()
        self._anchor = anchor
        self.setParent(window)
        self.adjustSize()
        self.move(anchor.mapTo(window, QPoint(0, anchor.height() + 4)))
        self.show()
        self.raise_()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        first = self.rows.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            # The lists of the combo boxes are windows of their own.
            here = watched.window() is self.window()
            if here and watched is not self and not self.isAncestorOf(watched):
                self.hide()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Passed on to the widget below it would count as a click elsewhere.
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.hide()
        if self._anchor is not None:
            self._anchor.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = self.rect().toRectF()
        draw.rounded(painter, box, 12, theme.color("surface"), theme.color("control"))
        painter.end()
