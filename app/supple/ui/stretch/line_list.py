"""Lines of text one after another, to be added to, put in another order and taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.stretch_draft import Check
from supple.core.stretch_fields import moved, without
from supple.ui.look import Look
from supple.ui.reveal import reveal
from supple.ui.stretch.field import CheckLine, SideLine
from supple.ui.text import Text
from supple.ui.widgets.button import Button


class LineList(QWidget):
    """``changed`` carries all lines after another order or number of them.

    Enter makes a further line, Alt with an arrow moves one, Backspace takes an empty one out.
    """

    changed = Signal(object)
    typed = Signal(int, str)
    """The place of a line and what it holds now."""
    fix_asked = Signal(object)

    def __init__(self, look: Look, name: str, most: int, *, add: str, example: str = "") -> None:
        """``name`` is that of one line, ``add`` what the button below says."""
        super().__init__()
        self._look = look
        self._name = name
        self._most = most
        self._example = example
        self._lines: tuple[str, ...] = ()
        self._sided = False
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.more = Button(look, add, "ghost", "small", icon="plus")
        self.more.setAccessibleName(f"{add}: {name}")
        self.more.clicked.connect(lambda: self._insert(len(self._lines)))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def rows(self) -> Sequence[_Row]:
        """The lines in turn."""
        return self._rows

    def show_lines(self, lines: Sequence[str], *, sided: bool = False) -> None:
        """Show ``lines``, without a signal; ``sided``: they may name the leg at work."""
        self._lines, self._sided = tuple(lines), sided
        while len(self._rows) > len(self._lines):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(self._lines):
            self._add_row()
        for place, (row, text) in enumerate(zip(self._rows, self._lines, strict=True)):
            row.line.show_text(text)
            row.line.set_sided(sided)
            row.set_ends(first=place == 0, last=place == len(self._rows) - 1)
        self.more.setVisible(len(self._lines) < self._most)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Tell of each line's check below it; they are named ``KEY.PLACE``."""
        for place, row in enumerate(self._rows):
            mine = [c for c in checks if c.field.rpartition(".")[2] == str(place)]
            row.check.show_check(mine[0] if mine else None)

    def take_focus(self, place: int) -> None:
        """Put the cursor at the end of a line."""
        if self._rows:
            row = self._rows[max(0, min(place, len(self._rows) - 1))]
            row.line.line.setFocus(Qt.FocusReason.OtherFocusReason)
            row.line.line.end(False)
            reveal(row)

    def _add_row(self) -> None:
        place = len(self._rows)
        row = _Row(self._look, place, self._name, self._example if not place else "")
        row.line.typed.connect(lambda text, p=place: self._on_typed(p, text))
        row.line.line.entered.connect(lambda p=place: self._insert(p + 1))
        row.up.clicked.connect(lambda _=False, p=place: self._move(p, -1))
        row.down.clicked.connect(lambda _=False, p=place: self._move(p, 1))
        row.out.clicked.connect(lambda _=False, p=place: self._take_out(p))
        row.move_asked.connect(lambda by, p=place: self._move(p, by))
        row.line.line.emptied.connect(lambda p=place: self._take_out(p))
        row.check.fix_asked.connect(self.fix_asked)
        self._rows.append(row)
        self._column.insertWidget(place, row)
        row.show()
        self._order()

    def _order(self) -> None:
        """Let Tab go down the lines and then to the button below."""
        stops = [stop for row in self._rows for stop in row.stops()]
        for before, after in zip(stops, [*stops[1:], self.more], strict=True):
            QWidget.setTabOrder(before, after)

    def _on_typed(self, place: int, text: str) -> None:
        self._lines = (*self._lines[:place], text, *self._lines[place + 1 :])
        self.typed.emit(place, text)

    def _insert(self, place: int) -> None:
        if len(self._lines) < self._most:
            self._give((*self._lines[:place], "", *self._lines[place:]), place)
        else:
            self.take_focus(place)

    def _move(self, place: int, by: int) -> None:
        if 0 <= place + by < len(self._lines):
            self._give(moved(self._lines, place, by), place + by)

    def _take_out(self, place: int) -> None:
        self._give(without(self._lines, place), max(0, place - 1))
        if not self._lines:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, lines: tuple[str, ...], focus: int) -> None:
        self.show_lines(lines, sided=self._sided)
        self.changed.emit(lines)
        self.take_focus(focus)


class _Row(QWidget):
    """A number, a line, and what can be done with it."""

    move_asked = Signal(int)

    def __init__(self, look: Look, place: int, name: str, example: str) -> None:
        super().__init__()
        title = f"{name} {place + 1}"
        number = Text(look, str(place + 1), "small-strong", "primary", numbers=True)
        number.setFixedWidth(look.px(14))
        self.line = SideLine(look, title, example)
        self.check = CheckLine(look)
        self.up = _small(look, "up", f"Move up, {title}", "Move up (Alt ↑)")
        self.down = _small(look, "down", f"Move down, {title}", "Move down (Alt ↓)")
        self.out = _small(look, "x", f"Take out, {title}", "Take out")
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(number)
        top.addSpacing(6)
        top.addWidget(self.line, 1)
        for button in (self.up, self.down, self.out):
            top.addWidget(button)
        below = QHBoxLayout()
        below.setContentsMargins(look.px(14) + 8, 0, 0, 0)
        below.addWidget(self.check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(below)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Whether there is nothing above, or below."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.line.line, self.line.side, self.up, self.down, self.out)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and event.key() in steps:
            self.move_asked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _small(look: Look, icon: str, name: str, hint: str) -> Button:
    button = Button(look, "", "quiet", "tiny", icon=icon, hint=hint)
    button.setAccessibleName(name)
    return button
