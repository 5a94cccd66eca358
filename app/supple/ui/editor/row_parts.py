"""What stands in a row of the editor, and where."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.core.draft_checks import SPANS, value_of
from supple.core.routine_draft import Part
from supple.ui.editor import columns
from supple.ui.editor.extras import Extras
from supple.ui.editor.grip import Grip
from supple.ui.editor.row_views import RowView
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.stepper import Stepper

_NOTE = 22
_AIR = 6
_NUMBERS = 44
"""The line of the numbers, where the name stands above them."""
STEPS = {Part.HOLD: 5, Part.REST: 5, Part.SETS: 1, Part.REPS: 1}


class RowParts(QWidget):
    """Handle, picture, words, numbers and signs; nothing is done with them here."""

    part_set = Signal(int, object, float)
    """Its key, the ``Part`` and the new number."""
    part_done = Signal()
    """A number has been left: the next change of it is another one."""

    def __init__(self, look: Look, pictures: Pictures, view: RowView, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = pictures
        self.view = view
        self.narrow = False
        self.chosen = False
        self.lifted = False
        self.grip = Grip(look, self)
        self.name = Text(look, view.name, "body-strong", wrap=True, line=20, parent=self)
        self.name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._more = Text(look, "", "small", "muted", elide=True, parent=self)
        self._note = Text(look, "", "small", "muted", elide=True, parent=self)
        self._make_numbers()
        self.menu_button = Button(look, size="small", kind="quiet", icon="more", parent=self)
        self.cross = Button(look, size="small", kind="quiet", icon="x", parent=self)
        self.extras: Extras | None = None

    def _make_numbers(self) -> None:
        look = self._look
        self.first_part = self.view.first_part
        suffix = " reps" if self.first_part is Part.REPS else " s"
        self.hold = self._stepper(self.first_part, suffix)
        self.sets = self._stepper(Part.SETS)
        self.rest = self._stepper(Part.REST, " s")
        self.sides = Text(look, "", "small", "muted", parent=self)
        self.total = Text(look, "", "body-medium", numbers=True, parent=self)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.numbers = {self.first_part: self.hold, Part.SETS: self.sets, Part.REST: self.rest}

    def _stepper(self, part: Part, suffix: str = "") -> Stepper:
        span = SPANS[part]
        made = Stepper(
            self._look,
            round(value_of(self.view.dose, part) or 0),
            round(span.low),
            round(span.high),
            step=STEPS[part],
            suffix=suffix,
            tight=True,
            parent=self,
        )
        made.changed.connect(lambda n, p=part: self.part_set.emit(self.view.key, p, float(n)))
        made.field.editingFinished.connect(self.part_done)
        # The row that is changed is the one that the keys are about.
        made.pressed.connect(lambda: made.field.setFocus(Qt.FocusReason.MouseFocusReason))
        return made

    def height_for(self, width: int) -> int:
        """Pixels it needs at ``width``."""
        high = self._main_high(width)
        if self.view.note:
            high += self._look.px(_NOTE)
        if self.extras is not None:
            room = width - self._words_from() - columns.RIGHT
            high += self.extras.heightForWidth(room) + 8
        return high

    def sizeHint(self) -> QSize:
        return QSize(500, self.height_for(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _words_from(self) -> int:
        return columns.words_from(self._look, narrow=self.narrow)

    def _main_high(self, width: int) -> int:
        """Pixels of the line with the numbers: more where the words need it."""
        small = round(self._more.line_height()) if self._more.text() else 0
        words = self._name_high(self._words_room(width)) + small + 2 * _AIR
        if self._is_stacked(width):
            return max(words, self._look.px(columns.SIGN) + _AIR) + self._look.px(_NUMBERS)
        return max(self._look.px(columns.HIGH), words)

    def _name_high(self, room: int) -> int:
        two = 2 * round(self.name.line_height())
        return min(self.name.heightForWidth(room), two)

    def _is_stacked(self, width: int) -> bool:
        return columns.is_stacked(self._look, width, narrow=self.narrow)

    def _words_room(self, width: int) -> int:
        signs = 2 * self._look.px(columns.SIGN) + 4 + columns.RIGHT + columns.GAP
        end = columns.end_width(self._look, narrow=self.narrow)
        taken = signs if self._is_stacked(width) else end
        return max(20, width - taken - self._words_from())

    def _place(self) -> None:
        px, width = self._look.px, self.width()
        high = whole = self._main_high(width)
        x = width - columns.end_width(self._look, narrow=self.narrow) + columns.GAP
        y = 0
        if self._is_stacked(width):
            # The name has the first line, the numbers the second.
            y, high = whole - px(_NUMBERS), px(_NUMBERS)
            x = self._words_from()
        left = columns.LEFT - 4
        self.grip.setGeometry(left, (whole - px(36)) // 2, px(columns.GRIP) + 8, px(36))
        self._place_words(y or whole)
        for cell, wide in self._cells():
            cell.setGeometry(x, y + (high - px(34)) // 2, px(wide), px(34))
            x += px(wide) + columns.GAP
        side, top = px(columns.SIGN), y or whole
        x = width - columns.RIGHT - 2 * side - 4
        for sign in (self.menu_button, self.cross):
            sign.setGeometry(x, (top - side) // 2, side, side)
            x += side + 4
        self._place_below(whole)

    def _cells(self) -> list[tuple[QWidget, int]]:
        """What stands in the columns, and how wide each is."""
        cells: list[tuple[QWidget, int]] = [(self.hold, columns.HOLD), (self.sets, columns.TIMES)]
        cells.append((self.sides, columns.SIDES))
        if not self.narrow:
            cells.append((self.rest, columns.REST))
        return [*cells, (self.total, columns.TOTAL)]

    def _place_words(self, high: int) -> None:
        left, room = self._words_from(), self._words_room(self.width())
        name, small = self._name_high(room), round(self._more.line_height())
        both = name + (small if self._more.text() else 0)
        top = (high - both) // 2
        self.name.setGeometry(left, top, room, name)
        self._more.setGeometry(left, top + name, room, small)

    def _place_below(self, high: int) -> None:
        left, y = self._words_from(), high
        room = self.width() - left - columns.RIGHT
        if self.view.note:
            self._note.setGeometry(left, y - 6, room, self._look.px(18))
            y += self._look.px(_NOTE)
        if self.extras is not None:
            self.extras.setGeometry(left, y - 2, room, self.extras.heightForWidth(room))

    def box(self) -> QRect:
        """Where its picture is."""
        px = self._look.px
        x = columns.LEFT + px(columns.GRIP) + columns.GAP
        high = px(columns.THUMB_HIGH)
        return QRect(x, (self._main_high(self.width()) - high) // 2, px(columns.THUMB), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, draw.smooth(self)
        if self.lifted:
            box = QRectF(self.rect())
            draw.rounded(painter, box, 10, theme.color("surface"), theme.color("primary"), 2)
        elif self.chosen:
            ground = QRectF(self.rect()).adjusted(2, 3, -2, -2)
            edge = theme.color("control") if theme.high else None
            draw.rounded(painter, ground, 10, theme.color("bg"), edge)
        if not self.narrow:
            self._paint_thumb(painter)
        painter.end()

    def _paint_thumb(self, painter: QPainter) -> None:
        dpr = self.devicePixelRatioF()
        self._pictures.paint(painter, QRectF(self.box()), self.view.figure, dpr, 8)
