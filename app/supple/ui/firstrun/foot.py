"""The bar at the bottom: where one can go from here."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from supple.core.first_run import GRAVE, FirstRun, Step
from supple.core.offer import Offer
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button

_HEIGHT, _SIDE, _NARROW_SIDE = 80, 32, 24


class Foot(QWidget):
    """One main button, at times a second one, and a way back."""

    back_asked = Signal()
    leave_asked = Signal()
    """Skip all questions, or leave them as they were."""
    next_asked = Signal()
    clear_asked = Signal()
    """"I have been told I can stretch"."""
    stop_asked = Signal()
    """A grave answer stands."""
    start_asked = Signal()
    """All is answered: the first session."""
    finish_asked = Signal()
    """All is answered, and nothing more for now."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._back = self._add("Back", "ghost", icon="arrow-left")
        self._back.setAccessibleDescription("Key: Esc")
        self._leave = self._add("Skip for now", "ghost")
        self._hint = Text(look, "", "small", "muted")
        self._told = self._add("I have been told I can stretch", "secondary", "bar")
        self._later = self._add("Not now", "ghost")
        self._next = self._add("Next", "primary", "large", key="Enter")
        self._save = self._add("Save", "primary", "large", key="Enter")
        self._start = self._add("", "primary", "large", icon="play-solid", key="Enter")
        self._stop = self._add("Close for now", "primary", "large")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        for part in (self._back, self._leave):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for widget in (self._hint, self._told, self._later, *self._mains()):
            self._row.addWidget(widget)
        self._back.clicked.connect(self.back_asked)
        self._leave.clicked.connect(self.leave_asked)
        self._told.clicked.connect(self.clear_asked)
        self._later.clicked.connect(self.finish_asked)
        self._next.clicked.connect(self.next_asked)
        self._save.clicked.connect(self.finish_asked)
        self._start.clicked.connect(self.start_asked)
        self._stop.clicked.connect(self.stop_asked)
        look.changed.connect(self._refresh)
        self._narrow = False
        self._refresh()

    def show_run(self, run: FirstRun, offer: Offer | None) -> None:
        """Show the ways on from ``run``; ``offer`` is the routine to begin with."""
        asks_all = Step.GOAL in run.steps
        grave = run.step is Step.SAFETY and run.advice in GRAVE
        starts = asks_all and run.is_last and offer is not None
        self._back.setVisible(not run.is_first)
        self._leave.setText("Skip for now" if asks_all else "Not now")
        self._leave.setVisible(run.is_first and run.may_leave)
        self._hint.say(run.waits_for)
        self._hint.setVisible(bool(run.waits_for))
        self._told.setVisible(run.may_clear)
        self._later.setVisible(starts)
        self._stop.setText("Close for now" if asks_all else "Save my answers")
        self._stop.setVisible(grave)
        self._start.setVisible(starts)
        self._next.setVisible(not grave and not run.is_last)
        self._save.setVisible(not grave and run.is_last and not starts)
        for button in (self._next, self._save):
            button.setEnabled(run.may_go_on)
            button.setAccessibleDescription(run.waits_for or "Key: Enter")
        if offer is not None:
            what = "break" if run.reminders.breaks else "session"
            full = f"Start my first {what}, {offer.minutes}"
            self._start.setText(f"Start, {offer.minutes}" if self._narrow else full)
            self._start.setAccessibleName(f"{full}: {offer.name}")

    def main(self) -> QPushButton:
        """The main button that is shown."""
        return next(b for b in self._mains() if b.isVisibleTo(self))

    def set_narrow(self, narrow: bool) -> None:
        """Less room at the sides, and shorter words on the buttons."""
        self._narrow = narrow
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._look.theme.color
        painter = draw.smooth(self)
        draw.flat(painter, self.rect(), color("surface"))
        draw.flat(painter, QRect(0, 0, self.width(), 1), color("line"))
        painter.end()

    def _mains(self) -> tuple[QPushButton, ...]:
        return (self._next, self._save, self._start, self._stop)

    def _add(
        self, text: str, kind: str, size: str = "normal", *, icon: str = "", key: str = ""
    ) -> QPushButton:
        return Button(self._look, text, kind, size, icon=icon, key=key)

    def _refresh(self) -> None:
        side = _NARROW_SIDE if self._narrow else _SIDE
        self._row.setContentsMargins(side, 0, side, 0)
        self.setFixedHeight(self._look.px(_HEIGHT))
        self.update()
