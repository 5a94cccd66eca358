"""The card that offers one routine and its Start button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core.offer import Offer
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip

_LOWEST, _TALLEST = 272, 460
_LEAST_STAGE, _MOST_STAGE = 150, 420
_SHARE = 41
"""Percent of the width that the picture takes."""
_USUAL = "Enter"
_EDGE, _TIGHT_EDGE = 24, 16
"""Pixels around what is in it, and above and below it in a narrow window."""


class Hero(Card):
    """What is up next."""

    start_asked = Signal(str)
    """Id of the routine."""
    look_asked = Signal(str)
    """Id of the routine to read about first."""
    source_asked = Signal(str)
    """Id of the source to read about."""

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(look, _EDGE, parent)
        self._offer: Offer | None = None
        self._rest = False
        self._why = Text(look, "", "small-strong", "muted", wrap=True)
        self._source = Button(look, "", "ghost", "tiny", icon="info")
        self._source.setAccessibleDescription("Opens where the numbers come from")
        self._source.clicked.connect(self._on_source)
        self._name = Text(look, "", "display", elide=True)
        self._minutes = Chip(look, "", icon="clock")
        self._place = Chip(look, "", icon="armchair")
        self._read = Chip(look, "Read first", "care", icon="shield-alert")
        self._read.setToolTip("Some people leave a stretch of this out. Look first shows who.")
        self._summary = Text(look, "", token="muted", wrap=True)
        self._plan = Text(look, "", "small", "muted", wrap=True)
        self.start = Button(look, "Start", "primary", "large", icon="play-solid", key=_USUAL)
        self.start.clicked.connect(self._on_start)
        self._first = Button(look, "Look first", "ghost")
        self._first.setAccessibleDescription("Opens the routine in the library")
        self._first.clicked.connect(self._on_look)
        self._stage = Picture(pictures, at_once=True)
        self._stage.setMinimumWidth(_LEAST_STAGE)
        self._stage.setMaximumWidth(_MOST_STAGE)
        self.setMaximumHeight(_TALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._words = QVBoxLayout()
        self.body.addLayout(self._build())
        look.changed.connect(self.updateGeometry)

    def _build(self) -> QHBoxLayout:
        chips = FlowLayout([self._minutes, self._place, self._read])
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.start)
        buttons.addWidget(self._first)
        buttons.addStretch(1)
        words = self._words
        words.setSpacing(0)
        source = QHBoxLayout()
        # The ghost button's own padding is taken back, for its words to be in line.
        source.setSpacing(0)
        source.addSpacing(-8)
        source.addWidget(self._source)
        source.addStretch(1)
        words.addLayout(_kept_off(self._why))
        words.addSpacing(2)
        words.addLayout(_kept_off(self._name))
        words.addSpacing(10)
        words.addLayout(chips)
        words.addSpacing(10)
        words.addLayout(_kept_off(self._summary))
        words.addSpacing(6)
        words.addLayout(_kept_off(self._plan))
        words.addSpacing(4)
        words.addLayout(source)
        words.addSpacing(16)
        items = (words.itemAt(n) for n in range(words.count()))
        gaps = [item.spacerItem() for item in items if item is not None]
        self._gaps = [(gap, gap.sizeHint().height()) for gap in gaps if gap is not None]
        words.addStretch(1)
        words.addLayout(buttons)
        row = QHBoxLayout()
        # The ghost button's own padding keeps it off the picture.
        row.setSpacing(0)
        row.addLayout(words, 100 - _SHARE)
        row.addWidget(self._stage, _SHARE)
        return row

    def set_tight(self, tight: bool) -> None:
        """Less room between its parts, so that Start is seen in a low window."""
        edge = _TIGHT_EDGE if tight else _EDGE
        self.body.setContentsMargins(_EDGE, edge, _EDGE, edge)
        policy = QSizePolicy.Policy
        for gap, roomy in self._gaps:
            high = roomy // 2 if tight else roomy
            gap.changeSize(0, high, policy.Minimum, policy.Fixed)
        self._words.invalidate()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self._look.px(_LOWEST)))

    @property
    def main(self) -> Button:
        """What the focus belongs on: not on a start that nobody is to be led into."""
        return self._first if self._rest else self.start

    def show_offer(self, offer: Offer, plan: str = "", *, rest: bool = False) -> None:
        """Offer a routine; ``plan`` says why it is held as long as it is.

        ``rest``: something hurt today, so that it stands there without a word in its favour.
        """
        self._rest = rest
        self.start.set_kind("secondary" if rest else "primary")
        self.start.setText("Start anyway" if rest else "Start")
        self.start.show_key(not rest)
        self._offer = offer
        self._why.say(offer.why)
        self._name.say(offer.name)
        self._minutes.setText(offer.minutes)
        self._place.setText(offer.place)
        self._place.setVisible(bool(offer.place))
        self._read.setVisible(offer.read_first)
        self._summary.say(offer.summary)
        self._summary.setVisible(bool(offer.summary))
        self._stage.show_figure(offer.figure)
        # A number and its unit stay on one line.
        self._plan.say(
            plan.replace(" s,", "\N{NO-BREAK SPACE}s,").replace(" s.", "\N{NO-BREAK SPACE}s.")
        )
        self._plan.setVisible(bool(plan))
        source = f"From: {offer.source}" if offer.source else ""
        self._source.setText(source)
        self._source.setVisible(bool(source))
        self.setAccessibleName(f"{offer.why.rstrip('.')}: {offer.name}")
        self.setAccessibleDescription(source)
        caution = ", read first" if offer.read_first else ""
        self.start.setAccessibleName(f"Start {offer.name}{caution}")
        self._first.setAccessibleName(f"Look at {offer.name} first")

    def show_start_key(self, cap: str, told: str) -> None:
        """Show the key that starts, read out as ``told``; both "" for the usual one."""
        self.start.set_key(cap or _USUAL, told)

    def _on_start(self) -> None:
        if self._offer:
            self.start_asked.emit(self._offer.routine)

    def _on_source(self) -> None:
        if self._offer:
            self.source_asked.emit(self._offer.document)

    def _on_look(self) -> None:
        if self._offer:
            self.look_asked.emit(self._offer.routine)


def _kept_off(text: Text) -> QHBoxLayout:
    """``text`` with some room between it and the picture."""
    row = QHBoxLayout()
    row.addWidget(text)
    row.addSpacing(16)
    return row
