"""The questions, one step at a time, filling the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.first_run import FirstRun, Step
from supple.core.offer import Offer
from supple.core.reminders import Prospect
from supple.core.safety import Advice
from supple.core.settings import TEXT_SCALES
from supple.ui.brand import Brand
from supple.ui.fade import Fade
from supple.ui.firstrun.advicebox import AdviceBox
from supple.ui.firstrun.foot import Foot
from supple.ui.firstrun.goal import GoalStep
from supple.ui.firstrun.marks import StepMarks
from supple.ui.firstrun.place import PlaceStep
from supple.ui.firstrun.safety import SafetyStep
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.picture import Pictures
from supple.ui.tabbing import stops_in, tab
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce
from supple.ui.widgets.segmented import Segmented

_COLUMN = 720
"""Pixels the content grows to, at text size 1."""
_FOLD_UNDER = 900
_SIDE, _NARROW_SIDE, _EDGE = 32, 24, 4


class FirstRunPage(QWidget):
    """Shows a ``FirstRun`` and tells what came of it. Enter goes on, Esc back."""

    finished = Signal(object, bool)
    """All is answered: the ``FirstRun``, and whether to start the first session."""
    stopped = Signal(object)
    """A grave answer stands: the ``FirstRun``."""
    left = Signal()
    """Nothing is to be kept."""
    text_scale_chosen = Signal(float)
    """How large all texts are to be, one of ``TEXT_SCALES``, from now on."""
    offer_wanted = Signal(object)
    """The routine to begin with, for the answers in a ``FirstRun``: see :meth:`show_offer`
    and :meth:`show_prospect`."""

    def __init__(self, look: Look, pictures: Pictures, run: FirstRun) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._offer: Offer | None = None
        self._steps: dict[Step, SafetyStep | PlaceStep | GoalStep] = {}
        self._narrow = False
        self.run = run
        self.setProperty("plainFocus", True)
        self._marks = StepMarks(look)
        percents = [(f"{scale:g}", f"{scale:.0%}") for scale in TEXT_SCALES]
        now = f"{look.text_scale:g}"
        self.sizes = Segmented(look, percents, now, small=True, name="Text size")
        self._sizes_name = Text(look, "Text size", "small", "muted")
        self._advice = AdviceBox(look)
        self.foot = Foot(look)
        self._connect()
        self._lay_out()
        self._fade = Fade(self._body)
        look.changed.connect(self._fold)
        self._turn()

    def show_offer(self, offer: Offer | None) -> None:
        """The routine to begin with; None for none."""
        self._offer = offer
        self._show()

    def show_prospect(self, prospect: Prospect) -> None:
        """What the reminders would bring, for the step that asks for them."""
        step = self._steps.get(Step.GOAL)
        if isinstance(step, GoalStep):
            step.show_prospect(prospect)

    def main_widget(self) -> QWidget:
        """What has the focus as a step opens."""
        if self.run.step is Step.SAFETY:
            return self._steps[Step.SAFETY].first()
        return self.foot.main()

    # Qt's own

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.flat(painter, self.rect(), self._look.theme.color("bg"))
        painter.end()

    # Ways on

    def _on_escape(self) -> None:
        if not self.run.is_first:
            self._go(self.run.back())
        elif Step.GOAL not in self.run.steps and self.run.may_leave:
            self.left.emit()

    def _on_enter(self) -> None:
        """What the key cap on the main button says; a grave answer has none."""
        if not self.run.may_go_on or (self.run.may_clear and not self.run.is_last):
            return
        if not self.run.is_last:
            self._on_next()
        else:
            self.finished.emit(self.run, self._starts)

    @property
    def _starts(self) -> bool:
        return Step.GOAL in self.run.steps and self._offer is not None

    def _on_next(self) -> None:
        self._go(self.run.next())

    def _on_clear(self) -> None:
        cleared = self.run.clear()
        if cleared.is_last:
            self.finished.emit(cleared, False)
        else:
            self._go(cleared.next())

    def _go(self, run: FirstRun) -> None:
        if self.isVisible() and not self._look.reduced_motion:
            self._fade.run(self._body.grab())
        self.run = run
        self._turn()

    def _on_answer(self, run: object) -> None:
        if isinstance(run, FirstRun):
            promised, self.run = self.run.reminders.breaks, run
            if promised is not run.reminders.breaks:
                # Without breaks another routine is the one to begin with.
                self.offer_wanted.emit(run)
            self._show()
            # The advice may have taken the room of the line that was ticked.
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        now = self.focusWidget()
        if now is not None and self._body.isAncestorOf(now):
            self._scroller.ensureWidgetVisible(now, 0, _EDGE)

    # Inside

    def _connect(self) -> None:
        self.sizes.chosen.connect(lambda size: self.text_scale_chosen.emit(float(size)))
        foot = self.foot
        foot.back_asked.connect(self._on_escape)
        foot.leave_asked.connect(self.left)
        foot.next_asked.connect(self._on_next)
        foot.clear_asked.connect(self._on_clear)
        foot.stop_asked.connect(lambda: self.stopped.emit(self.run))
        foot.start_asked.connect(lambda: self.finished.emit(self.run, True))
        foot.finish_asked.connect(lambda: self.finished.emit(self.run, False))

    def _lay_out(self) -> None:
        brand = Brand(self._look)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(brand, 1)
        self._head.addWidget(self._sizes_name)
        self._head.addWidget(self.sizes)
        self._head.addSpacing(8)
        self._head.addWidget(self._marks)
        self._scroller = Scroller(self._look, bottom=12, edge=_EDGE)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._scroller.set_body(self._column)
        self._body = QWidget()
        self._inner = QVBoxLayout(self._body)
        self._inner.addWidget(self._scroller)
        self._pinned = QHBoxLayout()
        self._pinned.addWidget(self._advice)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self._body, 1)
        rows.addLayout(self._pinned)
        rows.addWidget(self.foot)

    def _turn(self) -> None:
        """Show the step of ``run`` and give its main widget the focus."""
        step = self.run.step
        if step not in self._steps:
            self._steps[step] = self._build(step)
            self._column.addWidget(self._steps[step], 1, Qt.AlignmentFlag.AlignTop)
        for other, widget in self._steps.items():
            widget.setVisible(other is step)
        shown = self._steps[step]
        shown.show_run(self.run)
        self._scroller.verticalScrollBar().setValue(0)
        self._fold()
        if step is Step.GOAL:
            self.offer_wanted.emit(self.run)
        self._show()
        if self.isVisible():
            self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)
            words = f"{self._marks.words}. " if len(self.run.steps) > 1 else ""
            announce(self, f"{words}{shown.accessibleName()}")

    def _show(self) -> None:
        """Everything around the step."""
        run = self.run
        self.setAccessibleName(self._steps[run.step].accessibleName())
        self._marks.set_step(run.at, len(run.steps))
        self._place_sizes()
        here = run.step is Step.SAFETY
        self._advice.show_advice(run.advice if here else Advice.FINE)
        self.foot.show_run(run, self._offer)
        self._place_pinned()

    def _build(self, step: Step) -> SafetyStep | PlaceStep | GoalStep:
        made: SafetyStep | PlaceStep | GoalStep
        if step is Step.SAFETY:
            made = SafetyStep(self._look, self.run)
        elif step is Step.PLACE:
            made = PlaceStep(self._look, self._pictures, self.run)
        else:
            made = GoalStep(self._look, self.run)
        made.changed.connect(self._on_answer)
        return made

    def focusNextPrevChild(self, forward: bool) -> bool:
        """What is above the step, the step as it reads, then the ways on from left to right."""
        parts = (self.sizes, self._steps[self.run.step], self._advice, self.foot)
        # The list of a combo box is a window of its own.
        found = (w for part in parts for w in part.findChildren(QWidget))
        stops = stops_in(w for w in found if w.window() is self.window())
        return tab(stops, self, forward=forward) or super().focusNextPrevChild(forward)

    def _fold(self) -> None:
        self._narrow = self.width() < self._look.px(_FOLD_UNDER)
        head = (_NARROW_SIDE if self._narrow else _SIDE) - 10
        top = 18 if self._narrow else 28
        # The mark brings 10 pixels of its own.
        self._head.setContentsMargins(head, top, head + 10, 16 if self._narrow else 30)
        side = self._side()
        self._scroller.set_right(side)
        self._inner.setContentsMargins(side - _EDGE, 0, 0, 0)
        self.foot.set_narrow(self._narrow)
        self.foot.show_run(self.run, self._offer)
        for step in self._steps.values():
            step.set_narrow(self._narrow)
        self._place_sizes()
        self._place_pinned()

    def _place_sizes(self) -> None:
        """Asked before everything else; later the settings can be reached."""
        here = self.run.is_first and Step.GOAL in self.run.steps
        self.sizes.setVisible(here)
        self._sizes_name.setVisible(here and not self._narrow)

    def _side(self) -> int:
        least = _NARROW_SIDE if self._narrow else _SIDE
        return max(least, (self.width() - self._look.px(_COLUMN)) // 2)

    def _place_pinned(self) -> None:
        side = self._side()
        shown = not self._advice.isHidden()
        self._pinned.setContentsMargins(side, 10 if shown else 0, side, 16 if shown else 0)
