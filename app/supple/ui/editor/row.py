"""One stretch of the routine that is edited: its numbers, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from supple.core import labels
from supple.core.draft_checks import value_of
from supple.core.routine import Sides
from supple.core.routine_draft import Part
from supple.ui.editor.extras import Extras
from supple.ui.editor.row_parts import RowParts
from supple.ui.editor.row_views import RowView
from supple.ui.look import Look
from supple.ui.picture import Pictures

NO_REST = "There is a rest only between two times on one side."
EXTRAS, EXTRAS_HELD = "Reps and times", "Time to get ready"
EACH = "The left leg, then the right one, with the same times. It comes with the stretch."
BOTH = "Both legs at once. It comes with the stretch."


class RowWidget(RowParts):
    """A row with the handle to move it by."""

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
        super().__init__(look, pictures, view, parent)
        self.grip.clicked.connect(self.open_menu)
        self.menu_button.clicked.connect(self.open_menu)
        self.cross.clicked.connect(lambda: self.wished.emit(self.view.key, "remove"))
        self.show_view(view)

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
        self._more.say(view.then)
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
        self.lifted = self.grip.lifted = lifted
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
        words = EXTRAS if view.dose.reps is not None else EXTRAS_HELD
        hide = f"Hide {words[:1].lower()}{words[1:]}"
        more = QAction(hide if self.extras else words, menu)
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
