"""Something hurts: the ways out, and when to get help."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from supple.core.command import Command
from supple.core.session_keys import KeyMap, by_number
from supple.core.wording import ease_line
from supple.ui.look import Look
from supple.ui.session.bar import BottomBar
from supple.ui.session.choice import Choice, ChoicesPanel
from supple.ui.session.help import HelpCard
from supple.ui.widgets.button import Button
from supple.ui.widgets.label import Label

QUESTION = "What would you like to do? Press a number."


class HurtsPanel(ChoicesPanel):
    """Three choices and the warning signs; ``asked`` carries the command of the choice.

    ``help.told``: one of the warning signs is there.
    """

    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(look, "Let go slowly.", "headline")
        self.question = Label(look, QUESTION, "counter", "muted", wrap=True)
        self.ease = Choice(look, 1, "Ease off", "")
        self.skip = Choice(look, 2, "Skip this stretch", "")
        self.stop = Choice(look, 3, "Stop for today", "Saves what you did. Your streak is safe")
        self.help = HelpCard(look, key="5")
        for choice, command in (
            (self.ease, Command.EASE_OFF),
            (self.skip, Command.SKIP_STRETCH),
            (self.stop, Command.STOP),
        ):
            choice.clicked.connect(lambda _=False, command=command: self.asked.emit(command))
        self._lay_out((self.head, self.question), (self.ease, self.skip, self.stop), self.help)

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys the question names."""
        self.question.say(by_number(QUESTION, keys))

    @property
    def answers(self) -> tuple[QAbstractButton, ...]:
        """What can be answered here, in the order of the numbers."""
        signs = (self.help.button,) if self.help.button is not None else ()
        return (self.ease, self.skip, self.stop, *signs)

    def set_next(self, name: str, ease_s: float) -> None:
        """The stretch that a skip leads to, "" when this is the last one, and how many seconds
        easing off would last, 0 where nothing is held."""
        self.ease.set_detail(ease_line(ease_s))
        self.skip.set_detail(f"Go straight to {name}" if name else "It is the last one")


class HurtsBar(BottomBar):
    """It has passed, and a word about skipping."""

    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.passed = Button(
            look, "It has passed, go on", "secondary", "main", icon="play-solid", key="4"
        )
        self.passed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.passed.clicked.connect(lambda: self.asked.emit(Command.PASSED))
        self.note = Label(
            look, "Skipped stretches are noted in your history.", "session-body", "muted"
        )
        self.row.addWidget(self.passed)
        self.row.addStretch(1)
        self.row.addWidget(self.note)

    def set_scale(self, scale: float, *, words: bool, text: float | None = None) -> None:
        super().set_scale(scale, words=words, text=text)
        self.passed.set_scale(max(0.8, scale))
        self.note.set_scale(max(0.8, scale) * (text or scale) / scale)
