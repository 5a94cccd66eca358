"""Step 2: where there is room, and what is at hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.core.first_run import FirstRun, equipment_word
from supple.core.person import ASKED_EQUIPMENT, SPOT_WORDS, Spot
from supple.core.safety import PLACE_CHECKLIST
from supple.ui.firstrun.placecard import PlaceCard
from supple.ui.firstrun.thing import Thing
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text

FIGURES = {
    Spot.CHAIR: "seated-heel-out",
    Spot.STANDING: "supported-hinge",
    Spot.FLOOR: "supine-strap-straight-leg",
}
_TITLE = "Where can you stretch?"
_WORDS = "Pick all that work for you. You can change this any time."


class PlaceStep(QWidget):
    """Three places, what is there, and what makes a place good."""

    changed = Signal(object)
    """The ``FirstRun`` with the new answer."""

    def __init__(self, look: Look, pictures: Pictures, run: FirstRun) -> None:
        super().__init__()
        self._look = look
        self._run = run
        self.setAccessibleName(_TITLE)
        self._spots = {spot: self._spot(pictures, spot) for spot in Spot}
        self._things = {id_: self._thing(id_) for id_ in ASKED_EQUIPMENT}
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in self._spots.values():
            cards.addWidget(card, 1)
        self._checklist = QGridLayout()
        self._checklist.setHorizontalSpacing(24)
        self._checklist.setVerticalSpacing(2)
        self._lines = [Text(look, f"• {x}", "small", "muted", wrap=True) for x in PLACE_CHECKLIST]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(look, _TITLE, "display", wrap=True))
        column.addSpacing(4)
        column.addWidget(Text(look, _WORDS, "lead", "muted", wrap=True))
        column.addSpacing(20)
        column.addLayout(cards)
        column.addSpacing(24)
        column.addWidget(Text(look, "What do you have?", "subhead"))
        column.addSpacing(8)
        column.addLayout(FlowLayout(list(self._things.values())))
        column.addSpacing(10)
        column.addWidget(
            Text(look, "A bathrobe belt works well as a strap.", "small", "muted", wrap=True)
        )
        column.addSpacing(20)
        column.addWidget(Text(look, "A good place", "small-strong", "muted"))
        column.addSpacing(4)
        column.addLayout(self._checklist)
        self.set_narrow(False)
        self.show_run(run)

    def show_run(self, run: FirstRun) -> None:
        """Show the answers."""
        self._run = run
        for spot, card in self._spots.items():
            card.setChecked(spot in run.spots)
        for id_, thing in self._things.items():
            thing.setChecked(id_ in run.equipment)

    def first(self) -> QWidget:
        """The first thing to answer."""
        return self._spots[Spot.CHAIR]

    def set_narrow(self, narrow: bool) -> None:
        """One column in a narrow window."""
        columns = 1 if narrow else 2
        for n, line in enumerate(self._lines):
            self._checklist.addWidget(line, n // columns, n % columns)
        self._checklist.setColumnStretch(1, columns - 1)

    def _spot(self, pictures: Pictures, spot: Spot) -> PlaceCard:
        card = PlaceCard(self._look, pictures, FIGURES[spot], *SPOT_WORDS[spot])
        card.clicked.connect(lambda on: self._tell(self._run.place(spot, on)))
        return card

    def _thing(self, id_: str) -> Thing:
        thing = Thing(self._look, equipment_word(id_))
        thing.clicked.connect(lambda on: self._tell(self._run.have(id_, on)))
        return thing

    def _tell(self, run: FirstRun) -> None:
        self.show_run(run)
        self.changed.emit(run)
