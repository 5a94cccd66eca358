"""The Flexibility page: a guided straight leg raise, two quick checks, and what they came to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from supple.core.assessment import Check, Feel
from supple.core.check_script import QUICK_NAMES, Part, spoken
from supple.core.check_view import CheckView, FeelResult, LegResult
from supple.core.routine import Side
from supple.core.session_keys import KeyMap
from supple.ui.flexibility.columns import Columns
from supple.ui.flexibility.getset import GetSet
from supple.ui.flexibility.leg import LegStep
from supple.ui.flexibility.past import PastStep
from supple.ui.flexibility.quick import QuickStep
from supple.ui.flexibility.result import ResultStep
from supple.ui.flexibility.trail import StepTrail
from supple.ui.look import Look
from supple.ui.page import Page
from supple.ui.picture import Pictures
from supple.ui.widgets.announce import announce

TITLE = "Flexibility check"
STEPS = ("Get set", "Left leg", "Right leg", "Result")
_NOT_KEPT, _BACK = "Check not kept", "Check is back"


class FlexibilityPage(Page):
    """Steps, one after another; it waits for the person at each."""

    shown = Signal()
    left = Signal()
    view_asked = Signal()
    script_asked = Signal(str)
    """A ``Part`` value."""
    hush_asked = Signal()
    legs_set = Signal(float, float)
    felt = Signal(object, object)
    discard_asked = Signal(str)
    restore_asked = Signal(str)
    voice_toggled = Signal()
    start_asked = Signal(str)
    answers_asked = Signal()
    """The safety questions are to be answered."""
    refilled = Signal()
    """Other controls are shown than before: the keyboard's way through them is another."""
    done = Signal()
    """The person is through with it."""
    toast_asked = Signal(str, str, object)
    """A word, its action, and what to call when that is taken."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, TITLE)
        self._pictures = pictures
        self._view: CheckView | None = None
        self._side = Side.LEFT
        self._set: dict[Side, int] = {}
        self._kept = ""
        """Id of what was measured last."""
        self._refused = False
        """Whether what was asked for last could not be done."""
        self.trail = StepTrail(look, STEPS)
        self.head.addWidget(self.trail)
        self.get_set = GetSet(look, pictures)
        self.leg = LegStep(look, pictures)
        self.result = ResultStep(look, pictures)
        self.past = PastStep(look)
        self.quick = {check: QuickStep(look, pictures, check) for check in QUICK_NAMES}
        self._stack = QStackedWidget()
        self._columns: tuple[Columns, ...] = (self.get_set, self.leg, *self.quick.values())
        for columns in self._columns:
            self._stack.addWidget(columns)
            self.add_scroller(columns.scroller)
            self.add_inset(columns.foot_row)
        for step in (self.result, self.past):
            self._stack.addWidget(step)
            self.add_scroller(step.scroller)
        self.add_inset(self.result.foot_row)
        self.column.addSpacing(16)
        self.column.addWidget(self._stack, 1)
        self._connect()
        self._fold()
        self._turn(self.get_set)

    # What it is given

    def show_view(self, view: CheckView) -> None:
        """What there is before a check."""
        if self._view is not None and self._view.today != view.today and self._set:
            # Half a check of another day says nothing together with today's.
            self._set.clear()
            self._turn(self.get_set)
        self._view = view
        self.get_set.show_view(view)
        if view.barred and self._stack.currentWidget() is self.leg:
            # Begun before the answers that leave it out; why is told where it begins.
            self._set.clear()
            self._turn(self.get_set)
        self.past.show_past(view.past)
        self.refilled.emit()

    def show_line(self, text: str, *, read_out: bool = False) -> None:
        """The sentence that is said now."""
        step = self._stack.currentWidget()
        if isinstance(step, GetSet | LegStep | QuickStep):
            step.show_line(text)
        if read_out:
            announce(self, text)

    def show_result(self, result: LegResult) -> None:
        """What the leg raise came to."""
        self._kept = result.id
        self.result.show_result(result)
        self._turn(self.result)
        announce(self, spoken(f"{result.verdict.title}. {result.verdict.text}"))

    def show_felt(self, result: FeelResult) -> None:
        """What a quick check came to."""
        self._kept = result.id
        self.quick[result.check].show_felt(result)
        announce(self, result.text)

    def show_voice(self, on: bool) -> None:
        """Whether what is shown is said as well."""
        self.leg.show_voice(on)

    def set_keys(self, keys: KeyMap) -> None:
        """The keys somebody has taught for sessions: a leg is checked from the mat as well."""
        self.leg.set_keys(keys)

    def refuse(self) -> None:
        """A check could not be left out, or brought back: nobody is to be told that it is."""
        self._refused = True

    def reload(self) -> None:
        """Ask anew for what is in view."""
        if self.isVisible():
            self.view_asked.emit()

    # What a page does

    def main_widget(self) -> QWidget | None:
        step = self._stack.currentWidget()
        if isinstance(step, LegStep):
            return step.dial
        if isinstance(step, QuickStep | ResultStep | PastStep):
            return step.main_widget()
        return self.get_set.begin if self.get_set.begin.isEnabled() else self.get_set.read

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.trail.set_narrow(narrow)
        self.result.set_narrow(narrow)
        for columns in self._columns:
            columns.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._stack.currentWidget()
        if event.key() == Qt.Key.Key_Escape and isinstance(step, QuickStep | PastStep):
            self._turn(self.get_set)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()
            if self._stack.currentWidget() is not self.leg:
                # Half a check waits; all else begins anew.
                self._turn(self.get_set)

    # Inside

    def _connect(self) -> None:
        get_set, leg, result = self.get_set, self.leg, self.result
        get_set.begin_asked.connect(self._begin)
        get_set.not_now.connect(self.done)
        get_set.read_asked.connect(lambda: self.script_asked.emit(Part.GET_SET.value))
        get_set.past_asked.connect(lambda: self._turn(self.past))
        get_set.quick_asked.connect(self._begin_quick)
        leg.saved.connect(self._on_saved)
        leg.back_asked.connect(self._on_back)
        leg.again_asked.connect(lambda: self.script_asked.emit(self._side.value))
        leg.voice_toggled.connect(self.voice_toggled)
        result.start_asked.connect(self.start_asked)
        result.answers_asked.connect(self.answers_asked)
        result.again_asked.connect(self._begin)
        result.done_asked.connect(self.done)
        result.discard_asked.connect(self._discard)
        self.past.delete_asked.connect(lambda id_: self._delete(id_, "Check deleted"))
        self.past.back_asked.connect(lambda: self._turn(self.get_set))
        for quick in self.quick.values():
            quick.felt.connect(lambda feel, q=quick: self._on_felt(q, feel))
            quick.back_asked.connect(lambda: self._turn(self.get_set))
            quick.discard_asked.connect(self._discard)
            quick.again_asked.connect(
                lambda q=quick: self.script_asked.emit(Part(q.check.value).value)
            )

    def _turn(self, step: QWidget) -> None:
        """Show a step; what was said in the one before is over."""
        if step is not self._stack.currentWidget():
            self.hush_asked.emit()
            self.get_set.show_line("")
        self._stack.setCurrentWidget(step)
        place = {self.get_set: 0, self.leg: 2 if self._side is Side.RIGHT else 1, self.result: 3}
        self.trail.setVisible(step in place)
        self.trail.show_step(place.get(step, 0))
        quick = step if isinstance(step, QuickStep) else None
        self.title.say(quick.name if quick else TITLE)
        self.refilled.emit()
        main = self.main_widget()
        if main is not None and self.isVisible():
            main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self._set.clear()
        self._show_leg(Side.LEFT)

    def _show_leg(self, side: Side, *, read: bool = True) -> None:
        self._side = side
        view = self._view
        if side is Side.LEFT:
            last = view.last_left if view else None
            ghost = "Right leg next"
        else:
            last = view.last_right if view else None
            ghost = f"Left leg {self._set[Side.LEFT]}°, set"
        self.leg.begin(side, ghost, last, self._set.get(side))
        self._turn(self.leg)
        if read:
            self.script_asked.emit(side.value)

    def _on_saved(self) -> None:
        self._set[self._side] = self.leg.dial.value()
        if self._side is Side.LEFT:
            self._show_leg(Side.RIGHT)
            return
        both = self._set[Side.LEFT], self._set[Side.RIGHT]
        self._set.clear()
        self.hush_asked.emit()
        self.legs_set.emit(float(both[0]), float(both[1]))

    def _on_back(self) -> None:
        if self._side is Side.RIGHT:
            self._set[Side.RIGHT] = self.leg.dial.value()
            if not self.leg.dial.is_set:
                self._set.pop(Side.RIGHT)
            self.hush_asked.emit()
            self._show_leg(Side.LEFT, read=False)
        else:
            self._turn(self.get_set)

    def _begin_quick(self, check: Check) -> None:
        quick = self.quick[check]
        quick.begin()
        self._turn(quick)
        self.script_asked.emit(Part(check.value).value)

    def _on_felt(self, quick: QuickStep, feel: Feel) -> None:
        self.hush_asked.emit()
        self.felt.emit(quick.check, feel)

    def _discard(self) -> None:
        """What was just measured is not to be kept."""
        kept, self._kept = self._kept, ""
        self._turn(self.get_set)
        if kept:
            self._delete(kept, _NOT_KEPT)

    def _delete(self, id_: str, told: str) -> None:
        self._refused = False
        self.discard_asked.emit(id_)
        if not self._refused:
            self.toast_asked.emit(told, "Undo", lambda: self._restore(id_))

    def _restore(self, id_: str) -> None:
        self._refused = False
        self.restore_asked.emit(id_)
        if not self._refused:
            self.toast_asked.emit(_BACK, "", None)
