"""What can be chosen beside the picture: how to begin, things, what lights up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.figure.draft import Draft
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.pose.words import CHAIRS, GLOWS, MIRRORED
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.combo import Combo
from supple.ui.widgets.switch import Switch

BEGIN = "Begin with"
_EDGE = 6
"""Pixels beside what has a focus ring."""
_STRAPS = (("", "No strap"), ("near", "Strap round the near foot"))


class PosePanel(Scroller):
    """The choices; every change is told, nothing is kept here."""

    base_chosen = Signal(int)
    """Its place in the list of ways to begin."""
    thing_chosen = Signal(str, str)
    """``mat``, ``chair``, ``wall``, ``strap`` or ``glow``, and what it is to be; "" for none."""
    arrow_chosen = Signal(bool)
    together_chosen = Signal(bool)
    mirror_chosen = Signal(bool)
    copy_asked = Signal()
    reset_asked = Signal()

    def __init__(self, look: Look, ways: Sequence[str]) -> None:
        """``ways``: how one can begin, in words."""
        super().__init__(look, bottom=8, edge=_EDGE)
        self._look = look
        self.begin = self._combo(
            "Begin with", [("", BEGIN), *((str(i), w) for i, w in enumerate(ways))]
        )
        self.chair = self._combo("Chair", CHAIRS)
        self.strap = self._combo("Strap", _STRAPS)
        self.glow = self._combo("Where it is felt", GLOWS)
        self.mat, self.wall = Switch(look, "Mat"), Switch(look, "Wall")
        self.together = Switch(look, "Move left and right together")
        self.arrow = Switch(look, "Arrow into the stretch")
        self.mirror = Switch(look, "Show the left side")
        self.copy = Button(look, "Copy start to stretched", icon="copy")
        self.reset = Button(look, "Begin this pose anew", "ghost", icon="rotate-ccw")
        self._fill()
        self._connect()

    def show_draft(self, draft: Draft) -> None:
        """Tick and choose what the draft has."""
        kinds = {prop.kind: prop for prop in draft.props}
        chair = kinds.get("chair")
        for box, on in ((self.mat, "mat" in kinds), (self.wall, "wall" in kinds)):
            _quietly(box, box.setChecked, on)
        for combo, key in (
            (self.chair, str(chair.facing) if chair is not None else ""),
            (self.strap, draft.strap),
            (self.glow, draft.glow),
        ):
            _quietly(combo, combo.setCurrentIndex, max(0, combo.findData(key)))
        _quietly(self.arrow, self.arrow.setChecked, draft.arrow)

    def least_width(self) -> int:
        """Pixels it takes to show every word, the scroll bar beside it."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.content.minimumSizeHint().width() + bar

    def _fill(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 5, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.begin)
        self._section(column, "Things", [self.mat, self.wall, self.chair, self.strap])
        self._section(column, "You feel it in", [self.glow])
        self._section(column, "Moving", [self.together, self.arrow, self.mirror])
        column.addWidget(Text(self._look, MIRRORED, "small", "muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.copy)
        column.addWidget(self.reset)
        column.addStretch(1)
        self.set_body(column)
        # The bar's own width, and beside it as much as at the left.
        self.set_right(self.verticalScrollBar().sizeHint().width() + _EDGE)

    def _section(self, column: QVBoxLayout, title: str, widgets: Sequence[QWidget]) -> None:
        column.addSpacing(8)
        column.addWidget(Text(self._look, title, "small-strong", "muted"))
        for widget in widgets:
            if isinstance(widget, Switch):
                column.addLayout(self._switch_row(widget))
            else:
                column.addWidget(widget)

    def _switch_row(self, switch: Switch) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Text(self._look, switch.accessibleName(), "small", wrap=True), 1)
        row.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _combo(self, name: str, options: Sequence[tuple[str, str]]) -> Combo:
        combo = Combo(self._look, name)
        for key, words in options:
            combo.addItem(words, key)
        combo.setMinimumContentsLength(8)
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _connect(self) -> None:
        self.begin.activated.connect(self._on_begin)
        for name, combo in (("chair", self.chair), ("strap", self.strap), ("glow", self.glow)):
            combo.activated.connect(
                lambda _=0, n=name, c=combo: self.thing_chosen.emit(n, c.currentData())
            )
        for name, box in (("mat", self.mat), ("wall", self.wall)):
            box.clicked.connect(lambda on, n=name: self.thing_chosen.emit(n, "yes" if on else ""))
        self.arrow.clicked.connect(self.arrow_chosen)
        self.together.clicked.connect(self.together_chosen)
        self.mirror.clicked.connect(self.mirror_chosen)
        self.copy.clicked.connect(self.copy_asked)
        self.reset.clicked.connect(self.reset_asked)

    def _on_begin(self, index: int) -> None:
        self.begin.setCurrentIndex(0)
        if index > 0:
            self.base_chosen.emit(index - 1)


def _quietly(widget: QWidget, call: object, value: object) -> None:
    """Set something without it being taken for a person's choice."""
    widget.blockSignals(True)
    call(value)  # type: ignore[operator]
    widget.blockSignals(False)
    widget.update()
