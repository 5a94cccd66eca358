"""The card that offers one routine and its Start button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core.today import Offer
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip

_TALLEST = 460
_LEAST_STAGE, _MOST_STAGE = 150, 420
_SHARE = 41
"""Percent of the width that the picture takes."""


class Hero(Card):
    """What is up next."""

    start_asked = Signal(str)
    """Id of the routine."""
    look_asked = Signal(str)
    """Id of the routine to read about first."""

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(look, 24, parent)
        self._offer: Offer | None = None
        self._why = Text(look, "", "small-strong", "muted")
        self._name = Text(look, "", "display", elide=True)
        self._minutes = Chip(look, "", icon="clock")
        self._place = Chip(look, "", icon="armchair")
        self._summary = Text(look, "", token="muted", wrap=True)
        self.start = Button(look, "Start", "primary", "large", icon="play-solid", key="Enter")
        self.start.clicked.connect(self._on_start)
        self._first = Button(look, "Look first", "ghost")
        self._first.setAccessibleDescription("Opens the routine in the library")
        self._first.clicked.connect(self._on_look)
        self._stage = Picture(pictures, at_once=True)
        self._stage.setMinimumWidth(_LEAST_STAGE)
        self._stage.setMaximumWidth(_MOST_STAGE)
        self.setMinimumHeight(look.px(272))
        self.setMaximumHeight(_TALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.addLayout(self._build())
        look.changed.connect(self._on_look_changed)

    def _build(self) -> QHBoxLayout:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self._minutes)
        chips.addWidget(self._place)
        chips.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.start)
        buttons.addWidget(self._first)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._why)
        words.addSpacing(2)
        words.addLayout(_kept_off(self._name))
        words.addSpacing(10)
        words.addLayout(chips)
        words.addSpacing(10)
        words.addLayout(_kept_off(self._summary))
        words.addSpacing(16)
        words.addStretch(1)
        words.addLayout(buttons)
        row = QHBoxLayout()
        # The ghost button's own padding keeps it off the picture.
        row.setSpacing(0)
        row.addLayout(words, 100 - _SHARE)
        row.addWidget(self._stage, _SHARE)
        return row

    def show_offer(self, offer: Offer) -> None:
        """Offer a routine."""
        self._offer = offer
        self._why.say(offer.why)
        self._name.say(offer.name)
        self._minutes.setText(offer.minutes)
        self._place.setText(offer.place)
        self._place.setVisible(bool(offer.place))
        self._summary.say(offer.summary)
        self._summary.setVisible(bool(offer.summary))
        self._stage.show_figure(offer.figure)
        self.setAccessibleName(f"{offer.why}: {offer.name}")
        self.start.setAccessibleName(f"Start {offer.name}")
        self._first.setAccessibleName(f"Look at {offer.name} first")

    def _on_start(self) -> None:
        if self._offer:
            self.start_asked.emit(self._offer.routine)

    def _on_look(self) -> None:
        if self._offer:
            self.look_asked.emit(self._offer.routine)

    def _on_look_changed(self) -> None:
        self.setMinimumHeight(self._look.px(272))


def _kept_off(text: Text) -> QHBoxLayout:
    """``text`` with some room between it and the picture."""
    row = QHBoxLayout()
    row.addWidget(text)
    row.addSpacing(16)
    return row
