"""The first step: what the check tells, when not to do it, and what there is already."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.assessment import Check
from supple.core.check_script import DO_NOT, DO_NOT_WHEN, GET_SET, TELLS
from supple.core.check_view import CheckView, QuickCheck
from supple.ui.flexibility.columns import Columns, Foot
from supple.ui.flexibility.steps import HowCard
from supple.ui.look import Look
from supple.ui.page import clear
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip

FIGURE = "straight-leg-raise"
_SIDE = 336


class GetSet(Columns):
    """How it goes, on the left; what to know, on the right."""

    begin_asked = Signal()
    not_now = Signal()
    read_asked = Signal()
    past_asked = Signal()
    quick_asked = Signal(object)
    """A ``Check``."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, _SIDE)
        self._view: CheckView | None = None
        main = HowCard(look, pictures, FIGURE, GET_SET)
        self._picture, self.steps = main.picture, main.steps
        self._tells = Card(look, 20)
        self._tells.body.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Text(look, "What it tells you", "subhead"), 1)
        self.read = Button(look, "Hear it", "ghost", "tiny", icon="volume-2")
        self.read.setAccessibleName("Hear how the check goes")
        self.read.clicked.connect(self.read_asked)
        head.addWidget(self.read)
        self._tells.body.addLayout(head)
        self._tells.body.addWidget(Text(look, TELLS, token="muted", wrap=True))
        self._care = Banner(look, f"{DO_NOT} {DO_NOT_WHEN}", "care", icon="shield-alert")
        self._last = Card(look, 20)
        self._quick = Card(look, 20)
        for card in (self._last, self._quick):
            card.body.setContentsMargins(20, 14, 20, 14)
        foot = Foot()
        self.later = Button(look, "Not now", "ghost")
        self.later.clicked.connect(self.not_now)
        self.begin = Button(look, "Begin with the left leg", "primary", "large")
        self.begin.clicked.connect(self.begin_asked)
        foot.row.addStretch(1)
        foot.row.addWidget(self.later)
        foot.row.addWidget(self.begin)
        self.fill(main, [self._tells, self._care, self._last, self._quick], foot, self._care)

    def show_view(self, view: CheckView) -> None:
        """What there is before the check."""
        before, self._view = self._view, view
        self._care.say(view.barred or f"{DO_NOT} {DO_NOT_WHEN}")
        self.begin.setEnabled(not view.barred)
        # New rows would take the focus away from whoever is on one.
        if before is None or (before.last, before.past) != (view.last, view.past):
            self._show_last(view)
        if before is None or before.quick != view.quick:
            self._show_quick(view)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._picture.setMinimumHeight(110 if narrow else 170)

    def show_line(self, text: str) -> None:
        """The row that is read out stands out."""
        self.steps.show_line(text)

    def _show_last(self, view: CheckView) -> None:
        body = self._last.body
        clear(body)
        body.setSpacing(8)
        self._last.setVisible(bool(view.past))
        if not view.past:
            return
        look, last = self._look, view.last
        head = QHBoxLayout()
        words = f"Last check, {last.when}" if last else "No check of both legs yet"
        head.addWidget(Text(look, words, "small", "muted"), 1)
        every = Button(look, "All checks", "ghost", "tiny")
        every.clicked.connect(self.past_asked)
        head.addWidget(every)
        body.addLayout(head)
        if last is not None:
            chips = QHBoxLayout()
            chips.setSpacing(8)
            chips.addWidget(Chip(look, last.left, "left"))
            chips.addWidget(Chip(look, last.right, "right"))
            chips.addStretch(1)
            body.addLayout(chips)
        self._last.setAccessibleName(f"Last check. {last.spoken}" if last else words)

    def _show_quick(self, view: CheckView) -> None:
        clear(self._quick.body)
        self._quick.body.setSpacing(6)
        self._quick.body.addWidget(Text(self._look, "Other quick checks", "small-strong"))
        for quick in view.quick:
            self._quick.body.addWidget(self._quick_row(quick))

    def _quick_row(self, quick: QuickCheck) -> QWidget:
        look = self._look
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, quick.name, "body-medium"))
        told = quick.barred or quick.last
        if told:
            token = "accent-ink" if quick.barred else "muted"
            words.addWidget(Text(look, told, "small", token, wrap=True))
        row.addLayout(words, 1)
        if not quick.barred:
            do = Button(look, "Do it", "secondary", "small")
            do.setAccessibleName(f"Do the check {quick.name.lower()}")
            check: Check = quick.check
            do.clicked.connect(lambda _=False: self.quick_asked.emit(check))
            row.addWidget(do, 0, Qt.AlignmentFlag.AlignVCenter)
        return made
