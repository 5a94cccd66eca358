"""The numbers of a row there is no column for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.core.draft_checks import SPANS, least_pace, value_of
from supple.core.routine import Dose, Sides
from supple.core.routine_draft import Part
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.stepper import Stepper

NAMES = {
    Part.REPS: "Reps",
    Part.PACE: "One rep",
    Part.REST: "Rest",
    Part.PREPARE: "Get ready",
    Part.SWITCH: "Change legs",
}
TIPS = {
    Part.PACE: "Seconds one whole rep takes",
    Part.REST: "Between two times on one side",
    Part.PREPARE: "At least so long; the spoken lines may need longer",
    Part.SWITCH: "At least so long; the spoken lines may need longer",
}
_WIDE = {Part.PACE: 104, Part.REST: 106, Part.PREPARE: 100, Part.SWITCH: 100, Part.REPS: 96}


class Extras(QWidget):
    """Reps, pace, rest, get ready and change legs, each where the stretch has it."""

    part_set = Signal(object, float)
    """A ``Part`` and its new number."""
    part_done = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cells: dict[Part, QWidget] = {}
        self._steppers: dict[Part, Stepper] = {}
        self._flow = FlowLayout()
        self.setLayout(self._flow)
        for part, text in NAMES.items():
            cell = self._cell(part, text)
            self._cells[part] = cell
            self._flow.addWidget(cell)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _cell(self, part: Part, text: str) -> QWidget:
        cell = QWidget(self)
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        span, tenths = SPANS[part], part is Part.PACE
        scale = 10 if tenths else 1
        stepper = Stepper(
            self._look,
            round(span.low * scale),
            round(span.low * scale),
            round(span.high * scale),
            step=5,
            suffix="" if part is Part.REPS else " s",
            tenths=tenths,
            tight=True,
            parent=cell,
        )
        if part in (Part.REPS, Part.PREPARE, Part.SWITCH):
            stepper.field.setSingleStep(1)
        stepper.setMinimumWidth(self._look.px(_WIDE[part]))
        stepper.changed.connect(lambda n: self.part_set.emit(part, n / scale))
        stepper.field.editingFinished.connect(self.part_done)
        row.addWidget(Text(self._look, text, "small", "muted"))
        row.addWidget(stepper)
        cell.setToolTip(TIPS.get(part, ""))
        self._steppers[part] = stepper
        return cell

    def show_dose(self, dose: Dose, sides: Sides, *, with_rest: bool) -> None:
        """Show the numbers of ``dose``; the rest only where it has no column."""
        held = dose.hold_s is not None
        shown = {
            Part.REPS: dose.reps is not None and held,
            Part.PACE: dose.reps is not None,
            Part.REST: with_rest,
            Part.PREPARE: True,
            Part.SWITCH: sides is Sides.EACH,
        }
        if dose.reps is not None:
            pace = self._steppers[Part.PACE].field
            # A limit that moves the number there is would be told as a wish.
            pace.blockSignals(True)
            pace.setMinimum(min(round(least_pace(dose.reps) * 10), round(dose.reps.pace_s * 10)))
            pace.blockSignals(False)
        for part, cell in self._cells.items():
            value = value_of(dose, part)
            cell.setVisible(shown[part])
            if value is not None:
                self._steppers[part].show_value(round(value * (10 if part is Part.PACE else 1)))
        self._steppers[Part.REST].setEnabled(dose.sets > 1)
        self.updateGeometry()

    def name_for(self, stretch: str) -> None:
        """Say whose numbers they are."""
        for part, stepper in self._steppers.items():
            stepper.set_name(f"{NAMES[part]}, {stretch}")

    def first(self) -> QWidget:
        """The first number shown."""
        shown = (p for p, cell in self._cells.items() if cell.isVisibleTo(self))
        return self._steppers[next(shown)].field

    def fields(self) -> list[QWidget]:
        """What can have the focus, in order."""
        return [self._steppers[p].field for p, c in self._cells.items() if c.isVisibleTo(self)]

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(300, self._flow.heightForWidth(max(200, self.width())))
