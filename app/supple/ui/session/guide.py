"""The guiding part of the session page: band, stage, ring, cue and what comes then."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from supple.core.snapshot import Phase, Snapshot
from supple.core.step import StepKind
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.session import words
from supple.ui.session.cue import CueLabel
from supple.ui.session.frame import Frame
from supple.ui.session.pose import letting_go, stage_view
from supple.ui.session.then import ThenRow
from supple.ui.widgets.announce import announce
from supple.ui.widgets.ring import Ring, RingFace
from supple.ui.widgets.sideband import BandFace, SideBand
from supple.ui.widgets.stage import FigureStage, StageView


class Guide(QWidget):
    """Five parts that always belong to the same snapshot."""

    def __init__(self, look: Look, figures: FigurePainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures = figures
        self.band = SideBand(look, self)
        self.stage = FigureStage(look, figures, self)
        self.ring = Ring(look, self)
        self.cue = CueLabel(look, self)
        self.then = ThenRow(look, self)
        self._state: tuple[object, ...] = ()
        self._second = ""
        self.announces = True
        """Whether each step is told to a screen reader; a pause is, anyway."""
        self._worked: StageView | None = None
        """What the last frame showed, if that was a stretch held or repeated."""

    def clear(self) -> None:
        """Show nothing yet."""
        self._state = ()
        self._worked = None
        self.band.show_face(BandFace())
        self.stage.clear()
        self.ring.show_face(RingFace())
        self.cue.say("")
        self.then.show_then("")
        self.then.show_notice("")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw what changed."""
        self._show_ring(snapshot)
        self._show_figure(snapshot)
        self.band.show_face(words.band(snapshot))
        self.cue.say(snapshot.cue)
        if snapshot.phase is Phase.PAUSED:
            self.then.show_pause()
        else:
            waiting = snapshot.step.kind is StepKind.PREPARE
            self.then.show_then(snapshot.then, waiting=waiting)
        self._announce(snapshot)

    def place(self, frame: Frame) -> None:
        """Take the frame's places."""
        top = frame.band.top()
        self.setGeometry(0, top, frame.body.width(), frame.controls.top() - top)

        def inside(rect: QRect) -> QRect:
            return rect.translated(0, -top)

        self.band.setGeometry(inside(frame.band))
        self.band.set_scale(frame.text_scale, frame.margin)
        self.stage.setGeometry(inside(frame.stage))
        self.stage.set_scale(frame.ring_scale)
        self.ring.setGeometry(inside(frame.ring))
        self.ring.set_scale(frame.ring_scale)
        self.cue.setGeometry(inside(frame.cue))
        self.cue.set_scale(frame.text_scale)
        self.then.setGeometry(inside(frame.then))
        self.then.set_scale(frame.text_scale)

    def _show_ring(self, snapshot: Snapshot) -> None:
        part = words.ring_part(snapshot)
        face = words.ring(snapshot)
        # With reduced motion the arc moves with the digits, once a second.
        if face != self.ring.face or not self._look.reduced_motion:
            self.ring.show_face(face)
            self.ring.set_part(part)
        text = words.spoken(snapshot)
        if text != self._second:
            self._second = text
            self.ring.setAccessibleName(text)

    def _show_figure(self, snapshot: Snapshot) -> None:
        cycles = bool(snapshot.figure) and self._figures.cycles(snapshot.figure)
        still = self._look.reduced_motion
        view = stage_view(snapshot, cycles=cycles, still=still)
        kind, before = snapshot.step.kind, self.stage.view
        if kind is StepKind.FINISH and before is not None:
            # The end has no side: nobody turns round for it.
            view = replace(view, figure=replace(view.figure, side=before.figure.side))
        going = letting_go(self._worked, snapshot) if self._worked and not still else None
        if kind.is_work:
            self._worked = view
        elif going is None:
            self._worked = None
        view = going or view
        self.stage.show_view(view)

    def _announce(self, snapshot: Snapshot) -> None:
        state = (snapshot.step.index, snapshot.phase, snapshot.pause_reason)
        if state != self._state:
            self._state = state
            if self.announces or snapshot.phase is Phase.PAUSED:
                announce(self.ring, words.phase_words(snapshot))
