"""Everything about one stretch or one routine, with Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from supple.core import labels
from supple.core.left_out import UNANSWERED, LeftOut, together
from supple.core.outline import has_red_caution, leave_out, stretches_of
from supple.core.routine import Catalogue, Dose, Routine, Side, Source, Stretch
from supple.core.why import OWN_TITLE, TITLE, Why, about_routine, about_stretch
from supple.core.wording import for_side
from supple.ui.library.fold import Fold
from supple.ui.library.parts import StretchRow
from supple.ui.library.told import Told
from supple.ui.library.why import WhyPanel
from supple.ui.look import Look
from supple.ui.own_door import OwnDoor
from supple.ui.page import Scroller
from supple.ui.picture import Picture, Pictures
from supple.ui.routines.actions import ActionsButton
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

_STAGE = 148
_LOW_STAGE = 128
_PART = 0.3
"""Of a page's height the picture takes this, where that is more than ``_LOW_STAGE``."""
_HIGHEST = 280
"""Pixels it grows to, at text size 1."""
_EDGE = 4
"""Pixels that a focus ring needs at the left."""
EVERYTHING_THERE = LeftOut()
CHANGE_ANSWERS = "Your answers are under Settings, Plan and goal."


class Detail(Card):
    """The panel beside the list, or the whole page in a narrow window."""

    start_asked = Signal(str)
    start_stretch_asked = Signal(str)
    answers_asked = Signal()
    """The safety questions are to be answered."""
    sources_asked = Signal(str)
    """Id of the source to begin with, "" for the first."""

    def __init__(self, look: Look, pictures: Pictures, door: OwnDoor | None = None) -> None:
        """``door``: where wishes about own things go."""
        super().__init__(look, 0)
        door = door or OwnDoor(self)
        self._pictures = pictures
        self._start_id = ""
        self._left_out = self._key_told = ""
        self._is_routine = False
        self._fold: Fold | None = None
        self.body.setSpacing(0)
        self.stage = Picture(pictures, padding=6, radius=13, flat_bottom=True)
        self._low = False
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addWidget(self.stage)
        self._told = Told(look)
        scroller = Scroller(look, bottom=12, edge=_EDGE)
        scroller.set_right(20)
        scroller.set_body(self._told.rows)
        holder = QHBoxLayout()
        holder.setContentsMargins(20 - _EDGE, 0, 0, 0)
        holder.addWidget(scroller)
        self.body.addLayout(holder, 1)
        self._scroller = scroller
        self.start = Button(look, "Start", "primary", icon="play-solid")
        self.start.clicked.connect(self._on_start)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        self._why_off = Text(look, "", "small", "muted", wrap=True)
        self._why_off.hide()
        foot.setSpacing(12)
        foot.addWidget(self.start)
        foot.addWidget(self._why_off, 1)
        foot.addStretch(0)
        self.more = ActionsButton(look, door, size="normal")
        self.own: frozenset[str] = frozenset()
        """Ids of the person's own."""
        self.locked: frozenset[str] = frozenset()
        """Ids of own ones whose file has problems."""
        foot.addWidget(self.more)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.NoFrame)
        line.setFixedHeight(1)
        self._line = line
        self.body.addWidget(line)
        self.body.addLayout(foot)
        self.setAccessibleName("Details")

    def set_low(self, low: bool) -> None:
        """Take less height for the picture in a low window, and more in a high one."""
        self._low = low
        self._fit_stage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_stage()

    def _fit_stage(self) -> None:
        px = self._look.px
        height = min(px(_HIGHEST), int(self.height() * _PART))
        self.stage.setFixedHeight(max(_LOW_STAGE, height) if self._low else px(_STAGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self._line.geometry(), self._look.theme.color("line"))
        painter.end()

    @property
    def starts(self) -> bool:
        """Whether what is shown can be started."""
        return self.start.isEnabled()

    def main(self) -> QWidget:
        """What Enter in the list leads to: Start, or the reasons where it is off."""
        if self.start.isEnabled() or self._fold is None:
            return self.start
        return self._fold.head

    def show_stretch(self, stretch: Stretch, duration_s: float, left_out: str = "") -> None:
        """Show a stretch; ``left_out`` says why it cannot be started."""
        self._begin(stretch.id, stretch.name, left_out, is_routine=False)
        self.stage.show_figure(stretch.figure)
        self.stage.show()
        dose = labels.dose(stretch.dose, stretch.sides)
        self._told.chips([("clock", labels.minutes(duration_s)), ("repeat", dose)])
        self._add_left_out(left_out)
        self._told.steps(_steps(stretch))
        if stretch.feel:
            self._told.text(f"You feel: {_lowered(stretch.feel)}", "small", "muted", above=8)
        self._told.care(" ".join(w for w in (*stretch.cautions, leave_out(stretch)) if w))
        self._told.muscles(stretch.focus)
        own = stretch.id in self.own
        self._add_why(about_stretch(stretch, own=own), stretch.source, own=own)
        self._told.listing("Watch for", stretch.mistakes)
        self._told.listing("Variations", stretch.variations)
        self._told.rows.addStretch(1)

    def show_routine(
        self,
        routine: Routine,
        catalogue: Catalogue,
        duration_s: float,
        left_out: LeftOut = EVERYTHING_THERE,
    ) -> None:
        """Show a routine with its stretches, and those it is done without."""
        off = left_out.routines.get(routine.id, "")
        self._begin(routine.id, routine.name, off, is_routine=True)
        self.stage.hide()
        if routine.summary:
            self._told.text(routine.summary, "body", "muted", above=2)
        parts = stretches_of(routine, catalogue)
        kit = labels.equipment([e for part in parts for e in part.equipment])
        self._told.chips(
            [("clock", labels.minutes(duration_s)), ("cable", kit or "Nothing needed")]
        )
        self._add_left_out(off)
        self._add_parts(routine, catalogue, left_out)
        told = [part for part in parts if part.id not in left_out.stretches]
        red = {part.name: leave_out(part) for part in told if has_red_caution(part)}
        self._told.care("\n".join(f"{name}: {_lowered(why)}" for name, why in red.items()))
        own = routine.id in self.own
        self._add_why(about_routine(routine, catalogue, own=own), routine.source, own=own)
        self._told.rows.addStretch(1)

    def _add_parts(self, routine: Routine, catalogue: Catalogue, left_out: LeftOut) -> None:
        """A row for each step, and one for each stretch that was taken out of the steps."""
        gone = set(left_out.stretches)
        rows = [(s.stretch, s.change.over) for s in routine.steps]
        there = {name for name, _ in rows}
        rows += [(n, _as_it_is) for n in left_out.without.get(routine.id, ()) if n not in there]
        for name, over in rows:
            stretch = catalogue.stretches.get(name)
            if stretch is not None:
                row = StretchRow(
                    self._look,
                    self._pictures,
                    stretch,
                    labels.dose(over(stretch.dose), stretch.sides),
                    marked=has_red_caution(stretch) and name not in gone,
                    left_out=name in gone,
                )
                self._told.rows.addWidget(row)
        # Why each is, below all of them; with one reason for everything it is told above.
        if routine.id not in left_out.routines:
            names = left_out.without.get(routine.id, ())
            known = [catalogue.stretches[name] for name in names if name in catalogue.stretches]
            self._add_left_out(together({s.name: left_out.stretches[s.id] for s in known}))

    def show_start_key(self, cap: str, told: str) -> None:
        """Show the key that starts, read out as ``told``; both "" for none but Enter."""
        self._key_told = f"Key: {told}" if told else ""
        self.start.set_key(cap, told)
        self.start.show_key(bool(cap))
        self._describe_start()

    def unfold(self) -> None:
        """Open "Why this works", or close it."""
        if self._fold is not None:
            self._fold.toggle()

    def turn(self, pages: int) -> None:
        """Scroll by so many times its height, down or, below zero, up."""
        bar = self._scroller.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def to_end(self, *, top: bool) -> None:
        """Scroll to the top, or all the way down."""
        bar = self._scroller.verticalScrollBar()
        bar.setValue(bar.minimum() if top else bar.maximum())

    def _begin(self, item_id: str, name: str, left_out: str, *, is_routine: bool) -> None:
        self._told.begin(name, above=18 if is_routine else 14)
        self._fold = None
        self.start.setEnabled(not left_out)
        self._left_out = left_out
        self._describe_start()
        self._why_off.setVisible(bool(left_out))
        off = "Waits for your answers" if left_out == UNANSWERED else "Left out for you"
        self._why_off.say(off if left_out else "")
        self._start_id, self._is_routine = item_id, is_routine
        is_own, locked = item_id in self.own, item_id in self.locked
        self.more.show_for(item_id, name, is_routine=is_routine, is_own=is_own, locked=locked)
        self.start.setAccessibleName(f"Start {name}")
        self._scroller.verticalScrollBar().setValue(0)

    def _describe_start(self) -> None:
        self.start.setAccessibleDescription(self._left_out or self._key_told)

    def _add_left_out(self, reason: str) -> None:
        if reason == UNANSWERED:
            answer = Button(self._look, "Answer", size="small")
            answer.setAccessibleDescription(reason)
            answer.clicked.connect(self.answers_asked)
            self._told.care(reason, answer)
            self._reach(answer)
        elif reason:
            self._told.care(f"{reason}\n{CHANGE_ANSWERS}")
        if reason:
            self._told.rows.addSpacing(8)

    def _add_why(self, why: Why, sources: Sequence[Source], *, own: bool) -> None:
        """Closed at first; what is in it is made when it is opened."""
        named = dict.fromkeys(labels.source(Source(source.document)) for source in sources)
        below = ""
        if named:
            more = f", {len(named) - 1} more" if len(named) > 1 else ""
            below = f"Source: {next(iter(named))}{more}"
        self._fold = Fold(
            self._look, OWN_TITLE if own else TITLE, below, lambda: self._why_panel(why)
        )
        self._told.rows.addSpacing(8)
        self._told.rows.addWidget(self._fold)
        self._reach(self._fold.head)
        # Only then it is in the window.
        self._fold.toggled.connect(lambda _open: self._reach_more())

    def _why_panel(self, why: Why) -> QWidget:
        panel = WhyPanel(self._look, why)
        panel.sources_asked.connect(self.sources_asked)
        return panel

    def _reach_more(self) -> None:
        panel = self._fold.findChild(WhyPanel) if self._fold is not None else None
        if panel is not None:
            self._reach(panel.more)

    def _reach(self, control: QWidget) -> None:
        """Let Tab come to ``control``, which is new, where it stands: right before Start."""
        before: QWidget | None = self.start.previousInFocusChain()
        while before is not None and before is not self.start:
            # Qt orders nothing after what cannot have the focus.
            if before.focusPolicy() & Qt.FocusPolicy.TabFocus and not before.isHidden():
                QWidget.setTabOrder(before, control)
                return
            before = before.previousInFocusChain()

    def _on_start(self) -> None:
        wanted = self.start_asked if self._is_routine else self.start_stretch_asked
        wanted.emit(self._start_id)


def _steps(stretch: Stretch) -> tuple[str, ...]:
    """Setup and hold, told for the left leg, which comes first."""
    told = [*stretch.setup, stretch.hold_cue]
    return tuple(for_side(line, Side.LEFT) for line in told if line)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _as_it_is(dose: Dose) -> Dose:
    return dose
