"""A check without an angle: what to do, and how it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from supple.core.assessment import Check, Feel
from supple.core.check_script import ASK_FEEL, QUICK, QUICK_NAMES
from supple.core.check_view import FEELS, FeelResult
from supple.ui.flexibility.columns import Columns, Foot
from supple.ui.flexibility.steps import HowCard
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

FIGURES = {
    Check.SIT_AND_REACH: "sit-and-reach",
    Check.TOE_TOUCH: "standing-forward-fold",
}
CARE = "Let go at once if it sends pain, tingling or numbness into a leg."
ROUGH = "This is a rough guide, not a diagnosis."
_SIDE = 320


class QuickStep(Columns):
    """One of the quick checks."""

    felt = Signal(object)
    """A ``Feel``."""
    back_asked = Signal()
    discard_asked = Signal()
    again_asked = Signal()

    def __init__(self, look: Look, pictures: Pictures, check: Check) -> None:
        super().__init__(look, _SIDE)
        self.check = check
        main = HowCard(look, pictures, FIGURES[check], QUICK[check])
        self._picture, self.steps = main.picture, main.steps
        self._care = Banner(look, CARE, "care", icon="shield-alert")
        self.answers: dict[Feel, Button] = {}
        self._found = Text(look, "", "body", wrap=True)
        self._answer_card = Card(look, 20)
        self._stack = QStackedWidget()
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._stack.addWidget(self._ask())
        self._stack.addWidget(self._answered())
        self._answer_card.body.addWidget(self._stack)
        foot = Foot()
        self.back = Button(look, "Back", icon="arrow-left")
        self.back.clicked.connect(self.back_asked)
        self.again = Button(look, "Hear it", "ghost", icon="volume-2")
        self.again.clicked.connect(self.again_asked)
        foot.row.addWidget(self.back)
        foot.row.addStretch(1)
        foot.row.addWidget(self.again)
        self.fill(main, [self._care, self._answer_card], foot, self._care)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        ways = QBoxLayout.Direction
        self._ways.setDirection(ways.LeftToRight if narrow else ways.TopToBottom)
        self._picture.setMinimumHeight(120 if narrow else 170)

    def begin(self) -> None:
        """Ask anew."""
        self._stack.setCurrentIndex(0)
        self._answer_card.setAccessibleName(ASK_FEEL)
        self.show_line("")

    def show_line(self, text: str) -> None:
        """The row that is read out stands out."""
        self.steps.show_line(text)
        if text == ASK_FEEL:
            self.scroller.ensureWidgetVisible(self._answer_card, 0, 8)

    def show_felt(self, result: FeelResult) -> None:
        """What the answer says."""
        self.show_line("")
        self._found.say(result.text)
        self._head.say(FEELS[result.feel])
        self.discard.setVisible(bool(result.id))
        self._answer_card.setAccessibleName(f"{FEELS[result.feel]}. {result.text}")
        self._stack.setCurrentIndex(1)
        self.scroller.ensureWidgetVisible(self._answer_card, 0, 8)
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def main_widget(self) -> QWidget:
        """What has the focus at first."""
        return self.answers[Feel.EASY] if self._stack.currentIndex() == 0 else self.done

    def _ask(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(self._look, ASK_FEEL, "subhead"))
        for feel, words in FEELS.items():
            button = Button(self._look, words)
            button.clicked.connect(lambda _=False, feel=feel: self.felt.emit(feel))
            self.answers[feel] = button
            self._ways.addWidget(button)
        self._ways.setSpacing(8)
        column.addLayout(self._ways)
        column.addStretch(1)
        return made

    def _answered(self) -> QWidget:
        look, made = self._look, QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._head = Text(look, "", "subhead")
        self.discard = Button(look, "Do not keep this", "regret", "small")
        self.discard.clicked.connect(self.discard_asked)
        self.done = Button(look, "Done", "primary")
        self.done.clicked.connect(self.back_asked)
        column.addWidget(self._head)
        column.addWidget(self._found)
        column.addWidget(Text(look, ROUGH, "small", "muted", wrap=True))
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.discard)
        row.addStretch(1)
        row.addWidget(self.done)
        column.addLayout(row)
        return made

    @property
    def name(self) -> str:
        """Such as ``Toe touch``."""
        return QUICK_NAMES[self.check]
