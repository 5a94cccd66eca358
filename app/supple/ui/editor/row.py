"""One stretch of the routine that is edited: its numbers, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from supple.core import labels
from supple.core.draft_checks import SPANS, value_of
from supple.core.routine import Dose, Sides
from supple.core.routine_draft import Part
from supple.ui.editor import columns
from supple.ui.editor.extras import Extras
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.stepper import Stepper

NO_REST = "There is a rest only between two times on one side."
EACH = "The left leg, then the right one, with the same times. It comes with the stretch."
BOTH = "Both legs at once. It comes with the stretch."
_NOTE = 22
_AIR = 6
_NUMBERS = 44
"""The line of the numbers, where the name stands above them."""
STEPS = {Part.HOLD: 5, Part.REST: 5, Part.PREPARE: 1, Part.SWITCH: 1, Part.SETS: 1, Part.REPS: 1}


@dataclass(frozen=True, slots=True)
class RowView:
    """What a row shows."""

    key: int
    place: int
    """From 0."""
    count: int
    """How many rows there are."""
    name: str
    figure: str = ""
    dose: Dose = field(default_factory=Dose)
    sides: Sides = Sides.BOTH
    total_s: float = 0.0
    note: str = ""
    """A remark below it; "" for none."""
    wrong: bool = False
    """Whether the remark has to be mended."""
    missing: bool = False
    """Whether its stretch is not in the library."""

    @property
    def said(self) -> str:
        """The row in words."""
        dose = "" if self.missing else labels.dose(self.dose, self.sides)
        parts = (self.name, dose, labels.clock(self.total_s) if dose else "", self.note)
        return ", ".join(part for part in parts if part)


class RowWidget(QWidget):
    """A row with the handle to move it by."""

    part_set = Signal(int, object, float)
    """Its key, the ``Part`` and the new number."""
    part_done = Signal()
    """A number has been left: the next change of it is another one."""
    wished = Signal(int, str)
    """Its key, and one of ``preview``, ``duplicate``, ``up``, ``down``, ``remove``."""
    gripped = Signal(int, QPoint)
    """It was pressed at that place of itself."""
    pulled = Signal(QPoint)
    """The pressed mouse is at that place of its parent."""
    dropped = Signal()
    """The mouse let go."""
    refilled = Signal()
    """Something in it can have the focus that could not before."""

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
        self.menu_button.clicked.connect(self.open_menu)
        self.cross = Button(look, size="small", kind="quiet", icon="x", parent=self)
        self.cross.clicked.connect(lambda: self.wished.emit(self.view.key, "remove"))
        self.extras: Extras | None = None
        self.show_view(view)

    def _make_numbers(self) -> None:
        look = self._look
        counts = self.view.dose.hold_s is None and self.view.dose.reps is not None
        self.first_part = Part.REPS if counts else Part.HOLD
        suffix = " reps" if counts else " s"
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
        return made

    # What is shown

    def show_view(self, view: RowView) -> None:
        """Show other values of the same row."""
        self.view = view
        self.name.say(view.name)
        self.name.setToolTip(view.name)
        for part, stepper in self.numbers.items():
            stepper.show_value(round(value_of(view.dose, part) or 0))
            stepper.setVisible(not view.missing and (part is not Part.REST or not self.narrow))
        self.rest.setEnabled(view.dose.sets > 1)
        self.rest.setToolTip("" if view.dose.sets > 1 else NO_REST)
        each = view.sides is Sides.EACH
        self.sides.say("" if view.missing else "Each side" if each else "Both")
        self.sides.setToolTip(EACH if each else BOTH)
        self.total.say("" if view.missing else labels.clock(view.total_s))
        self._more.say(_then(view.dose) if self.first_part is Part.HOLD else "")
        self._more.setVisible(bool(self._more.text()))
        self._note.say(view.note)
        self._note.set_token("accent-ink" if view.wrong else "muted")
        self._note.setVisible(bool(view.note))
        if self.extras is not None:
            self.extras.show_dose(view.dose, view.sides, with_rest=self.narrow)
        self._name_parts()
        self._place()

    def _name_parts(self) -> None:
        view = self.view
        where = f"Row {view.place + 1} of {view.count}"
        self.setAccessibleName(f"{where}: {view.said}")
        self.grip.setAccessibleName(view.said)
        self.grip.setAccessibleDescription(
            f"{where}. Alt with up or down moves it, Delete takes it out, Space opens its menu."
        )
        names = {Part.HOLD: "Hold", Part.REPS: "Reps", Part.SETS: "Times", Part.REST: "Rest"}
        for part, stepper in self.numbers.items():
            stepper.set_name(f"{names[part]}, {view.name}")
        self.menu_button.setAccessibleName(f"More for {view.name}")
        self.menu_button.setToolTip("More")
        self.cross.setAccessibleName(f"Take out {view.name}")
        self.cross.setToolTip("Take it out (Del)")

    def set_narrow(self, narrow: bool) -> None:
        """Without picture and rest, or with them."""
        if narrow != self.narrow:
            self.narrow = narrow
            self.show_view(self.view)

    def set_chosen(self, chosen: bool) -> None:
        """Whether it is the row that keys and Play are about."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def set_lifted(self, lifted: bool) -> None:
        """Whether it is being carried to another place."""
        self.lifted = lifted
        self.update()

    def stops(self) -> list[QWidget]:
        """What can have the focus, in order."""
        numbers = [s.field for s in (self.hold, self.sets, self.rest) if s.isVisibleTo(self)]
        extras = self.extras.fields() if self.extras is not None else []
        return [self.grip, *numbers, self.menu_button, self.cross, *extras]

    def toggle_extras(self) -> None:
        """Show the numbers there is no column for, or put them away."""
        if self.extras is None:
            self.extras = Extras(self._look, self)
            self.extras.part_set.connect(self._on_extra)
            self.extras.part_done.connect(self.part_done)
            self.extras.show_dose(self.view.dose, self.view.sides, with_rest=self.narrow)
            self.extras.name_for(self.view.name)
            self.extras.show()
            self.extras.first().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.grip.setFocus(Qt.FocusReason.OtherFocusReason)
            self.extras.hide()
            self.extras.deleteLater()
            self.extras = None
        self._place()
        self.updateGeometry()
        self.refilled.emit()

    def _on_extra(self, part: Part, value: float) -> None:
        self.part_set.emit(self.view.key, part, value)

    def open_menu(self) -> None:
        """What can be done with it, besides its numbers."""
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        at = self.menu_button
        right = at.mapToGlobal(QPoint(at.width(), at.height() + 4))
        menu.popup(right - QPoint(menu.sizeHint().width(), 0))

    def make_menu(self) -> QMenu:
        """The menu, with what makes no sense here turned off."""
        view, menu = self.view, QMenu(self)

        def add(text: str, act: str, key: str = "", able: bool = True) -> None:
            action = QAction(f"{text}\t{key}" if key else text, menu)
            action.setEnabled(able)
            action.triggered.connect(lambda: self.wished.emit(view.key, act))
            menu.addAction(action)

        add("Preview from here", "preview", able=not view.missing)
        more = QAction("Hide reps and times" if self.extras else "Reps and times", menu)
        more.setEnabled(not view.missing)
        more.triggered.connect(self.toggle_extras)
        menu.addAction(more)
        menu.addSeparator()
        add("Duplicate", "duplicate", "Ctrl+D")
        add("Move up", "up", "Alt+Up", view.place > 0)
        add("Move down", "down", "Alt+Down", view.place < view.count - 1)
        menu.addSeparator()
        add("Take it out", "remove", "Del")
        return menu

    # Places

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

    # Mouse and focus

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.gripped.emit(self.view.key, event.position().toPoint())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.pulled.emit(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dropped.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.view.missing:
            self.toggle_extras()

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


class Grip(QToolButton):
    """The handle: what the row is moved by, and what has the focus for it."""

    def __init__(self, look: Look, row: RowWidget) -> None:
        super().__init__(row)
        self._look = look
        self._row = row
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip("Drag it, or press Alt with up or down")
        self.clicked.connect(self._on_clicked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        # The row has itself carried.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._look.px(18)
        painter = draw.smooth(self)
        token = "ink" if self.underMouse() or self._row.lifted else "muted"
        picture = self._look.pixmap("grip-vertical", token, side, self.devicePixelRatioF())
        x, y = (self.width() - side) // 2, (self.height() - side) // 2
        painter.drawPixmap(x, y, picture)
        painter.end()

    def _on_clicked(self) -> None:
        self._row.open_menu()


def _then(dose: Dose) -> str:
    """The repetitions of a stretch that is held as well."""
    if dose.reps is None:
        return ""
    order = "then" if dose.reps.during_hold else "after"
    return f"{order} {labels.plural(dose.reps.count, 'rep')}"
